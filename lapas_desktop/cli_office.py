"""What every command of the command line shares: which folder, which day, the opened office, a complaint."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path
from typing import Any


def data_folder(given: argparse.Namespace) -> Path:
    from lapas_desktop.services.folder import default_folder

    return given.data or default_folder()


def moment(given: argparse.Namespace) -> datetime:
    """The only reading of the clock; ``--on`` replaces the day."""
    return datetime.combine(given.on, time(8)) if given.on else datetime.now()


@contextmanager
def opened(given: argparse.Namespace) -> Iterator[tuple[Any, datetime]]:
    """The office of the command and its moment."""
    from lapas_desktop.services.maintenance import open_office

    now = moment(given)
    office = open_office(data_folder(given), now)
    try:
        yield office, now
    finally:
        office.close()


def complain(sentence: str) -> None:
    print(" ".join(sentence.split()), file=sys.stderr)
