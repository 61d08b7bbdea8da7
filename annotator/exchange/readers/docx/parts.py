"""The parts of a Word document and how they refer to each other."""

from posixpath import dirname, join, normpath

from annotator.exchange.readers.document_failures import DamagedDocument
from annotator.exchange.readers.markup import Element, tree
from annotator.exchange.readers.package import Package


class Parts:
    """The main part and those that belong to it, as trees."""

    def __init__(self, package: Package) -> None:
        """Find the main part. Raises the refusals of Package.part and of markup.tree."""
        self._package = package
        self._main = next(iter(self._targets("_rels/.rels", "", "officeDocument")), "")
        if self._main not in package:
            raise DamagedDocument
        folder, name = dirname(self._main), self._main.rpartition("/")[2]
        self._relations = join(folder, "_rels", f"{name}.rels")

    def main(self) -> Element:
        """The tree of the text itself."""
        return tree(self._package.part(self._main))

    def of_kind(self, kind: str) -> list[Element]:
        """The trees of the parts of a kind, such as "footnotes", that there are."""
        names = self._targets(self._relations, dirname(self._main), kind)
        return [tree(self._package.part(name)) for name in names if name in self._package]

    def core_properties(self) -> Element | None:
        """What the document says of itself: title, creator and the like."""
        for name in self._targets("_rels/.rels", "", "core-properties"):
            data = self._package.part_if_there(name)
            if data is not None:
                return tree(data)
        return None

    def _targets(self, relations: str, folder: str, kind: str) -> list[str]:
        data = self._package.part_if_there(relations)
        if data is None:
            return []
        found: dict[str, None] = {}
        for one in tree(data):
            inside = one.get("TargetMode", "Internal") == "Internal"
            if inside and str(one.get("Type", "")).rpartition("/")[2] == kind:
                found[_place(folder, one.get("Target", ""))] = None
        return list(found)


def _place(folder: str, target: str) -> str:
    path = target if target.startswith("/") else join(folder, target)
    return normpath(path).lstrip("/")
