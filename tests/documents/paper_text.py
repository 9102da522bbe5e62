"""A paper of blocks as readable text, a line each: what the golden files hold."""

from __future__ import annotations

from collections.abc import Iterator

from lapas_desktop.documents.blocks import Block, Facts, Grid, Kop, NewPage, Paper, Paragraph, Signatures


def paper_lines(paper: Paper) -> list[str]:
    return [f"[{paper.sheet.watermark}]", *(line for block in paper.blocks for line in _lines(block))]


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Kop(letterhead):
            yield from (f"| {line}" for line in letterhead.lines)
        case Paragraph():
            marks = "".join(f"{mark.text} " for mark in block.marks)
            yield f"{' ' * round(block.indent * 2 * (not marks))}{marks}{block.text}"
        case Grid():
            yield " | ".join(column.heading for column in block.columns)
            yield from (" | ".join(row) for row in block.rows)
            yield from (f"= {' | '.join(row)}" for row in block.totals)
        case Facts():
            for facts in block.lists:
                yield from (f"{label}: {' / '.join(text.split(chr(10)))}" for label, text in facts)
        case NewPage():
            yield "-----"
        case Signatures():
            yield from [block.lead] if block.lead else []
            for signature in block.blocks:
                yield "  ".join((*signature.above, f"<{signature.note}>", signature.name, *signature.below))
        case _:
            yield ""
