"""A table view with the keys of a sheet: undo, copy, cut, paste, rows moved, Tab and Enter as in Excel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from lapas_desktop.domain.entity import Field
from lapas_desktop.domain.kinds import Editor
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.cell_delegate import CellDelegate
from lapas_desktop.ui.frozen import FrozenColumn
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import shared_widths
from lapas_desktop.ui.rows_model import MAX_ROWS, Index, RowsModel
from lapas_desktop.ui.table_text import cells_of, text_of

LONGEST_PASTE = 1_000_000
_MEASURED = 60  # rows whose texts decide how wide a column is
_WIDEST = 320
_LOOSE, _TIGHT = 20, 8  # letters that a text keeps at least
_LONG = 18  # characters of a number that may be shortened
ROW = 28  # pixels of a row with letters of the usual size
_Hint = QAbstractItemDelegate.EndEditHint


class SheetView(QTableView):
    """``told`` says what a person should know about what was just done, or nothing."""

    told = Signal(str)
    head_changed = Signal()  # the headings have become higher or lower

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = model
        self._tight, self.head_height = False, 0
        self.setModel(model)
        self.delegate = CellDelegate(self)
        self.setItemDelegate(self.delegate)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed | trigger.SelectedClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(grown(ROW))
        self.verticalHeader().setMinimumWidth(grown(ROW))
        header = self.horizontalHeader()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        header.setDefaultAlignment(Qt.AlignmentFlag(int(left) | int(Qt.TextFlag.TextWordWrap)))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.frozen = FrozenColumn(self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act_of(event):
            event.accept()  # before the window's own keys: Ctrl+Z in a sheet is the sheet's
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # a key that the open cell has answered already
        elif act := self._act_of(event):
            act(self)
        else:
            super().keyPressEvent(event)

    def _act_of(self, event: QKeyEvent) -> Callable[[SheetView], object] | None:
        if self.state() == QAbstractItemView.State.EditingState:
            return None
        pressed = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        return KEYS.get(pressed.replace("Num+", ""))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self.go_to(0, next(iter(self._typed_columns()), 0))
        super().focusInEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        after: dict[QAbstractItemDelegate.EndEditHint, Callable[[], object]] = {
            _Hint.SubmitModelCache: partial(self.go_down, 1),  # Enter
            _Hint.EditNextItem: partial(self.tab, 1),
            _Hint.EditPreviousItem: partial(self.tab, -1),
        }
        super().closeEditor(editor, _Hint.NoHint if hint in after else hint)
        if hint in after:
            after[hint]()

    def _typed_columns(self) -> list[int]:
        return [number for number, field in enumerate(self.sheet.columns) if self.sheet.is_open(field)]

    def go_to(self, row: int, column: int) -> None:
        """The cursor in one cell and nothing else selected, whichever keys are held down."""
        index = self.sheet.index(max(0, min(row, self.sheet.rowCount() - 1)), max(0, column))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def go_down(self, by: int) -> None:
        self.go_to(self.currentIndex().row() + by, self.currentIndex().column())

    def tab(self, by: int) -> None:
        """To the next cell that can be typed into; from the empty row, or before the first cell, out of the sheet."""
        row, column, columns = self.currentIndex().row(), self.currentIndex().column(), self._typed_columns()
        ahead = [c for c in columns if (c - column) * by > 0]
        last_of_all = self.sheet.locked and not ahead and row >= len(self.sheet.rows) - 1
        nothing = not columns or (self.sheet.locked and not self.sheet.rows)
        if nothing or (by > 0 and (row >= len(self.sheet.rows) or last_of_all)):
            self.leave(by > 0)
        elif ahead:
            self.go_to(row, ahead[0] if by > 0 else ahead[-1])
        elif by < 0 and row == 0:
            self.leave(False)
        else:
            self.go_to(row + by, columns[0] if by > 0 else columns[-1])

    def leave(self, forward: bool) -> None:
        """To the editor behind the sheet, or before it."""
        self.setTabKeyNavigation(False)  # with it, Tab would come back to the sheet
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)

    def jump(self, rows: int, columns: int) -> None:
        """To the edge of what is filled in, in one direction."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        last, typed = max(0, len(self.sheet.rows) - 1), self._typed_columns() or [0]
        row = row if not rows else last if rows > 0 else 0
        self.go_to(row, column if not columns else typed[-1] if columns > 0 else typed[0])

    def selected_rows(self) -> list[int]:
        """The numbers of the rows that the selection touches, without the empty one."""
        touched = {index.row() for index in self.selectedIndexes()} or {self.currentIndex().row()}
        return sorted(row for row in touched if 0 <= row < len(self.sheet.rows))

    def _selected_cells(self) -> list[tuple[int, int]]:
        chosen = self.selectedIndexes() or [self.currentIndex()]
        return sorted((index.row(), index.column()) for index in chosen if index.isValid())

    def undo(self) -> None:
        self._keeping_place(self.sheet.undo)

    def redo(self) -> None:
        self._keeping_place(self.sheet.redo)

    def _keeping_place(self, do: Callable[[], bool]) -> None:
        row, column = self.currentIndex().row(), self.currentIndex().column()
        if do():
            self.go_to(row, max(0, column))

    def remove_rows(self) -> None:
        rows, column = self.selected_rows(), max(0, self.currentIndex().column())
        if rows:
            self.sheet.remove(*rows)
            self.go_to(rows[0], column)

    def move_rows(self, by: int) -> None:
        rows = self.selected_rows()
        if rows and self.sheet.move(rows[0], rows[-1], by):
            self.scrollTo(self.currentIndex())

    def empty_cells(self) -> None:
        self.sheet.put_everywhere(self._selected_cells(), "")

    def copy(self) -> None:
        """The block around the selected cells, as text that a spreadsheet takes."""
        cells = self._selected_cells()
        columns = range(min(c for _r, c in cells), max(c for _r, c in cells) + 1) if cells else ()
        rows = range(min(r for r, _c in cells), max(r for r, _c in cells) + 1) if cells else ()
        fields = [self.sheet.columns[c] for c in columns]
        lines = [[self.sheet.text_at(r, f) for f in fields] for r in rows if r < len(self.sheet.rows)]
        if lines:
            QGuiApplication.clipboard().setText(text_of(lines))

    def cut(self) -> None:
        self.copy()
        self.empty_cells()

    def paste(self, text: str) -> None:
        """Puts a block of cells, as Excel copies it, from the current cell on; a single cell fills the selection."""
        lines, cells = cells_of(text[:LONGEST_PASTE]), self._selected_cells()
        if not lines or not cells:
            return
        self.told.emit("")
        if len(lines) == len(lines[0]) == 1 < len(cells) and cells[0][0] < len(self.sheet.rows):
            self.sheet.put_everywhere(cells, lines[0][0])
            return
        left_out = self.sheet.put_block(cells[0][0], min(column for _row, column in cells), lines)
        self.share_width()
        if left_out or len(text) > LONGEST_PASTE:
            message = _(N_("Satu tabel memuat paling banyak {most} baris; sisanya tidak ditempel."))
            self.told.emit(message.format(most=MAX_ROWS))

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        super().scrollTo(index, hint)
        hidden = self.frozen.covers() - self.visualRect(index).left()
        if index.column() > 0 and hidden > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()
        self.frozen.place()

    def share_width(self) -> None:
        """Each column as wide as its heading and its texts; texts give way where that saves scrolling sideways.

        Where that is not enough, headings take two lines and the texts keep a few letters each.
        """
        fields, cells, room = self.sheet.columns, self.fontMetrics(), self.viewport().width()
        needs = [max(floor, self._widest(f, cells)) for f, floor in zip(fields, self._floors(False), strict=True)]
        widths, self._tight = needs, False
        for tight in (False, True):
            floors = self._floors(tight)
            texts = [number for number, field in enumerate(fields) if field.kind.elastic or (tight and _is_long(field))]
            least = [floors[n] if n in texts else max(floors[n], self._widest(f, cells)) for n, f in enumerate(fields)]
            if sum(least) <= room:
                wanted = [need if n in texts else least[n] for n, need in enumerate(needs)]
                widths, self._tight = shared_widths(room, wanted, floors, texts), tight
                break
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)
        lines = 2 if self._tight else 1
        height = (
            self.horizontalHeader().sizeHint().height() + (lines - 1) * self.horizontalHeader().fontMetrics().height()
        )
        if height != self.head_height:
            self.horizontalHeader().setMinimumHeight(height)
            self.head_height = height
            self.head_changed.emit()

    def _floors(self, tight: bool) -> list[int]:
        """How narrow each column may become."""
        font = QFont(self.horizontalHeader().font())
        font.setBold(True)
        heads, letter = QFontMetrics(font), self.fontMetrics().averageCharWidth()
        least = _TIGHT if tight else _LOOSE

        def heading(field: Field) -> int:
            text = self.sheet.heading(field)
            lines = in_two_lines(text) if tight and not field.kind.right else [text]
            return max(heads.horizontalAdvance(line) for line in lines) + 20

        return [max(heading(field), min(field.kind.width, least) * letter) for field in self.sheet.columns]

    def widen(self) -> None:
        """Columns of figures, dates and chosen records grow with what stands in them: such values are never cut.

        Where there is no room for that, only figures and dates are not.
        """
        for number, field in enumerate(self.sheet.columns):
            chosen = field.kind.editor is Editor.REFERENCE
            shortened = (field.kind.elastic and (self._tight or not chosen)) or (self._tight and _is_long(field))
            need = 0 if shortened else self._widest(field, self.fontMetrics())
            if need > self.columnWidth(number):
                self.setColumnWidth(number, need)

    def _widest(self, field: Field, letters: QFontMetrics) -> int:
        texts = (self.sheet.text_at(row, field) for row in range(min(_MEASURED, len(self.sheet.rows))))
        return min(_WIDEST, max((letters.horizontalAdvance(text[:80]) for text in texts), default=0) + 24)


def _is_long(field: Field) -> bool:
    """A number of a letter or a person: shortened before anything goes out of sight, as in the lists."""
    return field.kind.editor is Editor.LINE and not field.kind.right and field.kind.width >= _LONG


def in_two_lines(text: str) -> list[str]:
    """A heading broken where the longer line is shortest; one line when there is no blank in it."""
    words = text.split(" ")
    broken = [[" ".join(words[:n]), " ".join(words[n:])] for n in range(1, len(words))]
    return min(broken, key=lambda lines: max(map(len, lines)), default=[text])


KEYS: dict[str, Callable[[SheetView], object]] = {
    "Ctrl+Z": SheetView.undo,
    "Ctrl+Y": SheetView.redo,
    "Ctrl+Shift+Z": SheetView.redo,
    "Ctrl+C": SheetView.copy,
    "Ctrl+X": SheetView.cut,
    "Ctrl+V": lambda view: view.paste(QGuiApplication.clipboard().text()),
    "Del": SheetView.empty_cells,
    "Ctrl+Del": SheetView.remove_rows,
    "Alt+Up": lambda view: view.move_rows(-1),
    "Alt+Down": lambda view: view.move_rows(1),
    "Shift+Space": lambda view: view.selectRow(view.currentIndex().row()),
    "Return": lambda view: view.go_down(1),
    "Enter": lambda view: view.go_down(1),
    "Shift+Return": lambda view: view.go_down(-1),
    "Shift+Enter": lambda view: view.go_down(-1),
    "Tab": lambda view: view.tab(1),
    "Backtab": lambda view: view.tab(-1),
    "Shift+Backtab": lambda view: view.tab(-1),
    "Ctrl+Tab": lambda view: view.leave(True),
    "Ctrl+Shift+Backtab": lambda view: view.leave(False),
    "Ctrl+Up": lambda view: view.jump(-1, 0),
    "Ctrl+Down": lambda view: view.jump(1, 0),
    "Ctrl+Left": lambda view: view.jump(0, -1),
    "Ctrl+Right": lambda view: view.jump(0, 1),
}
