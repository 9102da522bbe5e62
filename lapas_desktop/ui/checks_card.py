"""“Pemeriksaan sebelum cetak”: what is wrong or doubtful in an agreement, each with a jump to its field."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.services.signing import Check, checks
from lapas_desktop.ui.icons import icon
from lapas_desktop.ui.palette import URGENCY, grown
from lapas_desktop.ui.parts import button, card, label, row
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.workplace import Workplace

WIDTH = 310
_HIGH = 190  # of the list where it stands over the form
_FIELD = int(Qt.ItemDataRole.UserRole)


class ChecksCard(QWidget):
    """Beside the form, or one line over it where the page is narrow. It looks at the saved record."""

    def __init__(self, at: Workplace, page: RecordPage) -> None:
        super().__init__()
        self._at, self._page = at, page
        self._found: Sequence[Check] | None = None
        self._open = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 20, 8)
        self._outer = outer
        frame, inner = card()
        outer.addWidget(frame)
        inner.setContentsMargins(12, 8, 12, 8)
        self._state = label("", "muted", wrap=True)
        self._toggle = button("", self._turn, "link")
        inner.addLayout(row(label(_(N_("Pemeriksaan sebelum cetak")), "section"), 1, self._toggle))
        inner.addWidget(self._state)
        self.rows = QListWidget()
        self.rows.setObjectName("findings")
        self.rows.setAccessibleName(_(N_("Pemeriksaan sebelum cetak")))
        self.rows.setWordWrap(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.rows.setIconSize(QSize(grown(16), grown(16)))
        self.rows.itemActivated.connect(self._jump)
        self.rows.itemClicked.connect(self._jump)
        inner.addWidget(self.rows, 1)
        inner.addStretch(0)
        self._inner = inner
        page.typing.connect(self.refresh)
        page.saved.connect(lambda _saved: self.refresh())
        page.settled_down.connect(self._say)
        page.form.edited.connect(self._say)
        page.take_beside(self)
        self._fit()
        self.refresh()

    def refresh(self) -> None:
        """Looks again, behind the window."""
        record_id = self._page.record_id
        if record_id is None:
            self._show(())
        else:
            work = partial(checks, self._at.office, record_id, self._at.clock().date())
            self._at.jobs.run(self, work, self._show, self._at.say)

    def _show(self, found: Sequence[Check]) -> None:
        self._found = found
        self.rows.clear()
        for check in found:
            picture, ink = URGENCY["bad" if check.finding.wrong else "warning"]
            item = QListWidgetItem(icon(picture, ink), f"{check.finding.severity.capitalize()} · {check.text}")
            item.setData(_FIELD, check.finding.field)
            self.rows.addItem(item)
        self._say()
        self._fit()

    def _say(self) -> None:
        if self._page.record_id is None:
            self._state.setText(_(N_("Diperiksa setelah disimpan.")))
            return
        if self._found is None:
            self._state.setText(_(N_("Memeriksa…")))
            return
        wrong = sum(check.finding.wrong for check in self._found)
        counted = _(N_("{wrong} salah · {doubts} ragu")).format(wrong=wrong, doubts=len(self._found) - wrong)
        told = counted if self._found else _(N_("Siap dicetak."))
        self._state.setText(f"{told} ({_(N_('dari yang tersimpan'))})" if self._page.changed else told)

    def _jump(self, item: QListWidgetItem) -> None:
        self._page.form.go_to(item.data(_FIELD))

    def _turn(self) -> None:
        self._open = not self._open
        self._fit()

    def _fit(self) -> None:
        wide = bool(self.property("wide"))
        shown = bool(self._found) and (wide or self._open)
        self.rows.setVisible(shown)
        self._toggle.setVisible(bool(self._found) and not wide)
        words = _(N_("Sembunyikan")) if self._open else _(N_("Tunjukkan"))
        self._toggle.setText(words)
        self._toggle.setAccessibleName(f"{words}: {self.rows.accessibleName()}")
        self._outer.setContentsMargins(0 if wide else 20, 8, 20, 8 if wide else 0)
        self._inner.setStretch(self._inner.count() - 1, 0 if shown else 1)
        if wide:
            self.setFixedWidth(grown(WIDTH))
            self.rows.setMaximumHeight(16_777_215)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
            self.rows.setFixedHeight(grown(_HIGH))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DynamicPropertyChange:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rows.doItemsLayout()
