"""Every page of the window on the practice office, one after the other, for tests that look at all of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.welcome_page import Ways, WelcomePage
from lapas_desktop.ui.workplace import Workplace


def settle(desk: Desk) -> None:
    """Forms stand whole, work behind the window has come in, and the layouts have found their places."""
    if desk.page:
        desk.page.form.finish()
    desk.jobs.wait()
    QTest.qWait(30)


def every_page(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Name and page: places, lists that find nothing, forms of the first and of a new record, the first start."""
    for place in ("home", "office", "bin", "settings", "practice"):
        desk.go(place)
        settle(desk)
        yield place, shown(desk)
    for screen in SCREENS.values():
        desk.go(screen.key)
        settle(desk)
        listed = desk.lists[screen.key].page
        yield screen.key, listed
        listed.filter.setText("zzz")
        QTest.qWait(80)
        yield f"{screen.key}, nothing found", listed
        listed.filter.clear()
        QTest.qWait(80)
        first = listed.model.record_id(0)
        assert first is not None
        desk.open_record(screen, first)
        settle(desk)
        yield f"{screen.key}, form", shown(desk)
        desk.go(screen.key)
        desk.new_record()
        assert desk.page is not None
        desk.page.form.editors["notes"].type_in("x")
        settle(desk)
        yield f"{screen.key}, new", shown(desk)
        desk.page.changed = False
    desk.go("home")
    at = Workplace(desk.window, desk.office, desk.jobs, desk.clock)
    welcome = WelcomePage(at, Ways(lambda _values: None, lambda: None, lambda: None), lambda: None)
    desk.window.frame.show_page("", welcome, "Mulai", QWidget())
    settle(desk)
    yield "welcome", welcome
    desk.go("home")


def shown(desk: Desk) -> QWidget:
    page = desk.window.frame.pages.currentWidget()
    assert page is not None
    return page


def visible(root: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [found for found in root.findChildren(kind) if found.isVisible() and found.window() is root.window()]


def words(widget: QWidget) -> str:
    """What names a widget in the message of a failed test."""
    text = widget.text() if isinstance(widget, QLabel) else widget.accessibleName()
    return f"{type(widget).__name__} {widget.objectName()} “{text}”"
