"""What the printed manual holds. Light to import: no PDF library here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Chapter:
    """One help page; ``text`` is Markdown that begins with the title, links name other chapters as ``name.md``."""

    name: str
    title: str
    text: str


@dataclass(frozen=True)
class Manual:
    """Chapters in order; their pictures lie below ``folder``. A single chapter is printed as a sheet."""

    chapters: tuple[Chapter, ...]
    folder: Path
    version: str
    printed_on: date
    language: str = "id"

    @property
    def is_book(self) -> bool:
        """Whether it has a title page and a table of contents."""
        return len(self.chapters) > 1
