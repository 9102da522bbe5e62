"""Colours, paper sizes, margins and text styles that all PDF papers share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm, mm

from lapas_desktop.documents import fonts

SIZES = {"A4": A4, "F4": (215 * mm, 330 * mm)}
LEFT, RIGHT, TOP, BOTTOM = 3 * cm, 2 * cm, 2 * cm, 2.5 * cm

INK = HexColor("#1B1F24")
MUTED = HexColor("#5B6570")
LINE = HexColor("#D3D9E0")
ACCENT = HexColor("#17508C")
NOTE = HexColor("#EAF0F7")
MARKED = HexColor("#E9EDF2")
SECOND = HexColor("#C8962E")
WHITE = HexColor("#FFFFFF")
WATERMARK = Color(0.09, 0.31, 0.55, alpha=0.09)
PALE = HexColor("#E6ECF4")


@dataclass(frozen=True)
class Styles:
    """The text styles of a paper."""

    kop: ParagraphStyle
    kop_bold: ParagraphStyle
    title: ParagraphStyle
    subtitle: ParagraphStyle
    centred: ParagraphStyle
    heading: ParagraphStyle
    body: ParagraphStyle
    strong: ParagraphStyle
    label: ParagraphStyle
    head: ParagraphStyle
    head_right: ParagraphStyle
    cell: ParagraphStyle
    figure: ParagraphStyle
    figure_large: ParagraphStyle
    centred_strong: ParagraphStyle
    small: ParagraphStyle
    small_right: ParagraphStyle
    mark: ParagraphStyle
    book_title: ParagraphStyle
    book_subtitle: ParagraphStyle
    chapter: ParagraphStyle
    section: ParagraphStyle
    reading: ParagraphStyle
    list_mark: ParagraphStyle
    contents: ParagraphStyle
    contents_page: ParagraphStyle


@lru_cache(maxsize=1)
def styles() -> Styles:
    """Loads the Latin fonts at the first call; `Refused` when they are missing."""
    for name in (fonts.REGULAR, fonts.BOLD):
        fonts.load(name)
    return Styles(
        kop=text_style(10.5, 13.2, align=TA_CENTER),
        kop_bold=text_style(12, 15, bold=True, align=TA_CENTER),
        title=text_style(13, 17, bold=True, align=TA_CENTER),
        subtitle=text_style(10.5, 14, bold=True, align=TA_CENTER),
        centred=text_style(9, 12, align=TA_CENTER),
        heading=text_style(9.5, 12.5, bold=True, colour=ACCENT),
        body=text_style(9, 12),
        strong=text_style(9, 12, bold=True),
        label=text_style(9, 12, colour=MUTED),
        head=text_style(8, 10.5, bold=True, colour=MUTED),
        head_right=text_style(8, 10.5, bold=True, colour=MUTED, align=TA_RIGHT),
        cell=text_style(8.5, 11),
        figure=text_style(8.5, 11, align=TA_RIGHT),
        figure_large=text_style(14, 18, bold=True),
        centred_strong=text_style(9, 12, bold=True, align=TA_CENTER),
        small=text_style(7.5, 9.5, colour=MUTED),
        small_right=text_style(7.5, 9.5, colour=MUTED, align=TA_RIGHT),
        mark=text_style(110, 110, bold=True, align=TA_CENTER, colour=WATERMARK),
        book_title=text_style(30, 38, bold=True, align=TA_CENTER, colour=ACCENT),
        book_subtitle=text_style(16, 22, align=TA_CENTER),
        chapter=text_style(16, 21, bold=True, colour=ACCENT),
        section=text_style(11, 15, bold=True),
        reading=text_style(9.5, 13.5),
        list_mark=text_style(9.5, 13.5, bold=True, colour=ACCENT),
        contents=text_style(10, 13),
        contents_page=text_style(10, 13, align=TA_RIGHT),
    )


def text_style(
    size: float, leading: float, *, bold: bool = False, align: Literal[0, 1, 2, 4] = TA_LEFT, colour: Color = INK
) -> ParagraphStyle:
    """A style of one of the two Latin fonts; sizes in points."""
    return ParagraphStyle(
        f"{size}",
        fontName=fonts.BOLD if bold else fonts.REGULAR,
        fontSize=size,
        leading=leading,
        alignment=align,
        textColor=colour,
        splitLongWords=1,
        allowOrphans=1,
        allowWidows=1,
    )
