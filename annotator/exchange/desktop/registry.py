"""The registry of Windows by four verbs; this module can be imported there only."""

import sys

if sys.platform == "win32":
    import ctypes
    import winreg
    from contextlib import suppress

    _TYPES_CHANGED = 0x08000000

    class CurrentUser:
        """The keys of whoever is logged in."""

        def put(self, key: str, value: str) -> None:
            """Make a key, and those above it."""
            winreg.SetValue(winreg.HKEY_CURRENT_USER, key, winreg.REG_SZ, value)

        def value(self, key: str) -> str:
            """What a key holds; "" where there is no such key."""
            try:
                return winreg.QueryValue(winreg.HKEY_CURRENT_USER, key)
            except OSError:
                return ""

        def drop(self, key: str) -> None:
            """Remove a key without keys below it; one that is not there is no failure."""
            with suppress(OSError):
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)

        def tell(self) -> None:
            """Have Explorer look again."""
            ctypes.windll.shell32.SHChangeNotify(_TYPES_CHANGED, 0, None, None)
