"""Computed values under the fields or the sheet they follow from: read, never typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lapas_desktop.domain.computed import Computed, computed_of
from lapas_desktop.domain.entity import Row
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.flow import Flow
from lapas_desktop.ui.parts import label

NOTHING = "–"


class Facts(QWidget):
    """One quiet line that begins with "dihitung": Bersih 34,83 · Kotor 38,2; a second where there is no room."""

    def __init__(self, entity: type[Row], names: Sequence[str], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.setObjectName("facts")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        by_name = {found.field.name: found for found in computed_of(entity)}
        self._shown: list[tuple[Computed, QLabel]] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        line = Flow(self, across=14, down=2)
        layout.addWidget(line)
        told = label(_(N_("dihitung")), "hint")
        told.setMinimumHeight(label("0", "section").sizeHint().height())
        line.add(told)
        for name in names:
            value = label(NOTHING, "section")
            value.setAccessibleName(_(by_name[name].field.label))
            self._shown.append((by_name[name], value))
            pair = QWidget(line)
            beside = QHBoxLayout(pair)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.setSpacing(6)
            beside.addWidget(label(_(by_name[name].field.label), "caption"))
            beside.addWidget(value)
            line.add(pair)

    def show_facts(self, record: Row) -> None:
        """Shows what follows from the record as it stands."""
        for found, value in self._shown:
            text = found.field.kind.shown(found.of(record, self._today))
            value.setText(text or NOTHING)

    def text(self) -> str:
        """All of the line as words."""
        return " · ".join(f"{_(found.field.label)} {value.text()}" for found, value in self._shown)
