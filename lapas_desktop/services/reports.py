"""The reports of the office as data: a report is a title, what it asks for, its columns and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from lapas_desktop.documents.listing import build_listing
from lapas_desktop.documents.listing_data import Listing, ListingColumn
from lapas_desktop.domain import kinds
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.domain.wording import format_date_short, format_month
from lapas_desktop.i18n import N_, _, language
from lapas_desktop.services import goods_reports
from lapas_desktop.services.agenda import agenda
from lapas_desktop.services.listing import stationery
from lapas_desktop.services.numbers import NumberUse, number_register
from lapas_desktop.services.register import register, register_table
from lapas_desktop.services.reminders import reminders_between, reminders_table
from lapas_desktop.storage import agenda_queries
from lapas_desktop.storage.office import Office

Table = tuple[tuple[ListingColumn, ...], list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Asked:
    """What a report is asked: its days, ends included, as seen ``on`` a day; ``narrow`` for a sheet of paper."""

    first: date
    last: date
    on: date
    narrow: bool = False


@dataclass(frozen=True)
class Report:
    """One report. ``span`` is what a person chooses: a whole year (that of ``Asked.first``), a month, any period,
    or nothing, when it tells how things stand on the day."""

    key: str
    title: str
    about: str
    span: Literal["year", "month", "period", "day"]
    table: Callable[[Office, Asked], Table]


def write_report(office: Office, report: Report, asked: Asked, path: Path, progress: Progress = UNSEEN) -> int:
    """Writes a report as ``.pdf`` or else XLSX; how many rows it holds."""
    with office.session() as session:
        name, paper = stationery(session)
    progress()
    columns, rows = report.table(office, asked)
    note = " · ".join((_span(report, asked), _(N_("{n} data")).format(n=len(rows))))
    build_listing(Listing(_(report.title), note, name, columns, _watched(rows, progress), asked.on, paper), path)
    return len(rows)


def _span(report: Report, asked: Asked) -> str:
    if report.span == "year":
        return str(asked.first.year)
    if report.span == "month":
        return format_month(asked.first, language())
    if report.span == "day":
        return format_date_short(asked.on)
    return f"{format_date_short(asked.first)} – {format_date_short(asked.last)}"


def _watched(rows: list[tuple[Any, ...]], progress: Progress) -> Iterator[tuple[Any, ...]]:
    for done, row in enumerate(rows):
        progress(done, len(rows))
        yield row


def _register(office: Office, asked: Asked) -> Table:
    return register_table(register(office, asked.first.year, asked.on), asked.narrow)


def _reminders(office: Office, asked: Asked) -> Table:
    return reminders_table(reminders_between(office, asked.first, asked.last))


def _numbers(office: Office, asked: Asked) -> Table:
    columns = (
        ListingColumn(_(N_("Nomor")), kinds.IDENTIFIER, 30),
        ListingColumn(_(N_("Tentang")), kinds.TEXT, 36),
        ListingColumn(_(N_("Tahap")), kinds.TEXT, 16),
        ListingColumn(_(N_("Catatan")), kinds.TEXT, 18),
    )
    found = number_register(office, asked.first.year)
    rows: list[tuple[Any, ...]] = [(use.number, use.title, use.stage_word, _remark(use)) for use in found.uses]
    return columns, rows + [(number, "", "", _(N_("terlewat"))) for number in found.missing]


def _remark(use: NumberUse) -> str:
    if use.void:
        return _(N_("tidak berlaku"))
    return _(N_("nomor ganda")) if use.twice else ""


def _ending(office: Office, asked: Asked) -> Table:
    columns = (
        ListingColumn(_(N_("Berlaku s.d.")), kinds.DATE, 14),
        ListingColumn(_(N_("Hari lagi")), kinds.COUNT, 8),
        ListingColumn(_(N_("Nomor")), kinds.IDENTIFIER, 24),
        ListingColumn(_(N_("Mitra")), kinds.TEXT, 24),
        ListingColumn(_(N_("Tentang")), kinds.TEXT, 30),
    )
    rows: list[tuple[Any, ...]] = []
    with office.session() as session:
        for agreement in session.scalars(agenda_queries.ending_between(asked.first, asked.last, asked.on)):
            assert agreement.final_day is not None
            names = ", ".join(party.partner.full_name for party in agreement.parties if party.partner)
            left = (agreement.final_day - asked.on).days
            rows.append((agreement.final_day, left, agreement.reference, names, agreement.title))
    return columns, rows


def _agenda(office: Office, asked: Asked) -> Table:
    columns = (
        ListingColumn(_(N_("Tanggal", "satu")), kinds.DATE, 14),
        ListingColumn(_(N_("Jenis")), kinds.TEXT, 22),
        ListingColumn(_(N_("Tentang")), kinds.TEXT, 30),
        ListingColumn(_(N_("Keterangan")), kinds.TEXT, 44),
    )
    entries = agenda(office, asked.first, asked.last, asked.on)
    return columns, [(entry.on, entry.kind_word, entry.title, entry.detail) for entry in entries]


def _production(office: Office, asked: Asked) -> Table:
    return goods_reports.production_table(office, asked.first, asked.last)


def _stock(office: Office, _asked: Asked) -> Table:
    return goods_reports.stock_table(office)


def _exports(office: Office, asked: Asked) -> Table:
    return goods_reports.exports_table(office, asked.first, asked.last)


def _sdp_products(office: Office, asked: Asked) -> Table:
    return goods_reports.sdp_products(office, asked.first, asked.last)


def _sdp_activities(office: Office, asked: Asked) -> Table:
    return goods_reports.sdp_activities(office, asked.first, asked.last)


AGENDA = Report(
    "agenda", N_("Kalender"), N_("Akhir perjanjian, kewajiban, surat mitra dan rencana pengiriman, hari demi hari."),
    "period", _agenda,
)  # fmt: skip
REPORTS = (
    Report(
        "register", N_("Buku register PKS"),
        N_("Perjanjian yang ditandatangani dalam setahun, dengan empat pertanyaan pengawasan."), "year", _register,
    ),
    Report(
        "reminders", N_("Daftar pengingat"),
        N_("Kapan mitra perlu diingatkan bahwa perjanjiannya akan berakhir."), "period", _reminders,
    ),
    Report(
        "numbers", N_("Register nomor"),
        N_("Nomor yang dipakai dalam setahun; yang ganda, terlewat, dan tidak berlaku."), "year", _numbers,
    ),
    Report(
        "ending", N_("Perjanjian yang akan berakhir"),
        N_("Perjanjian berlaku yang hari terakhirnya jatuh dalam satu masa."), "period", _ending,
    ),
    Report(
        "production", N_("Produksi per bulan"),
        N_("Yang dihasilkan dan lulus, jumlah orang dan premi, per bulan dan produk."), "year", _production,
    ),
    Report(
        "stock", N_("Stok per produk"),
        N_("Stok hari ini dan asalnya: produksi yang lulus, terkirim, kembali, penyesuaian."), "day", _stock,
    ),
    Report(
        "exports", N_("Ekspor per negara"),
        N_("Banyaknya ekspor dalam setahun dan nilainya dalam rupiah, menurut negara tujuan."), "year", _exports,
    ),
    Report(
        "sdp_products", N_("Lembar bulanan SDP: produk"),
        N_("Hasil produksi satu bulan dengan kata-kata SDP, siap disalin."), "month", _sdp_products,
    ),
    Report(
        "sdp_activities", N_("Lembar bulanan SDP: kegiatan"),
        N_("Kegiatan kerja satu bulan dengan kata-kata SDP, siap disalin."), "month", _sdp_activities,
    ),
    AGENDA,
)  # fmt: skip
