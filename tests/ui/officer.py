"""An officer who types a case into a new window by keyboard alone."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from lapas_desktop.storage.office import Office
from lapas_desktop.ui.beside import BesideCard
from lapas_desktop.ui.checks_card import ChecksCard
from lapas_desktop.ui.compare_page import ComparePage
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.linked_record import LinkedRecord
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.window import Window
from tests.documents.samples import words
from tests.ui.conftest import forget_typing
from tests.ui.hands import Hands


class Officer:
    """Types one case into a new window; the day moves on when told."""

    def __init__(self, office: Office, day: datetime, qtbot: QtBot) -> None:
        self.office, self.day, self._qtbot = office, day, qtbot
        window = Window()
        self.desk = Desk(window, office, Jobs(), lambda: self.day)
        qtbot.addWidget(window, before_close_func=lambda _window: forget_typing(self.desk))
        window.show()
        self.hands = Hands(self.desk, qtbot)

    @property
    def page(self) -> RecordPage:
        assert self.desk.page is not None
        return self.desk.page

    def introduce(self, name: str, city: str, kanwil: str, head: str, since: str, kasubsi: str) -> None:
        """The first start."""
        hands = self.hands
        hands.fill("name", name)
        hands.fill("city", city)
        hands.fill("kop", "")
        hands.press("Ctrl+End")
        for line in (f"KANTOR WILAYAH {kanwil.upper()}", name.upper(), f"Jalan Contoh No. 1, {city}"):
            hands.press("Return")
            hands.type(line)
        hands.fill("head", head)
        hands.fill("head_since", since)
        hands.fill("kasubsi", kasubsi)
        hands.push("Mulai bekerja")

    def sheet(self, name: str, *rows: str, at: int = 0) -> None:
        """Rows as copied from Excel, pasted into a sheet from a row on, its first cell reached by Tab."""
        view = self.page.form.grids[name].view
        self.hands.tab_to(lambda widget: widget is view)
        self.hands.press("Ctrl+Home", *["Down"] * at)
        for row in rows:
            for place, text in enumerate(row.split("|")):
                if place:
                    self.hands.press("Tab")
                if text:
                    self.hands.type(text)
            self.hands.press("Return", *["Home"])
        assert not self.page.form.grids[name].rows_model.bad

    def partner(self, name: str, roles: str, street: str, signatory: str, job: str) -> None:
        """A partner that is not known yet, made from the sheet of parties."""
        hands = self.hands

        def fill(page: RecordPage) -> None:
            hands.fill("name", name)
            hands.fill("roles", roles)
            for sheet, cells in (("addresses", ("kantor", street, "Palangka Raya")), ("signatories", (signatory, job))):
                hands.tab_to(partial(operator.is_, page.form.grids[sheet].view))
                for cell in cells:
                    hands.type(cell)
                    hands.press("Tab")

        self._made_here(fill)

    def product(self, name: str) -> None:
        """A product that is not known yet, made from the sheet of products."""
        hands = self.hands
        hands.tab_to(partial(operator.is_, self.page.form.grids["products"].view))
        self._made_here(lambda _page: hands.fill("name", name))

    def _made_here(self, fill: Callable[[RecordPage], object]) -> None:
        def when_open() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, LinkedRecord) or not dialog.isAncestorOf(self.hands.at):
                QTimer.singleShot(20, when_open)
                return
            fill(dialog.page)
            self.hands.press("Ctrl+S")

        QTimer.singleShot(20, when_open)
        self.hands.press("Ctrl+Shift+N")
        self.hands.back()

    def saved(self) -> None:
        self.hands.press("Ctrl+S")
        assert not self.page.changed, {
            n: (g.rows_model.rows, g.rows_model.bad) for n, g in self.page.form.grids.items()
        }

    def shown(self) -> str:
        return "\n".join(found.text() for found in self.desk.window.findChildren(QLabel) if found.isVisible())

    def mend(self, finding: str, field: str, text: str) -> None:
        """Goes from a finding of the check to its field and mends it."""
        (card,) = self.page.findChildren(ChecksCard)
        self.hands.wait(lambda: self._place_of(card, finding) is not None)
        self.take(card, finding)
        if field:
            self.hands.fill(field, text)
        else:
            self.hands.type(text)
        self.saved()
        self.hands.wait(lambda: self._place_of(card, finding) is None)

    def take(self, card: BesideCard, words: str) -> None:
        """Enter on the row of a card beside the form; the card is opened where it has no room."""
        if not card.rows.isVisible():
            title = card.rows.accessibleName()
            self.hands.tab_to(lambda widget: widget.accessibleName() == f"Tunjukkan: {title}")
            self.hands.press("Space")
        self.hands.tab_to(lambda widget: widget is card.rows)
        self.hands.press("Home", *["Down"] * (self._place_of(card, words) or 0), "Return")

    @staticmethod
    def _place_of(card: BesideCard, finding: str) -> int | None:
        role = Qt.ItemDataRole.AccessibleTextRole
        items = map(card.rows.item, range(card.rows.count()))
        told = [item.text() or str(item.data(role)) for item in items]
        return next((number for number, text in enumerate(told) if finding in text), None)

    def sign(self, place: str, number: str = "") -> None:
        """By its button; the panel proposes the day and the number there is."""
        self.hands.push("Tandatangani…")
        self.hands.wait(lambda: self.hands.at.objectName() == "number")
        if number:
            self.hands.fill("number", number)
        self.hands.fill("signed_at", place)
        self.hands.press("Return", "Return")

    def printed(self) -> str:
        """All words of the paper in the preview, closed again by Esc."""
        printing = self.desk.printing
        self.hands.wait(lambda: printing.preview is not None and printing.preview.isVisible())
        assert printing.preview is not None
        told = words(printing.preview._path)
        printing.preview.activateWindow()
        self.hands.press("Esc")
        self.hands.wait(lambda: printing.preview is None or not printing.preview.isVisible())
        self.hands.back()
        return told

    def compared(self) -> str:
        return "".join(page.text.toPlainText() for page in self.desk.window.findChildren(ComparePage))

    def stored(self, entity: Any) -> Any:
        """The newest record of a kind with its rows."""
        with self.office.session() as session:
            record = session.scalars(select(entity).order_by(entity.id.desc())).first()
            for name in record.children:
                list(getattr(record, name))
            return record
