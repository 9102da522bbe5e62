"""The pasal of an agreement by keyboard: taken from the library, changed, moved, brought back, printed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.services.clauses import standard_clauses
from lapas_desktop.services.deed import write_deed
from lapas_desktop.services.drafts import kept_drafts
from lapas_desktop.services.records import Saved, load, save_record
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.clauses_card import ClausesCard
from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.window import Window
from tests.documents.samples import words
from tests.ui.conftest import forget_typing, press
from tests.ui.hands import Hands


def opened(desk: Desk, saved: Saved) -> ClausesCard:
    desk.open_record(SCREENS["agreements"], saved.id)
    assert desk.page is not None
    card = desk.page.form.cards["clauses"]
    assert isinstance(card, ClausesCard)
    return card


def stored(office: Office, saved: Saved) -> list[tuple[str, str]]:
    return [(row["title"], row["text"]) for row in load(office, Agreement, saved.id)["clauses"]]


def reading(desk: Desk, card: ClausesCard, qtbot: QtBot) -> str:
    qtbot.wait(300)
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=20_000)
    qtbot.wait(100)
    return card.editor.reading.toPlainText()


@pytest.fixture
def own(office: Office, draft: Saved, now: datetime) -> Saved:
    """A draft with two pasal of its own."""
    rows = [{"title": "Kerahasiaan", "text": "Semua rahasia.", "standard": "ekspor/kerahasiaan"},
            {"title": "Lain", "text": "Sisanya <b>bebas</b>."}]  # fmt: skip
    return save_record(office, Agreement, {"clauses": rows}, now, draft.id)


def test_pasal_are_taken_moved_removed_and_typed_by_keyboard_and_printed(
    desk: Desk, office: Office, draft: Saved, now: datetime, qtbot: QtBot, tmp_path: Path
) -> None:
    card, hands = opened(desk, draft), Hands(desk, qtbot)
    standard = [clause.title for clause in standard_clauses(office, "ekspor")]
    hands.push("Ambil pasal baku")
    assert hands.at is card.names and card.names.count() == len(standard)
    hands.press("Down", "Alt+Down")
    assert card.names.currentRow() == 2
    hands.press("Del", "Ctrl+Z", "Del")
    hands.press("Home", "Enter")
    hands.press("Ctrl+End")
    hands.press("Enter")
    hands.type("Pembinaan dilakukan bersama {mitra}.")
    hands.press("Ctrl+S")
    assert desk.page is not None and not desk.page.changed
    found = stored(office, draft)
    assert [title for title, _text in found] == [standard[0], standard[2], *standard[3:]]
    assert found[0][1].endswith("\nPembinaan dilakukan bersama {mitra}.")
    path = tmp_path / "naskah.pdf"
    write_deed(office, draft.id, path, now.date())
    assert "Pembinaan dilakukan bersama PT Coir." in words(path)


def test_typing_has_its_own_undo_and_shows_how_it_reads(desk: Desk, own: Saved, qtbot: QtBot) -> None:
    card, hands = opened(desk, own), Hands(desk, qtbot)
    card.names.setFocus()
    hands.press("Down", "Enter", "Ctrl+End")
    hands.type("{mitra}{")
    assert "Sisanya <b>bebas</b>.PT Coir{" in reading(desk, card, qtbot)
    for _letter in "{mitra}{":
        hands.press("Ctrl+Z")
    assert card.editor.text.toPlainText() in ("Sisanya <b>bebas</b>.", "Sisanya <b>bebas</b>")
    assert card.rows()[1]["text"] == card.editor.text.toPlainText()


def test_an_unknown_field_is_marked_and_told(desk: Desk, own: Saved, qtbot: QtBot) -> None:
    card = opened(desk, own)
    card.editor.text.insertPlainText("{hargaa} {negara} ")
    shown = reading(desk, card, qtbot)
    assert "{hargaa} …………" in shown
    told = [text for text, _wrong in card._findings(0)]
    assert any("{hargaa} tidak dikenal" in text for text in told)
    assert any("{negara} masih kosong" in text for text in told)


def test_a_field_is_chosen_from_the_list_into_the_text(desk: Desk, own: Saved, qtbot: QtBot) -> None:
    card = opened(desk, own)
    card.editor.fields.setFocus()
    qtbot.keyClicks(card.editor.fields, "{mulai")
    qtbot.keyClick(card.editor.fields, Qt.Key.Key_Return)
    card.editor.fields.activated.emit(card.editor.fields.currentIndex())
    assert "{mulai}" in card.rows()[0]["text"] or "{mulai}" in card.editor.text.toPlainText()


def test_what_differs_from_the_standard_has_signs_and_goes_back(
    desk: Desk, office: Office, own: Saved, qtbot: QtBot
) -> None:
    card = opened(desk, own)
    assert card.names.item(0).text().endswith("diubah dari baku")
    assert card.names.item(1).text().endswith("pasal sendiri")
    press(qtbot, card, "Lihat perbedaan")
    shown = reading(desk, card, qtbot)
    assert "[−" in shown and "[+" in shown
    press(qtbot, card, "Kembalikan ke baku")
    assert card.names.item(0).text().endswith("\nbaku")
    press(qtbot, desk.window, "Urungkan")
    assert card.rows()[0]["text"] == "Semua rahasia."
    press(qtbot, card, "Kembalikan ke baku")
    press(qtbot, desk.window, "Simpan")
    standard = next(c for c in standard_clauses(office, "ekspor") if c.key == "ekspor/kerahasiaan")
    assert stored(office, own)[0] == (standard.title, standard.text)


def test_missing_titles_and_texts_too_long_are_told_beside_their_pasal(
    desk: Desk, office: Office, own: Saved, qtbot: QtBot
) -> None:
    card = opened(desk, own)
    card.names.setCurrentRow(1)
    card.editor.text.setPlainText("a" * 20_001)
    press(qtbot, card, "+ Pasal")
    press(qtbot, desk.window, "Simpan")
    assert desk.page is not None and desk.page.changed
    assert card.names.currentRow() == 1 and "perlu diperbaiki" in card.names.item(1).text()
    assert any("Terlalu panjang" in text for text, _wrong in card._findings(1))
    assert len(stored(office, own)) == 2


def test_the_way_back_goes_with_the_form_it_leads_to(desk: Desk, own: Saved, qtbot: QtBot) -> None:
    card, hands = opened(desk, own), Hands(desk, qtbot)

    def ways_back() -> int:
        found = desk.window.findChildren(QPushButton)
        return sum(one.isVisible() and one.text() == "Urungkan" for one in found)

    card.names.setFocus()
    hands.press("Del", "Ctrl+S")
    card.names.setFocus()
    hands.press("Del")
    assert ways_back() == 1 and card.names.count() == 0
    assert desk.page is not None
    desk.page.changed = False
    desk.go("partners")
    assert ways_back() == 0


def test_a_signed_agreement_shows_its_pasal_and_changes_none(desk: Desk, agreement: Saved, qtbot: QtBot) -> None:
    card, hands = opened(desk, agreement), Hands(desk, qtbot)
    count = card.names.count()
    assert count > 10 and card.editor.text.isReadOnly()
    card.names.setFocus()
    hands.press("Del", "Alt+Down", "Enter")
    hands.type("x")
    assert card.names.count() == count
    assert desk.page is not None and not desk.page.changed
    assert not [found for found in card.findChildren(QPushButton) if found.isVisible() and "Hapus" in found.text()]


def test_pasal_typed_before_a_power_cut_come_back(
    desk: Desk, office: Office, own: Saved, now: datetime, qtbot: QtBot
) -> None:
    card = opened(desk, own)
    card.names.setCurrentRow(1)
    card.editor.text.setPlainText("Diketik sebelum listrik padam.")
    press(qtbot, card, "↑ Naik")
    qtbot.waitUntil(lambda: bool(list(kept_drafts(office.folder))), timeout=4_000)
    window = Window()
    later = Desk(window, office, Jobs(), lambda: now)
    qtbot.addWidget(window, before_close_func=lambda _window: forget_typing(later))
    window.show()
    press(qtbot, later.home, "Pulihkan →")
    assert later.page is not None and later.page.changed
    press(qtbot, window, "Simpan")
    assert stored(office, own) == [("Lain", "Diketik sebelum listrik padam."), ("Kerahasiaan", "Semua rahasia.")]


def test_the_office_changes_a_shipped_pasal_for_all_that_follows_and_takes_it_back(
    desk: Desk, office: Office, draft: Saved, qtbot: QtBot
) -> None:
    opened(desk, draft)
    hands = Hands(desk, qtbot)
    hands.push("Pustaka pasal…")
    assert desk.window.frame.title.text() == "Pustaka pasal"
    hands.press("Down", "Down", "Down", "Enter")
    hands.fill("title", "Pelaksanaan ekspor kami")
    hands.press("Ctrl+S", "Esc")
    assert desk.window.frame.title.text() == "Pustaka pasal"
    assert "Pelaksanaan ekspor kami" in [clause.title for clause in standard_clauses(office, "ekspor")]
    hands.press("Esc")
    assert desk.page is not None and desk.page.record_id == draft.id
    hands.push("Ambil pasal baku")
    assert desk.page.form.cards["clauses"].names.item(3).text() == "Pasal 4 · Pelaksanaan ekspor kami\nbaku kantor"
    desk.page.changed = False
    desk.go("library:ekspor")
    press(qtbot, desk.window, "Kembali ke bawaan")
    assert "Pelaksanaan Ekspor" in [clause.title for clause in standard_clauses(office, "ekspor")]
    press(qtbot, desk.window, "Urungkan")
    assert "Pelaksanaan ekspor kami" in [clause.title for clause in standard_clauses(office, "ekspor")]
    with office.session() as session:
        assert session.query(StandardClause).count() == 1
