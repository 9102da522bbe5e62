"""Computed values under the fields or the sheet they follow from: read, never typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lapas_desktop.domain.computed import Computed, computed_of
from lapas_desktop.domain.entity import Row
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.flow import Flow
from lapas_desktop.ui.parts import label, row

NOTHING = "–"


class Facts(QWidget):
    """A quiet line, more where it is narrow, that begins with "dihitung": Bersih 34,83 · Kotor 38,2."""

    def __init__(self, entity: type[Row], names: Sequence[str], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.setObjectName("facts")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        by_name = {found.field.name: found for found in computed_of(entity)}
        self._shown: list[tuple[Computed, QLabel]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        line = Flow(self, across=20, down=2)
        layout.addWidget(line)
        line.add(label(_(N_("dihitung")), "hint"))
        for name in names:
            value = label(NOTHING, "section")
            value.setAccessibleName(_(by_name[name].field.label))
            self._shown.append((by_name[name], value))
            line.add(_pair(label(_(by_name[name].field.label), "caption"), value))

    def show_facts(self, record: Row) -> None:
        """Shows what follows from the record as it stands."""
        for found, value in self._shown:
            text = found.field.kind.shown(found.of(record, self._today))
            value.setText(text or NOTHING)

    def text(self) -> str:
        """All of the line as words."""
        return " · ".join(f"{_(found.field.label)} {value.text()}" for found, value in self._shown)


def _pair(caption: QLabel, value: QLabel) -> QWidget:
    """What stays together where a line ends."""
    pair = QWidget()
    beside = row(caption, value)
    beside.setContentsMargins(0, 0, 0, 0)
    beside.setSpacing(6)
    pair.setLayout(beside)
    return pair
