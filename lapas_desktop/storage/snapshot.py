"""The start page as it was last shown, for the moment before the data file is open. Imports nothing heavy.

It is shown only while it is still true: same program, same day, and a data file nobody has written since, which
SQLite's own change counter in the file's header tells.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from lapas_desktop import __version__
from lapas_desktop.domain.today import Figure, LatestShipment, MonthValue, Today, ToDo

FILE_NAME = "beranda.json"
_COUNTER = slice(24, 28)  # of the header, see SQLite's file format


def read(data_file: Path, on: date, language: str) -> Today | None:
    """What `write` kept, when it is still true; else None."""
    try:
        kept = json.loads(data_file.with_name(FILE_NAME).read_text(encoding="utf-8"))
        if kept["stamp"] != _stamp(data_file, on, language):
            return None
        return _today(kept["today"], on)
    except (OSError, ValueError, KeyError, TypeError, ArithmeticError):
        return None


def write(data_file: Path, today: Today, language: str) -> None:
    """Keeps the page; a folder that takes no file simply has none."""
    told = {"stamp": _stamp(data_file, today.on, language), "today": asdict(today)}
    target = data_file.with_name(FILE_NAME)
    part = target.with_suffix(".part")
    with suppress(OSError):
        part.write_text(json.dumps(told, default=str, ensure_ascii=False), encoding="utf-8")
        part.replace(target)


def _stamp(data_file: Path, on: date, language: str) -> list[str]:
    with open(data_file, "rb") as file:
        counter = file.read(100)[_COUNTER].hex()
    return [__version__, counter, on.isoformat(), language]


def _today(told: dict[str, Any], on: date) -> Today:
    return Today(
        on=on,
        figures=tuple(Figure(**figure) for figure in told["figures"]),
        months=tuple(
            MonthValue(month["month"], Decimal(month["export"]), Decimal(month["domestic"])) for month in told["months"]
        ),
        note=told["note"],
        latest=tuple(LatestShipment(**shipment) for shipment in told["latest"]),
        todos=tuple(ToDo(**todo) for todo in told["todos"]),
        badges={str(place): int(number) for place, number in told["badges"].items()},
    )
