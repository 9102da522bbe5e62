"""The commands of a shipment's way: release, carton plan, papers, package."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lapas_desktop.cli_office import complain, opened
from lapas_desktop.i18n import N_, _

Run = Callable[[argparse.Namespace], Iterator[str]]


def add_commands(command: Callable[[str, Run, str], argparse.ArgumentParser]) -> None:
    release = command("release", _release, _(N_("rilis pengiriman: beri nomor dan bekukan isi suratnya")))
    pack = command("pack", _pack, _(N_("susun rencana kemasan dari isi per kemasan produk")))
    pack.add_argument("--mixed", action="store_true", help=_(N_("sisa semua barang dalam satu kemasan")))
    pack.add_argument("--save", action="store_true", help=_(N_("simpan rencana sebagai kemasan pengiriman")))
    documents = command("documents", _documents, _(N_("tulis semua surat pengiriman ke sebuah folder")))
    documents.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    documents.add_argument("--only", nargs="+", default=(), metavar=_(N_("JENIS")), help=_(N_("hanya surat ini")))
    documents.add_argument("--cartons", type=_range, metavar=_(N_("DARI-SAMPAI")),
                           help=_(N_("label hanya untuk kemasan ini, mis. 3-9")))  # fmt: skip
    package = command("package", _package, _(N_("tulis paket kirim: semua surat dan lampiran dalam satu ZIP")))
    package.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.zip")
    for made in (release, pack, documents, package):
        made.add_argument("number", metavar="NOMOR", help=_(N_("nomor, atau acuan konsep seperti DRAF-3")))


def _range(typed: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?", typed.strip())
    if not found:
        raise argparse.ArgumentTypeError(_(N_("tulis nomor kemasan seperti 3-9")))
    return int(found[1]), int(found[2] or found[1])


def _shipment_id(office: Any, given: argparse.Namespace) -> int:
    from lapas_desktop.domain.shipment import Shipment
    from lapas_desktop.services.papers import record_id

    return record_id(office, Shipment, given.number)


def _release(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.shipment_checks import shipment_checks
    from lapas_desktop.services.shipments import release_shipment

    with opened(given) as (office, now):
        shipment = _shipment_id(office, given)
        released = release_shipment(office, shipment, now)
        yield released.reference
        for check in shipment_checks(office, shipment, now.date()):
            complain(check.finding.message)


def _pack(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.carton_plan import plan_cartons, save_carton_plan

    with opened(given) as (office, now):
        shipment = _shipment_id(office, given)
        planned = plan_cartons(office, shipment, given.mixed)
        yield from _table(planned)
        if given.save:
            save_carton_plan(office, shipment, planned, now)
            yield _(N_("Rencana kemasan disimpan."))
        elif planned.unplanned:
            complain(_(N_("Isi per kemasan belum ada untuk {names}.")).format(names=", ".join(planned.unplanned)))


def _table(planned: Any) -> Iterator[str]:
    from lapas_desktop.domain.wording import format_number

    def number(value: Any) -> str:
        return "–" if value is None else format_number(value)

    rows = [[_(N_("No.")), _(N_("Kemasan", "satu")), _(N_("Isi")), _(N_("Jumlah")), _(N_("Bersih (kg)")),
             _(N_("Kotor (kg)")), "m³"]]  # fmt: skip
    for row in planned.ranges:
        span = f"{row.first}" if row.first == row.last else f"{row.first}–{row.last}"
        rows.append([span, row.kind, " ".join(row.content.split()), number(row.each), number(row.net),
                     number(row.gross), number(row.volume)])  # fmt: skip
    rows.append([number(planned.packages), "", _(N_("Jumlah")), "", number(planned.net), number(planned.gross),
                 number(planned.volume)])  # fmt: skip
    yield from _aligned(rows, left=3)
    for load in planned.loads:
        yield f"{load.room.name}: {load.needed}"


def _aligned(rows: Sequence[Sequence[str]], left: int) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [
            text.ljust(width) if column < left else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def _documents(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.shipment_files import write_shipment_files

    with opened(given) as (office, now):
        shipment = _shipment_id(office, given)
        for path in write_shipment_files(office, shipment, given.output, now.date(), given.only, given.cartons):
            yield str(path)


def _package(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.package import size_words, write_shipment_package

    with opened(given) as (office, now):
        packed = write_shipment_package(office, _shipment_id(office, given), given.output, now.date())
        yield f"{given.output}\t{packed.files}\t{size_words(packed.size)}"
        for title in packed.missing:
            complain(_(N_("“{name}” tidak ada lagi di folder data.")).format(name=title))
