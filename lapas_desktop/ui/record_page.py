"""The page of one record: its form, a notice of what cannot be saved, and the actions of the top bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Invalid, Problem, Refused
from lapas_desktop.domain.locks import lock_of
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.records import Saved
from lapas_desktop.ui.actions import Action, ActionButton
from lapas_desktop.ui.editors import Links, Make
from lapas_desktop.ui.files_card import FilesCard
from lapas_desktop.ui.form import Cards, Form
from lapas_desktop.ui.notice import Notice
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import button
from lapas_desktop.ui.question import ask


def stage_in(values: Mapping[str, Any]) -> str:
    """The stage of a record that has one; of a shipment its status."""
    return values.get("stage") or values.get("status") or ""


# (values) → Saved; raises Invalid or Refused
Save = Callable[[dict[str, Any]], Saved]


ROOM_BESIDE = 1_380  # from here on a card stands beside the form: the widest sheet still has room
KEEP_MS = 1_200  # after the last key the typing is kept


class RecordPage(QWidget):
    """Edits one record. Saving happens only when asked; leaving a changed form asks first."""

    saved = Signal(object)
    left = Signal()
    step_asked = Signal(int)  # -1 the record before, 1 the one after
    typing = Signal()  # something was typed and a moment has passed
    settled_down = Signal()  # nothing in the form is unsaved any more

    def __init__(
        self, entity: type[Record], values: dict[str, Any], links: Links, today: date, save: Save,
        actions: Sequence[Action], new_title: str, makers: Mapping[str, Make] | None = None,
        parent: QWidget | None = None, cards: Cards | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("page")
        self.entity = entity
        self._save = save
        self._loaded = values
        self._new_title = new_title
        self.changed = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.typing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.form = Form(entity, links, today, makers, cards, self)
        self.form.lock(lock_of(entity, stage_in(values), values))
        self.form.load(values)
        self.form.edited.connect(self._edited)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.addWidget(self.form, 1)
        layout.addLayout(self._across, 1)
        self.beside: QWidget | None = None
        self._notice = Notice(self, self)
        self.bar = QWidget()
        layout_of_bar = QHBoxLayout(self.bar)
        layout_of_bar.setContentsMargins(0, 0, 0, 0)
        layout_of_bar.addStretch(1)
        self.offered = [ActionButton(action, self._ids, self._show_field) for action in actions]
        for shown in self.offered:
            layout_of_bar.addWidget(shown)
        self.back = button(_(N_("Kembali")), self.leave, picture="back")
        self.save_button = button(_(N_("Simpan")), self.save, "main", "Ctrl+S", "save")
        layout_of_bar.addWidget(self.back)
        layout_of_bar.addWidget(self.save_button)
        self._files: FilesCard | None = None
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave)
        QShortcut(QKeySequence("Alt+PgUp"), self).activated.connect(lambda: self.step_asked.emit(-1))
        QShortcut(QKeySequence("Alt+PgDown"), self).activated.connect(lambda: self.step_asked.emit(1))
        self._look()

    def _ids(self) -> list[int]:
        return [self.record_id] if self.record_id is not None else []

    def _look(self) -> None:
        for shown in self.offered:
            shown.look()

    def act(self, text: str) -> None:
        """Does one of the actions of the bar, as if pressed, or says why not."""
        next(shown for shown in self.offered if shown.action.text == text).act()

    def _show_field(self, problem: Problem) -> None:
        self.form.show_problems([problem])

    @property
    def files(self) -> FilesCard | None:
        """The record's files; they come when the form stands."""
        self.form.finish()
        return self._files

    def take_files(self, files: FilesCard) -> None:
        """Shows the record's files under the form and takes what is dropped on the page."""
        self._files = files
        self.form.add_below(files)
        self.setAcceptDrops(True)

    def take_beside(self, widget: QWidget) -> None:
        """Shows a card at the right of the form; above it where the page is narrow."""
        self.beside = widget
        self._across.addWidget(widget)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= grown(ROOM_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.BottomToTop
        if self.beside and (self._across.direction() != way or self.beside.property("wide") != wide):
            self.beside.setProperty("wide", wide)
            self._across.setDirection(way)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if self.files and paths:
            self.files.drop(paths)
            event.acceptProposedAction()

    @property
    def title(self) -> str:
        shown = self.reference
        if self._loaded.get("number") and self._loaded.get("revision"):  # as the papers bear it
            shown = f"{shown}/R{self._loaded['revision']}"
        return f"{_(self.entity.label)} {shown}" if shown else self._new_title

    @property
    def reference(self) -> str:
        """The number or code as it is stored; empty for a new record."""
        return self._loaded.get("reference") or ""

    @property
    def record_id(self) -> int | None:
        return self._loaded.get("id")

    @property
    def stored(self) -> Mapping[str, Any]:
        """The values as they were loaded."""
        return self._loaded

    @property
    def stage(self) -> str:
        """The stored stage of a record that has one; of a shipment its status."""
        return stage_in(self._loaded)

    def _edited(self) -> None:
        if not self.changed:
            self.changed = True
            self._look()
        self._notice.hide()
        self._pause.start(KEEP_MS)

    def save(self) -> bool:
        """Saves; what is wrong stands beside its field. True when the data is on disk."""
        self.form.commit()
        try:
            values = self.form.values()
            saved = self._save(values | {"version": self._loaded.get("version", 1)})
        except Invalid as invalid:
            self.form.show_problems(invalid.problems)
            shown = {*self.form.editors, *self.form.grids, *self.form.cards}
            hidden = [p.message for p in invalid.problems if p.field.split("[")[0] not in shown]
            text = _(N_("Belum tersimpan: ada {n} isian yang perlu diperbaiki.")).format(n=len(invalid.problems))
            self.tell(" ".join([text, *hidden]))
            return False
        except Refused as refused:
            self.tell(str(refused))
            return False
        self._unchanged()
        self._notice.hide()
        self.saved.emit(saved)
        return True

    def _unchanged(self) -> None:
        self.changed = False
        self._pause.stop()
        self.settled_down.emit()

    def settled(self) -> bool:
        """Saves what is unsaved, an open cell included; True when form and data file agree."""
        self.form.commit()
        return not self.changed or self.save()

    def tell(self, text: str) -> None:
        """A sentence over the form that stays until the next edit."""
        self._notice.tell(text, tone="bad")

    def is_in(self, *stages: str) -> bool:
        """Whether the record is stored and in one of these stages."""
        return self.record_id is not None and self.stage in stages

    def is_another(self, values: dict[str, Any]) -> bool:
        """Whether a record needs a page of its own: another one, or this one in a stage that offers other things."""
        return self.record_id != values["id"] or self.stage != stage_in(values)

    def reload(self, values: dict[str, Any]) -> None:
        """Shows the record as it is stored now."""
        self._loaded = values
        self.form.load(values)
        self.changed = False
        self._look()

    def may_leave(self) -> bool:
        """True when nothing would be lost, or the person says so."""
        self.form.commit()
        if not self.changed:
            return True
        answer = ask(
            self,
            _(N_("Perubahan belum disimpan")),
            _(N_("Simpan perubahan sebelum meninggalkan halaman ini?")),
            (_(N_("Simpan")), _(N_("Jangan simpan")), _(N_("Tetap di sini"))),
        )
        if answer == 0:
            return self.save()
        if answer == 1:
            self._unchanged()
        return answer == 1

    def leave(self) -> None:
        if self.may_leave():
            self.left.emit()
