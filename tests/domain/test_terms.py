from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapas_desktop.domain.addendum import WITHOUT_END, Addendum, AddendumChange, kept_text, read_shares
from lapas_desktop.domain.agreement import Agreement, Share
from lapas_desktop.domain.terms import after, before, effective, keep_old

START = date(2026, 1, 19)
OFFSETS = st.integers(0, 2000)


def agreement() -> Agreement:
    shares = [Share(name="Premi", value=Decimal(40)), Share(name="Modal", value=Decimal(60))]
    return Agreement(
        stage="signed", title="Lama", starts_on=START, ends_on=START + timedelta(days=364), notice_days=90,
        sharing_basis="laba", shares=shares, addenda=[],
    )  # fmt: skip


def addendum(of: Agreement, sequence: int | None, starts_on: date, **changes: str) -> Addendum:
    rows = [AddendumChange(field=name, new=new) for name, new in changes.items()]
    stage = "signed" if sequence else "draft"
    return Addendum(agreement=of, sequence=sequence, starts_on=starts_on, stage=stage, changes=rows)


@given(st.lists(st.tuples(OFFSETS, OFFSETS), max_size=5), OFFSETS)
def test_base_and_addenda_in_their_order_make_the_terms(days: list[tuple[int, int]], asked: int) -> None:
    base = agreement()
    expected, begun = base.title, sorted(offset for offset, _end in days)
    for sequence, (offset, (_offset, end)) in enumerate(zip(begun, days, strict=True), 1):
        last = START + timedelta(days=end)
        addendum(base, sequence, START + timedelta(days=offset), title=f"Baru {sequence}", ends_on=f"{last:%d/%m/%Y}")
        if offset <= asked:
            expected = f"Baru {sequence}"
    terms = effective(base, START + timedelta(days=asked))
    assert terms.title == expected
    assert terms.ends_on == base.final_day
    assert base.final_day == (START + timedelta(days=days[-1][1]) if days else base.ends_on)


def test_a_draft_or_a_cancelled_addendum_changes_nothing() -> None:
    base = agreement()
    draft = addendum(base, None, START, title="Baru")
    assert effective(base, START).title == "Lama"
    assert (before(draft).title, after(draft).title) == ("Lama", "Baru")


def test_the_old_value_is_that_of_the_addendum_before() -> None:
    base = agreement()
    addendum(base, 1, START, notice_days="30", shares="Premi 50; PNBP 15; Modal 35", ends_on=WITHOUT_END)
    second = addendum(base, None, START, notice_days="10", shares="Premi 100", ends_on="1/1/2030", other="Bebas")
    keep_old(second)
    assert [change.old for change in second.changes] == ["30", "Premi 50; PNBP 15; Modal 35", WITHOUT_END, None]
    assert (base.final_day, base.days_of_notice) == (None, 30)


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("ends_on", "18-1-27", "18 Jan 2027"),
        ("ends_on", "Tanpa Batas  Waktu", WITHOUT_END),
        ("destinations", "selandia baru, Korea Selatan", "NZ,KR"),
        ("renewal", "Diperpanjang otomatis", "otomatis"),
        ("quantity", "7500", "7.500"),
        ("price", "Rp 12.500,50", "12.500,5"),
        ("shares", " Premi  50 ;PNBP 15,5", "Premi 50; PNBP 15,5"),
    ],
)
def test_a_new_value_is_kept_in_one_spelling_that_is_read_alike(name: str, typed: str, kept: str) -> None:
    change = AddendumChange(field=name, new=typed)
    assert kept_text(name, change.value) == kept
    assert AddendumChange(field=name, new=kept).value == change.value


@given(st.lists(st.tuples(st.sampled_from(["Premi", "Modal kerja", "PNBP 2"]), st.decimals(0, 10**6, places=2))))
def test_shares_are_read_as_they_are_written(shares: list[tuple[str, Decimal]]) -> None:
    written = kept_text("shares", tuple(shares)) or ""
    assert read_shares(written) == (tuple(shares) or None)


@pytest.mark.parametrize("typed", ["50", "Premi", "Premi lima", "; 5"])
def test_shares_that_cannot_be_read_are_told(typed: str) -> None:
    with pytest.raises(ValueError, match=r"Tulis nama|angka"):
        read_shares(typed)
