"""The choice of language among the settings. A window keeps its language; the next one has the new one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.i18n import language as spoken
from lapas_desktop.ui import language
from lapas_desktop.ui.combo import Combo
from lapas_desktop.ui.parts import button, card, label, row


class LanguageCard(QWidget):
    """Offers to open the window again when another language than its own is chosen."""

    def __init__(self, reopen: Callable[[], object], changed: Callable[[str], object]) -> None:
        """``reopen`` opens the window again; ``changed`` is told a sentence after each choice."""
        super().__init__()
        self._changed = changed
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        frame, inner = card()
        layout.addWidget(frame)
        inner.addWidget(label(_(N_("Bahasa")), "section"))
        self.choice = Combo(list(language.NAMES.items()), False)
        self.choice.choose(language.chosen())
        self.choice.setAccessibleName(_(N_("Bahasa")))
        self.choice.setMinimumWidth(190)
        self.choice.activated.connect(lambda _index: self._keep())
        self._told = label("", "muted")
        self.again = button(_(N_("Buka ulang sekarang")), reopen)
        inner.addLayout(row(self.choice, self._told, self.again, 1))
        self._show()

    def _keep(self) -> None:
        language.choose(self.choice.chosen())
        self._show()
        self._changed(_(N_("Bahasa disimpan.")))

    def _show(self) -> None:
        other = self.choice.chosen() != spoken()
        self._told.setText(_(N_("Berganti setelah jendela dibuka ulang.")) if other else "")
        self.again.setVisible(other)
