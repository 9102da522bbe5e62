"""The full texts of cases 2 and 3 as readable files: ``python -m tests.golden`` writes them anew."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path

from lapas_desktop.documents.deed_blocks import deed_paper
from lapas_desktop.resources import resource
from lapas_desktop.services.deed import deed
from lapas_desktop.services.maintenance import new_office
from lapas_desktop.services.sample import enter
from tests.documents.paper_text import paper_lines

FILES = Path(__file__).parent / "files"
CASES = ("kasongan", "pangkalpinang")
ON = date(2026, 1, 26)


def golden_file(name: str) -> Path:
    return FILES / f"naskah-{name}.txt"


def lines_now(name: str, folder: Path) -> list[str]:
    """The text of the first agreement of a sample office, made in a new data folder."""
    office = new_office(folder / name)
    try:
        enter(office, json.loads(resource("sample", f"{name}.json").read_text(encoding="utf-8")))
        return paper_lines(deed_paper(deed(office, 1, ON)))
    finally:
        office.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in CASES:
            golden_file(name).write_text("\n".join(lines_now(name, Path(folder))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
