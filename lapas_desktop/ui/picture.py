"""A picture shown inside the program, fitted to its window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.parts import button, label, row


class Picture(QDialog):
    """One image file."""

    def __init__(self, path: Path, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(860, 640)
        self._picture = QPixmap(str(path))
        layout = QVBoxLayout(self)
        self._shown = label("")
        self._shown.setMinimumSize(200, 150)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setAccessibleName(title)
        layout.addWidget(self._shown, 1)
        layout.addLayout(row(label(title, "muted"), 1, button(_(N_("Tutup")), self.close)))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._picture.isNull():
            self._shown.setText(_(N_("Gambar ini tidak dapat dibaca.")))
            return
        room, ratio = self._shown.size() * self.devicePixelRatioF(), self.devicePixelRatioF()
        fitted = self._picture.scaled(
            room.boundedTo(self._picture.size()),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted.setDevicePixelRatio(ratio)
        self._shown.setPixmap(fitted)
