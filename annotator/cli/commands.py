"""What can be done without a window, in the order in which the help lists it."""

from annotator.cli import (
    add,
    agreement,
    articles,
    assign,
    check,
    class_,
    collect,
    export,
    feedback,
    file_types,
    hand_in,
    import_,
    open_,
    tag,
    text,
)
from annotator.cli.command import Command

COMMANDS: dict[str, Command] = {
    module.COMMAND.name: module.COMMAND
    for module in (
        add,
        articles,
        text,
        tag,
        export,
        import_,
        assign,
        open_,
        hand_in,
        collect,
        agreement,
        class_,
        feedback,
        check,
        file_types,
    )
}
