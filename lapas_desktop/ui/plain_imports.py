"""Python's own import again, after PySide6 has put itself in its place.

PySide6 reads the source of every module imported after it, to see whether it asks for `__feature__`. No module here
does; reading them all costs a fifth of the start and twenty megabytes.
"""

from __future__ import annotations

import builtins


def restore() -> None:
    """To be called once PySide6 is loaded; nothing happens where it has not replaced the import."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
