"""The file of acknowledgements: read, refused with line and key, extended without touching what stands in it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.errors import UsageError
from reports.gate.acknowledgements import (
    Acknowledgement,
    read_acknowledgements,
    with_acknowledgements,
)

ENTRY = '[[acknowledged]]\nid = "0123456789ab"\nreason = "r"\nwho = "w"\n'


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("id = 1\n", 1, "id: there is no such key"),
        ("[[acknowledge]]\n", 1, "Did you mean acknowledged?"),
        (f"{ENTRY}untill = 2026-01-01\n", 5, "Did you mean until?"),
        (ENTRY.replace("0123456789ab", "0123456789AB"), 2, "id: is no fingerprint"),
        (ENTRY.replace('"0123456789ab"', "1"), 2, "id: is no text"),
        (ENTRY.replace('"r"', '" "'), 3, "reason: reason is missing"),
        (ENTRY.replace('who = "w"\n', ""), 1, "who: who is missing"),
        (f'{ENTRY}until = "2026-01-01"\n', 5, "until: is no date"),
        (f"{ENTRY}until = 2026-01-01T10:00:00\n", 5, "until: is no date"),
        (f"{ENTRY}\n{ENTRY}", 7, "0123456789ab is acknowledged twice"),
        ("[[acknowledged]\n", 1, "no valid TOML"),
    ],
)
def test_a_mistake_is_told_with_its_line(text, line, said):
    with pytest.raises(UsageError) as error:
        read_acknowledgements(text, "known.toml")
    assert str(error.value).startswith(f"known.toml: line {line}: ")
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("until", "today", "expired"),
    [
        (None, date(2026, 7, 1), False),
        (date(2026, 7, 1), date(2026, 7, 1), False),  # its last day
        (date(2026, 6, 30), date(2026, 7, 1), True),
    ],
)
def test_the_last_day_still_counts(until, today, expired):
    assert Acknowledgement("0" * 12, "r", "w", until).has_expired(today) is expired


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
ENTRIES = st.builds(
    Acknowledgement,
    st.from_regex("[0-9a-f]{12}", fullmatch=True),
    TEXTS,
    TEXTS,
    st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)


@given(st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.id), TEXTS)
def test_what_is_written_is_read_back_and_what_stood_there_stays(entries, sentence):
    text = ""
    for entry in entries:
        extended = with_acknowledgements(text, [entry], {entry.id: sentence})
        assert extended.startswith(text.rstrip("\n"))
        text = extended
    assert read_acknowledgements(text, "known.toml") == tuple(entries)


def test_people_may_write_what_they_like_around_the_entries():
    text = f"# ours\n\n{ENTRY}# not done\n"
    new = Acknowledgement("f" * 12, "x", "y", date(2026, 12, 31))
    extended = with_acknowledgements(text, [new], {})
    assert extended.startswith(text)
    assert [entry.id for entry in read_acknowledgements(extended, "k")] == ["0123456789ab", "f" * 12]
