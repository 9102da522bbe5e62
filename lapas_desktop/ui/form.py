"""A form made from the declared sections of an entity. It holds plain data and knows no database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.domain.computed import sketch
from lapas_desktop.domain.entity import Record, Section, child_class, field_of
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.locks import Lock
from lapas_desktop.i18n import _
from lapas_desktop.ui import form_parts
from lapas_desktop.ui.clauses_card import ClausesCard
from lapas_desktop.ui.editors import FieldEditor, Links, Make
from lapas_desktop.ui.enter_key import EnterGoesOn
from lapas_desktop.ui.facts import Facts
from lapas_desktop.ui.field_columns import FieldColumns
from lapas_desktop.ui.grid import RowsGrid
from lapas_desktop.ui.parts import card, label, shortcut
from lapas_desktop.ui.section_bar import SectionBar
from lapas_desktop.ui.tab_order import TabOrder
from lapas_desktop.ui.turns import Piece, Turns

Cards = Mapping[str, Callable[[], ClausesCard]]
_NESTED = 3  # layouts from a field outwards
PAUSE_MS = 60  # after the last change the computed values follow


class Form(QScrollArea):
    """All sections of one record under each other, scrolled as a whole.

    The first section stands at once, the others follow, one in each turn of the event loop. Whoever asks for
    ``editors`` or ``grids`` gets them all.
    """

    edited = Signal()
    worked_out = Signal(dict)  # plain data of what can be read

    def __init__(
        self, entity: type[Record], links: Links, today: date, makers: Mapping[str, Make] | None = None,
        cards: Cards | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """``makers``: for which kinds of linked record a new one can be made on the spot, and how.

        ``cards``: which child tables have a card of their own in place of a sheet.
        """
        super().__init__(parent)
        parts = lambda: self.parts  # noqa: E731
        self._makers = {t: form_parts.known_everywhere(make, parts) for t, make in (makers or {}).items()}
        self._links, self.today = links, today
        self.entity = entity
        self._facts: list[Facts] = []
        self._columns: list[FieldColumns] = []
        self._cards: list[QFrame] = []
        self._lock: Lock | None = None
        self._tabs = TabOrder()
        self._editors: dict[str, FieldEditor] = {}
        self._grids: dict[str, RowsGrid] = {}
        self._makes, self._own = cards or {}, dict[str, ClausesCard]()
        self._values: dict[str, Any] = {}
        self._known: dict[str, list[tuple[int, str]]] | None = {}
        self._turns = Turns(self)
        self._enter = EnterGoesOn(self)
        self.setWidgetResizable(True)
        self.setAccessibleName(_(entity.label))
        page = QWidget()
        page.setObjectName("page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(20, 8, 20, 76)  # so that the last field can leave the notice below
        layout.setSpacing(8)
        # every widget goes into its place before it is filled: Qt styles all that is in it anew when it moves
        self.setWidget(page)
        self._layout = layout
        layout.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.work_out)
        self.edited.connect(lambda: self._pause.start(PAUSE_MS))
        self._add_section_bar()
        first, *others = entity.sections
        self._add(first)
        for section in others:
            self._turns.later(partial(self._add, section))
        self._turns.then(self._forget_choices)

    def _add(self, section: Section) -> None:
        """Puts one section under the others and shows in it what was loaded."""
        frame, inner = card(self.widget())
        above = self._cards[-1] if self._cards else None
        self._layout.insertWidget(self._layout.indexOf(above) + 1 if above else 0, frame)
        self._cards.append(frame)
        inner.setContentsMargins(14, 8, 14, 6)
        inner.setSpacing(4)
        if section.children in self._makes:
            own = self._makes[section.children]()
            own.edited.connect(self.edited)
            self._own[section.children] = own
            inner.addWidget(own)
        elif section.children:
            rows = child_class(self.entity, section.children)
            grid = RowsGrid(_(section.title), rows, self._choices, self.today, frame, self._makers)
            grid.edited.connect(self.edited)
            self._grids[section.children] = grid
            inner.addWidget(grid)
        else:
            inner.addWidget(label(_(section.title), "section"))
            fields = FieldColumns(frame)
            self._columns.append(fields)
            inner.addWidget(fields)
            self._fill(fields, section.names)
        if section.facts:
            self._facts.append(Facts(self.entity, section.facts, self.today, frame))
            inner.addWidget(self._facts[-1])
        self._tabs.put(frame, above)
        self._show_loaded(section)
        form_parts.lock_section(section, self._editors, self._grids, self._lock)
        frame.show()  # now, not in the next turn: the cursor may go into it at once
        self.settle()

    def _choices(self, target: str) -> list[tuple[int, str]]:
        """Read once for all fields while the form is put together, anew afterwards."""
        if self._known is None:
            return self._links(target)
        if target not in self._known:
            self._known[target] = self._links(target)
        return self._known[target]

    def _forget_choices(self) -> None:
        self._known = None

    @property
    def editors(self) -> dict[str, FieldEditor]:
        self.finish()
        return self._editors

    @property
    def grids(self) -> dict[str, RowsGrid]:
        self.finish()
        return self._grids

    @property
    def cards(self) -> dict[str, ClausesCard]:
        self.finish()
        return self._own

    @property
    def parts(self) -> form_parts.Parts:
        """All that can be typed into."""
        return form_parts.Parts(self.editors, self.grids, self.cards)

    def finish(self) -> None:
        """Puts at once what still waits into its place."""
        if self._turns.finish():
            self.settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.settle()

    def settle(self) -> None:
        """Gives each part its place before it is painted: the field, its card, the page, what scrolls it."""
        self._layout.activate()
        for _outwards in range(_NESTED if self.isVisible() else 0):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def then(self, piece: Piece) -> None:
        """Does something as soon as all sections stand, at once when they do."""
        self._turns.then(piece)

    def _add_section_bar(self) -> None:
        self._bar = SectionBar([_(section.title) for section in self.entity.sections], self.go_to_section, self)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._bar.mark(self._section_at_top()))
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut(self, keys, partial(self._step_section, by))
        self._bar.mark(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = self._bar.fit(self.width())
        self._bar.setGeometry(0, 0, self.width(), height)
        if self.viewportMargins().top() != height:
            self.setViewportMargins(0, height, 0, 0)

    def _section_at_top(self) -> int:
        top = self.verticalScrollBar().value()
        if top and top >= self.verticalScrollBar().maximum():
            in_hand = self._section_in_hand()
            if self._cards[in_hand].geometry().bottom() > top:
                return in_hand
        return next((n for n, frame in enumerate(self._cards) if frame.geometry().bottom() > top + 20), 0)

    def _section_in_hand(self) -> int:
        """The number of the section that the cursor is in."""
        focus = QApplication.focusWidget()
        return next((n for n, frame in enumerate(self._cards) if focus and frame.isAncestorOf(focus)), 0)

    def show_only(self, fields: Callable[[str], bool], tables: Callable[[str], bool]) -> None:
        """Shows of all fields and child tables those that make sense now; what they hold stays as it is."""
        self.finish()
        for columns in self._columns:
            columns.show_only(fields)
        for number, (section, frame) in enumerate(zip(self.entity.sections, self._cards, strict=True)):
            shown = tables(section.children) if section.children else any(map(fields, section.names))
            frame.setVisible(shown)
            self._bar.buttons[number].setVisible(shown)
            self._bar.names.actions()[number].setVisible(shown)

    def _step_section(self, by: int) -> None:
        """To the next section that is shown."""
        number = self._section_in_hand() + by
        while 0 <= number < len(self._cards) and self._cards[number].isHidden():
            number += by
        self.go_to_section(number)

    def go_to_section(self, number: int) -> None:
        """Shows a section from its top, with the cursor in its first field or sheet."""
        if not 0 <= number < len(self.entity.sections):
            return
        section = self.entity.sections[number]
        tables = {**self.grids, **self.cards}
        target = tables[section.children].view if section.children else self._first_of(section)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.verticalScrollBar().setValue(self._cards[number].y() - 8)
        self._bar.mark(number)

    def _first_of(self, section: Section) -> QWidget:
        shown = (name for name in section.names if not self.editors[name].isHidden())
        return self.editors[next(shown, section.names[0])].input

    def add_on_top(self, widget: QWidget) -> None:
        """Puts a card over the first section."""
        self._layout.insertWidget(0, widget)

    def add_below(self, widget: QWidget, after: str = "") -> None:
        """Puts a further card under the sections, or under the section of one field or child table."""
        place = self._layout.count() - 1
        for section, frame in zip(self.entity.sections, self._cards, strict=True):
            if after and after in (section.children, *section.names):
                place = self._layout.indexOf(frame) + 1
        self._layout.insertWidget(place, widget)
        self._tabs.put(widget, self._part_at(place - 1))
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            widget.show()

    def _part_at(self, place: int) -> QWidget | None:
        page = self._layout.parentWidget()
        assert page is not None
        parts = page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return next((part for part in parts if self._layout.indexOf(part) == place), None)

    def _fill(self, columns: FieldColumns, names: Iterable[str]) -> None:
        for name in names:
            declared = field_of(self.entity, name)
            make = self._makers.get(declared.kind.target or "")
            editor = FieldEditor(declared, self._choices, self.today, make, columns)
            editor.edited.connect(self.edited)
            editor.since = self._day_in
            editor.input.installEventFilter(self._enter)
            self._editors[name] = editor
            columns.add(editor, declared.wide)

    def load(self, values: dict[str, Any]) -> None:
        """Shows a record."""
        self._values = values
        for section in self.entity.sections[: len(self._cards)]:
            self._show_loaded(section)
        self.then(self.work_out)

    def _show_loaded(self, section: Section) -> None:
        if not self._values:
            return
        for name in section.names:
            self._editors[name].set_value(self._values.get(name))
        if section.children in self._own:
            self._own[section.children].load(self._values)
        elif section.children:
            grid = self._grids[section.children]
            grid.rows_model.load(self._values.get(section.children, []))
            grid.tell("")

    def _day_in(self, name: str) -> date | None:
        """The day that stands in a date field; None when there is none or it cannot be read."""
        with suppress(ValueError):
            return self.editors[name].value()
        return None

    def work_out(self) -> None:
        """Shows what follows from the form as it stands: facts, computed cells, doubts."""
        readable = form_parts.readable(self.parts)
        record = sketch(self.entity, readable, self.today)
        for own in self.cards.values():
            own.follow(readable)
        for facts in self._facts:
            facts.show_facts(record)
        form_parts.show_worked_out(self.grids, record, self.today)
        self.worked_out.emit(readable)

    def commit(self) -> None:
        """Takes over a cell that is still being typed in, so that saving and leaving know of it."""
        for grid in self._grids.values():  # nobody types in one that is still to come
            grid.commit()

    def values(self) -> dict[str, Any]:
        """What stands in the form; `Invalid` when some of it cannot be read."""
        return form_parts.values(self.parts)

    def typed(self) -> dict[str, Any]:
        """All that stands in the form, letter by letter, for keeping it through a power cut."""
        return form_parts.typed(self.parts)

    def type_in(self, typed: dict[str, Any]) -> None:
        """Brings kept typing back into the form; what is not in it stays as loaded."""
        form_parts.type_in(self.parts, typed)

    def lock(self, lock: Lock | None) -> None:
        """Lets only that be typed which the record's stage leaves open; the rest is read."""
        self._lock = lock
        for section in self.entity.sections[: len(self._cards)]:  # the others are locked as they come
            form_parts.lock_section(section, self._editors, self._grids, lock)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Puts each problem beside its field and goes to the first."""
        self._go_into(form_parts.show_problems(self.parts, list(problems)), Qt.FocusReason.OtherFocusReason)

    def go_to(self, field: str) -> bool:
        """The cursor in the field or cell that a finding names; False when it is not on this form."""
        return self._go_into(form_parts.found(self.parts, field), Qt.FocusReason.TabFocusReason)

    def _go_into(self, target: QWidget | None, reason: Qt.FocusReason) -> bool:
        if target is not None:
            target.setFocus(reason)
            self.ensureWidgetVisible(target, 40, 80)
        return target is not None

    def focus_first(self, new: bool = False) -> None:
        """The cursor in the first editor; in a new record behind a proposed code, which is not to be typed into."""
        for editor in (self._editors or self.editors).values():
            if editor.isEnabled() and not (new and isinstance(editor.input, QLineEdit) and editor.typed()):
                editor.input.setFocus()
                return
