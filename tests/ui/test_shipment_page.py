"""The page of a shipment: from draft to delivered by keyboard, locks, revisions, the carton plan, proposals, slips."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.frozen_shipment import FrozenShipment
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.agreement_life import sign_agreement
from lapas_desktop.services.attachments import attach
from lapas_desktop.services.papers import manifest_of
from lapas_desktop.services.printed import printed_papers
from lapas_desktop.services.records import Saved, blank, load, save_record
from lapas_desktop.services.shipments import release_shipment, revise_shipment
from lapas_desktop.storage.attachments import FOLDER
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.ask_panel import AskPanel
from lapas_desktop.ui.checks_card import ChecksCard
from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.papers_card import PapersCard
from lapas_desktop.ui.record_page import RecordPage
from tests.ui.conftest import press
from tests.ui.hands import Hands

SCREEN = SCREENS["shipments"]
LAUNCH = datetime(2025, 12, 23, 9, 0)


@pytest.fixture
def now(request: pytest.FixtureRequest) -> datetime:
    """The day of the launch for the story of case one, else that of the agreement."""
    return LAUNCH if "case_one" in request.node.name else datetime(2026, 1, 19, 9, 0)


@pytest.fixture
def keychain(office: Office, now: datetime) -> Saved:
    """The keychain of getah nyatu, 200 to a carton."""
    values = {
        "name": "Gantungan kunci getah nyatu", "export_name": "Nyatu latex keychain", "hs_code": "96020090",
        "unit_net_weight": Decimal("0.02"), "units_per_pack": Decimal(200), "pack_tare": Decimal("0.6"),
        "pack_length": Decimal(40), "pack_width": Decimal(30), "pack_height": Decimal(30),
        "price_export": Decimal("1.75"), "currency": "NZD",
    }  # fmt: skip
    return save_record(office, Product, {**blank(office, Product), **values}, now)


@pytest.fixture
def importer(office: Office, now: datetime) -> Saved:
    values = {"code": "MTR-0011", "name": "Rodney Trading", "legal_form": "Asing", "roles": "pembeli", "country": "NZ"}
    return save_record(office, Partner, values, now)


@pytest.fixture
def nusantara(office: Office, now: datetime) -> Saved:
    values = {"code": "MTR-0012", "name": "Life Style Nusantara", "legal_form": "UD", "roles": "eksportir",
              "signatories": [{"name": "Hairunnisa"}]}  # fmt: skip
    return save_record(office, Partner, values, now)


@pytest.fixture
def pks(office: Office, keychain: Saved, importer: Saved, nusantara: Saved, now: datetime) -> Saved:
    """The agreement of 19 January 2026: the office, the exporter, the importer."""
    values = {
        "number": "PKS-21", "title": "Penjualan kerajinan getah nyatu", "type": "ekspor", "destinations": "NZ",
        "signed_on": date(2026, 1, 19), "signed_at": "Kasongan", "starts_on": date(2026, 1, 19),
        "ends_on": date(2027, 1, 18),
        "parties": [{"partner_id": None}, {"partner_id": nusantara.id}, {"partner_id": importer.id}],
        "products": [{"product_id": keychain.id, "quantity": Decimal(5000), "price": Decimal("2.5"),
                      "currency": "NZD"}],
    }  # fmt: skip
    return sign_agreement(office, save_record(office, Agreement, values, now).id, now)


def stored(office: Office) -> dict[str, Any]:
    """The newest shipment as plain data."""
    with office.session() as session:
        last = session.scalars(select(Shipment.id).order_by(Shipment.id.desc())).first()
    assert last is not None
    return load(office, Shipment, last)


def frozen(office: Office) -> list[FrozenShipment]:
    with office.session() as session:
        return list(session.scalars(select(FrozenShipment).order_by(FrozenShipment.revision)))


def page_of(desk: Desk) -> RecordPage:
    assert desk.page is not None
    desk.page.form.finish()
    return desk.page


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(shown.text() for shown in widget.findChildren(QLabel) if shown.isVisible())


def rows_of(card: QListWidget) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [card.item(n).text() or str(card.item(n).data(role)) for n in range(card.count())]


def checked(desk: Desk, qtbot: QtBot, until: Callable[[list[str]], object]) -> list[str]:
    """What the checks say, as soon as they say it."""
    (card,) = page_of(desk).findChildren(ChecksCard)
    qtbot.waitUntil(lambda: bool(until(rows_of(card.rows))), timeout=5_000)
    return rows_of(card.rows)


def panel(desk: Desk) -> AskPanel:
    (found,) = (one for one in desk.window.findChildren(AskPanel) if one.isVisible())
    return found


def line(desk: Desk, *cells: str) -> None:
    """One line of goods, pasted as from Excel."""
    view = page_of(desk).form.grids["lines"].view
    view.setFocus()
    view.go_to(len(view.sheet.rows), 0)
    view.paste("\t".join(cells))


def test_case_one_from_draft_to_delivered_by_keyboard_before_its_agreement(
    desk: Desk, office: Office, keychain: Saved, importer: Saved, qtbot: QtBot
) -> None:
    hands = Hands(desk, qtbot)
    hands.go("shipments")
    hands.press("Ctrl+N")
    form = page_of(desk).form
    hands.fill("destination_country", "Selandia Baru")
    hands.press("Return")
    assert form.editors["export_sequence"].value() == 1
    assert "Ekspor ke-1 ke Selandia Baru" in said(form.editors["export_sequence"])
    hands.fill("buyer_id", "Rodney")
    hands.press("Return")
    hands.fill("agreement_note", "Ikut peluncuran ekspor perdana kota; PKS menyusul.")
    sheet = form.grids["lines"].view
    hands.tab_to(lambda widget: widget is sheet)
    hands.type("gantungan")
    hands.press("Tab")
    hands.type("500")
    hands.press("Return")
    packages = form.grids["packages"].view
    hands.press("Ctrl+Tab")
    hands.tab_to(lambda widget: widget is packages)
    hands.press("Ctrl+B")
    assert "Karton 1–2" in said(panel(desk)) and "3 kemasan" in said(panel(desk))
    hands.press("Return")
    hands.fill("ceremony_name", "Launching Ekspor Perdana Produk Unggulan IKM dan UMKM")
    hands.fill("officials", "Achmad Zaini, Wakil Wali Kota")
    hands.press("Ctrl+S")
    draft = stored(office)
    assert [(p["from_no"], p["to_no"], p["content"]) for p in draft["packages"]] == [(1, 2, 200), (3, 3, 100)]
    assert (draft["export_sequence"], draft["buyer_id"], draft["lines"][0]["quantity"]) == (1, importer.id, 500)
    hands.push("Tandai dikemas")
    assert stored(office)["status"] == "packed"
    hands.push("Rilis…")
    assert "KRM-2025-001" in said(panel(desk)) and "Belum ada perjanjian" in said(panel(desk))
    hands.press("Return")
    assert (stored(office)["number"], stored(office)["status"]) == ("KRM-2025-001", "released")
    (kept,) = frozen(office)
    assert kept.is_whole and kept.number == "KRM-2025-001"
    hands.push("Kirim…")
    hands.press("Ctrl+A")
    hands.type("24/12/2025")
    hands.press("Return")
    hands.type("AWB 618-1234")
    hands.press("Return", "Return")
    sent = stored(office)
    assert (sent["status"], sent["shipped_on"]) == ("shipped", date(2025, 12, 24))
    assert sent["transport_document"] == "AWB 618-1234"
    hands.push("Terima…")
    hands.press("Ctrl+A")
    hands.type("5/1/2026")
    hands.press("Return")
    hands.type("Rodney")
    hands.press("Return")
    hands.press("Ctrl+A")
    hands.type("490")
    hands.press("Return", "Return")
    received = stored(office)
    assert (received["status"], received["received_by"]) == ("delivered", "Rodney")
    assert received["lines"][0]["accepted"] == 490
    paper = manifest_of(office, received["id"], date(2026, 1, 6))
    assert paper.reference == "KRM-2025-001" and paper.lines[0].quantity == 500
    assert paper.lines[0].accepted == 490 and paper.transport.bill == "AWB 618-1234"


def test_a_released_shipment_is_read_but_its_agreement_is_linked_later(
    desk: Desk, office: Office, shipment: Saved, pks: Saved, now: datetime, qtbot: QtBot
) -> None:
    save_record(office, Shipment, {"agreement_id": None}, now, shipment.id)
    release_shipment(office, shipment.id, datetime(2026, 1, 12, 9, 0))
    desk.open_record(SCREEN, shipment.id)
    form = page_of(desk).form
    assert "Terkunci sejak dirilis" in said(form) and "KRM-2026-001" in said(form)
    form.editors["marks"].input.setFocus()
    qtbot.keyClicks(form.editors["marks"].input, "lain")
    goods = form.grids["lines"].rows_model
    assert not goods.setData(goods.index(0, 1), "7") and not page_of(desk).changed
    assert not [b for b in form.findChildren(QPushButton) if b.text().startswith("Bagi otomatis") and b.isVisible()]
    form.editors["agreement_id"].type_in(
        next(text for key, text in form._links("Agreement") if key == pks.id)  # as chosen from the list
    )
    form.editors["agreement_note"].type_in("PKS menyusul")
    press(qtbot, desk.window, "Simpan")
    now_linked = load(office, Shipment, shipment.id)
    assert (now_linked["agreement_id"], now_linked["agreement_note"]) == (pks.id, "PKS menyusul")
    assert now_linked["lines"][0]["quantity"] == 500
    checked(desk, qtbot, lambda told: any("mendahului perjanjian PKS-21" in text for text in told))


def test_a_revision_asks_its_reason_opens_the_fields_and_its_papers_say_so(
    desk: Desk, office: Office, shipment: Saved, now: datetime, qtbot: QtBot
) -> None:
    release_shipment(office, shipment.id, now)
    desk.open_record(SCREEN, shipment.id)
    page_of(desk).act("Buka revisi…")
    panel(desk).answer()
    assert panel(desk).editors["reason"].problem
    qtbot.keyClicks(panel(desk).editors["reason"].input, "Segel berganti")
    press(qtbot, panel(desk), "Buka revisi")
    page = page_of(desk)
    assert page.title == "Pengiriman KRM-2026-001/R1" and "KRM-2026-001/R1" in said(page.form)
    page.form.editors["marks"].type_in("RODNEY / AUCKLAND")
    page.act("Rilis…")
    assert "Rilis KRM-2026-001/R1" in [b.text() for b in panel(desk).findChildren(QPushButton)]
    panel(desk).answer()
    assert [(kept.revision, kept.number) for kept in frozen(office)] == [(0, "KRM-2026-001"), (1, "KRM-2026-001/R1")]
    told = load(office, Shipment, shipment.id)
    assert (told["status"], told["marks"]) == ("released", "RODNEY / AUCKLAND") and "Segel berganti" in told["notes"]


def test_a_step_is_undone_from_its_notice_and_a_number_that_was_given_stays_when_void(
    desk: Desk, office: Office, shipment: Saved, qtbot: QtBot
) -> None:
    desk.open_record(SCREEN, shipment.id)
    page_of(desk).act("Tandai dikemas")
    assert load(office, Shipment, shipment.id)["status"] == "packed"
    press(qtbot, desk.window, "Urungkan")
    assert load(office, Shipment, shipment.id)["status"] == "draft"
    page_of(desk).act("Rilis…")
    panel(desk).answer()
    page_of(desk).act("Batalkan…")
    qtbot.keyClicks(panel(desk).editors["reason"].input, "Pembeli mundur")
    panel(desk).answer()
    told = load(office, Shipment, shipment.id)
    assert (told["status"], told["number"]) == ("cancelled", "KRM-2026-001")
    offered = {shown.action.text for shown in page_of(desk).offered}
    assert offered == {"Salin", "Manifes Excel", "Paket kirim (ZIP)…", "Semua surat ke folder…"}


def test_more_cannot_be_accepted_than_was_sent(
    desk: Desk, office: Office, shipment: Saved, now: datetime, qtbot: QtBot
) -> None:
    release_shipment(office, shipment.id, now)
    desk.open_record(SCREEN, shipment.id)
    page_of(desk).act("Terima…")
    asked = panel(desk)
    asked.editors["accepted_0"].type_in("501")
    asked.answer()
    assert "melebihi" in asked.editors["accepted_0"].problem
    assert load(office, Shipment, shipment.id)["status"] == "released"


def test_the_carton_plan_replaces_rows_in_one_step_that_is_undone(
    desk: Desk, office: Office, keychain: Saved, qtbot: QtBot
) -> None:
    unknown = save_record(office, Product, {**blank(office, Product), "name": "Tempat tisu"}, LAUNCH)
    desk.go("shipments")
    desk.new_record()
    line(desk, load(office, Product, keychain.id)["code"], "450")
    line(desk, load(office, Product, unknown.id)["code"], "7")
    form = page_of(desk).form
    grid = form.grids["packages"]
    grid.view.setFocus()
    grid.view.go_to(0, 0)
    grid.view.paste("1\t9")
    before = [dict(row) for row in grid.rows_model.rows]
    press(qtbot, form, "Bagi otomatis ke karton…")
    told = said(panel(desk))
    assert "Karton 1–2" in told and "Tempat tisu: isi per kemasan belum ada" in told and "1 baris kemasan" in told
    press(qtbot, panel(desk), "Ganti kemasan")
    assert [(r["from_no"], r["to_no"], r["content"]) for r in grid.rows_model.rows] == [(1, 2, 200), (3, 3, 50)]
    qtbot.waitUntil(lambda: "Sisa belum dikemas: Tempat tisu 7" in said(grid))
    QApplication.processEvents()
    assert grid.view.hasFocus()
    qtbot.keyClick(grid.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert grid.rows_model.rows == before


def test_a_scale_that_says_something_else_is_marked(desk: Desk, shipment: Saved, qtbot: QtBot) -> None:
    desk.open_record(SCREEN, shipment.id)
    grid = page_of(desk).form.grids["packages"]
    column = grid.column_of("gross")
    grid.rows_model.put_block(0, column, [["6,5"]])
    qtbot.waitUntil(lambda: (0, "gross") in grid.rows_model.doubts)
    assert "Timbang ulang" in grid.rows_model.doubts[0, "gross"]
    checked(desk, qtbot, lambda told: any("Timbang ulang" in text for text in told))


def test_an_agreement_fills_what_is_empty_and_leaves_what_was_typed(
    desk: Desk, office: Office, pks: Saved, importer: Saved, nusantara: Saved, keychain: Saved, qtbot: QtBot
) -> None:
    other = save_record(office, Partner, {"code": "MTR-0009", "name": "Pembeli Lain", "roles": "pembeli"}, LAUNCH)
    desk.go("shipments")
    desk.new_record()
    form = page_of(desk).form
    form.editors["buyer_id"].type_in(next(text for key, text in form._links("Partner") if key == other.id))
    form.editors["agreement_id"].type_in(next(text for key, text in form._links("Agreement") if key == pks.id))
    value = {name: form.editors[name].value() for name in ("buyer_id", "consignee_id", "exporter_id", "currency",
             "destination_country", "export_sequence")}  # fmt: skip
    assert value == {"buyer_id": other.id, "consignee_id": importer.id, "exporter_id": nusantara.id,
                     "currency": "NZD", "destination_country": "NZ", "export_sequence": 1}  # fmt: skip
    assert "Usulan dari perjanjian" in said(form.editors["exporter_id"])
    line(desk, load(office, Product, keychain.id)["code"], "10")
    assert form.grids["lines"].rows_model.rows[0]["unit_price"] == Decimal("2.5")
    press(qtbot, desk.window, "Simpan")
    saved = stored(office)
    assert (saved["buyer_id"], saved["exporter_id"], saved["currency"]) == (other.id, nusantara.id, "NZD")
    assert saved["lines"][0]["unit_price"] == Decimal("2.5")


def test_the_checks_follow_the_typing_and_lead_to_the_cell(desk: Desk, shipment: Saved, qtbot: QtBot) -> None:
    desk.open_record(SCREEN, shipment.id)
    page = page_of(desk)
    told = checked(desk, qtbot, lambda told: any("Jumlah barang = isi kemasan" in text for text in told))
    assert any("500 buah dalam 3 karton" in text for text in told)
    goods = page.form.grids["lines"]
    goods.rows_model.put_block(0, goods.column_of("quantity"), [["600"]])
    told = checked(desk, qtbot, lambda told: told and told[0].startswith("Salah") and "seharusnya 600" in told[0])
    assert not any("Jumlah barang = isi kemasan" in text for text in told)
    kinds = [text.split(" ")[0] for text in told]
    assert kinds == sorted(kinds, key=["Salah", "Ragu", "Beres"].index)
    (card,) = page_of(desk).findChildren(ChecksCard)
    number = next(n for n, text in enumerate(told) if "Harga" not in text and "kode HS belum diisi" in text)
    card.rows.itemActivated.emit(card.rows.item(number))
    assert goods.view.currentIndex().column() == goods.column_of("hs_code")
    page.changed = False


@pytest.mark.parametrize(
    ("cells", "where", "words"),
    [
        (("0",), "lines", "lebih dari nol"),
        (("-5",), "lines", "kurang dari nol"),
        (("5", "", "9602009"), "lines", "8 angka"),
    ],
)
def test_a_slip_in_the_goods_is_told_in_words_and_nothing_is_saved(
    desk: Desk, office: Office, keychain: Saved, qtbot: QtBot, cells: tuple[str, ...], where: str, words: str
) -> None:
    desk.go("shipments")
    desk.new_record()
    code = load(office, Product, keychain.id)["code"]
    grid = page_of(desk).form.grids[where]
    line(desk, code, cells[0])
    if len(cells) > 2:
        grid.rows_model.put_block(0, grid.column_of("hs_code"), [[cells[2]]])
    checked(desk, qtbot, lambda told: any(text.startswith("Salah") and words in text for text in told))
    press(qtbot, desk.window, "Simpan")
    assert words in grid._told.accessibleName()
    with office.session() as session:
        assert session.scalars(select(Shipment)).first() is None
    page_of(desk).changed = False


def test_packages_counted_backwards_and_a_thousand_million_pieces_never_reach_a_paper(
    desk: Desk, office: Office, keychain: Saved, qtbot: QtBot
) -> None:
    desk.go("shipments")
    desk.new_record()
    form = page_of(desk).form
    line(desk, load(office, Product, keychain.id)["code"], "1000000000")
    grid = form.grids["packages"]
    press(qtbot, form, "Bagi otomatis ke karton…")
    panel(desk).answer()
    assert "kemasannya terlalu banyak" in said(panel(desk)) and not grid.rows_model.rows
    press(qtbot, panel(desk), "Batal")
    grid.view.setFocus()
    grid.view.go_to(0, 0)
    grid.view.paste("9\t1")
    checked(desk, qtbot, lambda told: any(text.startswith("Salah") and "sebelum dari" in text for text in told))
    press(qtbot, desk.window, "Simpan")
    assert "sebelum dari" in grid._told.accessibleName() and page_of(desk).record_id is None
    page_of(desk).changed = False


def test_a_currency_without_its_rate_is_doubtful_until_it_is_filled_in(
    desk: Desk, office: Office, shipment: Saved, qtbot: QtBot
) -> None:
    desk.open_record(SCREEN, shipment.id)
    checked(desk, qtbot, lambda told: any("Kurs NZD belum diisi" in text for text in told))
    page_of(desk).form.editors["rate"].type_in("9.850")
    checked(desk, qtbot, lambda told: told and not any("Kurs NZD belum diisi" in text for text in told))
    press(qtbot, desk.window, "Simpan")
    assert load(office, Shipment, shipment.id)["rate"] == 9850


def test_goods_on_consignment_show_their_sales_and_nothing_of_an_export(
    desk: Desk, office: Office, shipment: Saved, keychain: Saved, product: Saved, now: datetime, qtbot: QtBot
) -> None:
    save_record(office, Shipment, {"incoterm": "FOB", "destination_country": "ID"}, now, shipment.id)
    desk.open_record(SCREEN, shipment.id)
    form = page_of(desk).form
    kind = form.editors["kind"]
    kind.type_in("Titip jual")
    assert kind.value() == "titip_jual"
    qtbot.waitUntil(lambda: form.editors["port_of_loading"].isHidden())
    assert not form.editors["incoterm"].isHidden()  # it holds something, and keeps it
    sales = form.grids["sales"]
    assert sales.isVisibleTo(form) and not sales.parentWidget().isHidden()
    code = load(office, Product, product.id)["code"]
    sales.view.setFocus()
    sales.view.go_to(0, 0)
    sales.view.paste(f"20/1/26\t{code}\tTerjual\t300\n21/1/26\t{code}\tKembali\t50")
    qtbot.waitUntil(lambda: "dikirim 500 · terjual 300 · kembali 50 · sisa 150" in said(sales))
    sales.view.go_to(2, 0)
    sales.view.paste(f"22/1/26\t{code}\tTerjual\t151")
    qtbot.waitUntil(lambda: "padahal dikirim 500" in "".join(sales.rows_model.doubts.values()))
    press(qtbot, desk.window, "Simpan")
    told = load(office, Shipment, shipment.id)
    assert [row["quantity"] for row in told["sales"]] == [300, 50, 151] and told["incoterm"] == "FOB"


def test_asked_documents_come_into_their_sheet_and_beside_the_form(
    desk: Desk, office: Office, shipment: Saved, qtbot: QtBot
) -> None:
    desk.open_record(SCREEN, shipment.id)
    form = page_of(desk).form
    grid = form.grids["documents"]
    press(qtbot, form, "Isi dari daftar dokumen")
    listed = [row["document"] for row in grid.rows_model.rows]
    assert "PEB" in listed and "SKA" in listed
    press(qtbot, form, "Isi dari daftar dokumen")
    assert [row["document"] for row in grid.rows_model.rows] == listed and "Tidak ada dokumen lain" in said(grid)
    (card,) = page_of(desk).findChildren(PapersCard)
    qtbot.waitUntil(lambda: "PEB: perlu" in rows_of(card.rows))
    press(qtbot, desk.window, "Simpan")
    assert [row["document"] for row in load(office, Shipment, shipment.id)["documents"]] == listed


def test_a_paper_is_made_from_its_card_remembered_and_made_again_after_a_revision(
    desk: Desk, office: Office, shipment: Saved, now: datetime, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    release_shipment(office, shipment.id, now)
    target = tmp_path / "manifes.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, **_more: (str(target), ""))
    desk.open_record(SCREEN, shipment.id)
    (card,) = page_of(desk).findChildren(PapersCard)
    qtbot.waitUntil(lambda: "Manifes: belum" in rows_of(card.rows))
    card.rows.setFocus()
    card.rows.setCurrentRow(0)
    qtbot.keyClick(card.rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Manifes: dicetak" in rows_of(card.rows), timeout=20_000)
    assert target.exists() and not printed_papers(office, shipment.id)["Manifes"].outdated
    later = datetime(2026, 1, 20, 9, 0)
    revise_shipment(office, shipment.id, "salah segel", later)
    release_shipment(office, shipment.id, later)
    card.refresh()
    qtbot.waitUntil(lambda: "Manifes: cetak lagi" in rows_of(card.rows))


def test_all_papers_go_into_a_folder_and_a_package_tells_what_is_gone(
    desk: Desk, office: Office, shipment: Saved, now: datetime, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    scan = tmp_path / "PEB asli.png"
    Image.new("RGB", (80, 80), "white").save(scan)
    attach(office, Shipment, shipment.id, scan, "scan", now)
    release_shipment(office, shipment.id, now)
    folder, package = tmp_path / "surat", tmp_path / "paket.zip"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(folder))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(package), ""))
    desk.open_record(SCREEN, shipment.id)
    page_of(desk).act("Semua surat ke folder…")
    qtbot.waitUntil(lambda: len(printed_papers(office, shipment.id)) >= 6, timeout=20_000)
    assert {"Manifes KRM-2026-001.xlsx", "Surat Jalan KRM-2026-001.pdf"} <= {path.name for path in folder.iterdir()}
    for kept in (office.folder / FOLDER).rglob("*"):
        if kept.is_file():
            kept.unlink()
    page_of(desk).act("Paket kirim (ZIP)…")
    qtbot.waitUntil(lambda: "tanpa berkas yang tidak ada lagi di folder data: PEB asli" in said(desk.window.frame))
    assert package.exists()
