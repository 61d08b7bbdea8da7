"""What is written into the registry, looked at in one made of a dictionary."""

import pytest

from annotator.exchange.desktop import windows
from annotator.exchange.desktop.failures import CannotWrite
from annotator.exchange.desktop.launcher import Launcher

PROGRAM = "C:\\Program Files\\Python\\pythonw.exe"
LAUNCHER = Launcher(PROGRAM, ("-P", "-m", "annotator", "--data-dir", "C:\\a b"), None)


class Keys(dict[str, str]):
    """A registry: keys above one that is put are made, one with keys below it is not dropped."""

    told = 0

    def put(self, key: str, value: str) -> None:
        parts = key.split("\\")
        for end in range(1, len(parts)):
            self.setdefault("\\".join(parts[:end]), "")
        self[key] = value

    def value(self, key: str) -> str:
        return self.get(key, "")

    def drop(self, key: str) -> None:
        if not any(one.startswith(key + "\\") for one in self):
            self.pop(key, None)

    def tell(self) -> None:
        self.told += 1


def test_both_types_open_with_the_program() -> None:
    keys = Keys()
    windows.write(LAUNCHER, keys)
    assert windows.is_written(keys)
    for suffix in (".assignment", ".handin"):
        name = keys["Software\\Classes\\" + suffix]
        assert keys[f"Software\\Classes\\{name}\\shell\\open\\command"] == (
            f'"{PROGRAM}" -P -m annotator --data-dir "C:\\a b" "%1"'
        )
    assert keys.told == 1


def test_nothing_of_it_is_left() -> None:
    keys = Keys({"Software": "", "Software\\Classes": "", "Software\\Classes\\.txt": "txtfile"})
    before = dict(keys)
    windows.write(LAUNCHER, keys)
    windows.erase(keys)
    assert dict(keys) == before
    assert not windows.is_written(keys)


def test_a_suffix_that_another_program_took_is_left_to_it() -> None:
    keys = Keys()
    windows.write(LAUNCHER, keys)
    keys["Software\\Classes\\.handin"] = "Other.Program"
    assert not windows.is_written(keys)
    windows.erase(keys)
    assert keys["Software\\Classes\\.handin"] == "Other.Program"


def test_a_registry_that_is_closed_is_a_sentence() -> None:
    class Closed(Keys):
        def put(self, key: str, value: str) -> None:
            raise PermissionError(13, "Access is denied", f"{key}={value}")

    with pytest.raises(CannotWrite) as refused:
        windows.write(LAUNCHER, Closed())
    assert "Access is denied" in refused.value.sentence
