"""Shows one help page: its text in the colours worn now, its pictures as wide as fits, its links by key or mouse."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QResizeEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QTextBrowser

from lapas_desktop.i18n import N_, _
from lapas_desktop.services.help import Topic, help_folder, html, topic
from lapas_desktop.ui.palette import current

SUFFIX = ".md"
_SHEET = Template("""
h1 { font-size: ${h1}pt; color: $accent; margin-top: 4px; margin-bottom: 8px; }
h2 { font-size: ${h2}pt; color: $text; margin-top: 16px; margin-bottom: 4px; }
p, li { color: $text; margin-top: 4px; margin-bottom: 6px; }
ul, ol { margin-top: 2px; margin-bottom: 6px; -qt-list-indent: 1; }
a { color: $accent; }
code { color: $text; background-color: $neutral_ground; font-family: '$family'; font-weight: bold; }
table { border-collapse: collapse; margin-top: 4px; margin-bottom: 8px; }
td, th { color: $text; padding: 3px 6px; border: 1px solid $line; }
th { background-color: $page; color: $muted; text-align: left; }
blockquote { background-color: $accent_soft; color: $text; margin-left: 0px; margin-right: 0px; }
""")


class HelpReader(QTextBrowser):
    """Links between pages lead to ``turned``; links that lead out of the program are not followed."""

    turned = Signal(str)  # the page that is shown now

    def __init__(self) -> None:
        super().__init__()
        self.shown: Topic | None = None
        self._past: list[str] = []
        self._width = 0
        self.setOpenLinks(False)
        self.setObjectName("help")
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setAccessibleName(_(N_("Halaman bantuan")))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._fit)

    def turn_to(self, name: str, remember: bool = True) -> None:
        """Shows a page from its beginning; one that does not exist changes nothing."""
        found = topic(name)
        if found is None or found == self.shown:
            return
        if self.shown and remember:
            self._past.append(self.shown.name)
        self.shown = found
        self._draw()
        self.verticalScrollBar().setValue(0)
        self.turned.emit(name)

    def back(self) -> None:
        """The page read before."""
        if self._past:
            self.turn_to(self._past.pop(), remember=False)

    def _follow(self, url: QUrl) -> None:
        if not url.scheme() and url.path().endswith(SUFFIX):
            self.turn_to(url.path().removesuffix(SUFFIX))

    def _draw(self) -> None:
        if self.shown is None:
            return
        self._width = self.viewport().width()
        size, palette = self.font().pointSizeF(), current()
        fonts = {"h1": round(size * 1.35, 1), "h2": round(size * 1.1, 1), "family": self.font().family()}
        self.document().clear()  # with the pictures of another width
        self.document().setDefaultStyleSheet(_SHEET.substitute(vars(palette), **fonts))
        self.setHtml(html(self.shown))

    def _fit(self) -> None:
        """Draws again when the width for the pictures is another, at the same place of the text."""
        if self._width != self.viewport().width():
            bar = self.verticalScrollBar()
            place = bar.value() / max(1, bar.maximum())
            self._draw()
            bar.setValue(round(place * bar.maximum()))

    def loadResource(self, kind: int, name: QUrl) -> object:
        if kind != QTextDocument.ResourceType.ImageResource.value or name.scheme():
            return None
        picture = QImage(str(help_folder() / name.path()))
        room = max(100, self._width - 2 * round(self.document().documentMargin()) - 4)
        ratio = self.devicePixelRatioF()
        if picture.width() > room * ratio:
            picture = picture.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
        return _framed(picture, ratio)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start(80)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()


def _framed(picture: QImage, ratio: float) -> QImage:
    """The picture with a thin line around it: the white of the window does not run into the white of the page."""
    framed = picture.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(framed)
    painter.setPen(QColor(current().field_line))
    painter.drawRect(0, 0, framed.width() - 1, framed.height() - 1)
    painter.end()
    framed.setDevicePixelRatio(ratio)
    return framed
