"""Which papers go with which goods: an editable matrix of material, destination and way, dated and with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Mapped

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.entity import Child, field, owner
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import N_


class DocumentRule(Child):
    """One line of the matrix; what is left empty holds for all. It says what to ask about, it is no legal advice."""

    lists_id: Mapped[int] = owner("OfficeLists")
    material_class: Mapped[str | None] = field(
        N_("Golongan bahan"), kinds.choice("material class", lists.MATERIAL_CLASSES)
    )
    destination: Mapped[str | None] = field(N_("Negara tujuan"), kinds.COUNTRY)
    mode: Mapped[str | None] = field(N_("Cara angkut"), kinds.choice("mode", lists.MODES))
    document: Mapped[str] = field(N_("Dokumen"), kinds.choice("document", lists.DOCUMENTS), required=True)
    remark: Mapped[str | None] = field(N_("Bentuk atau syarat"), kinds.TEXT)
    source: Mapped[str | None] = field(N_("Sumber"), kinds.TEXT)
    checked_on: Mapped[date | None] = field(N_("Terakhir diperiksa"), kinds.DATE)


@dataclass(frozen=True)
class Expected:
    """A paper that the matrix asks for; ``remark`` such as "Form AANZ"."""

    document: str
    remark: str
    source: str
    checked_on: date | None


def expected_documents(shipment: Shipment, rules: Iterable[DocumentRule]) -> Iterator[Expected]:
    """What the matrix asks for a shipment abroad, each paper once: the line that says most about it counts."""
    if shipment.kind not in ("ekspor", "sampel") or shipment.destination_country in (None, "ID"):
        return
    materials = {line.product.material_class for line in shipment.lines if line.product}
    best: dict[str, DocumentRule] = {}
    for rule in rules:
        fits = (
            (not rule.material_class or rule.material_class in materials)
            and (not rule.destination or rule.destination == shipment.destination_country)
            and (not rule.mode or rule.mode == shipment.mode)
        )
        if fits and (rule.document not in best or _exactness(rule) > _exactness(best[rule.document])):
            best[rule.document] = rule
    for document, rule in best.items():
        yield Expected(document, rule.remark or "", rule.source or "", rule.checked_on)


def _exactness(rule: DocumentRule) -> int:
    return sum(1 for value in (rule.material_class, rule.destination, rule.mode) if value)
