"""The help pages as a printable book, or one of them as a sheet. reportlab is loaded on first use."""

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

    @property
    def is_book(self) -> bool:
        """Whether it has a title page and a table of contents."""
        return len(self.chapters) > 1


def build_manual(manual: Manual, path: Path) -> None:
    """Writes the PDF, whole or not at all. `Refused` when the folder, the disk or a font says no."""
    from lapas_desktop.documents import paper
    from lapas_desktop.documents.manual_layout import Pages, sheet, story

    pages: Pages = {}
    if manual.is_book:  # laid out once to learn on which page each chapter begins
        paper.rendered(sheet(manual), story(manual, pages))
    paper.write(path, sheet(manual), story(manual, pages))
