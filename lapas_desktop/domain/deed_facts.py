"""The values that fill the fields of a pasal. Indonesian whatever the window speaks."""

from __future__ import annotations

from datetime import date

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clause_text import TABLE_MARK, FactValue
from lapas_desktop.domain.deed_words import (
    RENEWALS,
    SHARING_BASES,
    called,
    counted,
    day_facts,
    duration,
    share_text,
    together,
    validity,
)
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.parties import Party
from lapas_desktop.domain.places import country_name
from lapas_desktop.domain.signers import Signer, signer_of
from lapas_desktop.domain.text import search_key
from lapas_desktop.domain.wording import format_date


def place_of(agreement: Agreement, profile: OfficeProfile | None) -> str:
    return agreement.signed_at or (profile.city if profile else None) or ""


def clause_facts(agreement: Agreement, profile: OfficeProfile | None, on: date) -> dict[str, FactValue]:
    """The value of every field of `deed_fields.CLAUSE_FIELDS`."""
    own = next((i for i, party in enumerate(agreement.parties) if party.partner_id is None), 0)
    others = [i for i in range(len(agreement.parties)) if i != own]
    names = [organisation(agreement.parties[i], profile) for i in others]
    signer = signer_of(agreement.parties[own], agreement, profile, on) if agreement.parties else Signer()
    basis = agreement.sharing_basis
    period = duration(agreement.starts_on, agreement.ends_on) if agreement.starts_on and agreement.ends_on else ""
    return {
        "judul": agreement.title or "",
        "nomor": agreement.number or "",
        "lapas": profile.name if profile else "",
        "mitra": together(names),
        "pihak_lapas": called(own),
        "pihak_mitra": called(others[0]) if others else "",
        "pihak_lain": together([called(i) for i in others[1:]]),
        "peran_lain": _further_roles(agreement, others[1:]),
        "pejabat": signer.name,
        "jabatan_pejabat": signer.job,
        "ruang_lingkup": agreement.scope or "",
        "produk": together([line.product.name for line in agreement.products]),
        "tabel_produk": TABLE_MARK if agreement.products else "",
        "negara": together([country_name(code) for code in (agreement.destinations or "").split(",") if code]),
        **day_facts(agreement.signed_on, place_of(agreement, profile)),
        "mulai": format_date(agreement.starts_on) if agreement.starts_on else "",
        "berakhir": format_date(agreement.ends_on) if agreement.ends_on else "",
        "jangka_waktu": period,
        "masa_berlaku": validity(agreement.starts_on, agreement.ends_on),
        "perpanjangan": RENEWALS.get(agreement.renewal or "", ""),
        "pemberitahuan": f"{counted(agreement.notice_days)} Hari" if agreement.notice_days else "",
        "dasar_pembagian": SHARING_BASES.get(basis or "", ""),
        "pembagian": tuple(share_text(share.name, share.value, basis or "") for share in agreement.shares),
        "kewajiban_lapas": _duties(agreement, [own]),
        "kewajiban_mitra": _duties(agreement, others[:1]),
        "kewajiban_lain": _duties(agreement, others[1:]),
        "rangkap": counted(agreement.copies),
    }


def organisation(party: Party, profile: OfficeProfile | None) -> str:
    """The name of the partner, or of the own office."""
    if party.partner:
        return party.partner.full_name
    return profile.name if profile else ""


def _further_roles(agreement: Agreement, indexes: list[int]) -> str:
    """ "pembuat kerajinan"; with several parties each is named with its role."""
    roles = [(called(i), agreement.parties[i].role or "pihak yang turut serta") for i in indexes]
    if len(roles) < 2:
        return "".join(role for _name, role in roles)
    return together([f"{role} ({name})" for name, role in roles])


def _duties(agreement: Agreement, indexes: list[int]) -> tuple[str, ...]:
    """Duties typed under "Pihak Kedua" and the like; with several parties each says whose it is."""
    found: list[str] = []
    for index in indexes:
        for duty in agreement.obligations:
            if search_key(duty.party or "") == search_key(called(index)):
                text = duty.text.rstrip(" .;")
                text = text[:1].lower() + text[1:]
                found.append(f"{text} ({called(index)})" if len(indexes) > 1 else text)
    return tuple(found)
