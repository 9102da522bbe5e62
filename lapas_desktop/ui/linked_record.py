"""A record made on the spot while another form is open: its own form in a dialog, the first form untouched."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QVBoxLayout

from lapas_desktop.i18n import N_, _
from lapas_desktop.services import records
from lapas_desktop.services.records import Saved
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.workplace import Workplace

MADE_HERE = frozenset({"Partner", "Product"})


class LinkedRecord(QDialog):
    """The form of a new record of the kind ``target``; ``made`` is what was saved, None until then."""

    def __init__(self, at: Workplace, target: str) -> None:
        super().__init__(at.window)
        entity = records.TARGETS[target]
        self.made: Saved | None = None
        title = _(N_("{name} baru")).format(name=_(entity.label))
        self.setWindowTitle(title)
        self.resize(980, 620)
        self.page = RecordPage(
            entity,
            records.blank(at.office, entity),
            partial(records.link_choices, at.office),
            at.clock().date(),
            lambda given: records.save_record(at.office, entity, given, at.clock(), None, at.who),
            [],
            title,
        )
        self.page.back.setText(_(N_("Batal")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 10)
        layout.addWidget(self.page, 1)
        self.page.bar.setContentsMargins(20, 0, 20, 0)
        layout.addWidget(self.page.bar)
        self.page.saved.connect(self._saved)
        self.page.left.connect(self.reject)
        self.page.form.focus_first(new=True)

    def _saved(self, saved: Saved) -> None:
        self.made = saved
        self.accept()


def make_linked(at: Workplace, target: str) -> int | None:
    """Asks for a new record; its id, None when it was given up."""
    dialog = LinkedRecord(at, target)
    dialog.exec()
    dialog.deleteLater()
    return dialog.made.id if dialog.made else None
