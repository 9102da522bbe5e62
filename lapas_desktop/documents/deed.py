"""The full text of an agreement as PDF or Word file. The libraries are loaded on first use."""

from __future__ import annotations

from pathlib import Path

from lapas_desktop.documents.blocks import Paper
from lapas_desktop.documents.deed_blocks import deed_paper
from lapas_desktop.documents.deed_data import Deed
from lapas_desktop.documents.output import published
from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import N_, _


def build_deed(deed: Deed, path: Path) -> None:
    """Writes the paper, whole or not at all; ``path`` ends with .pdf or .docx."""
    write_paper(deed_paper(deed), path)


def deed_pdf(deed: Deed) -> bytes:
    """The PDF as bytes, for the preview."""
    from lapas_desktop.documents.blocks_pdf import pdf

    return pdf(deed_paper(deed))


def write_paper(paper: Paper, path: Path) -> None:
    """Writes any paper of blocks, as PDF or Word file by the name's ending."""
    suffix = path.suffix.casefold()
    if suffix == ".pdf":
        from lapas_desktop.documents.blocks_pdf import pdf as made
    elif suffix == ".docx":
        from lapas_desktop.documents.blocks_docx import docx as made
    else:
        raise Refused(_(N_("Nama berkas “{name}” harus berakhir dengan .pdf atau .docx.")).format(name=path.name))
    content = made(paper)
    with published(path) as temporary:
        temporary.write_bytes(content)
