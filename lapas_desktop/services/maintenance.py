"""Use cases of the data file as a whole: making it, checking it, backing it up, restoring it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import second_place
from lapas_desktop.services.attachments import clear_files
from lapas_desktop.services.bin import clear_expired
from lapas_desktop.storage import attachments, backup, migrate, sqlite
from lapas_desktop.storage.office import FILE_NAME, Office, create_office, is_vacant, open_office


def new_office(folder: Path) -> Office:
    """A new, empty data folder, open; `Refused` when it holds data already."""
    return create_office(folder)


def open_or_create(folder: Path, now: datetime) -> Office:
    """Opens the data folder; a folder that is new or empty gets an empty data file.

    A folder that holds other things but no data is refused, so that a wrong path never looks like lost data.
    """
    if is_vacant(folder):
        return create_office(folder)
    return open_office(folder, now)


def check_data(folder: Path) -> list[str]:
    """What is wrong with the data file, as sentences; empty when it is whole. Changes nothing.

    `Refused` when there is no data file or it cannot be read at all.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        raise Refused(_(N_("Tidak ada data di folder {folder}.")).format(folder=folder))
    application, version = sqlite.identity(path)
    if application != sqlite.APPLICATION_ID:
        return [str(sqlite.foreign(path))]
    found = [str(migrate.too_new())] if version > migrate.latest_version() else []
    found += [_(N_("Data rusak: {detail}")).format(detail=detail) for detail in sqlite.file_problems(path)]
    return found or _file_problems(folder)


def _file_problems(folder: Path) -> list[str]:
    """A sentence for each attached file that is gone or not what it was."""
    named = attachments.named_in(folder / FILE_NAME)
    gone = set(attachments.missing(folder, named))
    lost = _(N_("Lampiran “{title}” tidak ada lagi di folder berkas. Pulihkan dari cadangan, atau lampirkan lagi."))
    other = _(N_("Isi lampiran “{title}” berubah sejak dilampirkan. Pulihkan dari cadangan, atau lampirkan lagi."))
    return [(lost if file in gone else other).format(title=file.title) for file in attachments.altered(folder, named)]


def files_left_out(folder: Path) -> list[str]:
    """A sentence when attached files are not in the data folder; the quick question after a copy."""
    count = len(attachments.missing(folder, attachments.named_in(folder / FILE_NAME)))
    return [_(N_("Perhatian: {count} lampiran tidak ditemukan di folder data.")).format(count=count)] if count else []


def back_up_to(office: Office, file: Path) -> Path:
    """One proved copy of the data, attached files inside, under a name of the user's choice.

    A copy of that name is replaced.
    """
    if file.is_dir():
        raise Refused(_(N_("{path} adalah sebuah folder: pilih nama berkas.")).format(path=file))
    if file.exists() and file.samefile(office.path):
        raise Refused(_(N_("Cadangan tidak boleh menimpa data yang sedang dipakai: pilih berkas lain.")))
    if not file.absolute().parent.is_dir():
        raise Refused(_(N_("Folder “{folder}” tidak ada: buat folder itu dahulu.")).format(folder=file.parent))
    backup.copy_proved(office.path, file)
    return file


def back_up_now(office: Office, now: datetime, progress: Progress = UNSEEN) -> Path:
    """A backup among the office's seven and in its second place, when the user asks for it."""
    made = backup.back_up(office.path, backup.backup_folder(office.folder), now, "diminta", progress)
    office.changed = False
    second_place.copy(office.folder, made, now)
    return made


def back_up_on_exit(office: Office, now: datetime) -> Path | None:
    """A backup among the office's seven, and in its second place, when something changed since it was opened."""
    if not office.changed:
        missed = backup.backups(backup.backup_folder(office.folder))[-1:]
        if missed and second_place.trouble_of(office.folder):
            second_place.copy_for_a_while(office.folder, missed[0], now)
        return None
    made = backup.back_up(office.path, backup.backup_folder(office.folder), now)
    with suppress(Refused):  # what cannot be cleared now is cleared another time
        clear_expired(office, now)
        clear_files(office, now)
    office.changed = False
    second_place.copy_for_a_while(office.folder, made, now)
    return made


def restore_from(file: Path, folder: Path, now: datetime) -> Path | None:
    """Puts a backup in place of the data; returns where the replaced data is kept, if there was any.

    The data folder must not be open. `Refused` for a missing, damaged, foreign or newer backup.
    """
    _look_at(file)
    target = folder / FILE_NAME
    if target.exists() and file.samefile(target):
        raise Refused(_(N_("Berkas itu adalah data yang sedang dipakai, bukan cadangan.")))
    return backup.restore(file, target, now)


def check_backup(file: Path) -> None:
    """`Refused` with a sentence unless the file is a whole backup that this program can restore."""
    _look_at(file)
    backup.check_backup(file)


def _look_at(file: Path) -> None:
    if not file.is_file():
        raise Refused(_(N_("Cadangan tidak ditemukan: {path}")).format(path=file))
    _application, version = sqlite.identity(file)
    if version > migrate.latest_version():
        raise migrate.too_new()
