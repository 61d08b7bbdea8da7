"""Why something could not be fetched."""

from annotator.model.failure import Refusal
from annotator.words import _


class NotAnAddress(Refusal):
    """Words that name no page of the web."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is no address of a web page, so nothing was fetched: "
                "copy the whole address from the browser; it begins with https:// or http://."
            )
        )


class OnThisComputer(Refusal):
    """The address of a file (file:), which is no page of the web."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "It is the address of a file on this computer, so nothing was fetched: give the "
                "file’s name and folder, without “file://”."
            )
        )


class LeadsAway(Refusal):
    """A redirect to something that is no page of the web."""

    def __init__(self, scheme: str) -> None:
        self.scheme = scheme
        super().__init__(
            _(
                "The address leads on to something that is no web page ({scheme}:), and that was "
                "not opened: check the address."
            ).format(scheme=scheme)
        )


class LeadsHome(Refusal):
    """A redirect from the web into the person's own network."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The address leads from the web into this computer’s own network, and that was "
                "not opened: check the address."
            )
        )


class LeadsInCircles(Refusal):
    """More redirects than any page needs."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(
            _(
                "The address leads on more than {most} times, so nothing was added: open it in a "
                "browser, and copy the address that it shows in the end."
            ).format(most=most)
        )


class NoAnswer(Refusal):
    """Nobody answers."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(
            _(
                "Nothing came from the address within {seconds} seconds, so nothing was added: "
                "try again later, or copy the article’s text in the browser and paste it."
            ).format(seconds=seconds)
        )


class TooSlow(Refusal):
    """Somebody answers, so slowly that nobody would wait for the rest."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(
            _(
                "The site sends the page so slowly that it was given up after {seconds} seconds, "
                "and nothing was added: try again later, or copy the article’s text in the "
                "browser and paste it."
            ).format(seconds=seconds)
        )


class NoSuchHost(Refusal):
    """The name of the site is known to nobody, or the computer is not on the network."""

    def __init__(self, host: str) -> None:
        self.host = host
        super().__init__(
            _(
                "No site “{host}” can be found, so nothing was added: "
                "check the address and whether this computer is connected to the internet."
            ).format(host=host)
        )


class NotConnected(Refusal):
    """The site is known, but does not take the call."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The site cannot be reached, so nothing was added: check the address, or try "
                "again later."
            )
        )


class NotSecure(Refusal):
    """Whoever answers cannot show that they are the site."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The site’s certificate cannot be trusted, so nothing was added: check the "
                "computer’s date, or open the page in a browser and copy its text."
            )
        )


class BrokenOff(Refusal):
    """Part of it came."""

    def __init__(self) -> None:
        super().__init__(
            _("The page broke off while it was being fetched, so nothing was added: try again.")
        )


class TooMuch(Refusal):
    """A page or a document that is larger than any article. `megabytes` is the most."""

    def __init__(self, megabytes: int) -> None:
        self.megabytes = megabytes
        super().__init__(
            _(
                "What the address holds is larger than {megabytes} MB, so it was not fetched: "
                "copy the article’s text and paste it."
            ).format(megabytes=megabytes)
        )


class OtherKind(Refusal):
    """Neither a page nor a document: `kind` is as the server calls it."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(
            _(
                "The address holds no page or document but {kind}, so nothing was added: "
                "give the address of the article itself."
            ).format(kind=kind)
        )


class Closed(Refusal):
    """The site lets only some in."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(
            _(
                "The site does not give the page to this program (status {status}): "
                "open it in a browser, copy the article’s text and paste it."
            ).format(status=status)
        )


class NotThere(Refusal):
    """The site knows no such page."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(
            _(
                "There is no page at this address (status {status}), so nothing was added: "
                "check the address."
            ).format(status=status)
        )


class SiteFails(Refusal):
    """The site has a fault of its own, or is asked too often."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(
            _(
                "The site could not give the page (status {status}), so nothing was added: "
                "try again later."
            ).format(status=status)
        )


class NoArticleThere(Refusal):
    """A page that came, without a word in it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The page came without any text, so nothing was added; perhaps a script writes it "
                "or one must log in: open it in a browser, copy the article’s text and paste it."
            )
        )
