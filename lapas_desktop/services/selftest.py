"""Does the program work on this PC? All but the window is tried for real, in a folder that is gone afterwards."""

from __future__ import annotations

import os
import platform
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

from lapas_desktop import __version__
from lapas_desktop.documents import fonts
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _
from lapas_desktop.pdfium import Pdf
from lapas_desktop.services.maintenance import back_up_to, check_backup, check_data, open_office, restore_from
from lapas_desktop.services.records import load
from lapas_desktop.services.sample import OFFICES, make_sample, references
from lapas_desktop.services.shipment_files import write_shipment_files

MEGABYTE = 1_000_000
LEAST_FREE = 200 * MEGABYTE  # bytes on the disk of the data folder
PRINTED_ON = date(2026, 1, 26)  # a day on which all sample offices have their papers
_LETTERS = {"Latin": "Aé–ō", "Arab": "ش", "Hangul": "한", "Han": "汉"}

Try = Callable[[], str]  # what it found; raises when it does not work


@dataclass(frozen=True)
class Result:
    """One line: what was tried, how long it took, what was found, or what is wrong (else empty)."""

    what: str
    seconds: float
    found: str
    wrong: str = ""

    def __str__(self) -> str:
        verdict = _(N_("GAGAL")) if self.wrong else _(N_("baik"))
        return f"{verdict:6} {_one_place(self.seconds):>6} s  {self.what}: {self.wrong or self.found}"


def _one_place(value: float) -> str:
    return format_number(Decimal(f"{value:.1f}"))


def tried(what: str, attempt: Try) -> Result:
    """One attempt with its time. Whatever it raises is a result, never an exception: support reads it on the phone."""
    begun = time.monotonic()
    try:
        found, wrong = attempt(), ""
    except Refused as refused:
        found, wrong = "", str(refused)
    except Exception as error:
        found, wrong = "", f"{type(error).__name__}: {error}"
    return Result(what, time.monotonic() - begun, found, wrong)


def self_test(data: Path, place: Path, now: datetime) -> Iterator[Result]:
    """Every attempt in turn; nothing in the data folder ``data`` changes.

    ``place``: an empty folder that gets the sample offices, with all their papers in ``place/NAME/dokumen``.
    """
    attempts: tuple[tuple[str, Try], ...] = (
        (_(N_("Program")), about),
        (_(N_("Folder data")), partial(rights, data)),
        (_(N_("Huruf")), letters),
        (_(N_("Surat kantor contoh")), partial(papers, place)),
        (_(N_("Gambar halaman")), partial(drawn, place)),
        (_(N_("Cadangan dan pemulihan")), partial(restored, place, now)),
    )
    for what, attempt in attempts:
        yield tried(what, attempt)


def about() -> str:
    """Versions and system."""
    return (
        f"Lapas Desktop {__version__} · Python {platform.python_version()} · {platform.system()} {platform.release()}"
    )


def rights(folder: Path) -> str:
    """Writes, renames and removes a file where the data lies, or will lie; asks for the room that is left."""
    there = next(one for one in (folder, *folder.parents) if one.is_dir())
    first, second = there / f"uji-{os.getpid()}.tmp", there / f"uji-{os.getpid()}-2.tmp"
    try:
        first.write_bytes(b"uji")
        first.replace(second)
    except OSError as error:
        raise Refused(_(N_("Folder {folder} tidak dapat ditulisi: {why}")).format(folder=there, why=error)) from error
    finally:
        for one in (first, second):
            one.unlink(missing_ok=True)
    free = shutil.disk_usage(there).free
    told = _(N_("{folder}, sisa {size} MB")).format(folder=there, size=format_number(free // MEGABYTE))
    if free < LEAST_FREE:
        raise Refused(_(N_("Disk hampir penuh: {where}")).format(where=told))
    return told


def letters() -> str:
    """Every script that partners write their names in is drawn by a shipped font."""
    for script, text in _LETTERS.items():
        for font, part in fonts.font_runs(text):
            if not all(fonts.draws(font, character) for character in part):
                raise Refused(_(N_("Huruf {script} tidak dapat dicetak.")).format(script=script))
    return ", ".join(_LETTERS)


def papers(place: Path) -> str:
    """All papers of all sample offices."""
    count = size = 0
    for name in OFFICES:
        made = list(make_sample(name, place / name))
        office = open_office(place / name, datetime.combine(PRINTED_ON, datetime.min.time()))
        try:
            for shipment_id, _reference in references(office, Shipment):
                made += write_shipment_files(office, shipment_id, place / name / "dokumen", PRINTED_ON)
        finally:
            office.close()
        count, size = count + len(made), size + sum(path.stat().st_size for path in made)
    return _(N_("{n} berkas, {size} MB")).format(n=count, size=_one_place(size / MEGABYTE))


def summary_in(place: Path) -> Path:
    """One of the papers that were made there; `Refused` when there is none."""
    found = sorted((place / OFFICES[0] / "dokumen").glob("Ringkasan*.pdf"))
    if not found:
        raise Refused(_(N_("Surat kantor contoh tidak ada.")))
    return found[0]


def drawn(place: Path) -> str:
    """The first page of a paper as a picture: not empty."""
    with Pdf(summary_in(place)) as pages:
        picture = pages.picture(0, 1.0)
    if len(set(picture.data)) < 3:
        raise Refused(_(N_("Halaman tergambar kosong.")))
    return f"{picture.width} × {picture.height}"


def restored(place: Path, now: datetime) -> str:
    """A backup of a sample office is proved, restored elsewhere, and says the same."""
    source, copy, file = place / OFFICES[0], place / "pulih", place / "uji.db"
    office = open_office(source, now)
    try:
        back_up_to(office, file)
        before = load(office, Agreement, 1)
    finally:
        office.close()
    check_backup(file)
    restore_from(file, copy, now)
    if found := check_data(copy):
        raise Refused(found[0])
    office = open_office(copy, now)
    try:
        after = load(office, Agreement, 1)
    finally:
        office.close()
    if before != after:
        raise Refused(_(N_("Data yang dipulihkan berbeda dari aslinya.")))
    return _(N_("{size} kB, sama dengan aslinya")).format(size=format_number(file.stat().st_size // 1000))
