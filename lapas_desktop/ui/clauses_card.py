"""The pasal of an agreement: their list, and the text of one with how it will read on paper."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lapas_desktop.domain.clause_list import Rows, clause_of, moved, origin, read_aloud, row_of, with_missing
from lapas_desktop.domain.clause_text import Clause, FactValue, clause_problems, differences, is_changed, numbered_at
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.word_marks import signed
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.clauses import LibraryClause
from lapas_desktop.ui.clause_editor import ClauseEditor
from lapas_desktop.ui.clause_names import ClauseNames
from lapas_desktop.ui.flow import Flow
from lapas_desktop.ui.grid import OneLine
from lapas_desktop.ui.parts import button, label, row
from lapas_desktop.ui.side_by_side import SideBySide

PAUSE_MS = 120  # after the last change the facts follow
Values = Mapping[str, Any]
TakeFacts = Callable[[dict[str, FactValue]], object]


@dataclass(frozen=True)
class ClauseSources:
    """What the card asks for. ``facts`` answers later, through what it is given; ``say`` takes a way back."""

    offered: Callable[[str], Iterable[LibraryClause]]
    standards: Callable[[str, Collection[str]], dict[str, LibraryClause]]
    facts: Callable[[Values, TakeFacts], object]
    fields: Mapping[str, str]
    say: Callable[[str, Callable[[], object]], object]
    open_library: Callable[[str], object]  # the type


class ClausesCard(QWidget):
    """Plain rows of ``Agreement.clauses`` in, plain rows out. A signed agreement's are for reading only."""

    edited = Signal()

    def __init__(self, sources: ClauseSources) -> None:
        super().__init__()
        self._ask = sources
        self._rows: Rows = []
        self._values: Values = {}
        self._facts: dict[str, FactValue] = {}
        self._standards: dict[str, LibraryClause] = {}
        self._locked = self._compares = False
        self._problems: dict[tuple[int, str], str] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._told = OneLine()
        head = row(label(_(N_("Pasal")), "section"), self._told)
        head.setStretch(1, 1)
        layout.addLayout(head)
        self._tools = self._actions()
        layout.addWidget(self._tools)
        self.names = ClauseNames()
        self.editor = ClauseEditor(sources.fields, self._back_to_standard, self._toggle_differences)
        self._body = SideBySide(self.names, self.editor)
        layout.addWidget(self._body)
        self.names.currentRowChanged.connect(lambda _place: self._show_one())
        self.names.move_asked.connect(self.move_one)
        self.names.remove_asked.connect(self.remove_one)
        self.names.edit_asked.connect(self.editor.begin)
        self.editor.typed.connect(self._typed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(lambda: sources.facts(self._values, self._take_facts))

    def _actions(self) -> Flow:
        tools = Flow(across=14)
        self._take = button(_(N_("Ambil pasal baku")), self.take_standard, "link")
        add = button(_(N_("+ Pasal")), self.add_one, "link")
        up = button(_(N_("↑ Naik")), lambda: self.move_one(-1), "link")
        down = button(_(N_("↓ Turun")), lambda: self.move_one(1), "link")
        remove = button(_(N_("Hapus pasal")), self.remove_one, "link")
        for made, key in ((up, "Alt+↑"), (down, "Alt+↓"), (remove, "Del")):
            made.setToolTip(f"{made.text()} ({key})")
        self._changing: list[QPushButton] = [self._take, add]
        self._with_one = [up, down, remove]
        for made in (*self._changing, *self._with_one, self._library_button()):
            tools.add(made)
        return tools

    def _library_button(self) -> QPushButton:
        return button(_(N_("Pustaka pasal…")), self._open_library, "link", picture="clauses")

    def _open_library(self) -> None:
        self._ask.open_library(self._values.get("type") or "")

    @property
    def view(self) -> QWidget:
        """Where the cursor goes when the card is entered."""
        return self.names if self._rows else self._take

    # Data in and out

    def load(self, values: Values) -> None:
        """Shows the pasal of a record, locked when it is signed."""
        self._locked = values.get("stage") in ("signed", "terminated")
        self._problems = {}
        self._values = values
        self._refresh_standards()
        self._show([dict(one) for one in values.get("clauses") or ()], 0)
        self._pause.start(0)

    def rows(self) -> Rows:
        return [dict(one) for one in self._rows]

    def typed(self) -> list[dict[str, str]]:
        """What stands in the card, letter by letter; ``id`` names a stored row."""
        names = ("id", "title", "text", "standard")
        return [{name: str(one.get(name) or "") for name in names} for one in self._rows]

    def type_in(self, rows: Iterable[Mapping[str, str]]) -> None:
        """Brings kept typing back; stored rows keep what is not shown."""
        told = [dict(one) for one in rows]
        if told == self.typed():
            return
        stored = {str(one.get("id")): one for one in self._rows if one.get("id")}
        found = [
            {**stored.get(one.get("id", ""), {}), **{n: one.get(n, "") for n in ("title", "text")},
             "standard": one.get("standard") or None}
            for one in told
        ]  # fmt: skip
        self._change(found, 0)

    def follow(self, values: Values) -> None:
        """The rest of the form changed: fields are filled from it, and its type says which pasal are standard."""
        other_type = values.get("type") != self._values.get("type")
        self._values = values
        if other_type:
            self._refresh_standards()
            self._mark()
        self._pause.start(PAUSE_MS)

    def library_changed(self) -> None:
        """Reads the standards anew."""
        self._refresh_standards()
        self._mark()

    def set_problems(self, problems: Mapping[tuple[int, str], str], general: str = "") -> None:
        """What is wrong, by place and field, and with the pasal as a whole."""
        self._problems = dict(problems)
        if problems:
            self.names.setCurrentRow(min(place for place, _name in problems))
        self._mark()
        self._tell(general)

    # Changes

    def take_standard(self) -> None:
        """Adds the pasal of the library that are missing, in their places."""
        kind = self._values.get("type")
        if not kind:
            self._tell(_(N_("Pilih dahulu jenis perjanjian, lalu ambil pasal bakunya.")))
            return
        found, came = with_missing(self._rows, [one.clause for one in self._ask.offered(kind)])
        if not came:
            self._tell(_(N_("Semua pasal baku untuk jenis ini sudah ada.")))
            return
        self._change_with_way_back(found, 0, _(N_("{n} pasal baku ditambahkan.")).format(n=came))
        self.names.setFocus()

    def add_one(self) -> None:
        """An empty pasal behind the one in hand."""
        place = self.names.currentRow() + 1 if self._rows else 0
        found = list(self._rows)
        found.insert(place, {"title": "", "text": "", "standard": None})
        self._change(found, place)
        self.editor.begin()

    def move_one(self, by: int) -> None:
        """The pasal in hand one place up (-1) or down (1)."""
        place = self.names.currentRow()
        if self._locked or not 0 <= place + by < len(self._rows):
            return
        self._change(moved(self._rows, place, by), place + by)

    def remove_one(self) -> None:
        """Takes the pasal in hand away, with a way back."""
        place = self.names.currentRow()
        if self._locked or not self._rows:
            return
        title = self._rows[place]["title"] or _(N_("tanpa judul"))
        text = _(N_("Pasal {n} “{title}” dihapus.")).format(n=place + 1, title=title[:60])
        self._change_with_way_back(self._rows[:place] + self._rows[place + 1 :], place, text)

    def _back_to_standard(self) -> None:
        place, standard = self.names.currentRow(), self._standard_of(self.names.currentRow())
        if standard and not self._locked:
            found = list(self._rows)
            found[place] = {**found[place], **row_of(standard.clause)}
            self._change_with_way_back(found, place, _(N_("Pasal {n} kembali ke baku.")).format(n=place + 1))

    def _toggle_differences(self) -> None:
        self._compares = not self._compares
        self._read()

    def _change_with_way_back(self, rows: Rows, place: int, told: str) -> None:
        before, here = self._rows, self.names.currentRow()
        self._change(rows, place)
        self._ask.say(told, lambda: self._change(before, here))

    def _change(self, rows: Rows, place: int) -> None:
        self._problems = {}
        self._show(rows, place)
        self.edited.emit()

    def _typed(self, title: str, text: str) -> None:
        place = self.names.currentRow()
        self._rows[place] = {**self._rows[place], "title": title, "text": text}
        self._problems = {key: told for key, told in self._problems.items() if key[0] != place}
        self._mark()
        self.edited.emit()

    # What is shown

    def _refresh_standards(self) -> None:
        keys = [one["standard"] for one in self._values.get("clauses") or () if one.get("standard")]
        keys += [one["standard"] for one in self._rows if one.get("standard")]
        self._standards = self._ask.standards(self._values.get("type") or "", keys)

    def _standard_of(self, place: int) -> LibraryClause | None:
        key = self._rows[place].get("standard") if 0 <= place < len(self._rows) else None
        return self._standards.get(key) if key else None

    def _show(self, rows: Rows, place: int) -> None:
        self._rows = list(rows)
        self.names.show_names([("", "")] * len(rows), max(0, min(place, len(rows) - 1)))
        self._mark()
        self._show_one()

    def _mark(self) -> None:
        names = []
        for place, one in enumerate(self._rows):
            standard = self._standard_of(place)
            changed = bool(standard and is_changed(clause_of(one), standard.clause))
            mark = origin(one, standard.clause if standard else None, changed, bool(standard and standard.own_id))
            wrong = any(at == place for at, _name in self._problems)
            mark = f"⚠ {_(N_('perlu diperbaiki'))}" if wrong else mark
            title = one["title"] or _(N_("tanpa judul"))
            names.append((_(N_("Pasal {n} · {title}")).format(n=place + 1, title=title), mark))
        self.names.show_names(names, self.names.currentRow())
        self._body.setVisible(bool(names))
        for made in self._changing:
            made.setVisible(not self._locked)
        for made in self._with_one:
            made.setVisible(bool(names) and not self._locked)
        self._tell("")
        self._read()

    def _tell(self, text: str) -> None:
        if text:
            self._told.say([text], "problem")
        elif self._locked:
            self._told.say([_(N_("Terkunci sejak ditandatangani. Ubah dengan adendum."))], "muted")
        elif not self._rows:
            self._told.say([_(N_("Belum ada pasal di sini: naskah memakai pasal baku menurut jenisnya."))], "muted")
        else:
            self._told.say([], "muted")

    def _show_one(self) -> None:
        place = self.names.currentRow()
        if 0 <= place < len(self._rows):
            self.editor.show_clause(self._rows[place]["title"] or "", self._rows[place]["text"] or "", self._locked)
            self._read()

    def _take_facts(self, facts: dict[str, FactValue]) -> None:
        self._facts = facts
        self._read()

    def _read(self) -> None:
        place = self.names.currentRow()
        if not 0 <= place < len(self._rows):
            return
        own, standard = clause_of(self._rows[place]), self._standard_of(place)
        changed = standard is not None and is_changed(own, standard.clause)
        self.editor.offer_standard(changed and not self._locked, changed, self._compares and changed)
        if standard and self._compares and changed:
            self.editor.show_reading(signed(differences(own, standard.clause)))
        elif self._facts:
            self.editor.show_reading(read_aloud(numbered_at(self._clauses(), place, self._facts)))
        self.editor.tell(self._findings(place))

    def _clauses(self) -> list[Clause]:
        return [clause_of(one) for one in self._rows]

    def _findings(self, place: int) -> list[tuple[str, bool]]:
        """What is wrong (True) or still open in one pasal."""
        wrong = [(told, True) for (at, _name), told in self._problems.items() if at == place]
        if not self._facts:
            return wrong
        only = partial(_at, place)
        return wrong + [(p.message, bad) for p, bad in clause_problems(self._clauses(), self._facts) if only(p)]


def _at(place: int, problem: Problem) -> bool:
    return problem.field.startswith(f"clauses[{place}].")
