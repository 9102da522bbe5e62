"""How the full text of an agreement is laid out: one function a part, in the order of the paper."""

from __future__ import annotations

from collections.abc import Iterator

from lapas_desktop.documents.blocks import (
    Block,
    Gap,
    Grid,
    GridColumn,
    Kop,
    Look,
    Mark,
    Paper,
    Paragraph,
    Signature,
    Signatures,
)
from lapas_desktop.documents.deed_data import Deed, DeedParty
from lapas_desktop.documents.sheet import Sheet
from lapas_desktop.domain.clause_text import BLANK, LETTER, TABLE, NumberedClause, Passage
from lapas_desktop.domain.deed_words import together

LONG_BLANK = "…………………………"
_NUMBER, _LABEL, _COLON, _FACT = 0.0, 0.8, 3.6, 4.0  # cm: the columns of a party's facts
_AYAT, _LETTER = 0.9, 1.6


def deed_paper(deed: Deed) -> Paper:
    """The paper of a deed."""
    return Paper(deed_sheet(deed), tuple(_blocks(deed)))


def deed_sheet(deed: Deed) -> Sheet:
    """Title, author and running lines; every party puts a paraf on every page."""
    return Sheet(
        title=f"{deed.heading} {deed.reference}",
        author=deed.office,
        reference=deed.reference,
        paper=deed.paper,
        watermark=deed.stamp,
        initials=tuple(party.called for party in deed.parties),
    )


def _blocks(deed: Deed) -> Iterator[Block]:
    yield Kop(deed.letterhead)
    yield from title_blocks(deed)
    yield from opening_blocks(deed)
    yield from _basis(deed)
    for clause in deed.clauses:
        yield from _clause(clause, deed)
    yield from closing_blocks(deed)


def title_blocks(deed: Deed) -> Iterator[Block]:
    """Heading, parties, subject and a number per party."""
    yield Paragraph(deed.heading.upper(), Look.TITLE, keep=True)
    if deed.heading_of:
        yield Paragraph(deed.heading_of.upper(), Look.TITLE, keep=True)
    for position, party in enumerate(deed.parties):
        yield Paragraph("ANTARA" if position == 0 else "DENGAN", Look.BETWEEN, keep=True)
        yield Paragraph(party.organisation.upper() or BLANK, Look.TITLE, keep=True)
    yield Paragraph("TENTANG", Look.BETWEEN, keep=True)
    yield Paragraph(deed.title.upper(), Look.TITLE, keep=True)
    yield Gap(4)
    for party in deed.parties:
        yield Paragraph(f"Nomor {party.called}: {party.letter_number or LONG_BLANK}", Look.NUMBER, keep=True)
    yield Gap(8)


def opening_blocks(deed: Deed) -> Iterator[Block]:
    """The first sentence and who the parties are."""
    yield Paragraph(deed.opening, keep=True)
    for number, party in enumerate(deed.parties, 1):
        yield from _party(party, number)
    names = together([party.called for party in deed.parties])
    yield Paragraph(f"{names} secara bersama-sama selanjutnya disebut PARA PIHAK.")


def _party(party: DeedParty, number: int) -> Iterator[Block]:
    facts = [
        ("Nama", party.signatory),
        (party.number_kind, party.number),
        ("Jabatan", party.job),
        ("Alamat", party.address),
    ]
    for position, (label, text) in enumerate(facts):
        marks = (Mark(_LABEL, label), Mark(_COLON, ":"))
        if position == 0:
            marks = (Mark(_NUMBER, f"{number}."), *marks)
        yield Paragraph(text or LONG_BLANK, Look.LIST, marks, _FACT, keep=True)
    words = [f"dalam hal ini bertindak untuk dan atas nama {party.organisation or BLANK}"]
    if party.authority:
        words.append(f"berdasarkan {party.authority}")
    if party.role:
        words.append(f"dengan peran {party.role}")
    words.append(f"selanjutnya disebut {party.called}.")
    yield Paragraph(", ".join(words), indent=_LABEL)


def _basis(deed: Deed) -> Iterator[Block]:
    if not deed.legal_basis:
        yield Paragraph(deed.accord)
        return
    yield Paragraph("Dengan memperhatikan:", keep=True)
    for number, line in enumerate(deed.legal_basis, 1):
        end = "." if number == len(deed.legal_basis) else ";"
        yield Paragraph(line.rstrip(" ;.") + end, Look.LIST, (Mark(0, f"{number}."),), _LABEL)
    yield Gap(4)
    yield Paragraph(deed.accord)


def _clause(clause: NumberedClause, deed: Deed) -> Iterator[Block]:
    yield Paragraph(f"Pasal {clause.number}", Look.HEADING, keep=True)
    yield Paragraph(clause.title.upper(), Look.SUBTITLE, keep=True)
    numbered = any(passage.label for passage in clause.passages if passage.level != LETTER)
    for passage in clause.passages:
        yield from [_products(deed), Gap(6)] if passage.level == TABLE else [_passage(passage, numbered)]


def _passage(passage: Passage, numbered: bool) -> Paragraph:
    if passage.level == LETTER:
        begin = _AYAT if numbered else 0.0
        return Paragraph(passage.text, Look.LIST, (Mark(begin, passage.label),), begin + _LETTER - _AYAT)
    if not passage.label:
        return Paragraph(passage.text)
    return Paragraph(passage.text, Look.LIST, (Mark(0, passage.label),), _AYAT, keep=passage.text.endswith(":"))


def _products(deed: Deed) -> Grid:
    columns = (
        GridColumn("No.", 7),
        GridColumn("Nama produk", 46),
        GridColumn("Satuan", 13),
        GridColumn("Jumlah", 13, figure=True),
        GridColumn("Harga satuan", 21, figure=True),
    )
    rows = ((str(n), line.name, line.unit, line.quantity, line.price) for n, line in enumerate(deed.products, 1))
    return Grid(columns, tuple(rows))


def closing_blocks(deed: Deed) -> Iterator[Block]:
    """The last sentence, signatures and witnesses, together on one page."""
    yield Gap(6)
    yield Paragraph(deed.closing, keep=True)
    in_places = (*deed.parties[1::-1], *deed.parties[2:])  # the first party signs on the right
    yield Signatures(tuple(_signature(party) for party in in_places))
    if deed.witnesses:
        blocks = (Signature((witness.job,) if witness.job else (), "", witness.name) for witness in deed.witnesses)
        yield Signatures(tuple(blocks), "Mengetahui:", across=3)


def _signature(party: DeedParty) -> Signature:
    note = f"Meterai pada rangkap ke-{party.stamped_copy}" if party.stamped_copy else ""
    below = tuple(text for text in (f"{party.number_kind} {party.number}" if party.number else "",) if text)
    job = (party.job,) if party.job else ()
    return Signature((f"{party.called},", party.organisation, *job), note, party.signatory or LONG_BLANK, below)
