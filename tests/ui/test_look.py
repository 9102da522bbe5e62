"""Colours that can be read, and settings that survive damage."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from lapas_desktop.ui import look
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.look import Look
from lapas_desktop.ui.palette import DARK, LIGHT, Palette, current, style_sheet
from lapas_desktop.ui.settings_page import SettingsPage

PAIRS = [
    ("text", "card"), ("text", "page"), ("text", "accent_soft"), ("muted", "card"), ("muted", "page"),
    ("muted", "neutral_ground"), ("accent", "card"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("good", "good_ground"), ("warning", "warning_ground"), ("warning", "card"), ("bad", "bad_ground"),
    ("bad", "card"), ("side_text", "side"), ("side_muted", "side"), ("side_strong", "side"),
    ("side_strong", "side_current"), ("side", "gold"),
]  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(palette: Palette, ink: str, ground: str) -> None:
    bright, dark = sorted((luminance(getattr(palette, ink)), luminance(getattr(palette, ground))), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= 4.5


def test_letters_grow_with_the_choice() -> None:
    assert "font-size: 10pt" in style_sheet(LIGHT) and "font-size: 13pt" in style_sheet(LIGHT, 130)
    style_sheet(LIGHT)


def test_damaged_settings_mean_the_usual_look(qtbot: QtBot) -> None:
    for name, value in (("theme", ["ungu"]), ("size", "7e9")):
        QSettings().setValue(f"look/{name}", value)
    assert look.chosen() == Look()


def test_a_choice_is_worn_at_once_and_kept(desk: Desk, qtbot: QtBot) -> None:
    desk.go("settings")
    page = desk.window.frame.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    page.theme.choose("dark")
    page.theme.activated.emit(page.theme.currentIndex())
    assert look.chosen() == Look("dark")
    assert current() == DARK
    page.theme.choose("light")
    page.theme.activated.emit(page.theme.currentIndex())
