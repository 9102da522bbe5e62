"""The rows of a child table, edited in place like a sheet, with what is wrong in words and its actions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lapas_desktop.domain.entity import Field
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.records import TARGETS
from lapas_desktop.ui.editors import NEW_KEY, Links, Make, option_pairs
from lapas_desktop.ui.parts import ShortLabel, button, label, plain_tooltip, row, shortcut
from lapas_desktop.ui.rows_model import Cell, RowsModel, Sheet, Values
from lapas_desktop.ui.sheet_view import SheetView

_TOLD = 12  # sentences in the tooltip of the line above a sheet


class OneLine(QLabel):
    """Sentences on one line, cut where it ends; the tooltip has them all."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""

    def say(self, sentences: Sequence[str], style: str) -> None:
        self._whole = " ".join(sentences)
        self.setObjectName(style)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setToolTip(plain_tooltip("\n".join(sentences[:_TOLD])))
        self.setAccessibleName(self._whole)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class RowsGrid(QWidget):
    """The sheet of one child table. What is wrong or doubtful stands in the line of its title: nothing moves."""

    edited = Signal()

    def __init__(
        self, title: str, sheet: Sheet, links: Links, today: date, parent: QWidget | None = None,
        makers: Mapping[str, Make] | None = None,
    ) -> None:  # fmt: skip
        """``makers``: for which kinds of linked record a new one can be made on the spot, and how."""
        super().__init__(parent)
        self._links, self._makers = links, makers or {}
        self.rows_model = RowsModel(sheet, links, today)
        self.view = SheetView(self.rows_model, self)
        self.view.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._told = OneLine()
        self._general = ""
        self._next = self._action(_(N_("Ke sel berikutnya")), self.go_to_next_wrong, "F8")
        actions = (
            *self._makes(),
            self._action(_(N_("↑ Naik")), lambda: self.view.move_rows(-1), "Alt+↑"),
            self._action(_(N_("↓ Turun")), lambda: self.view.move_rows(1), "Alt+↓"),
            self._action(_(N_("Hapus baris")), self.remove_current, "Ctrl+Del"),
            self._action(_(N_("+ Tambah baris")), self.add_row, "Ctrl+↓"),
        )
        self._row_actions: tuple[QPushButton, ...] = actions
        self._locked = ""
        head = row(ShortLabel(title, "section"), self._told, self._next, *actions)
        head.setStretch(1, 1)
        head.setSpacing(14)
        layout.addLayout(head)
        layout.addWidget(self.view)
        self._under = label("", "caption", wrap=True)
        self._foot = row(self._under)
        self._foot.setStretch(0, 1)
        layout.addLayout(self._foot)
        self._under.hide()
        shortcut(self, "F8", self.go_to_next_wrong)
        self.view.told.connect(self.tell)
        self.view.head_changed.connect(self._fit)
        self.rows_model.edited.connect(self._on_edited)
        self.rows_model.modelReset.connect(self._on_reset)
        self._on_reset()
        self._tell()

    def _action(self, text: str, pressed: object, key: str) -> QPushButton:
        """Each action has a key of its own, so that Tab goes from a field straight into the sheet."""
        assert callable(pressed)
        made = button(text, pressed, "link")
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        made.setToolTip(f"{text} ({key})")
        return made

    def offer_below(self, text: str, pressed: Callable[[], object], keys: str) -> QPushButton:
        """A further action under the sheet, gone when it is locked; its key works inside the sheet."""
        made = self._action(text, pressed, keys)
        self._foot.addWidget(made)
        self._under.show()  # keeps the action at the right
        self._row_actions = (made, *self._row_actions)
        shortcut(self, keys, pressed)
        made.setVisible(not self._locked)
        return made

    def tell_under(self, text: str, warning: bool = False) -> None:
        """A sentence under the sheet that follows from its rows; nothing when it is empty."""
        name = "note-warning" if warning else "caption"
        if self._under.objectName() != name:
            self._under.setObjectName(name)
            self._under.style().unpolish(self._under)
            self._under.style().polish(self._under)
        self._under.setText(text)
        self._under.setVisible(bool(text) or self._foot.count() > 1)

    def _makes(self) -> Iterator[QPushButton]:
        """A way to a new record of the kind that the rows are about, which their first column says."""
        field = self.rows_model.fields[0]
        target = field.kind.target
        if target and target in self._makers:
            make = partial(self._make, field, target)
            yield self._action(f"+ {_(TARGETS[target].label)}", make, NEW_KEY)
            shortcut(self, NEW_KEY, make)

    def _make(self, field: Field, target: str) -> None:
        """A new record, made on the spot and put into the current row, or a new row where another one stands."""
        if self.rows_model.locked:
            return
        self.commit()
        made = self._makers[target](target)
        if made is None:
            return
        self.offer(target)
        row_number = max(self.view.currentIndex().row(), 0)
        filled = row_number < len(self.rows_model.rows) and self.rows_model.text_at(row_number, field)
        if filled and (row_number, field.name) not in self.rows_model.bad:
            row_number = len(self.rows_model.rows)
        place = self.rows_model.index(row_number, self.column_of(field.name))
        self.rows_model.setData(place, dict(self.rows_model.options[field.name])[made])
        self.view.setFocus()
        self.view.go_to(row_number, place.column())

    def offer(self, target: str) -> None:
        """Takes records of one kind that came since into the lists of its cells."""
        for field in self.rows_model.fields:
            if field.kind.target == target:
                self.rows_model.options[field.name] = option_pairs(field, self._links)

    def _on_edited(self) -> None:
        self._general = ""
        self._fit()
        self._tell()
        self.edited.emit()

    def _on_reset(self) -> None:
        self._fit()
        self.view.share_width()

    def _fit(self) -> None:
        shown = min(self.rows_model.rowCount(), 9)
        self.view.setFixedHeight(
            shown * self.view.verticalHeader().defaultSectionSize()
            + max(self.view.head_height, self.view.horizontalHeader().sizeHint().height())
            + 16
        )

    def commit(self) -> None:
        """Takes over what stands in a cell that is still being typed in."""
        editor = self.view.delegate.open_editor
        if editor is not None:
            self.view.commitData(editor)
            self.view.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def lock(self, reason: str, open_cells: frozenset[str], filled_later: frozenset[str]) -> None:
        """From now on only some cells are typed into, see `RowsModel.lock`; the rest says why not."""
        self._locked = reason
        self.rows_model.lock(open_cells, filled_later)
        for action in self._row_actions:
            action.hide()
        self._tell()

    def column_of(self, name: str) -> int:
        """The number of a column by the name of its field, 0 when it has none."""
        return next((number for number, f in enumerate(self.rows_model.columns) if f.name == name), 0)

    def add_row(self) -> None:
        """Begins a row at the end; nothing happens in a sheet that is only read."""
        if self._locked:
            return
        self.commit()
        self.view.setFocus()
        self.view.go_to(len(self.rows_model.rows), 0)
        self.view.edit(self.view.currentIndex())

    def remove_current(self) -> None:
        self.view.remove_rows()

    def set_problem(self, row_number: int, name: str, message: str) -> None:
        self.rows_model.set_problem(row_number, name, message)
        self._tell()

    def show_worked_out(self, rows: list[Values], doubts: dict[Cell, str]) -> None:
        """Shows what follows from the rows: computed cells, and what is doubtful."""
        self.rows_model.show_worked_out(rows, doubts)
        self.view.widen()
        self._tell()

    def wrong_cells(self) -> list[Cell]:
        """The cells to be mended, else the doubtful ones, in reading order."""
        order = {field.name: number for number, field in enumerate(self.rows_model.columns)}
        marked = self.rows_model.bad or self.rows_model.doubts
        return sorted(marked, key=lambda cell: (cell[0], order.get(cell[1], 0)))

    def go_to_next_wrong(self) -> None:
        """To the next marked cell behind the current one, from the last to the first."""
        names = [field.name for field in self.rows_model.columns]
        places = [(number, names.index(name)) for number, name in self.wrong_cells() if name in names]
        here = (self.view.currentIndex().row(), self.view.currentIndex().column())
        ahead = [place for place in places if place > here] or places
        if ahead:
            self.view.setFocus()
            self.view.go_to(*ahead[0])

    def _tell(self) -> None:
        """How many cells are wrong or doubtful and the first of them in words; all of them as a tooltip."""
        labels = {f.name: _(f.label) for f in self.rows_model.fields}
        bad, doubts, cells = self.rows_model.bad, self.rows_model.doubts, self.wrong_cells()
        told = {cell: bad[cell][1] if bad else doubts[cell] for cell in cells}
        texts = [f"{_(N_('Baris'))} {r + 1}, {labels.get(n, n)}: {message}" for (r, n), message in told.items()]
        if bad and len(texts) > 1:
            texts.insert(0, _(N_("{n} sel perlu diperbaiki.")).format(n=len(bad)))
        texts = [text for text in (self._general, *texts) if text]
        calm = "note-warning" if texts else "hint"
        self._told.say(texts or [self._locked], "problem" if bad or self._general else calm)
        self._next.setVisible(bool(cells))

    def tell(self, message: str) -> None:
        """A problem of the table as a whole."""
        self._general = message
        self._tell()
