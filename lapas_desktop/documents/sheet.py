"""What every paper says about itself, apart from its contents. Light to import: no PDF library here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Letterhead:
    """The kop: up to eight centred lines, one of them bold (by position), a logo on either side."""

    lines: tuple[str, ...] = ()
    bold_line: int | None = None
    logo: bytes | None = None
    logo_right: bytes | None = None


@dataclass(frozen=True)
class Sheet:
    """``paper`` is "A4" or "F4"; ``reference`` is the number that later pages repeat, ``head`` words instead of it.

    ``initials``: who puts a paraf at the foot of every page, instead of the page number and the day of printing.
    ``landscape``: the long side below.
    """

    title: str
    author: str
    reference: str = ""
    paper: str = "A4"
    language: str = "id"
    watermark: str = ""
    printed_on: date | None = None
    head: str = ""
    initials: tuple[str, ...] = ()
    landscape: bool = False
