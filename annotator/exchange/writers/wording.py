"""How a report says what stands in a claim's fields. All are message ids: translate where shown."""

from annotator.model.claim import LinkRole, Outcome, SourceKind, SourceRole, Stake
from annotator.words import N_

ROLES: dict[SourceRole, str] = {
    SourceRole.SOURCE: N_("Says so:"),
    SourceRole.COUNTER: N_("Disagrees:"),
}
KINDS: dict[SourceKind | None, str] = {
    SourceKind.PERSON: N_("person"),
    SourceKind.ORGANISATION: N_("organisation"),
    SourceKind.DOCUMENT: N_("document"),
    SourceKind.UNNAMED: N_("unnamed"),
    None: N_("not said"),
}
STAKES: dict[Stake | None, str] = {
    Stake.OWN: N_("own interest"),
    Stake.INDEPENDENT: N_("independent"),
    Stake.UNKNOWN: N_("unknown"),
    None: N_("not said"),
}
"""None is a field that nobody filled, which is not the same as "unknown"."""

STAKES_IN_A_LINE: dict[Stake, str] = {
    Stake.OWN: N_("own interest"),
    Stake.INDEPENDENT: N_("independent"),
    Stake.UNKNOWN: N_("stake unknown"),
}
OUTCOMES: dict[Outcome | None, str] = {
    Outcome.SUPPORTS: N_("supports it"),
    Outcome.AGAINST: N_("speaks against it"),
    Outcome.NOTHING: N_("found nothing"),
    None: N_("outcome not said"),
}
LINKS: dict[LinkRole, str] = {
    LinkRole.DISAGREES: N_("Disagrees with"),
    LinkRole.RELATED: N_("Belongs with"),
}
