"""Work behind the window: told, refused, cancelled, forgotten."""

from __future__ import annotations

import gc
import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.progress import Cancelled, Progress
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.working import PATIENCE_MS, Working


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


def test_progress_tells_and_stops_at_the_next_step() -> None:
    progress = Progress("Menulis")
    progress(3, 7)
    assert (progress.done, progress.total) == (3, 7)
    progress.cancel()
    with pytest.raises(Cancelled):
        progress(4, 7)
    assert progress.done == 3


def test_cancelled_work_calls_nobody(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[object] = []
    progress, held = Progress(), threading.Event()

    def work() -> None:
        held.wait(5)
        progress(1, 2)

    jobs.run(jobs, work, told.append, told.append, progress)
    jobs.cancel()
    held.set()
    qtbot.waitUntil(lambda: not jobs.watched)
    assert told == []


def test_long_work_waits_its_turn_and_short_questions_do_not(jobs: Jobs, qtbot: QtBot) -> None:
    held = threading.Event()
    order: list[object] = []
    jobs.run(jobs, lambda: held.wait(5) and "first", order.append, order.append, Progress())
    jobs.run(jobs, lambda: "second", order.append, order.append, Progress())
    jobs.run(jobs, lambda: "short", order.append, order.append)
    qtbot.waitUntil(lambda: order == ["short"])
    held.set()
    qtbot.waitUntil(lambda: order == ["short", "first", "second"])


def test_the_interpreter_tidies_up_as_before_when_long_work_is_done(jobs: Jobs, qtbot: QtBot) -> None:
    before = gc.get_threshold()
    jobs.run(jobs, lambda: None, lambda _result: None, lambda _text: None, Progress())
    assert gc.get_threshold() != before
    qtbot.waitUntil(lambda: not jobs.watched)
    assert gc.get_threshold() == before


def test_a_refusal_is_one_sentence_and_nobody_is_called_when_the_owner_is_gone(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[str] = []

    def refuse() -> None:
        raise Refused("Disk penuh.")

    owner = QObject()
    jobs.run(owner, refuse, lambda _result: None, told.append)
    qtbot.waitUntil(lambda: told == ["Disk penuh."])
    jobs.run(owner, refuse, lambda _result: None, told.append, Progress())
    shiboken6.delete(owner)
    qtbot.waitUntil(lambda: not jobs.watched)
    assert told == ["Disk penuh."]


def test_short_work_shows_nothing_and_long_work_how_far_it_is(jobs: Jobs, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(800, 500)
    page.show()
    working = Working(jobs, page, page)
    seen: list[bool] = []
    jobs.run(
        jobs, lambda: None, lambda _result: seen.append(working.isVisible()), lambda _text: None, Progress("Cepat")
    )
    qtbot.waitUntil(lambda: seen == [False])
    qtbot.wait(PATIENCE_MS + 100)
    assert not working.isVisible()
    held, progress = threading.Event(), Progress("Menulis buku")
    progress(3, 10)
    jobs.run(jobs, lambda: held.wait(5), lambda _result: None, lambda _text: None, progress)
    qtbot.waitUntil(working.isVisible)
    assert working.accessibleName() == "Menulis buku"
    assert page.rect().contains(working.geometry())
    (stop,) = working.findChildren(QPushButton)
    stop.click()
    assert progress.cancelled and working.accessibleName() == "Dibatalkan…"
    held.set()
    qtbot.waitUntil(lambda: not working.isVisible())
