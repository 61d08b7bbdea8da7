"""When what a class report says was made: files name a time, and it must not be today's."""

from datetime import UTC, datetime

from annotator.model.class_report import ClassReport


def last_change(report: ClassReport) -> datetime:
    """When the newest of it was written or handed in; it stands for when the report was made."""
    made = [report.article.added]
    for one in report.students:
        made += [claim.modified for claim in one.annotator.claims]
        made += [one.hand_in.made] if one.hand_in else []
    return max(made).astimezone(UTC).replace(microsecond=0)
