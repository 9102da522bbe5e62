"""The preview draws what is in sight, page by page, however long the paper is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from lapas_desktop.services.batch import write_together
from lapas_desktop.services.records import Saved
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.preview import Preview


def drawn(preview: Preview) -> list[int]:
    sheets = [found for found in preview.findChildren(QLabel) if found.accessibleName().startswith("Halaman ")]
    return [number for number, sheet in enumerate(sheets) if not sheet.pixmap().isNull()]


def test_only_pages_in_sight_are_drawn(
    office: Office, agreement: Saved, now: datetime, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "semua.pdf"
    write_together(office, "summary", [agreement.id] * 12, path, now.date())
    preview = Preview(path, path.name)
    qtbot.addWidget(preview)
    preview.show()
    last = preview.page_count - 1
    assert last >= 11
    qtbot.waitUntil(lambda: 0 in drawn(preview))
    qtbot.wait(200)
    assert last not in drawn(preview) and len(drawn(preview)) <= 4
    bar = next(area for area in preview.findChildren(QScrollArea)).verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: last in drawn(preview) and 0 not in drawn(preview))
    preview.zoom_by(1)
    qtbot.waitUntil(lambda: bool(drawn(preview)))
    preview.close()
