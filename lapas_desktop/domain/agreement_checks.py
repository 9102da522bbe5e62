"""What is wrong or doubtful in an agreement before its full text is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lapas_desktop.domain import lists
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.clause_text import Clause, clause_problems, numbered
from lapas_desktop.domain.deed_facts import clause_facts, organisation
from lapas_desktop.domain.deed_words import called, duration
from lapas_desktop.domain.office import OfficeProfile, Officer
from lapas_desktop.domain.parties import Party
from lapas_desktop.domain.partner import Signatory
from lapas_desktop.domain.signers import signer_of
from lapas_desktop.domain.text import search_key
from lapas_desktop.domain.text_checks import date_problems, figure_problems, number_problems, periods
from lapas_desktop.domain.wording import format_date, format_number
from lapas_desktop.i18n import N_, _

_ABOUT_GOODS = frozenset({"pemasaran", "konsinyasi", "produksi", "ekspor"})
_TELLING = 4  # letters of a word that can tell one product from another


@dataclass(frozen=True)
class Finding:
    """One finding with the field to jump to, named as in `Problem`.

    ``wrong``: an error ("salah"); ``good``: something that is in order ("beres"); else a doubt.
    """

    field: str
    message: str
    wrong: bool = False
    good: bool = False

    @property
    def severity(self) -> str:
        if self.good:
            return _(N_("beres"))
        return _(N_("salah")) if self.wrong else _(N_("ragu"))


@dataclass(frozen=True)
class _Case:
    agreement: Agreement
    profile: OfficeProfile | None
    clauses: Sequence[Clause]
    on: date

    @property
    def day(self) -> date:
        return self.agreement.signed_on or self.on


def agreement_findings(
    agreement: Agreement, profile: OfficeProfile | None, clauses: Sequence[Clause], on: date
) -> list[Finding]:
    """Every finding, errors first, each only once."""
    case = _Case(agreement, profile, clauses, on)
    found = [*_facts(case), *_numbers(case), *_parties(case), *_goods(case), *_shares(case), *_clauses(case)]
    return sorted(dict.fromkeys(found), key=lambda finding: not finding.wrong)


def _facts(case: _Case) -> Iterator[Finding]:
    agreement = case.agreement
    for name, empty in (("signed_on", agreement.signed_on), ("signed_at", agreement.signed_at)):
        if not empty and not (name == "signed_at" and case.profile and case.profile.city):
            yield Finding(name, _(N_("Belum diisi; tercetak sebagai titik-titik.")))
    if agreement.starts_on and agreement.signed_on and agreement.starts_on < agreement.signed_on:
        yield Finding("starts_on", _(N_("Perjanjian mulai berlaku sebelum ditandatangani.")))
    if agreement.starts_on and agreement.ends_on and agreement.ends_on < agreement.starts_on:
        yield Finding("ends_on", _(N_("Berakhir tidak boleh sebelum mulai.")), True)
    parties, copies = len(agreement.parties), agreement.copies
    if copies < parties:
        text = _(N_("Rangkap {copies} kurang dari {parties} pihak: ada pihak yang tidak memegang naskah asli."))
        yield Finding("copies", text.format(copies=copies, parties=parties))
    elif copies > parties:
        text = _(N_("Rangkap {copies} lebih banyak daripada {parties} pihak; rangkap selebihnya tanpa meterai."))
        yield Finding("copies", text.format(copies=copies, parties=parties))
    if case.profile and not (agreement.legal_basis or case.profile.legal_basis):
        yield Finding("legal_basis", _(N_("Dasar hukum masih kosong dan tidak tercetak.")))


def _numbers(case: _Case) -> Iterator[Finding]:
    agreement = case.agreement
    if not agreement.number:
        yield Finding("number", _(N_("Nomor belum diisi; tercetak sebagai titik-titik.")))
    numbers = [("number", agreement.number)]
    numbers += [(f"parties[{index}].number", party.number) for index, party in enumerate(agreement.parties)]
    for name, number in numbers:
        for message in number_problems(number or "", agreement.signed_on) if agreement.signed_on else ():
            yield Finding(name, message)


def _parties(case: _Case) -> Iterator[Finding]:
    seen: set[int | None] = set()
    for index, party in enumerate(case.agreement.parties):
        place = f"parties[{index}]"
        if party.partner_id in seen:
            yield Finding(f"{place}.partner_id", _(N_("Pihak ini tercantum dua kali.")), True)
        seen.add(party.partner_id)
        yield from _signer(case, party, place, called(index))
        yield from _partner(party, place) if party.partner else ()


def _signer(case: _Case, party: Party, place: str, name: str) -> Iterator[Finding]:
    signer = signer_of(party, case.agreement, case.profile, case.on)
    if not signer.name:
        text = _(N_("Penanda tangan {party} belum diketahui; tercetak sebagai titik-titik."))
        yield Finding(f"{place}.signatory_name", text.format(party=name))
        return
    known = _known_signers(case, party)
    person = next((p for p in known if search_key(p.name) == search_key(signer.name)), None)
    source = organisation(party, case.profile)
    day = format_date(case.day)
    if person is None:
        text = _(N_("“{person}” tidak ada di antara penanda tangan {source}: periksa ejaan nama."))
        yield Finding(f"{place}.signatory_name", text.format(person=signer.name, source=source))
    elif not person.in_office(case.day):
        text = _(N_("“{person}” tidak menjabat pada {day}."))
        yield Finding(f"{place}.signatory_name", text.format(person=signer.name, day=day), True)
    elif person.name != signer.name:
        text = _(N_("Nama tertulis “{person}”, pada data {source} “{known}”."))
        yield Finding(f"{place}.signatory_name", text.format(person=signer.name, source=source, known=person.name))
    job = (person.job or "") if person else ""
    if job and signer.job and search_key(job) not in search_key(signer.job):
        text = _(N_("Jabatan tertulis “{job}”, pada data {source} “{known}”."))
        yield Finding(f"{place}.signatory_job", text.format(job=signer.job, source=source, known=job))
    if not signer.number:
        yield Finding(f"{place}.signatory_number", _(N_("NIP atau nomor KTP penanda tangan belum diisi.")))
    acting = isinstance(person, Officer) and person.signs_as in ("plt", "plh")
    represents = party.partner is not None and party.partner.legal_form not in ("Perorangan", "UD")
    if not signer.authority and (acting or represents):
        yield Finding(f"{place}.authority", _(N_("Dasar kewenangan penanda tangan belum diisi.")))


def _known_signers(case: _Case, party: Party) -> list[Signatory | Officer]:
    if party.partner:
        return list(party.partner.signatories)
    officers = case.profile.officers if case.profile else []
    return [officer for officer in officers if officer.signs_as != "staf"]


def _partner(party: Party, place: str) -> Iterator[Finding]:
    if party.partner and not party.partner.identity:
        text = _(N_("{partner} belum mempunyai NPWP, NIB, NIK, atau paspor pada datanya."))
        yield Finding(f"{place}.partner_id", text.format(partner=party.partner.full_name))
    if party.partner and not party.partner.address:
        text = _(N_("Alamat {partner} belum diisi; tercetak sebagai titik-titik."))
        yield Finding(f"{place}.partner_id", text.format(partner=party.partner.full_name))


def _goods(case: _Case) -> Iterator[Finding]:
    agreement = case.agreement
    if agreement.type in _ABOUT_GOODS and not agreement.products:
        yield Finding("products", _(N_("Perjanjian ini tentang barang, tetapi daftar produknya kosong.")))
    if agreement.type == "ekspor" and not agreement.destinations:
        yield Finding("destinations", _(N_("Perjanjian ekspor belum menyebut negara tujuan.")))
    named = any("{tabel_produk" in clause.text or "{produk" in clause.text for clause in case.clauses)
    if agreement.products and not named:
        yield Finding("clauses", _(N_("Tidak ada pasal yang memuat {tabel_produk}: daftar produk tidak tercetak.")))
    scope = search_key(f"{agreement.scope or ''} {agreement.title or ''}")
    for index, line in enumerate(agreement.products):
        words = [word for word in re.findall(r"\w+", search_key(line.product.name)) if len(word) >= _TELLING]
        general = "produk" in scope or "hasil karya" in scope
        if agreement.scope and words and not general and not any(word in scope for word in words):
            text = _(N_("“{product}” tidak disebut dalam ruang lingkup.")).format(product=line.product.name)
            yield Finding(f"products[{index}].product_id", text)


def _shares(case: _Case) -> Iterator[Finding]:
    agreement = case.agreement
    if agreement.sharing_basis in lists.PERCENT_BASES and agreement.shares:
        total = sum((share.value or Decimal(0) for share in agreement.shares), Decimal(0))
        if total != 100:
            text = _(N_("Jumlah bagian harus 100 %, sekarang {total} %.")).format(total=format_number(total))
            yield Finding("shares", text, True)


def _clauses(case: _Case) -> Iterator[Finding]:
    facts = clause_facts(case.agreement, case.profile, case.on)
    for problem, wrong in clause_problems(case.clauses, facts):
        yield Finding(problem.field, problem.message, wrong)
    former = _former_heads(case)
    for index, clause in enumerate(numbered(case.clauses, facts)):
        place = f"clauses[{index}].text"
        text = "\n".join([clause.title, *(passage.text for passage in clause.passages)])
        for message in (*date_problems(text), *figure_problems(text), *_period_problems(case, text)):
            yield Finding(place, message, True)
        for name in former:
            if search_key(name) in search_key(text):
                message = _(N_("Pasal ini menyebut “{person}”, yang tidak menjabat pada {day}."))
                yield Finding(place, message.format(person=name, day=format_date(case.day)))
        if not clause.passages:
            yield Finding(place, _(N_("Pasal ini kosong.")), True)


def _period_problems(case: _Case, text: str) -> Iterator[str]:
    """ "berlaku selama 2 tahun" beside dates that make one year."""
    starts_on, ends_on = case.agreement.starts_on, case.agreement.ends_on
    if "berlaku selama" not in search_key(text) or not starts_on or not ends_on:
        return
    real = duration(starts_on, ends_on)
    months = {"tahun": 12, "bulan": 1}
    amount, unit = int(real.split()[0].replace(".", "")), real.rpartition(" ")[2]
    for number, said in periods(text):
        same_months = said in months and unit in months and number * months[said] == amount * months[unit]
        same_days = said == "hari" and number == (ends_on - starts_on).days + 1
        if not same_months and not same_days:
            message = _(N_("Tertulis “selama {number} {unit}”, sedangkan tanggal mulai dan berakhir berjarak {real}."))
            yield message.format(number=number, unit=said, real=real)


def _former_heads(case: _Case) -> list[str]:
    officers = case.profile.officers if case.profile else []
    now = {search_key(officer.name) for officer in officers if officer.in_office(case.day)}
    heads = [officer.name for officer in officers if officer.signs_as != "staf"]
    return [name for name in dict.fromkeys(heads) if search_key(name) not in now]
