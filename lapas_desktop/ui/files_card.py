"""The files of a record under its form: added by a button or dropped on the form, looked at, taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImageReader, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from lapas_desktop.domain.attachment import IMAGES, PDF, PURPOSES
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.kinds import DATE
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import attachments, scans
from lapas_desktop.services.attachments import Attached
from lapas_desktop.services.records import Saved
from lapas_desktop.ui.file_place import ask_files
from lapas_desktop.ui.parts import button, card, emptied, label, row
from lapas_desktop.ui.picture import Picture
from lapas_desktop.ui.question import ask
from lapas_desktop.ui.workplace import Workplace

THUMB = QSize(56, 42)
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")
_SUFFIXES = {
    "photo": "*.jpg *.jpeg *.png *.webp",
    "scan": "*.pdf *.jpg *.jpeg *.png *.webp",
    "template": "*.docx",
    "other": "*.pdf *.jpg *.jpeg *.png *.webp *.docx *.xlsx *.zip",
}
_ADDING = {
    "photo": N_("+ Foto"), "scan": N_("+ Pindaian"), "template": N_("+ Templat naskah (Word)"), "other": N_("+ Berkas"),
}  # fmt: skip


@dataclass(frozen=True)
class Owner:
    """The record that the files belong to."""

    entity: type[Record]
    id: int


class FilesCard(QWidget):
    """All files of one record. ``purposes``: what may be added here, the likeliest first."""

    def __init__(self, at: Workplace, owner: Owner, purposes: Sequence[str]) -> None:
        super().__init__()
        self._at, self._owner, self._purposes = at, owner, tuple(purposes)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, inner = card()
        outer.addWidget(frame)
        adding = [button(_(_ADDING[purpose]), partial(self.choose, purpose), "link") for purpose in self._purposes]
        inner.addLayout(row(label(_(N_("Berkas")), "section"), 1, *adding))
        self._rows = QVBoxLayout()
        inner.addLayout(self._rows)
        self.reload()

    def reload(self) -> None:
        """Reads the files anew; when the form is closed, an undone step is not shown."""
        if not isValid(self):
            return
        layout = emptied(self._rows)
        found = attachments.attachments_of(self._at.office, self._owner.entity, self._owner.id)
        for attached in found:
            layout.addWidget(self._line(attached))
        if not found:
            nothing = _(N_("Belum ada berkas. Seret berkas ke halaman ini, atau tekan tombol +."))
            layout.addWidget(label(nothing, "muted"))

    def _line(self, attached: Attached) -> QFrame:
        line = QFrame()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(10)
        layout.addWidget(_thumb(attached))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(label(attached.title))
        size = _(N_("{n} kB")).format(n=format_number(max(1, attached.size // 1000)))
        told = f"{_(PURPOSES[attached.purpose])} · {size} · {DATE.shown(attached.added_at.date())}"
        names.addWidget(label(told if attached.there else _(N_("Berkas ini hilang dari folder data.")), "muted"))
        layout.addLayout(names, 1)
        if attached.there:
            layout.addWidget(button(_(N_("Lihat")), partial(self.show_file, attached)))
        layout.addWidget(button(_(N_("Lepas")), partial(self.take_off, attached)))
        return line

    def choose(self, purpose: str) -> None:
        """Asks for files and attaches them."""
        kinds = f"{_(PURPOSES[purpose])} ({_SUFFIXES[purpose]})"
        paths = ask_files(self, _(N_("Pilih berkas")), kinds)
        for path in self._as_pages(paths) if purpose == "scan" else paths:
            self.add(path, purpose)

    def drop(self, paths: Sequence[Path]) -> None:
        """Attaches what was dropped on the page, for the purpose that its name suggests."""
        for path in paths if "photo" in self._purposes else self._as_pages(paths):
            kind = path.suffix.lower()
            wanted = ("photo", "scan") if kind in _PICTURES else ("scan",) if kind == ".pdf" else ()
            self.add(path, next((purpose for purpose in wanted if purpose in self._purposes), "other"))

    def _as_pages(self, paths: Sequence[Path]) -> Sequence[Path]:
        """Offers to make one PDF of several pictures; returns what is left to be added one by one."""
        pictures = [path for path in paths if path.suffix.lower() in _PICTURES]
        if len(pictures) < 2 or "scan" not in self._purposes:
            return paths
        title = _(N_("Gabungkan {n} gambar menjadi satu PDF?")).format(n=len(pictures))
        text = _(N_("Setiap gambar menjadi satu halaman, urut menurut namanya: {first} … {last}"))
        ordered = scans.in_order(pictures)
        told = text.format(first=ordered[0].name[:60], last=ordered[-1].name[:60])
        answers = (_(N_("Satu PDF")), _(N_("Satu per satu")), _(N_("Batal")))
        answer = ask(self, title, told, answers)
        if answer == 0:
            at, owner = self._at, self._owner
            work = partial(scans.attach_pages, at.office, owner.entity, owner.id, pictures, at.clock(), at.who)
            at.take_time(self, _(N_("Menggabungkan {n} gambar…")).format(n=len(pictures)), work, self._added)
        return () if answer == 2 else paths if answer else [path for path in paths if path not in pictures]

    def add(self, path: Path, purpose: str) -> None:
        """Attaches one file, behind the window."""
        at, owner = self._at, self._owner
        work = partial(attachments.attach, at.office, owner.entity, owner.id, path, purpose, at.clock(), at.who)
        at.jobs.run(self, work, self._added, at.say)

    def _added(self, saved: Saved) -> None:
        self.reload()
        self._at.say(_(N_("{name} terlampir.")).format(name=saved.reference), partial(self._undo_add, saved.id))

    def _undo_add(self, attachment_id: int) -> None:
        attachments.detach(self._at.office, attachment_id, self._at.clock(), self._at.who)
        self.reload()

    def take_off(self, attached: Attached) -> None:
        """Takes a file off, with a way back."""
        attachments.detach(self._at.office, attached.id, self._at.clock(), self._at.who)
        self.reload()
        self._at.say(_(N_("{name} dilepas.")).format(name=attached.title), partial(self._put_back, attached.id))

    def _put_back(self, attachment_id: int) -> None:
        attachments.reattach(self._at.office, attachment_id, self._at.clock(), self._at.who)
        self.reload()

    def show_file(self, attached: Attached) -> None:
        """Shows pictures and PDFs inside the program, other files with the program of the PC."""
        if attached.media_type == PDF:
            from lapas_desktop.ui.preview import Preview

            self.shown: QWidget = Preview(attached.path, attached.title, self)
        elif attached.media_type in IMAGES:
            self.shown = Picture(attached.path, attached.title, self)
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(attached.path)))
            return
        self.shown.show()


def _thumb(attached: Attached) -> QLabel:
    thumb = label("", "thumb")
    thumb.setFixedSize(THUMB)
    thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
    if attached.there and attached.media_type in IMAGES:
        reader = QImageReader(str(attached.path))
        reader.setScaledSize(reader.size().scaled(THUMB, Qt.AspectRatioMode.KeepAspectRatio))
        thumb.setPixmap(QPixmap.fromImage(reader.read()))
    else:
        thumb.setText(attached.path.suffix[1:].upper())
    return thumb
