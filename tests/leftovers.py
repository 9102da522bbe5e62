"""What Python may still hold of things that Qt has deleted."""

from __future__ import annotations

import gc
from collections.abc import Iterator

from PySide6.QtWidgets import QLayout, QLayoutItem
from shiboken6 import getCppPointer, isValid


def items_in(layout: QLayout) -> Iterator[int]:
    """Where the items of a layout lie, and those of the layouts in it."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        assert item is not None
        yield getCppPointer(item)[0]
        inner = item.layout()
        if inner is not None:
            yield from items_in(inner)


def lost_items() -> list[QLayoutItem]:
    """Items that Python holds for a layout which has them no more. Only layouts are asked that hold items already."""
    gc.collect()
    held = [found for found in gc.get_objects() if isinstance(found, QLayoutItem) and not isinstance(found, QLayout)]
    return [
        item
        for item in held
        for layout in gc.get_referrers(item)
        if isinstance(layout, QLayout) and isValid(layout) and getCppPointer(item)[0] not in set(items_in(layout))
    ]
