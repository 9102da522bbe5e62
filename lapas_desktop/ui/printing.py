"""Papers made from the window: behind it, into a preview or under a name of the user's choice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.text import file_name
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import papers, records
from lapas_desktop.ui.preview import Preview
from lapas_desktop.ui.save_place import ask_where
from lapas_desktop.ui.workplace import Workplace


class Printing(QObject):
    """Makes the papers that the screens offer."""

    def __init__(self, at: Workplace) -> None:
        super().__init__(at.window)
        self._at = at
        self.preview: Preview | None = None
        self._folder = TemporaryDirectory(prefix="lapas-pratinjau-")  # gone with the desk

    def _reference(self, entity: type[Record], record_id: int) -> str:
        return records.load(self._at.office, entity, record_id)["reference"]

    def summaries(self, ids: list[int]) -> None:
        """The summary of an agreement, or those of several in one PDF, in the preview."""
        at = self._at
        named = self._reference(Agreement, ids[0]) if len(ids) == 1 else _(N_("{n} perjanjian")).format(n=len(ids))
        path = Path(self._folder.name) / file_name(_(N_("Ringkasan {named}")).format(named=named), ".pdf")
        work = partial(papers.write_summaries, at.office, ids, path, at.clock().date())
        words = _(N_("Menyiapkan ringkasan {named}…")).format(named=named)
        at.take_time(self, words, work, lambda _result: self._show(path))

    def preview_of(self, named: str, write: Callable[[Path], object]) -> None:
        """A PDF that ``write`` puts where it is told, made behind the window, then shown."""
        path = Path(self._folder.name) / file_name(named, ".pdf")
        self._at.jobs.run(self, partial(write, path), lambda _result: self._show(path), self._at.say)

    def manifest(self, shipment_id: int) -> None:
        """The manifest of a shipment, where the user wants it."""
        at, reference = self._at, self._reference(Shipment, shipment_id)
        suggested = file_name(_(N_("Manifes {reference}")).format(reference=reference), ".xlsx")
        name, _kind = ask_where(at.window, _(N_("Simpan manifes")), suggested, "Excel (*.xlsx)")
        if name:
            target = Path(name).with_suffix(".xlsx")
            work = partial(papers.write_manifest, at.office, shipment_id, target, at.clock().date())
            words = _(N_("Menyiapkan manifes {reference}…")).format(reference=reference)
            at.take_time(self, words, work, lambda _result: at.offer(target))

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
