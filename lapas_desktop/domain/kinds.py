"""One object per kind of value: how it is stored, parsed, formatted, aligned and edited.

Everyone asks the kind; nobody writes ``if column == 3``. ``parse`` takes what a person typed and raises
`ValueError` with a sentence (marked for translation) that says what to do.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Dialect, Integer, String, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from lapas_desktop.domain import places, reading
from lapas_desktop.domain.text import clean, clean_identifier, clean_line
from lapas_desktop.domain.wording import format_date_short, format_number
from lapas_desktop.i18n import LANGUAGES, N_, _, language, said

MAX_LINE = 300
MAX_TEXT = 20_000
Labels = Callable[[str], dict[str, str]]  # (language) → code → label


class Exact(TypeDecorator[Decimal]):
    """A Decimal kept as a scaled integer: exact, sortable and summable on every database."""

    impl = BigInteger
    cache_ok = True

    def __init__(self, decimals: int) -> None:
        super().__init__()
        self.decimals = decimals

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else int(Decimal(value).scaleb(self.decimals))

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-self.decimals)


class Editor(enum.Enum):
    """Which widget edits a kind."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    CHOICES = "choices"
    CHECK = "check"
    REFERENCE = "reference"


def _same(text: str) -> Any:
    return clean_line(text) or None


def _shown(value: Any, language: str) -> str:
    return "" if value is None else str(value)


@dataclass(frozen=True)
class Kind:
    """How one kind of value behaves. ``column`` makes its storage type; ``width`` is in characters.

    ``elastic``: words that a narrow list may shorten; a date or a figure is never cut. ``choices`` gives the
    labels of the codes in one language. ``format`` writes a value for a paper, `shown` for the screen.
    """

    name: str
    column: Callable[[], TypeEngine[Any]]
    parse: Callable[[str], Any] = _same
    format: Callable[[Any, str], str] = _shown
    editor: Editor = Editor.LINE
    right: bool = False
    width: int = 18
    elastic: bool = False
    choices: Callable[[str], dict[str, str]] | None = None
    target: str | None = None
    placeholder: str = ""
    decimals: int | None = None
    max_length: int = MAX_LINE

    def shown(self, value: Any) -> str:
        """A value on the screen: words and dates in the language of the interface, figures as they are typed."""
        return self.format(value, "id" if self.decimals is not None else language())

    def options(self) -> dict[str, str]:
        """Code → label on the screen; empty for a kind that is not chosen from a list."""
        return self.choices(language()) if self.choices else {}


def _text_of(limit: int, cleaner: Callable[[str], str]) -> Callable[[str], str | None]:
    def parse(text: str) -> str | None:
        value = cleaner(text)
        if len(value) > limit:
            raise ValueError(_(N_("Terlalu panjang: paling banyak {limit} huruf.")).format(limit=limit))
        return value or None

    return parse


def text(limit: int = MAX_LINE, width: int = 24) -> Kind:
    """One line of text, at most ``limit`` characters."""
    return Kind("text", lambda: String(limit), _text_of(limit, clean_line), width=width, elastic=True, max_length=limit)


def number(decimals: int, name: str = "number", width: int = 12) -> Kind:
    """An exact figure with at most ``decimals`` places, ≥ 0 and below 10¹²."""
    return Kind(
        name,
        lambda: Exact(decimals),
        lambda typed: reading.read_number(typed, decimals),
        lambda value, language: "" if value is None else format_number(value, language),
        right=True,
        width=width,
        decimals=decimals,
    )


def labels_of(options: dict[str, str]) -> Labels:
    """The labels marked for translation of a short list, in a language."""
    return lambda language: {code: said(label, language) for code, label in options.items()}


def _read_choice(typed: str, labels: Labels) -> str | None:
    """A code or its label in any language of the program."""
    return reading.read_choice(typed, *(labels(known) for known in LANGUAGES))


def choice(name: str, options: dict[str, str], width: int = 16) -> Kind:
    """One of a few codes, each with a label marked for translation."""
    longest, labels = max(len(code) for code in options), labels_of(options)

    def show(value: str | None, language: str) -> str:
        return "" if not value else said(options.get(value, value), language)

    return Kind(
        name,
        lambda: String(max(longest, 20)),
        lambda typed: _read_choice(typed, labels),
        show,
        Editor.CHOICE,
        width=width,
        choices=labels,
    )


def choices(name: str, labels: Labels, separator: str = ",") -> Kind:
    """Several codes in order, stored as one comma-separated text."""

    def parse(typed: str) -> str | None:
        parts = [part for part in (_read_choice(p, labels) for p in typed.split(separator)) if part]
        return ",".join(dict.fromkeys(parts)) or None

    def show(value: str | None, language: str) -> str:
        known = labels(language)
        return ", ".join(known.get(code, code) for code in (value or "").split(",") if code)

    return Kind(name, lambda: String(MAX_LINE), parse, show, Editor.CHOICES, width=24, elastic=True, choices=labels)


def reference(target: str) -> Kind:
    """A link to another record, by the name of its entity class; stored as its id."""
    return Kind(f"reference to {target}", Integer, int, _shown, Editor.REFERENCE, width=24, elastic=True, target=target)


def _show_date(value: date | None, language: str) -> str:
    return "" if value is None else format_date_short(value, language)


def _show_time(value: datetime | None, language: str) -> str:
    return "" if value is None else f"{format_date_short(value.date(), language)} {value:%H.%M}"


def _show_check(value: bool | None, language: str) -> str:
    return said(N_("ya") if value else N_("tidak"), language)


def _hs_shown(value: str | None, language: str) -> str:
    return f"{value[:4]}.{value[4:6]}.{value[6:]}" if value and len(value) == 8 else value or ""


TEXT = text()
SHORT_TEXT = text(80, 16)
LONG_TEXT = Kind("long text", Text, _text_of(MAX_TEXT, clean), editor=Editor.TEXT, width=40, elastic=True,
                 max_length=MAX_TEXT)  # fmt: skip
IDENTIFIER = Kind("identifier", lambda: String(80), _text_of(80, clean_identifier), width=18, max_length=80)
CODE = Kind("code", lambda: String(20), _text_of(20, clean_identifier), width=12, max_length=20)
DATE = Kind("date", Date, reading.read_date, _show_date, Editor.DATE, width=13, placeholder=N_("mis. 19/1/26"))
TIME = Kind("time", DateTime, _same, _show_time, width=16)
CHECK = Kind("check", Boolean, reading.read_check, _show_check, Editor.CHECK, width=7)
COUNT = Kind("count", Integer, reading.read_count, lambda v, lang: "" if v is None else format_number(v, lang),
             right=True, width=8, decimals=0)  # fmt: skip
QUANTITY = number(3, "quantity")
WEIGHT = number(4, "weight")
UNIT_WEIGHT = replace(WEIGHT, parse=lambda typed: reading.read_weighing(typed, 4))
VOLUME = number(6, "volume")
MONEY = number(2, "money", 14)
LEFT = Kind("days left", Integer, reading.read_count, lambda v, lang: "" if v is None else format_number(v, lang),
            right=True, width=8)  # fmt: skip
RATE = number(4, "rate")
LENGTH = number(1, "length", 8)
HS_CODE = Kind("HS code", lambda: String(20), reading.read_hs_code, _hs_shown, width=12, max_length=20)
COUNTRY = Kind(
    "country", lambda: String(2), lambda typed: _read_choice(typed, places.countries),
    lambda value, language: places.country_name(value, language) if value else "",
    Editor.CHOICE, width=18, elastic=True, choices=places.offered,
)  # fmt: skip
COUNTRIES = choices("countries", places.offered)
CURRENCY = choice("currency", {code: code for code in places.CURRENCIES}, 8)
