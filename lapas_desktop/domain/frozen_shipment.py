"""What a shipment's papers said when it was released. Later papers are made from this, so that all of them agree."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import DateTime, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lapas_desktop.domain.entity import Row, owner


class FrozenShipment(Row):
    """One release: ``content`` is JSON, ``sha256`` its hash; ``reason`` why the revision was made."""

    __table_args__ = (UniqueConstraint("shipment_id", "revision"),)

    shipment_id: Mapped[int] = owner("Shipment")
    revision: Mapped[int]
    number: Mapped[str] = mapped_column(String(80))
    content: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    frozen_at: Mapped[datetime] = mapped_column(DateTime)
    who: Mapped[str] = mapped_column(String(80), default="")
    reason: Mapped[str] = mapped_column(String(300), default="")

    @property
    def is_whole(self) -> bool:
        """Whether the content is still what was frozen."""
        return hash_of(self.content) == self.sha256


def hash_of(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
