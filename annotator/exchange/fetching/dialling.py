"""Connections that tell the line whom they have reached, before a word is said.

A name may lead into a person's own network as well as a number can, and only who is connected knows
where to. urllib3 is imported with this module, so it is imported when something is fetched.
"""

import socket
from collections.abc import Callable
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool

Reached = Callable[[socket.socket, bool], None]
"""Told of a new connection, and whether it is one to a proxy. May close it and raise a refusal."""


class _Plain(HTTPConnection):
    def __init__(self, *given: Any, reached: Reached, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*given, **more)
        self._reached = reached

    def _new_conn(self) -> socket.socket:
        made = super()._new_conn()
        self._reached(made, self.proxy is not None)
        return made


class _Secure(_Plain, HTTPSConnection):
    """The same, and what is said is sealed."""


def tell(pool: HTTPConnectionPool, reached: Reached) -> None:
    """Let every connection of a pool be told of."""
    secure = issubclass(pool.ConnectionCls, HTTPSConnection)
    vars(pool)["ConnectionCls"] = _Secure if secure else _Plain
    pool.conn_kw["reached"] = reached
