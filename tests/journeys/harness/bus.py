"""The accessibility bus: D-Bus calls as assistive technology sends them."""

from types import TracebackType
from typing import Any, NamedTuple

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
SECONDS = 20.0
"""For one answer: a program that is busy that long is frozen."""


class Place(NamedTuple):
    """Where an object lives: the program's name on the bus, and the object's path."""

    owner: str
    path: str


class Gone(Exception):  # noqa: N818 - usual while a window changes, and no fault
    """The object, or its program, is no longer there."""


class Bus:
    """A connection to the accessibility bus of one session."""

    def __init__(self, session_address: str) -> None:
        with open_dbus_connection(session_address) as session:
            launcher = Place("org.a11y.Bus", "/org/a11y/bus")
            (address,) = _ask(session, launcher, "org.a11y.Bus", "GetAddress")
        self._connection = open_dbus_connection(address)

    def __enter__(self) -> "Bus":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def call(
        self, place: Place, interface: str, method: str, signature: str = "", *values: object
    ) -> Any:
        """The method's one result (a tuple when there are several); Gone when nobody answers."""
        body = _ask(self._connection, place, interface, method, signature, *values)
        return body[0] if len(body) == 1 else body

    def value(self, place: Place, interface: str, name: str) -> Any:
        """A property's value."""
        _signature, value = self.call(
            place, "org.freedesktop.DBus.Properties", "Get", "ss", interface, name
        )
        return value

    def programs(self) -> list[Place]:
        """The root object of each program that shows itself."""
        root = Place(REGISTRY, ROOT)
        children = self.call(root, "org.a11y.atspi.Accessible", "GetChildren")
        return [Place(*one) for one in children]

    def process(self, place: Place) -> int:
        """The process that owns the object."""
        bus = Place("org.freedesktop.DBus", "/org/freedesktop/DBus")
        owner = self.call(
            bus, "org.freedesktop.DBus", "GetConnectionUnixProcessID", "s", place.owner
        )
        return int(owner)


def _ask(
    connection: DBusConnection,
    place: Place,
    interface: str,
    method: str,
    signature: str = "",
    *values: object,
) -> tuple[Any, ...]:
    address = DBusAddress(place.path, bus_name=place.owner, interface=interface)
    message = new_method_call(address, method, signature or None, values)
    reply = connection.send_and_get_reply(message, timeout=SECONDS)
    if reply.header.message_type is MessageType.error:
        raise Gone(f"{interface}.{method} on {place.path}: {reply.body}")
    return tuple(reply.body)
