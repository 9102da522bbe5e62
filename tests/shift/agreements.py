"""Actions of a shift on agreements: the steps of their life, addenda, renewals, pasal, the comparison, many at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.ui.ask_panel import AskPanel
from lapas_desktop.ui.compare_page import ComparePage
from lapas_desktop.ui.desk import SCREENS
from lapas_desktop.ui.many_dialog import ManyDialog
from lapas_desktop.ui.record_page import RecordPage
from tests.shift.shift import Day, Shift, undo

CTRL = Qt.KeyboardModifier.ControlModifier
DAYS = ("", "24/11/26", "1/12/26", "+365", "31/12/27", "32/1/26")
CHANGES = (
    "Berakhir\t\t\t18/1/29", "Pemberitahuan (hari)\t\t\t45", "Ketentuan lain\t\t\tKemasan {mitra} <b>polos</b>",
    "Jumlah disepakati\tKeset\t\t7.500", "Berakhir\t\t\tbesok",
)  # fmt: skip


def opened(shift: Shift, key: str) -> RecordPage | None:
    """The form of any record of a list; none while another form is kept."""
    shift.desk.go(key)
    if shift.desk.page:
        return None
    model = shift.desk.list_place(key).page.model
    record_id = model.record_id(shift.random.randrange(max(1, model.rowCount())))
    if record_id is not None:
        shift.desk.open_record(SCREENS[key], record_id)
    return shift.desk.page


def take_step(shift: Shift) -> None:
    """One of the offers of an agreement or of an addendum, with what it asks."""
    page = opened(shift, "agreements" if shift.random.random() < 0.8 else "addenda")
    if page is None:
        return
    offered = [shown.action.text for shown in page.offered if shown.property("possible") is not False]
    if not offered:
        return
    text = shift.random.choice(offered)
    shift.last.append(text)
    page.act(text)
    answer_panels(shift)
    for dialog in shift.desk.window.findChildren(ManyDialog):
        fill_many(shift, dialog)
    shift.look_at_papers()


def answer_panels(shift: Shift) -> None:
    """Types into what is asked and does it, or gives it up."""
    for panel in shift.desk.window.findChildren(AskPanel):
        if not panel.isVisible():
            continue
        for name, editor in panel.editors.items():
            if shift.random.random() < 0.4:
                editor.type_in(shift.random.choice(DAYS) if name.endswith("_on") else shift.text())
            elif name == "number" and not editor.typed():
                editor.type_in(f"PKS-{shift.done}")
        QTest.qWait(shift.random.choice((0, 180)))
        if shift.random.random() < 0.8:
            panel.answer()
        if panel.isVisible():
            panel.dismiss()


def walk_a_life(shift: Shift) -> None:
    """A draft is signed, amended or renewed, and often the signature is taken back."""
    page = opened(shift, "agreements")
    if page is None:
        return
    for text in shift.random.choice((("Tandatangani…", "Urungkan tanda tangan"), ("Tandatangani…", "Perpanjang"),
                                     ("Akhiri…", "Urungkan pengakhiran"), ("Batalkan…", "Buka kembali"))):  # fmt: skip
        page = shift.desk.page
        if page and page.entity is Agreement and any(shown.action.text == text for shown in page.offered):
            shift.last.append(text)
            page.act(text)
            answer_panels(shift)


def amend(shift: Shift) -> None:
    """An addendum begun on its agreement, filled, saved, perhaps signed and taken back."""
    page = opened(shift, "agreements")
    if page is None or not shift.press(page, "+ Adendum baru"):
        return
    page = shift.desk.page
    if page is None or page.entity is not Addendum:
        return
    page.form.editors["number"].type_in(f"ADD-{shift.done}")
    for name in ("starts_on", "signed_on"):
        page.form.editors[name].type_in("24/11/26")
    page.form.grids["changes"].view.paste("\n".join(shift.random.sample(CHANGES, shift.random.randint(1, 3))))
    QTest.qWait(shift.random.choice((0, 100)))
    if page.save() and shift.desk.page:
        for text in ("Tandatangani", "Urungkan tanda tangan", "Batalkan adendum")[: shift.random.randrange(4)]:
            page = shift.desk.page
            if page and any(shown.action.text == text for shown in page.offered):
                page.act(text)


def compare(shift: Shift) -> None:
    page = opened(shift, "agreements")
    if page is None or not shift.press(page, "Bandingkan…"):
        return
    shown = shift.desk.window.frame.pages.currentWidget()
    if isinstance(shown, ComparePage):
        for choice in (shown.left, shown.right):
            choice.setCurrentIndex(shift.random.randrange(choice.count()))
        shown.only.toggle()
        shift.desk.jobs.wait()
        QTest.qWait(20)
        shown.copy_table()
        QTest.keyClick(shown, Qt.Key.Key_Escape)


def work_on_pasal(shift: Shift) -> None:
    """Pasal taken, moved, typed, compared with the standard, removed."""
    page = shift.desk.page
    if page is None or page.entity is not Agreement:
        page = opened(shift, "agreements")
    if page is None:
        return
    card = page.form.cards["clauses"]
    for _step in range(shift.random.randint(1, 4)):
        pressed = [found for found in card.findChildren(QPushButton) if found.isVisible() and found.isEnabled()]
        if pressed and shift.random.random() < 0.6:
            found = shift.random.choice(pressed)
            shift.last.append(found.text())
            found.click()
            if page is not shift.desk.page:  # the library, or a form that was left
                return
        elif card.names.count():
            card.names.setCurrentRow(shift.random.randrange(card.names.count()))
            if not card.editor.text.isReadOnly():
                card.editor.text.insertPlainText(shift.random.choice(("{mitra} ", "{tidak_ada}", shift.text())))
            QTest.keyClick(card.names, shift.random.choice((Qt.Key.Key_Down, Qt.Key.Key_Delete)))
        QTest.qWait(shift.random.choice((0, 10, 150)))


def make_many(shift: Shift) -> None:
    shift.desk.go("agreements")
    if shift.desk.page is None and shift.press(shift.desk.list_place("agreements").page, "Buat banyak PKS dari ini…"):
        for dialog in shift.desk.window.findChildren(ManyDialog):
            fill_many(shift, dialog)
        if shift.random.random() < 0.8:
            undo(shift)


def fill_many(shift: Shift, dialog: ManyDialog) -> None:
    """A block from a spreadsheet into the sheet; they are made, or it is given up."""
    partner = f"MTR-{shift.random.randint(1, 6):04}"
    rows = [
        f"{partner}\tB-{shift.done}-{n}\t\t{shift.text()[:40]}\t1/12/26" for n in range(shift.random.randint(1, 12))
    ]
    dialog.grid.view.paste("\n".join(rows))
    if shift.random.random() < 0.8:
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
        shift.desk.jobs.wait()
        QTest.qWait(40)
    shift.give_up(dialog)


AGREEMENTS: Day = {
    take_step: 6, walk_a_life: 4, amend: 3, compare: 1, work_on_pasal: 4, make_many: 1,
}  # fmt: skip
