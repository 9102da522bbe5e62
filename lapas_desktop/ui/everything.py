"""What Ctrl+K finds and where it leads: records, places, and actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QSettings

from lapas_desktop.domain.entity import Record
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.finder import Hit, find_everything
from lapas_desktop.services.help import topics
from lapas_desktop.services.records import TARGETS
from lapas_desktop.ui.search_box import SearchBox
from lapas_desktop.ui.workplace import Workplace

RECENT = 12

# The words an action or a place is found by; the key is what the desk does: "go:…", "new:…", "do:…", "help:…".
OFFERED = (
    (N_("Buat pengiriman"), "new:shipments"),
    (N_("Buat perjanjian (PKS)"), "new:agreements"),
    (N_("Catat produksi"), "new:production"),
    (N_("Buat produk"), "new:products"),
    (N_("Buat mitra"), "new:partners"),
    (N_("Cadangkan data"), "do:backup"),
    (N_("Beranda"), "go:home"),
    (N_("Daftar perjanjian"), "go:agreements"),
    (N_("Daftar produksi"), "go:production"),
    (N_("Daftar pengiriman"), "go:shipments"),
    (N_("Daftar produk"), "go:products"),
    (N_("Daftar mitra"), "go:partners"),
    (N_("Daftar adendum"), "go:addenda"),
    (N_("Pustaka pasal"), "go:library"),
    (N_("Kalender"), "go:calendar"),
    (N_("Laporan dan register"), "go:reports"),
    (N_("Kantor: kop, pejabat, bengkel"), "go:office"),
    (N_("Tempat sampah"), "go:bin"),
    (N_("Pengaturan: warna, bahasa, cadangan kedua, latihan"), "go:settings"),
    (N_("Bantuan"), "go:help"),
)


class Everything(QObject):
    """Answers the search box of the window; remembers which records were opened last."""

    def __init__(
        self, at: Workplace, box: SearchBox, open_record: Callable[[str, int], object], act: Callable[[str], object]
    ) -> None:
        """``open_record(place, id)`` and ``act(key)`` are what a picked hit does."""
        super().__init__(at.window)
        self._at, self._open, self._act = at, open_record, act
        self._memory = f"recent/{at.office.folder.name}"
        box.find = self._find
        box.chosen.connect(self._chosen)

    def opened(self, entity: type[Record], record_id: int) -> None:
        """Puts a record in front of those opened last."""
        mark = f"{entity.__name__}:{record_id}"
        kept = [mark, *(known for known in self._marks() if known != mark)][:RECENT]
        QSettings().setValue(self._memory, kept)

    def _marks(self) -> list[str]:
        stored = QSettings().value(self._memory, [])
        return [str(mark) for mark in stored] if isinstance(stored, list) else [str(stored)] if stored else []

    def _recent(self) -> list[tuple[type[Record], int]]:
        found: list[tuple[type[Record], int]] = []
        for mark in self._marks():
            name, _colon, number = mark.partition(":")
            if name in TARGETS and number.isdigit():
                found.append((TARGETS[name], int(number)))
        return found

    def _find(self, typed: str, done: Callable[[Sequence[object]], object]) -> None:
        offered = [(_(words), key) for words, key in OFFERED]
        if typed:
            offered += [(_(N_("Bantuan: {title}")).format(title=page.title), f"help:{page.name}") for page in topics()]
        today = self._at.clock().date()
        work = partial(find_everything, self._at.office, typed, today, self._recent(), offered)
        self._at.jobs.run(self, work, done, self._at.say)

    def _chosen(self, hit: object) -> None:
        assert isinstance(hit, Hit)
        if hit.record_id is not None:
            self._open(hit.place, hit.record_id)
        else:
            self._act(hit.place)
