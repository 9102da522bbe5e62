"""What every page of the window works with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.progress import Progress
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.office_profile import Office
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.window import Window

AT_ONCE = 100  # records, written before anybody notices


def _nowhere(_entity: type[Record], _ids: Sequence[int]) -> None:
    return None


@dataclass(frozen=True)
class Workplace:
    """The open office, the window, the work behind it, the present moment, and who works here.

    ``show`` goes to records: to the form of one, to the list with several selected.
    """

    window: Window
    office: Office
    jobs: Jobs
    clock: Callable[[], datetime]
    who: str = ""
    show: Callable[[type[Record], Sequence[int]], object] = _nowhere

    def say(
        self, text: str, undo: Callable[[], object] | None = None, word: str = "", of: QWidget | None = None
    ) -> None:
        """A sentence at the bottom of the window, see `Frame.say`."""
        self.window.frame.say(text, undo, word, of)

    def take_time(self, owner: QObject, words: str, work: Callable[..., Any], done: Callable[[Any], object]) -> None:
        """Runs ``work(progress=…)`` behind the window, with a bar that says ``words`` when it takes long."""
        progress = Progress(words)
        self.jobs.run(owner, partial(work, progress=progress), done, self.say, progress)

    def write_many(
        self, owner: QObject, words: str, many: int, work: Callable[..., Any], done: Callable[[Any], object]
    ) -> None:
        """Writes ``many`` records: at once while they are few, else as `take_time` does."""
        if many > AT_ONCE:
            self.take_time(owner, words, work, done)
        else:
            done(work())

    def offer(self, path: Path) -> None:
        """Says that a file was written and offers to open it."""
        text = _(N_("Tersimpan: {path}")).format(path=path)
        self.say(text, lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))), _(N_("Buka")))
