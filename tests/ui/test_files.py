"""Files and history under a form, as a person uses them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.product import Product
from lapas_desktop.services.attachments import Attached, attachments_of
from lapas_desktop.services.records import Saved
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.files_card import FilesCard
from tests.documents.samples import page_texts
from tests.ui.conftest import press


@pytest.fixture
def files(desk: Desk, product: Saved, qtbot: QtBot) -> FilesCard:
    desk.go("products")
    qtbot.keyClick(desk.lists["products"].page.view, Qt.Key.Key_Return)
    assert desk.page is not None and desk.page.files is not None
    return desk.page.files


def attached(office: Office, product: Saved) -> list[Attached]:
    return attachments_of(office, Product, product.id)


def shown(owner: QWidget) -> list[str]:
    return [found.text() for found in owner.findChildren(QLabel) if found.isVisible()]


def photo(folder: Path) -> Path:
    path = folder / "<b>keset.png"
    Image.new("RGB", (2400, 1200), "tan").save(path)
    return path


def drop(desk: Desk, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left = Qt.MouseButton.LeftButton
    event = QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, Qt.KeyboardModifier.NoModifier)
    assert desk.page is not None
    desk.page.dropEvent(event)


def test_a_dropped_photo_is_kept_small_in_the_data_folder(
    desk: Desk, office: Office, files: FilesCard, product: Saved, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(desk, photo(tmp_path))
    qtbot.waitUntil(lambda: "<b>keset.png" in shown(files))
    (kept,) = attached(office, product)
    assert kept.purpose == "photo" and kept.media_type == "image/jpeg" and kept.size <= 200_000
    assert office.folder in kept.path.parents
    assert Image.open(kept.path).size == (1600, 800)


def test_what_is_no_photo_is_told_and_not_kept(
    desk: Desk, office: Office, files: FilesCard, product: Saved, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = tmp_path / "bukan.jpg"
    path.write_text("bukan gambar")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_given: ([str(path)], ""))
    press(qtbot, files, "+ Foto")
    qtbot.waitUntil(lambda: any("bukan foto" in text for text in shown(desk.window)))
    assert attached(office, product) == []


def test_a_file_taken_off_comes_back_with_undo(
    desk: Desk, office: Office, files: FilesCard, product: Saved, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(desk, photo(tmp_path))
    qtbot.waitUntil(lambda: len(attached(office, product)) == 1)
    press(qtbot, files, "Lepas")
    assert attached(office, product) == []
    press(qtbot, desk.window, "Urungkan")
    assert len(attached(office, product)) == 1


def test_a_file_comes_back_with_undo_when_the_form_is_closed(
    desk: Desk, office: Office, files: FilesCard, product: Saved, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(desk, photo(tmp_path))
    qtbot.waitUntil(lambda: "<b>keset.png" in shown(files))
    press(qtbot, files, "Lepas")
    with qtbot.waitSignal(files.destroyed):
        desk.go("products")
    press(qtbot, desk.window, "Urungkan")
    assert len(attached(office, product)) == 1


def test_a_picture_is_shown_in_the_program(desk: Desk, files: FilesCard, tmp_path: Path, qtbot: QtBot) -> None:
    drop(desk, photo(tmp_path))
    press(qtbot, files, "Lihat")
    assert files.shown.isVisible()
    assert files.shown.windowTitle() == "<b>keset.png"
    qtbot.keyClick(files.shown, Qt.Key.Key_Escape)


def test_the_history_tells_what_changed(desk: Desk, files: FilesCard, qtbot: QtBot) -> None:
    page = desk.page
    assert page is not None
    material = page.form.editors["material"].input
    material.setFocus()
    qtbot.keyClicks(material, "sabut")
    press(qtbot, page, "Tampilkan")
    press(qtbot, desk.window, "Simpan")
    qtbot.waitUntil(lambda: "Bahan: — → sabut" in shown(page))


def test_several_pictures_of_pages_become_one_scan(
    desk: Desk, office: Office, agreement: Saved, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.go("agreements")
    qtbot.keyClick(desk.lists["agreements"].page.view, Qt.Key.Key_Return)
    assert desk.page is not None and desk.page.files is not None
    pages = [tmp_path / f"hal {number}.jpg" for number in (1, 2, 3)]
    for number, path in enumerate(pages):
        Image.new("RGB", (60, 80 + number), "white").save(path)

    def agree() -> None:
        (box,) = desk.window.findChildren(QMessageBox)
        assert "Gabungkan 3 gambar menjadi satu PDF?" in box.text() and "hal 1.jpg … hal 3.jpg" in box.text()
        qtbot.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(50, agree)
    drop(desk, *pages)
    qtbot.waitUntil(lambda: "hal 1.pdf" in shown(desk.page.files) if desk.page and desk.page.files else False)
    (kept,) = attachments_of(office, Agreement, agreement.id)
    assert kept.purpose == "scan" and len(page_texts(kept.path)) == 3
    press(qtbot, desk.window, "Urungkan")
    assert attachments_of(office, Agreement, agreement.id) == []


def test_files_are_looked_for_where_the_last_ones_lay_and_first_among_the_documents(
    desk: Desk, office: Office, files: FilesCard, product: Saved, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (tmp_path / "pindaian").mkdir()
    (tmp_path / "dokumen").mkdir()
    path = photo(tmp_path / "pindaian")
    begun: list[Path] = []

    def asked(_parent: QWidget, _title: str, folder: str, _kinds: str) -> tuple[list[str], str]:
        begun.append(Path(folder))
        return [str(path)] if path.exists() else [], ""

    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path / "dokumen"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", asked)
    for _times in range(2):
        press(qtbot, files, "+ Foto")
    assert begun == [tmp_path / "dokumen", tmp_path / "pindaian"]
    qtbot.waitUntil(lambda: len(attached(office, product)) == 1)  # the same photo is kept once
    desk.jobs.wait()
    path.unlink()
    (tmp_path / "pindaian").rmdir()
    press(qtbot, files, "+ Foto")
    assert begun[-1] == tmp_path / "dokumen"  # the flash disk was taken out
