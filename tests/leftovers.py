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
    """Items that Python holds as living for a layout which has them no more.

    Only layouts are asked that hold items already: asking makes Python hold them.
    """
    gc.collect()
    layouts = [found for found in gc.get_objects() if isinstance(found, QLayout) and isValid(found)]
    held = {layout: [item for item in gc.get_referents(layout) if living(item)] for layout in layouts}
    return [
        item
        for layout, items in held.items()
        if items
        for there in (set(items_in(layout)),)
        for item in items
        if isValid(item) and getCppPointer(item)[0] not in there
    ]


def living(item: object) -> bool:
    return isinstance(item, QLayoutItem) and not isinstance(item, QLayout) and isValid(item)
