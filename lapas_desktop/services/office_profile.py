"""Use cases of the office itself: its profile, and what the side bar says of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import second_place
from lapas_desktop.services.records import blank, values_of
from lapas_desktop.storage import backup, queries
from lapas_desktop.storage.office import Office

__all__ = ["Office", "is_new", "is_practice", "profile_values", "side_texts"]


def profile_values(office: Office) -> dict[str, Any]:
    """The office profile as plain data; an empty one while there is none."""
    with office.session() as session:
        profile = queries.office_profile(session)
        return values_of(profile) if profile else blank(office, OfficeProfile)


def is_new(office: Office) -> bool:
    """Whether nothing has been entered yet, the office itself included."""
    with office.session() as session:
        return queries.office_profile(session) is None and not queries.has_records(session)


def is_practice(office: Office) -> bool:
    """Whether nothing in this office is real: the practice office and the sample offices."""
    with office.session() as session:
        profile = queries.office_profile(session)
        return profile is not None and profile.sample


def side_texts(office: Office) -> tuple[str, str]:
    """The office's name, and a line about the last backup."""
    with office.session() as session:
        profile = queries.office_profile(session)
        name = (profile.short_name or profile.name) if profile else ""
    made = backup.backups(backup.backup_folder(office.folder))
    if not made:
        return name, _(N_("Belum ada cadangan"))
    when = datetime.fromtimestamp(made[-1].stat().st_mtime)
    told = _(N_("Cadangan terakhir: {when}")).format(when=f"{when:%d-%m-%Y %H.%M}")
    return name, " · ".join(line for line in (told, second_place.trouble_of(office.folder)) if line)
