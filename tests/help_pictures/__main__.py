"""``python -m tests.help_pictures [FOLDER]``: the pictures of the help pages, into ``resources/help/pictures``.

They are parts of the real window on the practice office on a fixed day, as small PNG files of few colours.
Without a display it runs with ``QT_QPA_PLATFORM=offscreen``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from lapas_desktop.app import dress
from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.resources import resource
from lapas_desktop.services.addenda import blank_addendum, sign_addendum
from lapas_desktop.services.maintenance import open_or_create
from lapas_desktop.services.papers import write_summary
from lapas_desktop.services.practice import make_practice_office
from lapas_desktop.services.records import save_record
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.addenda_card import AddendaCard
from lapas_desktop.ui.ask_panel import AskPanel
from lapas_desktop.ui.clauses_card import ClausesCard
from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.partner_use_card import PartnerUseCard
from lapas_desktop.ui.window import Window
from tests.screen import offscreen
from tests.screenshots.__main__ import ON
from tests.ui.pages import settle

COLOURS = 80
WIDTH, HEIGHT = 1180, 664


class Camera:
    """Takes parts of one window."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk, self._folder = desk, folder
        folder.mkdir(parents=True, exist_ok=True)

    def shoot(self, name: str, widget: QWidget | None = None, height: int = 0) -> None:
        """The page under the top bar, or one widget; ``height`` cuts off what is lower."""
        self._desk.window.frame.hush()
        settle(self._desk)
        QTest.qWait(200)
        settle(self._desk)
        window = self._desk.window
        seen = widget or window
        part = QRect(seen.mapTo(window, QPoint(0, 0)), seen.size()) if seen is not window else window.rect()
        if height:
            part.setHeight(height)
        self.keep(window.grab(part.intersected(window.rect())).toImage(), name)

    def keep(self, picture: object, name: str) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")  # type: ignore[attr-defined]
        small = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
        small = small.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        small.save(self._folder / f"{name}.png", optimize=True)


@contextmanager
def practice_desk() -> Iterator[Desk]:
    """The window on a fresh practice office."""
    offscreen()
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with TemporaryDirectory() as place:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, f"{place}/settings")
        dress(application)
        data = Path(place) / "latihan"
        make_practice_office(data, ON.date())
        office = open_or_create(data, ON)
        window = Window()
        desk = Desk(window, office, Jobs(), lambda: ON)
        window.show()
        window.activateWindow()
        window.resize(WIDTH, HEIGHT)
        yield desk
        desk.jobs.wait()
        window.close()
        office.close()


def take(desk: Desk, camera: Camera) -> None:
    """All pictures, in the order of the side bar."""
    pages = desk.window.frame.pages
    desk.window.resize(1366, HEIGHT + 60)
    desk.go("home")
    desk.jobs.wait()
    camera.shoot("beranda")
    desk.go("agreements")
    camera.shoot("perjanjian", pages, 380)
    desk.window.resize(WIDTH, HEIGHT)
    _forms(desk, camera)
    _agreement_pages(desk, camera)
    for place, name, height in (("calendar", "kalender", 0), ("reports", "laporan", 330), ("office", "kantor", 540)):
        desk.go(place)
        camera.shoot(name, pages, height)
    desk.go("bin")
    camera.shoot("tempat-sampah", pages, 300)
    desk.go("settings")
    camera.shoot("pengaturan", pages, 480)
    desk.go("lists")
    camera.shoot("daftar-kantor", pages, 560)
    desk.go("practice")
    camera.shoot("latihan", pages, 300)
    _search(desk, camera)


def _forms(desk: Desk, camera: Camera) -> None:
    pages = desk.window.frame.pages
    for key, name, height in (
        ("agreements", "perjanjian-formulir", 420), ("shipments", "pengiriman", 560), ("products", "produk", 420),
        ("partners", "mitra", 420),
    ):  # fmt: skip
        desk.go(key)
        found = _draft(desk.office) if key == "agreements" else desk.lists[key].page.model.record_id(0)
        assert found is not None
        desk.open_record(SCREENS[key], found)
        assert desk.page is not None
        desk.page.form.finish()
        camera.shoot(name, pages, height)
        if key == "agreements":
            table = desk.page.form.grids["parties"]
            desk.page.form.ensureWidgetVisible(table)
            camera.shoot("tabel", table)
            desk.printing.together("summary", [found])
            desk.jobs.wait()
            QTest.qWait(300)
            preview = desk.printing.preview
            assert preview is not None
            preview.resize(760, 560)
            QTest.qWait(200)
            camera.keep(preview.grab().toImage(), "pratinjau")
            preview.close()
            _scan(desk, camera, found)
        if key == "partners":
            _card(desk, camera, PartnerUseCard, "dipakai-di", 190)


def _card(desk: Desk, camera: Camera, kind: type[QWidget], name: str, height: int = 0) -> None:
    """One card of the form that is open."""
    assert desk.page is not None
    form = desk.page.form
    form.finish()
    desk.jobs.wait()
    QTest.qWait(200)
    card, inside = form.findChild(kind), form.widget()
    assert card is not None and inside is not None
    form.verticalScrollBar().setValue(card.mapTo(inside, QPoint(0, -8)).y())
    QTest.qWait(200)
    camera.shoot(name, card, height)


def _agreement_pages(desk: Desk, camera: Camera) -> None:
    """What stands around an agreement: the question before signing, how it stands, its pasal, two of its versions."""
    desk.open_record(SCREENS["agreements"], _draft(desk.office))
    assert desk.page is not None
    desk.page.act("Tandatangani…")
    camera.shoot("tanda-tangan", desk.window.frame.pages, 600)
    question = desk.window.findChild(AskPanel)
    assert question is not None
    question.dismiss()
    settle(desk)
    clauses = desk.page.form.findChild(ClausesCard)
    assert clauses is not None
    clauses.take_standard()
    desk.jobs.wait()
    _card(desk, camera, ClausesCard, "pasal", 520)
    desk.page.changed = False
    running = _running(desk.office)
    _amend(desk.office, running)
    desk.open_record(SCREENS["agreements"], running)
    camera.shoot("keadaan", desk.window.frame.pages, 205)
    card = desk.page.form.findChild(AddendaCard)
    assert card is not None
    next(found for found in card.findChildren(QPushButton) if found.text() == "Bandingkan…").click()
    desk.jobs.wait()
    camera.shoot("perbandingan", desk.window.frame.pages, 300)


def _draft(office: Office) -> int:
    with office.session() as session:
        return min(one.id for one in session.scalars(queries.live(Agreement)) if one.stage == "draft")


def _running(office: Office) -> int:
    """One that begins a row of agreements."""
    with office.session() as session:
        found = session.scalars(queries.live(Agreement)).all()
        return min(one.id for one in found if one.status(ON.date()) == "running" and one.predecessor_id is None)


def _amend(office: Office, agreement_id: int) -> None:
    """One signed addendum: a later end, a longer reminder."""
    changes = [{"field": "ends_on", "new": "31/12/2029"}, {"field": "notice_days", "new": "120"}]
    values = blank_addendum(office, agreement_id, ON.date())
    told = {"title": "Perpanjangan waktu", "starts_on": ON.date(), "changes": changes}
    signed = {"number": "ADD-1", "signed_on": ON.date(), "signed_at": "Nusa Latihan"}
    sign_addendum(office, save_record(office, Addendum, values | told, ON).id, ON, **signed)


def _scan(desk: Desk, camera: Camera, agreement_id: int) -> None:
    """A paper attached to the agreement that is open."""
    assert desk.page is not None and desk.page.files is not None
    with TemporaryDirectory() as folder:
        paper = Path(folder) / "Naskah PKS bertanda tangan.pdf"
        write_summary(desk.office, agreement_id, paper, ON.date())
        desk.page.files.add(paper, "scan")
        desk.jobs.wait()
    QTest.qWait(200)
    desk.page.form.ensureWidgetVisible(desk.page.files)
    camera.shoot("berkas", desk.page.files)


def _search(desk: Desk, camera: Camera) -> None:
    desk.go("agreements")
    box = desk.window.frame.search
    desk.window.activateWindow()
    box.begin()
    QTest.keyClicks(box, "rotan")
    QTest.qWait(250)
    desk.jobs.wait()
    QTest.qWait(250)
    left = box.answers.x() - 190
    camera.keep(desk.window.grab(QRect(left, 0, desk.window.width() - left, 360)).toImage(), "mencari")


if __name__ == "__main__":
    with practice_desk() as shown:
        take(shown, Camera(shown, Path(sys.argv[1]) if len(sys.argv) > 1 else resource("help", "pictures")))
