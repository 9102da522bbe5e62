"""How the program looks, as the user chose; a damaged choice is the usual one."""

from __future__ import annotations

import gc
from dataclasses import dataclass

from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from lapas_desktop.ui.palette import DARK, LIGHT, Palette, style_sheet

THEMES = ("system", "light", "dark")
SIZES = (90, 100, 115, 130)
POINTS = 10  # of the letters at 100 %, unless the system's own are larger
MOST_POINTS = 20
_GROUP = "look"


@dataclass(frozen=True)
class Look:
    """``size`` is the letters' size in percent."""

    theme: str = "light"
    size: int = 100


def chosen() -> Look:
    """What the settings say."""
    settings = QSettings()
    theme = str(settings.value(f"{_GROUP}/theme", "light"))
    size = str(settings.value(f"{_GROUP}/size", "100"))
    return Look(
        theme if theme in THEMES else "light",
        int(size) if size in {str(known) for known in SIZES} else 100,
    )


def choose(look: Look) -> None:
    """Keeps a choice for every start."""
    settings = QSettings()
    settings.setValue(f"{_GROUP}/theme", look.theme)
    settings.setValue(f"{_GROUP}/size", look.size)


def wear(application: QApplication, look: Look) -> None:
    """Colours and letters, at once."""
    palette = _palette(application, look.theme)
    # Qt walks over all widgets there are: one that Python's collector takes away meanwhile is one that Qt still visits
    gc.collect()
    collecting = gc.isenabled()
    gc.disable()
    try:
        application.setPalette(_colours(palette))
        application.setStyleSheet(style_sheet(palette, percent(application, look.size)))
    finally:
        if collecting:
            gc.enable()


def follow(application: QApplication) -> None:
    """From now on a change between light and dark on the PC is followed, if the user wants that."""
    application.styleHints().colorSchemeChanged.connect(lambda _scheme: _follow(application))


def _follow(application: QApplication) -> None:
    if chosen().theme == "system":
        wear(application, chosen())


def percent(application: QApplication, size: int) -> float:
    """How large the letters are: what the user chose, of the system's letters when those are larger than ours."""
    font = application.font()
    points = (
        font.pointSizeF() if font.pointSizeF() > 0 else QFontInfo(font).pointSizeF()
    )  # fonts set in pixels have none
    return size * min(max(POINTS, points), MOST_POINTS) / POINTS


def _palette(application: QApplication, theme: str) -> Palette:
    if theme == "system":
        from PySide6.QtCore import Qt  # slow to make ready, and not needed before the first paint otherwise

        return DARK if application.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if theme == "dark" else LIGHT


def _colours(palette: Palette) -> QPalette:
    """For what no style sheet reaches: Qt's own dialogs, links, the calendar."""
    role = QPalette.ColorRole
    worn = QPalette()
    for where, colour in (
        (role.Window, palette.card), (role.WindowText, palette.text), (role.Base, palette.card),
        (role.AlternateBase, palette.page), (role.Text, palette.text), (role.Button, palette.card),
        (role.ButtonText, palette.text), (role.BrightText, palette.bad), (role.Highlight, palette.accent),
        (role.HighlightedText, palette.on_accent), (role.Link, palette.accent), (role.LinkVisited, palette.accent),
        (role.ToolTipBase, palette.card), (role.ToolTipText, palette.text), (role.PlaceholderText, palette.muted),
    ):  # fmt: skip
        worn.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        worn.setColor(QPalette.ColorGroup.Disabled, where, QColor(palette.muted))
    return worn
