"""Builds the program: the window first, the start page as it was, everything heavy behind it; the one excepthook."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import N_, _
from lapas_desktop.i18n import language as spoken
from lapas_desktop.resources import resource
from lapas_desktop.ui import language, look, plain_imports
from lapas_desktop.ui.window import Window

if TYPE_CHECKING:
    from lapas_desktop.services.selftest import Result
    from lapas_desktop.ui.desk import Desk
    from lapas_desktop.ui.home_page import HomePage
    from lapas_desktop.ui.occupancy import Occupancy

log = logging.getLogger("lapas_desktop")
plain_imports.restore()
LOG, MOST_LOGGED = "program.log", 200_000  # bytes before a new one is begun
SETTLED_MS = 5_000  # after the data is open: what nobody waits for


class _Opening(QThread):
    """Imports the heavy libraries and opens the data file while the window is already there."""

    opened = Signal(object, str)
    refused = Signal(str)

    def __init__(self, folder: Path, first: Callable[[], object] | None) -> None:
        super().__init__()
        self._folder, self._first = folder, first

    def run(self) -> None:
        from lapas_desktop.services import maintenance
        from lapas_desktop.ui.heap import give_back_large_blocks

        give_back_large_blocks()
        told = ""
        try:
            if self._first:
                self._first()
        except Refused as refused:
            told = str(refused)
        try:
            office = maintenance.open_or_create(self._folder, datetime.now())
        except Refused as refused:
            self.refused.emit(str(refused))
            return
        import lapas_desktop.ui.desk  # noqa: F401 - so that the GUI thread finds it loaded

        self.opened.emit(office, told)


class Program:
    """What lives from the first paint to the last backup."""

    def __init__(self, folder: Path, first: Callable[[], object] | None = None) -> None:
        """``first`` is done before the data is opened; what it refuses is told in the window."""
        self.window = Window()
        self.desk: Desk | None = None
        self.home: HomePage | None = None
        self._asked: Callable[[Desk], object] = lambda _desk: None  # for when the data is open
        self._occupancy: Occupancy | None = None
        self._folder = folder
        self._fresh = first is not None
        self._opening = _Opening(folder, first)
        self._opening.opened.connect(self._ready)
        self._opening.refused.connect(self._refused)
        self.window.painted.connect(lambda: QTimer.singleShot(0, self._furnish))
        self.window.appear()

    def _furnish(self) -> None:
        """The frame, and the start page as it was left while that is still true, until the data file is open."""
        from lapas_desktop.storage import snapshot
        from lapas_desktop.ui.home_page import HomePage

        QApplication.setWindowIcon(QIcon(str(resource("lapas-desktop.svg"))))
        self.window.frame.set_title(_(N_("Membuka data…")))
        last = None if self._fresh else snapshot.read(self._folder / "lapas.db", date.today(), spoken())
        if last:
            self.home = HomePage()
            self.home.show_today(last)
            self.home.asked.connect(lambda todo: self._ask(lambda desk: desk.solve(todo)))
            self.home.opened.connect(lambda found: self._ask(lambda desk: desk.open_shipment(found)))
            self.window.frame.show_badges(last.badges)
            self.window.frame.show_page("home", self.home, _(N_("Beranda")), QWidget())
        self.window.frame.place_chosen.connect(lambda place: self._ask(lambda desk: desk.go(place)))
        QTimer.singleShot(0, self._opening.start)

    def _ask(self, wish: Callable[[Desk], object]) -> None:
        """Keeps the last wish until there is a desk to fulfil it."""
        if self.desk is None:
            self._asked = wish

    def _ready(self, office: object, told: str) -> None:
        from lapas_desktop.ui.desk import Desk, Office
        from lapas_desktop.ui.jobs import Jobs

        assert isinstance(office, Office)
        from lapas_desktop.ui.occupancy import AlreadyOpen, Occupancy

        try:
            self._occupancy = Occupancy(office.folder, self._come_forward)
        except AlreadyOpen:
            office.close()
            self.window.close()
            return
        except Refused as refused:
            office.close()
            self._refused(str(refused))
            return
        self.desk = Desk(self.window, office, Jobs(), datetime.now, _user(), self.home)
        self._asked(self.desk)
        QTimer.singleShot(SETTLED_MS, self.window, self._look_around)
        if told:
            self.window.frame.say(told)

    def _look_around(self) -> None:
        """This version stands, so the one it replaced may go; a newer one may lie on a flash disk."""
        from lapas_desktop.ui.updating import look_around

        if self.desk:
            look_around(self.desk.workplace)

    def _come_forward(self) -> None:
        """A second start asked for this window."""
        from PySide6.QtCore import Qt

        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    def _refused(self, sentence: str) -> None:
        from lapas_desktop.ui.parts import label

        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.addWidget(label(sentence, "heading", wrap=True))
        layout.addWidget(label(_(N_("Data tidak diubah. Folder: {folder}")).format(folder=self._folder), wrap=True))
        layout.addStretch(1)
        self.window.frame.show_page("", page, _(N_("Data tidak dapat dibuka")), QWidget())

    def finish(self) -> None:
        """Waits for what runs and makes the backup when something changed."""
        self._opening.wait()
        if self.desk:
            from lapas_desktop.services import maintenance

            self.desk.jobs.wait()
            maintenance.back_up_on_exit(self.desk.office, datetime.now())
            self.desk.office.close()
        if self._occupancy:
            self._occupancy.leave()


def _user() -> str:
    """The name of the account on this PC; nothing when the PC has none."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def excepthook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What nobody else answered: a refusal is told; a bug of ours is logged and told, and the work goes on.

    The log holds places in the code, never values: no personal data.
    """
    if isinstance(error, Refused):
        tell(str(error))
        return
    places = []
    while trace is not None:
        places.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    log.error("%s at %s", kind.__name__, " > ".join(places))
    tell(_(N_("Terjadi kesalahan program. Data yang sudah tersimpan tetap aman.")))


def tell(sentence: str) -> None:
    """A sentence at the bottom of the window."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, Window):
            window.frame.say(sentence)


def dress(application: QApplication) -> None:
    """Name, language and look of the program."""
    application.setOrganizationName("Lapas Desktop")
    application.setApplicationName("Lapas Desktop")
    language.speak(application, language.chosen())
    application.setStyle("Fusion")
    look.wear(application, look.chosen())
    look.follow(application)


def keep_log(folder: Path) -> None:
    """Errors of the program go into a small file beside the data: a window has nobody who reads its output."""
    path = folder / LOG
    with suppress(OSError):
        if path.stat().st_size > MOST_LOGGED:
            path.replace(path.with_suffix(".lama.log"))
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)  # no file while there is nothing to tell
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)


def run(folder: Path) -> int:
    """Opens the window on a data folder, again when that is asked for; returns the exit code when it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    sys.excepthook = excepthook
    keep_log(folder)
    meanwhile = None
    while True:
        dress(application)
        program = Program(folder, meanwhile)
        code = application.exec()
        program.finish()
        program.window.deleteLater()  # with its desk and pages, which hold one another
        if not program.window.again:
            return code
        meanwhile = program.window.meanwhile


def screen_tests(place: Path, now: datetime) -> Iterator[Result]:
    """What of the self-test needs a screen: printing, and the window on the sample office in ``place``."""
    from lapas_desktop.services.selftest import tried
    from lapas_desktop.ui.self_test import printed

    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} & os.environ.keys():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # without a screen Qt would end the program
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    dress(application)
    yield tried(_(N_("Cetak ke PDF")), lambda: printed(place))
    yield tried(_(N_("Jendela")), lambda: _window_stands(application, place, now))


def _window_stands(application: QApplication, place: Path, now: datetime) -> str:
    from lapas_desktop.services.maintenance import open_office
    from lapas_desktop.services.sample import OFFICES
    from lapas_desktop.ui.desk import Desk
    from lapas_desktop.ui.jobs import Jobs
    from lapas_desktop.ui.self_test import is_blank

    office, window = open_office(place / OFFICES[0], now), Window()
    try:
        desk = Desk(window, office, Jobs(), lambda: now)
        window.show()
        while desk.jobs.busy:
            desk.jobs.wait()
            application.processEvents()
        seen = window.grab().toImage()
    finally:
        window.close()
        window.deleteLater()
        office.close()
    if is_blank(seen):
        raise Refused(_(N_("Jendela tergambar kosong.")))
    size = application.primaryScreen().size()
    return f"{application.platformName()}, {size.width()} × {size.height()}"
