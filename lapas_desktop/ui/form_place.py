"""Where somebody is at work in a form, so that another form of the same record can take over."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from lapas_desktop.ui.form import Form


@dataclass(frozen=True)
class Place:
    """The editor or sheet with the cursor, nothing when it is elsewhere; the cell; pixels scrolled down."""

    name: str
    row: int
    column: int
    scrolled: int


def place_in(form: Form) -> Place:
    """Where the cursor is and how far the form is scrolled."""
    focus, scrolled = QApplication.focusWidget(), form.verticalScrollBar().value()
    for name, part in {**form.editors, **form.grids}.items():
        if focus and part.isAncestorOf(focus):
            cell = form.grids[name].view.currentIndex() if name in form.grids else None
            return Place(name, cell.row() if cell else 0, cell.column() if cell else 0, scrolled)
    return Place("", 0, 0, scrolled)


def go_back(form: Form, place: Place) -> None:
    """Cursor and page where they were in another form of the same kind."""
    if place.name in form.grids:
        view = form.grids[place.name].view
        view.setFocus()
        view.go_to(place.row, place.column)
    elif place.name in form.editors:
        form.editors[place.name].input.setFocus()
    form.settle()
    QApplication.sendEvent(form, QEvent(QEvent.Type.LayoutRequest))  # only now the page is as high as it will be
    form.verticalScrollBar().setValue(place.scrolled)
