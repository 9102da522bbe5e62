"""Papers made from the window: behind it, into a preview or under a name of the user's choice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from lapas_desktop.domain.text import file_name
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import papers, records
from lapas_desktop.ui.preview import Preview
from lapas_desktop.ui.screen import Paper, Screen
from lapas_desktop.ui.workplace import Workplace


class Printing(QObject):
    """Makes the papers that the screens offer."""

    def __init__(self, at: Workplace) -> None:
        super().__init__(at.window)
        self._at = at
        self.preview: Preview | None = None
        self._folder = TemporaryDirectory(prefix="lapas-pratinjau-")  # gone with the desk

    def make(self, screen: Screen, ids: list[int]) -> None:
        """A summary, or several in one PDF, into the preview; a manifest where the user wants it."""
        if screen.paper is Paper.SUMMARY:
            self._show_summaries(screen, ids)
        elif screen.paper is Paper.MANIFEST and ids:
            self._save_manifest(screen, ids[0])

    def _reference(self, screen: Screen, record_id: int) -> str:
        return records.load(self._at.office, screen.entity, record_id)["reference"]

    def _show_summaries(self, screen: Screen, ids: list[int]) -> None:
        named = self._reference(screen, ids[0]) if len(ids) == 1 else _(N_("{n} perjanjian")).format(n=len(ids))
        path = Path(self._folder.name) / file_name(_(N_("Ringkasan {named}")).format(named=named), ".pdf")
        work = partial(papers.write_summaries, self._at.office, ids, path, self._at.clock().date())
        self._at.jobs.run(self, work, lambda _result: self._show(path), self._at.say)

    def preview_of(self, named: str, write: Callable[[Path], object]) -> None:
        """A PDF that ``write`` puts where it is told, made behind the window, then shown."""
        path = Path(self._folder.name) / file_name(named, ".pdf")
        self._at.jobs.run(self, partial(write, path), lambda _result: self._show(path), self._at.say)

    def _save_manifest(self, screen: Screen, record_id: int) -> None:
        suggested = file_name(f"Manifes {self._reference(screen, record_id)}", ".xlsx")
        title = _(N_("Simpan manifes"))
        name, _kind = QFileDialog.getSaveFileName(self._at.window, title, suggested, "Excel (*.xlsx)")
        if name:
            target = Path(name).with_suffix(".xlsx")
            work = partial(papers.write_manifest, self._at.office, record_id, target, self._at.clock().date())
            self._at.jobs.run(self, work, lambda _result: self._at.offer(target), self._at.say)

    def show_overview(self) -> None:
        """The start page as a paper, into the preview."""
        now = self._at.clock()
        name = file_name(_(N_("Ringkasan kantor {day}")).format(day=f"{now:%Y-%m-%d}"), ".pdf")
        path = Path(self._folder.name) / name
        work = partial(papers.write_overview, self._at.office, path, now)
        self._at.jobs.run(self, work, lambda _result: self._show(path), self._at.say)

    def _show(self, path: Path) -> None:
        preview = Preview(path, path.name, self._at.window)
        preview.finished.connect(lambda _result: self._closed(preview))
        self.preview = preview
        preview.show()

    def _closed(self, preview: Preview) -> None:
        if self.preview is preview:
            self.preview = None
