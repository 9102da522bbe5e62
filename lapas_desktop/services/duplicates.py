"""Whether a partner or a product being typed is there already: told, never forbidden."""

from __future__ import annotations

import re

from sqlalchemy import func
from sqlalchemy.orm import Session

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.number_rows import number_key
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.product import Product
from lapas_desktop.domain.text import search_key
from lapas_desktop.i18n import N_, _
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

WATCHED: dict[type[Record], tuple[str, ...]] = {
    Partner: ("name", "npwp", "nib"),
    Product: ("name",),
    Agreement: ("number",),
}
_FORMS = frozenset({"pt", "cv", "ud", "toko", "koperasi", "yayasan", "tbk"})
_SIGNS = re.compile(r"[\W_]+")
_LOOKED_AT = 200


def plain_name(name: str) -> str:
    """A name without its legal form, signs, accents and case: what two spellings of one partner share."""
    words = _SIGNS.sub(" ", search_key(name)).split()
    return " ".join(word for word in words if word not in _FORMS) or " ".join(words)


def _key(entity: type[Record], field: str, text: str) -> str:
    if entity is Agreement:
        return number_key(text)
    return plain_name(text) if field == "name" else re.sub(r"\D", "", text)


def duplicate_of(office: Office, entity: type[Record], field: str, typed: str, own_id: int | None) -> str:
    """A sentence naming the record that has the same name or number already, or nothing."""
    with office.session() as session:
        found = _same(session, entity, field, typed, own_id)
        if found is None:
            return ""
        told = _(N_("Sudah ada: {name} ({code})")).format(name=found.caption, code=found.reference)
    if entity is Partner and own_id is not None:
        return f"{told}. {_(N_('Kalau sama, tekan “Gabungkan dengan…”.'))}"
    return told


def twin_of(office: Office, partner_id: int) -> int | None:
    """The id of another partner with the same name or number, None when there is none."""
    with office.session() as session:
        partner = queries.existing(session, Partner, partner_id)
        values = [(field, str(getattr(partner, field) or "")) for field in WATCHED[Partner]]
        found = (_same(session, Partner, field, value, partner_id) for field, value in values)
        return next((record.id for record in found if record), None)


def _same(session: Session, entity: type[Record], field: str, typed: str, own_id: int | None) -> Record | None:
    wanted = _key(entity, field, typed)
    if not wanted or field not in WATCHED.get(entity, ()):
        return None
    if entity is Agreement:
        asked = [func.lower(func.replace(Agreement.number, " ", "")) == wanted]
    else:
        asked = queries.matching(entity, wanted) if field == "name" else [getattr(entity, field).is_not(None)]
    for record in session.scalars(queries.live(entity).where(*asked).limit(_LOOKED_AT)):
        value = str(getattr(record, field) or "")
        if _key(entity, field, value) == wanted and record.id != own_id:
            return record
    return None
