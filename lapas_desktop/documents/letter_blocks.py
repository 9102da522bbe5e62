"""How a letter of the office is laid out: kop, number and subject, to whom, text, signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lapas_desktop.documents.blocks import Block, Gap, Kop, Look, Mark, Paper, Paragraph, Signature, Signatures
from lapas_desktop.documents.sheet import Letterhead, Sheet

LONG_BLANK = "…………………………"
_COLON, _FACT, _ITEM = 2.2, 2.5, 0.8  # cm


@dataclass(frozen=True)
class Letter:
    """A letter. ``items`` is a numbered list after ``body``; ``signer``: post, name, NIP."""

    office: str
    number: str
    subject: str
    place_and_date: str
    to: tuple[str, ...]
    body: tuple[str, ...]
    items_lead: str
    items: tuple[str, ...]
    closing: str
    signer: tuple[str, str, str]
    letterhead: Letterhead
    paper: str = "A4"
    stamp: str = ""


def letter_paper(letter: Letter) -> Paper:
    """The paper of a letter."""
    sheet = Sheet(
        title=f"{letter.subject} {letter.number}".strip(),
        author=letter.office,
        reference=letter.number,
        paper=letter.paper,
        watermark=letter.stamp,
    )
    return Paper(sheet, tuple(_blocks(letter)))


def _blocks(letter: Letter) -> Iterator[Block]:
    yield Kop(letter.letterhead)
    yield Paragraph(letter.place_and_date, Look.RIGHT)
    for label, text in (("Nomor", letter.number or LONG_BLANK), ("Hal", letter.subject)):
        yield Paragraph(text, Look.LIST, (Mark(0, label), Mark(_COLON, ":")), _FACT)
    yield Gap(8)
    for line in ("Yth.", *letter.to):
        yield Paragraph(line, Look.LIST, keep=True)
    yield Gap(8)
    for text in letter.body:
        yield Paragraph(text)
    if letter.items:
        yield Paragraph(letter.items_lead, keep=True)
        for number, text in enumerate(letter.items, 1):
            yield Paragraph(text, Look.LIST, (Mark(0, f"{number}."),), _ITEM)
    yield Paragraph(letter.closing, keep=True)
    post, name, identity = letter.signer
    yield Signatures(
        (Signature((), "", ""), Signature((f"{post},",), "", name or LONG_BLANK, (identity,) if identity else ()))
    )
