"""What every paper takes from the office profile."""

from __future__ import annotations

from collections.abc import Sequence

from lapas_desktop.documents.sheet import Letterhead
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.text import search_key

_OFFICES = (
    "lembaga pemasyarakatan", "rumah tahanan", "lembaga pembinaan", "balai pemasyarakatan", "lapas ", "rutan ",
)  # fmt: skip


def letterhead(profile: OfficeProfile | None) -> Letterhead:
    """The kop with the line that names the office in bold."""
    if profile is None:
        return Letterhead()
    return letterhead_of(profile.name, profile.kop_lines, profile.logo("left"), profile.logo("right"))


def naming_line(name: str, lines: Sequence[str]) -> int | None:
    """Which line of a kop says who the office is: its name, or what offices of its kind are called in full."""
    wanted = (search_key(name), *_OFFICES)
    return next((i for name in wanted if name for i, line in enumerate(lines) if name in search_key(line)), None)


def letterhead_of(name: str, lines: Sequence[str], logo: bytes | None, logo_right: bytes | None) -> Letterhead:
    """The kop of an office that may not be saved yet."""
    return Letterhead(tuple(lines), naming_line(name, lines), logo, logo_right)


def is_sample(record: Record, profile: OfficeProfile | None) -> bool:
    """Whether the record's paper says CONTOH: a sample record, and any record of a practice office."""
    return record.sample or (profile is not None and profile.sample)


def nip_of(profile: OfficeProfile | None, name: str) -> str:
    """``NIP …`` of an officer by name, or nothing."""
    officers = profile.officers if profile else []
    return next((f"NIP {o.nip}" for o in officers if o.nip and search_key(o.name) == search_key(name)), "")
