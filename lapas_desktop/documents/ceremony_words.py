"""The sentences told about an export: plain, from the facts of the shipment alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lapas_desktop.documents import shipment_blocks as shared
from lapas_desktop.documents.manifest_data import ExportManifest, Work
from lapas_desktop.documents.shipment_blocks import OPEN, figure
from lapas_desktop.domain.deed_words import together
from lapas_desktop.domain.wording import format_date, format_money, format_number, format_weekday_date

_NAMED = 3  # kinds of goods that a headline names
_SELF = ("Producer", "Notify party", "Forwarder")


def dated(day: date | None) -> str:
    """ "Selasa, 23 Desember 2025"."""
    return format_weekday_date(day) if day else OPEN


def export_ordinal(manifest: ExportManifest) -> str:
    """ "Ekspor ke-2 ke Korea Selatan · ekspor perdana"."""
    return " · ".join(filter(None, (manifest.sequence, "ekspor perdana" if manifest.first_export else "")))


def goods_words(manifest: ExportManifest) -> Iterator[str]:
    """ "500 buah Gantungan kunci", a line each."""
    for line in manifest.lines:
        yield f"{figure(line.quantity, 'id')} {line.unit} {line.name}"


def value_words(manifest: ExportManifest) -> str:
    """ "USD 17.550,00 (Rp291.330.000,00 pada kurs Rp16.600,00, 16 Oktober 2025)"."""
    cash, value = manifest.money, manifest.totals.value
    if value is None or not cash.currency:
        return ""
    text = format_money(value, cash.currency)
    if cash.currency == "IDR" or cash.rupiah_value is None or cash.rate is None:
        return text
    rate = f"Rp{format_number(cash.rate, 'id', max(2, shared.places_of([cash.rate])))}"
    note = ", ".join(filter(None, (rate, shared.indonesian_day(cash.rate_on), cash.rate_source)))
    return f"{text} ({format_money(cash.rupiah_value)} pada kurs {note})"


def work_words(work: Work) -> str:
    """ "Jaring (BAT-01): 40 warga binaan, 29 September 2025 sampai 16 Oktober 2025, lulus 5.400 lembar"."""
    people = f"{format_number(work.people)} warga binaan" if work.people else f"{OPEN} warga binaan"
    passed = f"lulus {figure(work.passed, 'id')} {work.unit}" if work.passed is not None else ""
    return f"{work.product} ({work.code}): {', '.join(filter(None, (people, _period(work), passed, work.quality)))}"


def _period(work: Work) -> str:
    begin, end = shared.indonesian_day(work.starts_on) or OPEN, shared.indonesian_day(work.ends_on) or OPEN
    return f"{begin} sampai {end}"


def headline(manifest: ExportManifest) -> str:
    """ "Lapas Kasongan Melepas Ekspor Perdana Gantungan Kunci ke Selandia Baru"."""
    names = list(dict.fromkeys(line.name for line in manifest.lines))
    what = together(names[:_NAMED]) + (" dan Lainnya" if len(names) > _NAMED else "")
    first = "Ekspor Perdana" if manifest.first_export else "Ekspor"
    text = f"{manifest.office.name} Melepas {first} {what or OPEN} ke {manifest.transport.destination or OPEN}"
    small = ("dan", "ke", "di", "dari")
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in text.split())


def release_paragraphs(manifest: ExportManifest) -> Iterator[str]:
    """The text of the draft, paragraph by paragraph."""
    yield _news(manifest)
    yield _goods(manifest)
    yield from _made(manifest)
    yield _together(manifest)
    officials = manifest.ceremony.officials if manifest.ceremony else ()
    yield f"Hadir pada pelepasan: {'; '.join(officials) or OPEN}."
    if manifest.other_producers:
        yield f"Pelepasan diikuti pula oleh produsen lain: {'; '.join(manifest.other_producers)}."
    head = shared.owner(manifest)
    said_by = ", ".join(filter(None, (head.signatory, head.job))) or OPEN
    yield f"“(diisi: pernyataan)”, kata {said_by}."
    yield f"Keterangan lebih lanjut: {OPEN}"


def _news(manifest: ExportManifest) -> str:
    ceremony, way = manifest.ceremony, manifest.transport
    day = (ceremony.on if ceremony else None) or way.released_on
    place = (ceremony.place if ceremony else "") or OPEN
    city = (manifest.signed_place or manifest.office.city or OPEN).upper()
    which = _lowered(manifest.sequence) or f"ekspor ke {way.destination or OPEN}"
    if manifest.first_export:
        which = f"ekspor perdana ({which})"
    return f"{city} – {manifest.office.name} melepas {which} pada {dated(day)}, bertempat di {place}."


def _goods(manifest: ExportManifest) -> str:
    totals = manifest.totals
    names = [f"{figure(one.quantity, 'id')} {one.unit} {_lowered(one.name)}" for one in manifest.lines]
    text = f"Yang dikirim adalah {together(names) or OPEN}"
    if totals.packages is not None:
        text += f", dalam {figure(totals.packages, 'id')} kemasan"
    if totals.net_weight:
        text += f" dengan berat bersih {figure(totals.net_weight, 'id')} kg"
    return f"{text}. Nilainya {value_words(manifest) or OPEN}."


def _made(manifest: ExportManifest) -> Iterator[str]:
    for work in manifest.works:
        people = format_number(work.people) if work.people else OPEN
        yield f"{work.product} dikerjakan oleh {people} warga binaan pada {_period(work)}."
    if not manifest.works:
        yield f"Barang dikerjakan oleh {OPEN} warga binaan pada {OPEN} sampai {OPEN}."
    for unit in manifest.totals.quantities:
        if unit.inmate_quantity is not None:
            made, whole = figure(unit.inmate_quantity, "id"), figure(unit.quantity, "id")
            part = f"Seluruh {whole} {unit.unit}" if made == whole else f"Dari {whole} {unit.unit}, {made}"
            yield f"{part} adalah buatan warga binaan."


def _together(manifest: ExportManifest) -> str:
    """With whom, each party once with its role."""
    parts: dict[str, list[str]] = {}
    for one in manifest.parties:
        if one.role_en not in _SELF and one.name != manifest.office.name:
            name = f"{one.name} ({one.country})" if one.country_code not in ("", "ID") else one.name
            parts.setdefault(name, []).append(_lowered(one.role))
    named = [f"{name} sebagai {together(roles)}" for name, roles in parts.items()]
    text = f"Ekspor ini dilaksanakan bersama {together(named) or OPEN}."
    agreement = manifest.agreement
    if agreement and agreement.number:
        about = f" tentang {manifest.agreement_title}" if manifest.agreement_title else ""
        day = f" tanggal {format_date(agreement.on)}" if agreement.on else ""
        later = bool(agreement.on and agreement.on > manifest.dated)
        basis = "Kerja sama ini kemudian dituangkan dalam" if later else "Dasarnya adalah"
        text += f" {basis} perjanjian Nomor {agreement.number}{day}{about}."
    return text


def _lowered(text: str) -> str:
    """A term inside a sentence: "eksportir", but "IKM/produsen"."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
