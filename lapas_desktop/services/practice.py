"""The practice office: a made-up office with two years of life, to learn on without harm.

It is a data folder like any other, entered through the use cases of the window. Its office profile bears the
``sample`` mark, which no form shows: by it the program knows the office and marks every paper of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.i18n import N_, _
from lapas_desktop.resources import resource
from lapas_desktop.services.maintenance import new_office, open_office
from lapas_desktop.services.office_profile import is_practice
from lapas_desktop.services.papers import record_id
from lapas_desktop.services.practice_agreements import Step, agreement_steps
from lapas_desktop.services.practice_goods import goods_steps
from lapas_desktop.services.practice_shipments import Stock, shipment_steps
from lapas_desktop.services.records import delete_records
from lapas_desktop.services.sample import enter

BEGUN = timedelta(days=1200)  # when the office, its partners and its products were entered
BINNED = "PRD-0026"  # the product that a task asks to take back from the recycle bin
_PATTERN = "KRM-{tahun}-{urut:03}"
_AHEAD_OR_BACK = re.compile(r"@([+-]\d+)")


def make_practice_office(folder: Path, on: date, seed: int = 2026, progress: Progress = UNSEEN) -> None:
    """A new practice office as it would stand on a day. Same day and seed, same records.

    `Refused` when the folder has something in it. The folder appears at its name only when all is entered.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(_(N_("Folder {folder} sudah berisi: pilih folder lain.")).format(folder=folder))
    try:
        with _workplace(folder) as workplace:
            _enter_all(workplace / "baru", on, seed, progress)
            if folder.exists():
                folder.rmdir()
            (workplace / "baru").rename(folder)
    except OSError as error:
        raise Refused(_(N_("Folder tidak dapat dibuat: {folder}")).format(folder=folder)) from error


def make_practice_once(folder: Path, on: date, progress: Progress = UNSEEN) -> bool:
    """Makes the practice office unless it is there already; True when it was made now."""
    if folder.exists():
        return False
    folder.parent.mkdir(parents=True, exist_ok=True)
    make_practice_office(folder, on, progress=progress)
    return True


def reset_practice_office(folder: Path, on: date) -> Path:
    """A fresh practice office in place of the one there; returns where the replaced one is kept.

    The folder must not be open. One replaced office is kept, the one before it goes. `Refused` for a folder
    whose office is not for practice.
    """
    kept = folder.absolute().with_name(f"{folder.absolute().name}-sebelumnya")
    for old in (folder, kept) if kept.exists() else (folder,):
        _refuse_unless_practice(old, on)
    try:
        with _workplace(folder) as workplace:
            make_practice_office(workplace / "kantor", on)
            older = workplace / "lama"  # goes with the workplace
            if kept.exists():
                kept.rename(older)
            try:
                folder.rename(kept)
            except OSError:
                if older.exists():
                    older.rename(kept)
                raise
            (workplace / "kantor").rename(folder)
    except OSError as error:
        text = _(N_("Folder {folder} sedang dipakai. Tutup program atau berkas yang membukanya, lalu ulangi."))
        raise Refused(text.format(folder=folder)) from error
    return kept


@contextmanager
def _workplace(folder: Path) -> Iterator[Path]:
    """A hidden folder beside one, on the same disk, gone afterwards."""
    beside = folder.absolute().parent
    beside.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".latihan-", dir=beside, ignore_cleanup_errors=True) as made:
        yield Path(made)


def _refuse_unless_practice(folder: Path, on: date) -> None:
    office = open_office(folder, datetime.combine(on, time(8)))
    try:
        if not is_practice(office):
            text = _(N_("Data di {folder} bukan kantor latihan, jadi tidak diganti."))
            raise Refused(text.format(folder=folder))
    finally:
        office.close()


def _enter_all(folder: Path, on: date, seed: int, progress: Progress) -> None:
    begun = on - BEGUN
    profile = _told("office.json", on)
    partners: list[Step] = _told("partners.json", on)["partners"]
    products: list[Step] = _told("products.json", on)["products"]
    steps = [{"save": "Partner", "on": begun.isoformat(), "values": values} for values in partners]
    steps += [{"save": "Product", "on": begun.isoformat(), "values": values} for values in products]
    sold = {values["code"]: values for values in products if values["code"] != BINNED}
    agreements, signed = agreement_steps(on, sold)
    stock = Stock(sold, signed)
    shipments = shipment_steps(on, seed, stock, _PATTERN)
    later = [*agreements, *shipments, *goods_steps(on, seed, shipments, stock)]
    steps += sorted(later, key=lambda step: step["on"])
    office = new_office(folder)
    try:
        enter(office, {"begun_on": begun.isoformat(), "office": profile, "steps": steps}, progress)
        binned = record_id(office, Product, BINNED)
        delete_records(office, Product, [binned], datetime.combine(on - timedelta(days=2), time(14)))
    finally:
        office.close()


def _told(name: str, on: date) -> Any:
    """A file of ``resources/practice``; ``@-400`` in it is the day 400 days before."""
    text = resource("practice", name).read_text(encoding="utf-8")
    return json.loads(_AHEAD_OR_BACK.sub(lambda found: (on + timedelta(days=int(found[1]))).isoformat(), text))
