"""Colours that can be read, and settings that survive damage."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lapas_desktop.ui import look
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.look import Look
from lapas_desktop.ui.palette import DARK, LIGHT, Palette, current, grown, style_sheet
from lapas_desktop.ui.settings_page import SettingsPage

PAIRS = [
    ("text", "card"), ("text", "page"), ("text", "accent_soft"), ("muted", "card"), ("muted", "page"),
    ("muted", "neutral_ground"), ("accent", "card"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("good", "good_ground"), ("warning", "warning_ground"), ("warning", "card"), ("bad", "bad_ground"),
    ("bad", "card"), ("side_text", "side"), ("side_muted", "side"), ("side_strong", "side"),
    ("side_strong", "side_current"), ("side_text", "side_current"), ("side", "gold"), ("accent", "page"),
    ("accent", "accent_soft"), ("text", "neutral_ground"), ("text", "bad_ground"), ("bad", "page"),
]  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, ground: str) -> float:
    bright, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


def grounds(selector: str, declared: dict[str, str], palette: Palette) -> list[str]:
    """What may lie behind what a rule of the style sheet draws."""
    own = declared.get("background", "transparent")
    if own != "transparent":
        return [own]
    if selector.startswith("#side"):
        return [palette.side, palette.side_current] if "QPushButton" in selector else [palette.side]
    if "#notice" in selector:
        return [palette.bad_ground] if "bad" in selector else [palette.side]
    return [palette.card, palette.page]


def rules(palette: Palette) -> Iterator[tuple[str, dict[str, str]]]:
    """Selector and declarations of every rule, each selector of a list by itself."""
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", style_sheet(palette)):
        pairs = (line.split(":", 1) for line in body.replace("\n", " ").split(";") if ":" in line)
        declared = {name.strip(): value.strip() for name, value in pairs}
        for selector in selectors.split(","):
            yield selector.strip(), declared
    style_sheet(LIGHT)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_rule_of_the_style_sheet_can_be_read(palette: Palette) -> None:
    poor: list[str] = []
    checked = 0
    for selector, declared in rules(palette):
        inks = [declared[name] for name in ("color", "placeholder-text-color") if name in declared]
        if not inks and declared.get("background", "").startswith("#") and not selector.startswith("#side"):
            inks = [palette.text] if re.search(r"item|:hover|#card|#page|QMenu|QToolTip", selector) else []
        if "main" in selector and "hover" in selector:
            inks = [palette.on_accent]
        pairs = [(ink, ground) for ink in inks for ground in grounds(selector, declared, palette)]
        if "selection-color" in declared:
            pairs.append((declared["selection-color"], declared["selection-background-color"]))
        checked += len(pairs)
        poor += [f"{selector}: {ink} on {ground}" for ink, ground in pairs if contrast(ink, ground) < 4.5]
    assert not poor
    assert checked > 60


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_focus_can_be_seen_around_every_kind_of_control(palette: Palette) -> None:
    seen = 0
    for selector, declared in rules(palette):
        if ":focus" in selector:
            ring = (declared.get("border") or declared["border-left-color"]).split()[-1]
            around = [palette.accent] if "#main" in selector else grounds(selector, {}, palette)
            assert all(contrast(ring, ground) >= 3 for ground in around), selector
            seen += 1
    assert seen >= 8


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_columns_of_a_chart_stand_out_from_the_card(palette: Palette) -> None:
    assert contrast(palette.accent, palette.card) >= 3
    assert contrast(palette.warning, palette.card) >= 3  # the outline of the hatched ones


def test_letters_grow_with_the_choice() -> None:
    assert "font-size: 10pt" in style_sheet(LIGHT) and grown(100) == 100
    assert "font-size: 13pt" in style_sheet(LIGHT, 130) and grown(100) == 130
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


def test_larger_letters_of_the_system_are_followed(qapp: QApplication) -> None:
    usual = qapp.font()
    larger = QFont(usual)
    larger.setPointSize(14)
    qapp.setFont(larger)
    try:
        assert look.percent(qapp, 100) == 140 and look.percent(qapp, 130) == 182
        larger.setPointSize(8)
        qapp.setFont(larger)
        assert look.percent(qapp, 115) == 115
    finally:
        qapp.setFont(usual)


def test_the_system_turning_dark_is_followed_while_the_program_runs(qapp: QApplication) -> None:
    look.choose(Look("system"))
    look.follow(qapp)
    try:
        qapp.styleHints().setColorScheme(Qt.ColorScheme.Dark)
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)  # a PC without a desktop tells nobody
        dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
        assert current() == (DARK if dark else LIGHT)
        base = qapp.palette().color(QPalette.ColorRole.Base).name().upper()
        assert base == current().card
    finally:
        look.choose(Look())
        qapp.styleHints().unsetColorScheme()
        look.wear(qapp, Look())
