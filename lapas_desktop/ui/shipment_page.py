"""What the form of a shipment has beside its fields: status, checks and papers, proposals, the carton plan, sums."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QFrame

from lapas_desktop.domain import lists
from lapas_desktop.domain.carton_plan import unpacked
from lapas_desktop.domain.computed import sketch
from lapas_desktop.domain.kinds import DATE
from lapas_desktop.domain.locks import lock_of
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.shipment_life import BEFORE_RELEASE
from lapas_desktop.domain.shipment_papers import consigned
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.shipment_checks import checks_as_typed, expected_rows
from lapas_desktop.services.shipment_proposals import counted_export, goods_to_pack
from lapas_desktop.services.signing import Check
from lapas_desktop.ui import form_parts
from lapas_desktop.ui.beside import BesideColumn
from lapas_desktop.ui.carton_plan_panel import ask_carton_plan
from lapas_desktop.ui.checks_card import ChecksCard
from lapas_desktop.ui.from_product import fill_from_products
from lapas_desktop.ui.papers_card import PapersCard
from lapas_desktop.ui.parts import badge, card, label, row
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.shipment_proposing import Proposing
from lapas_desktop.ui.workplace import Workplace

FILL_KEY = "Ctrl+B"
# Fields that make sense only for goods that leave the country; a filled one is shown all the same.
_ABROAD = frozenset(
    {"destination_country", "export_sequence", "first_export", "exporter_id", "notify_id", "forwarder_id",
     "other_producers", "incoterm", "incoterm_place", "port_of_loading", "port_of_discharge", "vessel", "container",
     "container_type", "seal", "insurance", "rate", "rate_on", "rate_source", "aju_number", "peb_number", "peb_date",
     "npe_number"}
)  # fmt: skip
_DAYS = {
    "released_on": N_("dirilis {day}"), "shipped_on": N_("dikirim {day}"), "delivered_on": N_("diterima {day}"),
}  # fmt: skip
_LEAVING = ("ekspor", "sampel")


def beside_shipment(page: RecordPage, at: Workplace, printing: Printing) -> BesideColumn:
    """Checks of what is typed, and the papers."""

    def look() -> Callable[[], Sequence[Check]]:
        parts, day = page.form.parts, at.clock().date()
        typed, unread = form_parts.readable(parts), form_parts.unread(parts)
        return partial(checks_as_typed, at.office, page.record_id, typed, unread, day)

    return BesideColumn(ChecksCard(at, page, look, live=True), PapersCard(at, page, printing))


def furnish_shipment(page: RecordPage, at: Workplace) -> None:
    """Adds to a shipment's form all that follows from what stands in it."""
    form, values = page.form, page.stored
    fill_from_products(form, at)
    if page.record_id is not None:
        form.add_on_top(status_card(values))
    if page.record_id is None or page.stage in BEFORE_RELEASE:
        Proposing(page, at)
        form.grids["packages"].offer_below(
            _(N_("Bagi otomatis ke karton…")), partial(ask_carton_plan, page, at), FILL_KEY
        )
    form.grids["documents"].offer_below(_(N_("Isi dari daftar dokumen")), partial(_add_documents, page, at), FILL_KEY)
    form.worked_out.connect(_Sections(page))
    form.worked_out.connect(partial(_tell_unpacked, page, at))
    form.worked_out.connect(partial(_tell_consigned, page))
    form.work_out()


def status_card(values: Mapping[str, Any]) -> QFrame:
    """One line over the form: status, number with its revision, days, and why the fields are closed."""
    frame, inner = card()
    inner.setContentsMargins(14, 6, 14, 6)
    status, number = values["status"], values.get("number") or ""
    if number and values.get("revision"):
        number = f"{number}/R{values['revision']}"
    later = _(N_("nomor diberikan saat dirilis"))
    told = [number or f"{values['reference']} · {later}"]
    for name, text in _DAYS.items():
        if values.get(name):
            told.append(_(text).format(day=DATE.shown(values[name])))
    lock = lock_of(Shipment, status)
    if lock and values.get("export_sequence") and values.get("destination_country"):
        told.append(counted_export(values["export_sequence"], values["destination_country"]))
    line = row(badge(_(lists.SHIPMENT_STATUSES[status]), status), label(" · ".join(told), "section", wrap=True))
    line.setStretch(1, 1)
    inner.addLayout(line)
    if lock:
        inner.addWidget(label(lock.reason, "muted", wrap=True))
    return frame


class _Sections:
    """Lets only those fields and sheets be seen that a kind of shipment needs, when its kind changes."""

    def __init__(self, page: RecordPage) -> None:
        self._page = page
        self._shown_for: tuple[bool, bool] | None = None

    def __call__(self, values: Mapping[str, Any]) -> None:
        kind = values.get("kind")
        leaving = kind in _LEAVING or values.get("destination_country") not in (None, "", "ID")
        wanted = (leaving, kind == "titip_jual")
        if wanted == self._shown_for or "kind" not in values:
            return
        self._shown_for = wanted
        filled = {name for name in _ABROAD if values.get(name, True) not in (None, "", False, "ID")}
        sales = wanted[1] or bool(values.get("sales"))
        self._page.form.show_only(
            lambda name: leaving or name not in _ABROAD or name in filled,
            lambda table: table != "sales" or sales,
        )


def _add_documents(page: RecordPage, at: Workplace) -> None:
    page.form.commit()
    grid = page.form.grids["documents"]
    typed = form_parts.readable(page.form.parts)
    rows = expected_rows(at.office, page.record_id, typed, at.clock().date())
    if rows:
        grid.rows_model.replace_rows([*grid.rows_model.rows, *rows])
        grid.view.setFocus()
        grid.view.go_to(len(grid.rows_model.rows) - len(rows), 0)
    else:
        grid.tell_under(_(N_("Tidak ada dokumen lain yang diminta daftar untuk pengiriman ini.")))


def _tell_unpacked(page: RecordPage, at: Workplace, values: Mapping[str, Any]) -> None:
    """“Sisa belum dikemas” under the packages, as soon as there are some."""
    grid = page.form.grids["packages"]
    goods = goods_to_pack(at.office, values.get("lines", ())) if values.get("packages") else []
    record = sketch(Shipment, values, at.clock().date())
    left = unpacked(goods, record.packages) if isinstance(record, Shipment) else {}
    told = []
    for one in goods:
        rest = left[one.product_id]
        if rest > 0:
            told.append(f"{one.name} {format_number(rest)}")
        elif rest < 0:
            told.append(_(N_("{name} kelebihan {n}")).format(name=one.name, n=format_number(-rest)))
    if told:
        grid.tell_under(_(N_("Sisa belum dikemas: {goods}")).format(goods=" · ".join(told)), warning=True)
    else:
        grid.tell_under(_(N_("Semua barang sudah terkemas.")) if goods else "")


def _tell_consigned(page: RecordPage, values: Mapping[str, Any]) -> None:
    """Sent, sold, given back and remaining under the sales."""
    grid = page.form.grids["sales"]
    record = sketch(Shipment, values, page.form.today)
    assert isinstance(record, Shipment)
    shop = page.form.editors["buyer_id"].typed()
    text = _(N_("{name}: dikirim {sent} · terjual {sold} · kembali {back} · sisa {rest}"))
    told = [
        text.format(
            name=one.name or "–", sent=format_number(one.sent), sold=format_number(one.sold),
            back=format_number(one.back), rest=format_number(one.remaining),
        )
        for one in consigned(record.lines, record.sales)
    ]  # fmt: skip
    grid.tell_under("\n".join([shop, *told] if told and shop else told))
