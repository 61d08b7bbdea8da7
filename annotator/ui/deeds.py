"""What each deed of the table does: the one place where actions meet the parts of the window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from annotator.ui.actions import DEEDS, TAG_DEEDS
from annotator.ui.looks import LOOKS
from annotator.ui.verbs import history
from annotator.words import _

if TYPE_CHECKING:
    from annotator.ui.dialogs.printing import Printing
    from annotator.ui.room import Room
    from annotator.ui.window import MainWindow

Deeds = dict[str, Callable[[], object]]


def deeds(window: "MainWindow", room: "Room") -> Deeds:
    """Every deed of the table by its id; what cannot be done here is greyed in the menus."""
    there = {
        **_files(window, room),
        **_editing(room),
        **_claims(room),
        **_viewing(window, room),
        **_helping(window, room),
        **_assignments(room),
        **_classes(room),
    }
    for deed in DEEDS:
        if deed.id not in there:
            window.actions_by_id[deed.id].setEnabled(False)
    return there


def _files(window: "MainWindow", room: "Room") -> Deeds:
    def printing() -> "Printing":
        from annotator.ui.dialogs.printing import Printing

        return window.findChild(Printing) or Printing(window, room.desk, window.looks)

    def ask_details() -> None:
        from annotator.ui.dialogs import describing

        describing.ask_details(window, room.desk)

    def say_saved() -> None:
        room.flush()
        # Behind what is on its way: only then is it known. What was refused is tried again.
        room.desk.do(
            lambda _workspace: None,
            lambda _none: window.status.say(_("Already saved: every step is, as you go.")),
        )

    return {
        "open_file": room.files.open,
        "open_address": room.after_typing(lambda: room.files.ask_address()),
        "recent": room.recent.articles,
        "paste_article": room.after_typing(room.files.paste),
        "newer_version": room.after_typing(lambda: room.versions.ask(room.desk.article)),
        "compare_versions": room.after_typing(lambda: room.versions.compare(room.desk.article)),
        "import": room.files.ask_import,
        "export": room.after_typing(lambda: room.reports.ask()),
        "worksheet": room.after_typing(lambda: room.reports.ask_worksheet()),
        "print": room.after_typing(lambda: printing().ask()),
        "preview": room.after_typing(lambda: printing().ask_preview()),
        "save": say_saved,
        "rename": room.after_typing(ask_details),
        "remove_article": room.after_typing(room.remove_article),
        "quit": window.close,
    }


def _assignments(room: "Room") -> Deeds:
    def hand_in(how: str) -> None:
        from annotator.ui.assignments.hand_in_question import How

        room.assignments.hand_in(How(how))

    return {
        "assign": room.after_typing(lambda: room.assignments.ask()),
        "hand_in": room.after_typing(lambda: hand_in("hand in")),
        "take_along": room.after_typing(lambda: hand_in("take along")),
        "double_click": lambda: room.assignments.double_click.ask(),
        "hand_in_and_remove": room.after_typing(lambda: hand_in("clear")),
    }


def _classes(room: "Room") -> Deeds:
    return {
        "collect": room.after_typing(lambda: room.classes.collecting.ask()),
        "compare_class": room.after_typing(lambda: room.classes.compare()),
        "projector": room.after_typing(lambda: room.classes.project()),
        "class_report": room.after_typing(lambda: room.classes.reports.ask()),
        "feedback": room.after_typing(lambda: room.classes.reports.ask_feedback()),
    }


def _editing(room: "Room") -> Deeds:
    reader, find = room.page.reader, room.page.find_bar

    def copy() -> None:
        focused = room.window.focusWidget()
        (getattr(focused, "copy", None) or reader.copy)()

    def copy_attributed() -> None:
        from annotator.ui import quoting

        quoting.copy(room.desk, reader)

    def search() -> None:
        panel = room.window.actions_by_id["articles_panel"]
        if not panel.isChecked():
            panel.trigger()
        room.shelving.focus_search()

    return {
        "undo": room.after_typing(partial(history.undo, room.desk)),
        "redo": room.after_typing(partial(history.redo, room.desk)),
        "copy": copy,
        "copy_attributed": copy_attributed,
        "select_all": reader.selectAll,
        "find": find.open,
        "search": search,
        "find_next": find.next,
        "find_previous": find.previous,
    }


def _claims(room: "Room") -> Deeds:
    tagging = room.tagging
    tags = {deed: partial(tagging.toggle, tag) for deed, tag in TAG_DEEDS.items()}
    ends = {
        f"{which}_{where}{ending}": partial(tagging.move_end, which, step, by)
        for which in ("start", "end")
        for where, step in (("earlier", -1), ("later", 1))
        for ending, by in (("", "word"), ("_1", "character"))
    }
    others: Deeds = {
        "remove": tagging.remove,
        "next_claim": room.claims.next,
        "previous_claim": room.claims.previous,
        "fields": room.claims.open_fields,
        "star": room.after_typing(tagging.star),
    }
    return {**tags, **ends, **others}


def _viewing(window: "MainWindow", room: "Room") -> Deeds:
    looks = {look: partial(window.looks.choose, look) for look in LOOKS}
    others: Deeds = {
        "articles_panel": partial(window.show_panel, "articles_panel"),
        "claims_panel": partial(window.show_panel, "claims_panel"),
        "zoom_in": partial(room.zoom, 1),
        "zoom_out": partial(room.zoom, -1),
        "zoom_reset": partial(room.set_zoom, 100),
        "full_screen": window.toggle_full_screen,
    }
    return {**looks, **others}


def _helping(window: "MainWindow", room: "Room") -> Deeds:
    def tags_help() -> None:
        from annotator.ui.dialogs.help import TagsHelp

        TagsHelp(window, window.looks.palette).open()

    def keys_help() -> None:
        from annotator.ui.dialogs.help import KeysHelp

        KeysHelp(window).open()

    def about() -> None:
        from annotator.ui.dialogs.help import About

        About(window).open()

    return {
        "tags_help": tags_help,
        "keys_help": keys_help,
        "welcome": room.welcome,
        "about": about,
    }
