from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from lapas_desktop.domain.addendum import WITHOUT_END, Addendum, AddendumChange
from lapas_desktop.domain.agreement import STATUSES, Agreement
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

DAY = date(2028, 2, 27)  # a leap day lies within reach


def some_agreement(chance: random.Random, number: int) -> Agreement:
    """Any facts at all, those that today's rules would refuse included."""

    def day(least: int) -> date | None:
        return DAY + timedelta(days=chance.randint(least, 12)) if chance.random() < 0.85 else None

    made = Agreement(
        number=f"N{number}", title="x", type="lain", search="", notice_days=chance.choice([0, 1, 5, 90, 10**9]),
        stage=chance.choice(["draft", "review", "cancelled", "signed", "signed", "signed", "terminated"]),
        starts_on=day(-8), ends_on=day(-4), terminated_on=day(-4) if chance.random() < 0.5 else None,
    )  # fmt: skip
    for sequence in range(1, chance.choice([1, 1, 2, 3])):
        made.addenda.append(some_addendum(chance, sequence))
    made.complete(DAY)
    return made


def some_addendum(chance: random.Random, sequence: int) -> Addendum:
    end = DAY + timedelta(days=chance.randint(-2, 12))
    changes = [
        AddendumChange(field="ends_on", new=chance.choice([f"{end:%d/%m/%Y}", WITHOUT_END])),
        AddendumChange(field="notice_days", new=str(chance.randint(0, 10))),
    ]
    stage = chance.choice(["signed", "signed", "draft", "cancelled"])
    return Addendum(sequence=sequence if stage == "signed" else None, title="x", search="", stage=stage,
                    starts_on=DAY, changes=changes[chance.randint(0, 1) :])  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_the_list_and_the_record_agree_on_any_facts(office: Office, seed: int) -> None:
    chance = random.Random(seed)
    with office.transaction() as session:
        made = [some_agreement(chance, number) for number in range(120)]
        for agreement in made[40:]:
            if chance.random() < 0.3:
                agreement.predecessor = chance.choice(made[:40])
        session.add_all(made)
    seen = set()
    for offset in range(-9, 15):
        on = DAY + timedelta(days=offset)
        with office.session() as session:
            statement = select(Agreement, queries.agreement_status(on).label("status"))
            for record, status in session.execute(statement):
                assert record.status(on) == status, (record.number, on)
                seen.add(status)
    assert seen == set(STATUSES)
