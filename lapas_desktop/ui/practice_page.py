"""The tasks of the practice office, ticked as they are done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.services.practice_tasks import TaskState
from lapas_desktop.ui.parts import badge, button, card, emptied, label, row


class PracticePage(QScrollArea):
    """One card a task; read anew at every visit."""

    def __init__(
        self, tasks: Callable[[], Sequence[TaskState]], act: Callable[[str], object], begin_anew: Callable[[], object]
    ) -> None:
        """``act`` goes where a task begins; ``begin_anew`` gives the office back as it was at first."""
        super().__init__()
        self._tasks, self._act = tasks, act
        self.setWidgetResizable(True)
        page = QWidget()
        page.setObjectName("page")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(20, 14, 20, 14)
        self._how_far = label("", "heading")
        outer.addLayout(row(self._how_far, 1, button(_(N_("Mulai dari awal…")), begin_anew)))
        outer.addWidget(label(_(N_("Kerjakan satu per satu, lalu kembali ke sini.")), "muted"))
        self._list = QVBoxLayout()
        outer.addLayout(self._list)
        outer.addStretch(1)
        self.setWidget(page)

    def reload(self) -> None:
        """Looks what has been done."""
        tasks = self._tasks()
        done = sum(1 for task in tasks if task.done)
        self._how_far.setText(_(N_("{done} dari {all} tugas selesai")).format(done=done, all=len(tasks)))
        layout = emptied(self._list)
        for task in tasks:
            frame, inner = card()
            line = QHBoxLayout()
            line.addWidget(label(task.title, "section"), 1)
            word = _(N_("Selesai")) if task.done else _(N_("Belum"))
            line.addWidget(badge(word, "signed" if task.done else "draft"), 0, Qt.AlignmentFlag.AlignTop)
            inner.addLayout(line)
            inner.addWidget(label(task.what, wrap=True))
            if not task.done:
                going = button(_(N_("Kerjakan →")), partial(self._act, task.act), "link")
                going.setAccessibleName(_(N_("Kerjakan: {task}")).format(task=task.title))
                inner.addWidget(going, 0, Qt.AlignmentFlag.AlignLeft)
            layout.addWidget(frame)
