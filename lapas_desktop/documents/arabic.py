"""Right-to-left writing: Arabic letters take their joined forms, a line takes its visual order.

Letters are replaced by Unicode's presentation forms, which the shipped Arabic font has as glyphs: so text
copied or searched in the PDF is still text. The order is that of the Unicode bidirectional algorithm.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from lapas_desktop.documents.fonts import ARABIC, REGULAR, draws

_RIGHT_TO_LEFT = ("R", "AL")
_JOINERS = "\u200c\u200d"
_TATWEEL = "\u0640"
_LAM = "\u0644"
_PRESENTATION = (*range(0xFB50, 0xFDFE), *range(0xFE80, 0xFEFD))


def is_right_to_left(text: str) -> bool:
    """Whether any letter of the text runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


def base_direction(text: str) -> str:
    """``"R"`` or ``"L"``: the direction of the first strong letter."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _RIGHT_TO_LEFT:
            return "R"
        if kind == "L":
            break
    return "L"


def visual_order(line: str, base: str) -> str:
    """One line as it is drawn from left to right."""
    from bidi.algorithm import get_display  # unlike the package's faster one it mirrors brackets

    return str(get_display(line, base_dir=base))


def joined(text: str) -> str:
    """The text, still in reading order, with every Arabic letter in the form its neighbours ask for."""
    letters = _with_ligatures(text)
    shapes: list[str] = []
    for position, letter in enumerate(letters):
        if letter in _JOINERS:
            continue
        before = _joins_next(_neighbour(letters, position, -1))
        after = _joins_next(letter) and _joins_previous(_neighbour(letters, position, 1))
        name = ("isolated", "final", "initial", "medial")[before + 2 * after]
        shapes.append(_forms().get(letter, {}).get(name, letter))
    return "".join(shapes)


@lru_cache(maxsize=1)
def _forms() -> dict[str, dict[str, str]]:
    """{letter, or lam with alef: {form: presentation character}}, as far as the shipped font draws it."""
    forms: dict[str, dict[str, str]] = {}
    for code in _PRESENTATION:
        form, *parts = unicodedata.decomposition(chr(code)).split() or [""]
        letters = "".join(chr(int(part, 16)) for part in parts)
        wanted = len(letters) == 1 or (len(letters) == 2 and letters[0] == _LAM and code >= 0xFEF5)
        if wanted and draws(ARABIC[REGULAR], chr(code)):
            forms.setdefault(letters, {}).setdefault(form.strip("<>"), chr(code))
    return forms


def _with_ligatures(text: str) -> list[str]:
    letters: list[str] = []
    for character in text:
        if letters and letters[-1] == _LAM and _LAM + character in _forms():
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _neighbour(letters: list[str], position: int, step: int) -> str:
    """The next letter in that direction; vowel marks are passed over."""
    position += step
    while 0 <= position < len(letters) and unicodedata.combining(letters[position][0]):
        position += step
    return letters[position] if 0 <= position < len(letters) else ""


def _joins_next(letter: str) -> bool:
    return letter in (_TATWEEL, "\u200d") or "initial" in _forms().get(letter, {})


def _joins_previous(letter: str) -> bool:
    return letter in (_TATWEEL, "\u200d") or "final" in _forms().get(letter, {})
