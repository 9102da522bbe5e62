"""Search everything (Ctrl+K): a line in the top bar and its answers under it, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.icons import icon
from lapas_desktop.ui.parts import label

WAIT_MS = 60
WIDTH, LEAST = 365, 150
_HIT = int(Qt.ItemDataRole.UserRole)

# (typed, done) → calls done(hits) later; a hit has title and subtitle
Find = Callable[[str, Callable[[Sequence[object]], object]], object]


class SearchBox(QLineEdit):
    """``chosen`` tells the hit that was picked. Nothing is found until ``find`` is set."""

    chosen = Signal(object)

    def __init__(self, over: QWidget) -> None:
        """``over`` is the widget that the answers float over."""
        super().__init__()
        self.find: Find | None = None
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMaxLength(100)
        self.setPlaceholderText(_(N_("Cari produk, mitra, PKS, pengiriman… (Ctrl+K)")))
        self.setAccessibleName(_(N_("Cari semuanya")))
        self._over = over
        self._asked = 0
        self.answers = QFrame(over)
        self.answers.setObjectName("answers")
        inner = QVBoxLayout(self.answers)
        inner.setContentsMargins(4, 4, 4, 4)
        self.hits = QListWidget()
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setAccessibleName(_(N_("Hasil pencarian")))
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = label("", "muted", wrap=True)
        inner.addWidget(self.hits)
        inner.addWidget(self._nothing)
        self.answers.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        self.textEdited.connect(lambda _text: self._timer.start(WAIT_MS))
        self.hits.itemClicked.connect(self._pick)
        over.installEventFilter(self)

    def begin(self) -> None:
        """The cursor in the line, what was typed selected, and what was used last under it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._ask()

    def _ask(self) -> None:
        if self.find is None:
            return
        self._asked += 1
        asked = self._asked
        self.find(self.text(), lambda found: self._show(asked, found))

    def _show(self, asked: int, found: Sequence[object]) -> None:
        if asked != self._asked or not self.hasFocus():
            return
        self.hits.clear()
        for hit in found:
            title, subtitle = str(getattr(hit, "title", "")), str(getattr(hit, "subtitle", ""))
            item = QListWidgetItem(f"{title}\n{subtitle}" if subtitle else title)
            item.setData(_HIT, hit)
            self.hits.addItem(item)
        self.hits.setCurrentRow(0)
        self.hits.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._nothing.setText(_(N_("Tidak ditemukan. Periksa ejaannya, atau coba kata lain.")))
        self._place(len(found))
        self.answers.show()
        self.answers.raise_()

    def _place(self, count: int) -> None:
        corner = self.mapTo(self._over, QPoint(0, self.height() + 4))
        width = min(max(self.width(), 460), self._over.width() - 24)
        left = max(12, min(corner.x(), self._over.width() - width - 12))
        wanted = sum(self.hits.sizeHintForRow(row) for row in range(count)) + 22 if count else 60
        self.answers.setGeometry(left, corner.y(), width, min(wanted, self._over.height() - corner.y() - 20))

    def _pick(self, item: QListWidgetItem | None) -> None:
        self.answers.hide()
        if item is not None:
            self.clear()
            self.clearFocus()
            self.chosen.emit(item.data(_HIT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.answers.isVisible():
            step = 1 if key == Qt.Key.Key_Down else -1
            self.hits.setCurrentRow((self.hits.currentRow() + step) % max(1, self.hits.count()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.answers.isVisible():
                self._pick(self.hits.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.answers.hide()
            self.clear()
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.answers.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.answers.hide()
        return super().eventFilter(watched, event)
