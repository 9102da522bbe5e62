"""One set of icons: each is used, each is there, none has a colour of its own."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.today import TONES
from lapas_desktop.resources import resource
from lapas_desktop.ui.icons import INK, icon
from lapas_desktop.ui.palette import DARK, LIGHT, URGENCY, style_sheet
from lapas_desktop.ui.side_bar import PLACES

IN_SHEET = {"check", "check-dark", "chevron-down", "chevron-down-dark"}
FILES = sorted(path for path in resource("icons").glob("*.svg") if path.stem not in IN_SHEET)
UI = Path(__file__).resolve().parents[2] / "lapas_desktop" / "ui"
NAMED = re.compile(r"""(?:icon\(|Symbol\(|become\(|picture=|"(?:Ctrl\+\w)?", )"([a-z-]+)"|else "([a-z-]+)"\)""")


def used() -> set[str]:
    source = "\n".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py"))
    named = {name for pair in NAMED.findall(source) for name in pair if name}
    places = {key for _title, keys in PLACES for key, _text in keys}
    return named | places | {picture for picture, _ink in URGENCY.values()}


def test_every_icon_that_is_used_is_there_and_the_other_way_round() -> None:
    there = {path.stem for path in FILES}
    assert there <= used(), "a file that nothing shows"
    places = {key for _title, keys in PLACES for key, _text in keys}
    assert places | {picture for picture, _ink in URGENCY.values()} <= there


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_icon_is_a_drawing_without_colour_on_the_common_grid(path: Path, qtbot: QtBot) -> None:
    text = path.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert (root.get("viewBox"), root.get("stroke"), root.get("fill")) == ("0 0 24 24", INK, "none")
    assert root.get("stroke-width") == "1.75" and not re.search(r"#[0-9a-fA-F]{3,6}|rgb|script|href", text)
    assert QSvgRenderer(str(path)).isValid()
    light, dark = (worn(path.stem, palette) for palette in (LIGHT, DARK))
    assert light != dark and light.pixelColor(0, 0).alpha() == 0
    style_sheet(LIGHT)


def worn(name: str, palette: object) -> QImage:
    assert palette in (LIGHT, DARK)
    style_sheet(LIGHT if palette == LIGHT else DARK)
    return icon(name).pixmap(QSize(48, 48)).toImage()


def test_a_disabled_icon_is_muted(qtbot: QtBot) -> None:
    from PySide6.QtGui import QIcon

    style_sheet(LIGHT)
    picture = icon("new").pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage()
    assert picture.pixelColor(12, 12).name() == QColor(LIGHT.muted).name()


def test_what_the_style_sheet_draws_wears_the_colours_of_the_palette() -> None:
    for name, field in (("check", "on_accent"), ("chevron-down", "muted")):
        for palette in (LIGHT, DARK):
            text = resource("icons", f"{name}{palette.icons}.svg").read_text(encoding="utf-8")
            assert f'stroke="{getattr(palette, field)}"' in text


def test_urgency_has_a_word_and_a_shape_of_its_own() -> None:
    assert set(URGENCY) == set(TONES)
    assert len({picture for picture, _ink in URGENCY.values()}) == len(set(TONES.values())) == 3
