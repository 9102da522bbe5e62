"""What a long shift holds: memory by its three owners, and the kinds of Python object that grew."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections import Counter
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication
from shiboken6 import isValid, ownedByPython
from shiboken6.Shiboken import Object

MOST = 12  # kinds told


class _Heap(ctypes.Structure):
    """What glibc's ``mallinfo2`` answers, in bytes."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in ("arena", "free", "small", "mapped_parts", "mapped", "most", "small_free", "used", "unused", "top")
    )


@dataclass(frozen=True)
class Census:
    """Resident memory and the heap's use in MB, blocks of Python, widgets of Qt, objects by kind."""

    resident: float
    heap: float
    taken: float
    blocks: int
    widgets: int
    kinds: Counter[str]

    def told(self, before: Census | None) -> str:
        """One line of figures, and below it the kinds that grew since an earlier census."""
        line = (
            f"{self.resident:.0f} MB; heap {self.heap:.0f} used of {self.taken:.0f}; "
            f"{self.blocks:,} blocks; {self.widgets:,} widgets; {self.kinds.total():,} objects"
        )
        if before is None:
            return line
        grown = Counter({kind: count - before.kinds[kind] for kind, count in self.kinds.items()})
        return line + "\n    " + ", ".join(f"{kind} {count:+,}" for kind, count in grown.most_common(MOST) if count > 0)


def take(resident: float) -> Census:
    """Counts everything now; `resident` as the shift measures it."""
    libc = ctypes.CDLL(None)
    libc.mallinfo2.restype = _Heap
    heap = libc.mallinfo2()
    kinds = Counter(map(_kind, gc.get_objects()))
    return Census(
        resident, (heap.used + heap.mapped) / 1e6, (heap.arena + heap.mapped) / 1e6,
        sys.getallocatedblocks(), len(QApplication.allWidgets()), kinds,
    )  # fmt: skip


def _kind(found: object) -> str:
    kind = type(found)
    name = f"{str(kind.__module__).rpartition('.')[2]}.{kind.__qualname__}"
    if not isinstance(found, Object):
        return name
    if not isValid(found):
        return f"dead {name}"
    return name if ownedByPython(found) else f"{name} of Qt"
