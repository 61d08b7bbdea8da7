"""A disk that fills while something is written."""

from collections.abc import Iterator
from contextlib import contextmanager

from annotator.services.workspace import Workspace


@contextmanager
def room_for(workspace: Workspace, more: int) -> Iterator[None]:
    """No file of the library can grow by more bytes than that; not on Windows."""
    import resource

    path = workspace.library.path
    largest = max(one.stat().st_size for one in path.parent.glob(f"{path.name}*"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + more, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
