"""The printed start page as plain data."""

from __future__ import annotations

from dataclasses import dataclass

from lapas_desktop.documents.sheet import Letterhead
from lapas_desktop.domain.today import Today


@dataclass(frozen=True)
class OfficeOverview:
    """What stands on the start page of a day, with the name and the letterhead of the office."""

    office: str
    letterhead: Letterhead
    today: Today
    paper: str = "A4"
    language: str = "id"
    is_sample: bool = False
