"""Help in the window: a place of its own, a panel beside every page (F1), and the printed manual."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.parts import button
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from lapas_desktop.ui.help_page import HelpPage
    from lapas_desktop.ui.help_panel import HelpPanel

KEY = "help"


class HelpPlace(QObject):
    """``subject`` says which place the person is at; ``go`` leads to the place Bantuan. Pages are read at first use."""

    def __init__(
        self, at: Workplace, printing: Printing, subject: Callable[[], str], go: Callable[[str], object]
    ) -> None:
        super().__init__(at.window)
        self._at, self._printing, self._subject, self._go = at, printing, subject, go
        self.page: HelpPage | None = None
        self.panel: HelpPanel | None = None
        self._before: QWidget | None = None  # what had the keys when the panel took them
        self._turning = QTimer(self)  # when the page that follows one that was closed is there too
        self._turning.setSingleShot(True)
        self._turning.timeout.connect(self._follow)
        QShortcut(QKeySequence("F1"), at.window).activated.connect(self.toggle)
        QShortcut(QKeySequence("F6"), at.window).activated.connect(self.change_sides)

    def open(self) -> None:
        """The place Bantuan, at the page that was read last."""
        from lapas_desktop.ui.help_page import HelpPage

        if self.page is None:
            self.page = HelpPage()
            self._bar = self._actions()
        self.hide()
        self._at.window.frame.show_page(KEY, self.page, _(N_("Bantuan")), self._bar)
        self.page.reader.setFocus()

    def _actions(self) -> QWidget:
        bar = QWidget()
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(button(_(N_("Perbarui program…")), self.update_program))
        layout.addWidget(button(_(N_("Uji program…")), self.test_program))
        layout.addWidget(button(_(N_("Cetak halaman ini")), self.print_page))
        layout.addWidget(button(_(N_("Cetak buku panduan")), self.print_manual, "main", "Ctrl+P", "print"))
        return bar

    def test_program(self) -> None:
        """Tries everything that must work on this PC."""
        from lapas_desktop.ui.self_test import SelfTestDialog

        SelfTestDialog(self._at).open()

    def update_program(self) -> None:
        """A newer version from a flash disk."""
        from lapas_desktop.ui.updating import UpdateDialog

        UpdateDialog(self._at).open()

    def show_topic(self, name: str) -> None:
        """One page: beside the form that is open, else in the place Bantuan."""
        if self._subject() == KEY or not self._beside_a_form():
            self._go(KEY)
            if self.page:
                self.page.reader.turn_to(name)
        else:
            self._show(name)

    def _beside_a_form(self) -> bool:
        from lapas_desktop.ui.record_page import RecordPage

        return isinstance(self._at.window.frame.pages.currentWidget(), RecordPage)

    @property
    def is_shown(self) -> bool:
        """Whether the panel stands beside the page."""
        return self.panel is not None and self.panel.isVisible()

    def toggle(self) -> None:
        """F1: help for the page that is open, or its end."""
        from lapas_desktop.services.help import topic_of

        if self.is_shown:
            self.hide()
        elif self._subject() == KEY and self.page:
            self.page.reader.turn_to(topic_of(KEY).name)
        else:
            self._show(topic_of(self._subject()).name)

    def _read_all(self) -> None:
        """The page in the panel, in the place Bantuan."""
        assert self.panel is not None
        name = self.panel.reader.shown.name if self.panel.reader.shown else ""
        self._go(KEY)
        if self.page:
            self.page.reader.turn_to(name)

    def _follow(self) -> None:
        """Another page was opened: help that stands beside it turns to that page."""
        from lapas_desktop.services.help import topic_of

        if self.is_shown and self.panel:
            self.panel.reader.turn_to(topic_of(self._subject()).name)

    def _show(self, name: str) -> None:
        from lapas_desktop.ui.help_panel import HelpPanel

        if self.panel is None:
            frame = self._at.window.frame
            self.panel = HelpPanel(frame.room, frame.pages)
            self.panel.closed.connect(self.hide)
            self.panel.all_asked.connect(self._read_all)
            frame.pages.currentChanged.connect(lambda _index: self._turning.start())
        if not self.is_shown:
            self._before = QApplication.focusWidget()
        self.panel.show()
        self.panel.reader.turn_to(name)
        self.panel.reader.setFocus()

    def hide(self) -> None:
        """Takes the panel away; the keys go back to where they were."""
        if self.panel and self.is_shown:
            had_keys = self.panel.isAncestorOf(QApplication.focusWidget() or self._at.window)
            self.panel.hide()
            if had_keys:
                self._give_back()

    def change_sides(self) -> None:
        """F6: the keys go from the page to the help beside it, and back."""
        focus = QApplication.focusWidget()
        if not self.panel or not self.is_shown:
            return
        if focus and self.panel.isAncestorOf(focus):
            self._give_back()
        else:
            self._before = focus
            self.panel.reader.setFocus()

    def _give_back(self) -> None:
        from shiboken6 import isValid

        pages = self._at.window.frame.pages
        known = self._before is not None and isValid(self._before) and self._before.isVisible()
        target = self._before if known else pages.currentWidget()
        if target:
            target.setFocus()

    def print_manual(self) -> None:
        """All pages as a book, into the preview."""
        from lapas_desktop.services.help import write_manual

        day = self._at.clock().date()
        self._printing.preview_of(_(N_("Buku Panduan Lapas Desktop")), lambda path: write_manual(path, day))

    def print_page(self) -> None:
        """The page that is read, into the preview."""
        from lapas_desktop.services.help import write_topic

        if self.page and self.page.reader.shown:
            shown, day = self.page.reader.shown, self._at.clock().date()
            self._printing.preview_of(shown.title, lambda path: write_topic(shown.name, path, day))
