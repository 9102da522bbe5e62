"""Memory that large work takes goes back to the system."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

_MMAP_THRESHOLD, _TRIM_THRESHOLD, _ARENAS = -3, -1, -8  # from glibc's malloc.h
_LARGE = 256 * 1024  # bytes


def give_back_large_blocks() -> None:
    """Lets glibc return every large block when it is freed, as Windows does by itself.

    Left alone, glibc raises that limit to the largest block it has seen (32 MB), and the pictures of papers then leave
    holes in the heap: a day of printing made the program half as large again.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library
            libc = ctypes.CDLL(None)
            for what, value in ((_MMAP_THRESHOLD, _LARGE), (_TRIM_THRESHOLD, 2 * _LARGE), (_ARENAS, 2)):
                libc.mallopt(what, value)
