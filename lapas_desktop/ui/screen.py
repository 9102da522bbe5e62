"""What a screen is, as data: the kind of record, its words, and its own actions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lapas_desktop.domain.entity import Record


class Paper(Enum):
    """The papers a record can be printed as."""

    SUMMARY = "summary"
    MANIFEST = "manifest"


@dataclass(frozen=True)
class Screen:
    """One place of the window. ``empty`` tells what to do when there is nothing yet."""

    key: str
    entity: type[Record]
    new: str
    empty: str
    paper: Paper | None = None
    paper_label: str = ""
    papers_label: str = ""
    release: bool = False
    files: tuple[str, ...] = ("scan", "other")
