"""“Pemeriksaan sebelum cetak”: what is wrong, doubtful or in order in a record, each with a jump to its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QListWidgetItem

from lapas_desktop.i18n import N_, _
from lapas_desktop.services.signing import Check
from lapas_desktop.ui.beside import BesideCard
from lapas_desktop.ui.icons import icon
from lapas_desktop.ui.palette import GOOD, URGENCY
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.workplace import Workplace

PAUSE_MS = 250  # after the form was worked out it is looked at again
_FIELD = int(Qt.ItemDataRole.UserRole)

Look = Callable[[], Callable[[], Sequence[Check]] | None]


class ChecksCard(BesideCard):
    """``look`` gives the work that finds the checks, None when there is nothing to look at yet.

    ``live``: it looks at what is typed; else at the saved record.
    """

    def __init__(self, at: Workplace, page: RecordPage, look: Look, live: bool = False) -> None:
        super().__init__(_(N_("Pemeriksaan sebelum cetak")))
        self._at, self._page, self._look, self._live = at, page, look, live
        self._asked = 0
        self._found: Sequence[Check] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.refresh)
        if live:
            page.form.worked_out.connect(lambda _values: self._pause.start(PAUSE_MS))
        else:
            page.typing.connect(self.refresh)
        page.saved.connect(lambda _saved: self.refresh())
        page.settled_down.connect(self._say)
        page.form.edited.connect(self._say)
        if live:
            self._say()  # the form tells when it stands
        else:
            self.refresh()

    def refresh(self) -> None:
        """Looks again, behind the window."""
        self._asked += 1
        work = self._look()
        if work is None:
            self._show(self._asked, ())
        else:
            self._at.jobs.run(self, work, partial(self._show, self._asked), self._at.say)

    def _show(self, asked: int, found: Sequence[Check]) -> None:
        if asked != self._asked:
            return  # it was looked again meanwhile
        self._found, here = found, self.rows.currentRow()
        self.rows.clear()
        for check in found:
            picture, ink = GOOD if check.finding.good else URGENCY["bad" if check.finding.wrong else "warning"]
            item = QListWidgetItem(icon(picture, ink), f"{check.finding.severity.capitalize()} · {check.text}")
            item.setData(_FIELD, check.finding.field)
            self.rows.addItem(item)
        self.rows.setCurrentRow(min(here, self.rows.count() - 1))
        self._say()
        self.fit()

    def _say(self) -> None:
        if not self._live and self._page.record_id is None:
            self.state.setText(_(N_("Diperiksa setelah disimpan.")))
            return
        if self._found is None:
            self.state.setText(_(N_("Memeriksa…")))
            return
        wrong = sum(check.finding.wrong for check in self._found)
        doubts = sum(not check.finding.wrong and not check.finding.good for check in self._found)
        told = _(N_("{wrong} salah · {doubts} ragu")).format(wrong=wrong, doubts=doubts)
        told = told if wrong or doubts else _(N_("Siap dicetak."))
        stored = not self._live and self._page.changed
        self.state.setText(f"{told} ({_(N_('dari yang tersimpan'))})" if stored else told)

    def taken(self, item: QListWidgetItem) -> None:
        self._page.form.go_to(item.data(_FIELD))
