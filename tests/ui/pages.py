"""Every page of the window on the practice office, one after the other, for tests that look at all of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from sqlalchemy import select

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.partner import Partner
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.addenda import blank_addendum, sign_addendum
from lapas_desktop.services.clause_library import change_for_office
from lapas_desktop.services.records import save_record
from lapas_desktop.ui.ask_panel import AskPanel
from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.list_screen import ListScreen
from lapas_desktop.ui.many_dialog import ManyDialog
from lapas_desktop.ui.merge_dialog import MergeDialog
from lapas_desktop.ui.welcome_page import Ways, WelcomePage
from lapas_desktop.ui.workplace import Workplace


def settle(desk: Desk) -> None:
    """Forms stand whole, work behind the window has come in, and the layouts have found their places."""
    if desk.page:
        desk.page.form.finish()
    QTest.qWait(30)
    while desk.jobs.busy:  # what came in may ask for more
        desk.jobs.wait()
        QApplication.processEvents()
    QApplication.processEvents()  # what came in shows itself
    for _inwards in range(4):  # a card, its page, the area that scrolls it, the window
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def every_page(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Name and page: places, lists that find nothing, forms of the first and of a new record, dialogs, the first start.

    The window of a page is the desk's own, or a dialog.
    """
    for place in ("home", "calendar", "reports", "office", "bin", "settings", "practice"):
        desk.go(place)
        settle(desk)
        yield place, shown(desk)
    amend(desk)
    for screen in SCREENS.values():
        desk.go(screen.key)
        settle(desk)
        listed = desk.lists[screen.key].page
        yield screen.key, listed
        _filter(listed, "zzz")
        yield f"{screen.key}, nothing found", listed
        _filter(listed, "")
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
    yield from _beside_forms(desk)
    yield from asked(desk)
    yield from dialogs(desk)
    desk.go("home")
    at = Workplace(desk.window, desk.office, desk.jobs, desk.clock)
    welcome = WelcomePage(at, Ways(lambda _values: None, lambda: None, lambda: None), lambda: None)
    desk.window.frame.show_page("", welcome, "Mulai", QWidget())
    settle(desk)
    yield "welcome", welcome
    desk.go("home")


def _filter(listed: ListScreen, text: str) -> None:
    listed.filter.setText(text)
    for _turn in range(200):
        if listed.model.typed == text:
            return
        QTest.qWait(10)
    raise AssertionError("not filtered")


def amend(desk: Desk) -> None:
    """An addendum to a running agreement, one that is not signed, and a pasal of the office's own, all of today."""
    office, now = desk.office, desk.clock()
    with office.session() as session:
        running = select(Agreement.id).where(Agreement.stage == "signed", Agreement.ends_on > now.date())
        agreement_id = session.scalars(running.order_by(Agreement.id)).first()
    assert agreement_id is not None
    change_for_office(office, "ekspor/pelaksanaan", now)
    changes = [{"field": "notice_days", "new": "45"}, {"field": "other", "new": "Kemasan polos tanpa merek."}]
    told = {"number": "ADD-01", "starts_on": now.date(), "signed_on": now.date(), "changes": changes}
    values = blank_addendum(office, agreement_id, now.date()) | told
    sign_addendum(office, save_record(office, Addendum, values, now).id, now)
    told = {"number": "ADD-02", "starts_on": now.date(), "changes": [{"field": "notice_days", "new": "30"}]}
    save_record(office, Addendum, blank_addendum(office, agreement_id, now.date()) | told, now)


def _beside_forms(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """The form of an agreement with all its pasal, its comparison, and the library that it leads to."""
    with desk.office.session() as session:
        addendum = session.scalars(select(Addendum)).first()
        draft = session.scalars(select(Agreement.id).where(Agreement.stage == "draft")).first()
    assert addendum is not None and draft is not None
    desk.open_record(SCREENS["agreements"], draft)
    assert desk.page is not None
    pasal = desk.page.form.cards["clauses"]
    pasal.take_standard()
    pasal.editor.text.insertPlainText("{tidak_ada} ")
    settle(desk)
    desk.page.form.go_to_section(7)
    yield "agreements, pasal", shown(desk)
    desk.page.changed = False
    desk.open_record(SCREENS["agreements"], addendum.agreement_id)
    settle(desk)
    next(found for found in desk.window.findChildren(QPushButton) if found.text() == _("Bandingkan…")).click()
    settle(desk)
    yield "comparison", shown(desk)
    desk.go("library:ekspor")
    settle(desk)
    yield "library", shown(desk)


def asked(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """What the steps of an agreement ask first, once untouched and once with all that may be wrong."""
    with desk.office.session() as session:
        draft = session.scalars(select(Agreement.id).where(Agreement.stage == "draft")).first()
        signed = session.scalars(select(Agreement.id).where(Agreement.stage == "signed")).first()
    for agreement_id, step in ((draft, N_("Tandatangani…")), (draft, N_("Batalkan…")), (signed, N_("Akhiri…"))):
        assert agreement_id is not None
        desk.open_record(SCREENS["agreements"], agreement_id)
        settle(desk)
        assert desk.page is not None
        desk.page.act(_(step))
        (panel,) = (found for found in desk.page.findChildren(AskPanel) if found.isVisible())
        settle(desk)
        yield f"agreements, {step}", shown(desk)
        for editor in panel.editors.values():
            editor.type_in("")
        panel.answer()
        settle(desk)
        yield f"agreements, {step} unanswered", shown(desk)
        panel.dismiss()


def dialogs(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Two partners that are one, before and after the other is chosen; many agreements from one, with wrong cells."""
    at = Workplace(desk.window, desk.office, desk.jobs, desk.clock)
    with desk.office.session() as session:
        first, second, *_others = session.scalars(select(Partner.id).order_by(Partner.id)).all()
        agreement_id = session.scalars(select(Agreement.id).where(Agreement.stage == "signed")).first()
    assert agreement_id is not None
    desk.go("partners")
    for other in (None, second):
        merging = MergeDialog(at, first, other)
        merging.open()
        settle(desk)
        yield f"partners, merging with {other}", merging
        merging.reject()
    desk.go("agreements")
    many = ManyDialog(at, agreement_id)
    many.open()
    settle(desk)
    yield "agreements, many", many
    many.grid.view.paste("MTR-0001\tB-1\t\t\t1/12/26\n999\tB-2\t\t\t32/1/26")
    many.make()
    settle(desk)
    yield "agreements, many with wrong cells", many
    many.grid.rows_model.load([])
    many.reject()


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
