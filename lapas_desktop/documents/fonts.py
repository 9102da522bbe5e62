"""Which font draws which character. Noto Sans draws what it can, the others are loaded when needed."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import _
from lapas_desktop.resources import resource

REGULAR = "NotoSans-Regular"
BOLD = "NotoSans-Bold"
ITALIC = "NotoSans-Italic"
ARABIC = {REGULAR: "NotoSansArabic-Regular", BOLD: "NotoSansArabic-Bold", ITALIC: "NotoSansArabic-Regular"}
HANGUL = "NanumGothic"
HAN = "DroidSansFallbackFull"

_HANGUL_BLOCKS = ((0x1100, 0x1200), (0x3130, 0x3190), (0xA960, 0xA980), (0xAC00, 0xD800))
_ARABIC_BLOCKS = ((0x0600, 0x0780), (0x08A0, 0x0900), (0xFB50, 0xFE00), (0xFE70, 0xFF00))


@lru_cache(maxsize=16)
def load(name: str) -> TTFont:
    """Registers a shipped font at its first use. `Refused` when its file is missing or damaged."""
    try:
        font = TTFont(name, str(resource("fonts", f"{name}.ttf")), shapable=False)
    except (TTFError, OSError) as error:
        raise Refused(
            _("Huruf “{name}” untuk mencetak tidak ditemukan atau rusak: pasang ulang program.").format(name=name)
        ) from error
    pdfmetrics.registerFont(font)
    return font


def draws(name: str, character: str) -> bool:
    """Whether the font has a glyph for the character."""
    return ord(character) in load(name).face.charToGlyph


def font_runs(text: str, font: str = REGULAR) -> list[tuple[str, str]]:
    """The text cut into (font, part): as much as possible in ``font``, the rest in a font that has it.

    A character that no shipped font draws stays in ``font`` and shows as its box; only the minus, which they all
    lack, is drawn as a dash of its width.
    """
    text = text.replace("\u2212", "\u2013")
    glyphs = load(font).face.charToGlyph
    if text.isascii() or all(ord(character) in glyphs for character in text):
        return [(font, text)]
    return [(name, "".join(part)) for name, part in groupby(text, lambda character: _font_for(character, font))]


@lru_cache(maxsize=4096)
def _font_for(character: str, font: str) -> str:
    if draws(font, character):
        return font
    for candidate in _candidates(ord(character), font):
        if draws(candidate, character):
            return candidate
    return font


def _candidates(code: int, font: str) -> tuple[str, ...]:
    if any(start <= code < end for start, end in _ARABIC_BLOCKS):
        return (ARABIC.get(font, ARABIC[REGULAR]),)
    if any(start <= code < end for start, end in _HANGUL_BLOCKS):
        return (HANGUL,)
    return (HAN, HANGUL)
