"""``python -m tests.shift [MINUTES] [SEED]``: a shift on the practice office, two hours unless told otherwise.

Ends with 1 at the first exception, warning of Qt, damage of the data, or growth of memory: above 10 % after the first
tenth, or as `SHORT_GROWTH` says. Tells the seed, how often each thing was done, and the last actions; a long one also
takes a census after each tenth.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QSettings, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from lapas_desktop.app import dress
from lapas_desktop.documents import fonts
from lapas_desktop.services.maintenance import check_data, open_or_create
from lapas_desktop.services.practice import make_practice_office
from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.heap import give_back_large_blocks
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.window import Window
from tests.leftovers import lost_items
from tests.shift.agreements import AGREEMENTS
from tests.shift.around import AROUND
from tests.shift.census import Census, take
from tests.shift.further import FURTHER
from tests.shift.shift import FORMS, LISTS, Shift, memory

NOW = datetime(2026, 11, 24, 8)
GROWTH = 1.10
DAY = {**LISTS, **FORMS, **AROUND, **AGREEMENTS, **FURTHER}
LONG = 10  # minutes
SHORT_GROWTH = 1.25  # of a shorter shift, from its half: until then and after it, what loads on first use comes in


def work(folder: Path, minutes: float, seed: int) -> list[str]:
    """A shift of so many minutes; what went wrong, nothing when all is well."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    QSettings().setValue("papers/folder", str(folder))  # what is saved goes here
    dress(application)
    give_back_large_blocks()
    make_practice_office(folder / "latihan", NOW.date())
    office = open_or_create(folder / "latihan", NOW)
    for name in (fonts.REGULAR, fonts.BOLD, fonts.ITALIC, fonts.HANGUL, fonts.HAN, *fonts.ARABIC.values()):
        fonts.load(name)  # 30 MB that the first paper in each script takes once: no growth
    window = Window()
    desk = Desk(window, office, Jobs(), lambda: NOW)
    shift, wrong = Shift(desk, Random(seed), folder, DAY), list[str]()

    def heard(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not text.startswith("This plugin does not support"):
            wrong.append(f"Qt: {text}")

    def raised(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        wrong.append(f"{kind.__name__}: {error}")

    had_hook, had_handler = sys.excepthook, qInstallMessageHandler(heard)
    sys.excepthook = raised
    window.show()
    begun, early = time.monotonic(), 0.0
    measured_at, most = (minutes * 6, GROWTH) if minutes >= LONG else (minutes * 30, SHORT_GROWTH)
    tenth = 1
    first: Census | None = None
    while time.monotonic() - begun < minutes * 60 and not wrong:
        shift.act()
        if not early and time.monotonic() - begun > measured_at:
            early = memory()
        if minutes >= LONG and time.monotonic() - begun > minutes * 6 * tenth:
            counted = take(memory())
            print(f"{tenth}/10, {shift.done} actions: {counted.told(first)}", flush=True)
            first, tenth = first or counted, tenth + 1
    desk.jobs.wait()
    application.processEvents()
    late = memory()
    wrong += [f"held without its layout: {item}" for item in lost_items()]
    if desk.page:
        desk.page.changed = False
    window.close()
    office.close()
    sys.excepthook = had_hook
    qInstallMessageHandler(had_handler)
    wrong += check_data(folder / "latihan")
    if early and late > early * most:
        wrong.append(f"memory grew from {early:.0f} to {late:.0f} MB")
    print(f"seed {seed}: {shift.done} actions, memory {early:.0f} → {late:.0f} MB; last: {' '.join(shift.last)}")
    print(", ".join(f"{name} {count}" for name, count in shift.counted.most_common()))
    return wrong


if __name__ == "__main__":
    given = [float(argument) for argument in sys.argv[1:3]]
    with TemporaryDirectory() as place:
        told = work(Path(place), given[0] if given else 120, int(given[1]) if len(given) > 1 else 1)
    print("\n".join(told))
    sys.exit(1 if told else 0)
