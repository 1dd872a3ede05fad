"""Every kind has a label in both languages, and no two kinds that stand side by side look alike."""

import contextlib
import inspect
import re
from enum import StrEnum
from pathlib import Path

import pytest
from msgspec.structs import fields

import compare.model
import compare.undertakings.model
import compare.uptakes
import corpora.facts
import corpora.model
from compare.comparison import compare_with_many
from corpora import outline
from corpora.cleaning import LEFT_OUT_REASONS
from corpora.errors import SourceError
from corpora.reading import read_work_report
from reports.cli.sample import read_sample
from reports.words import captions, reasons, vocabulary
from reports.words.language import Language
from reports.words.vocabulary import Outcome, Tone, Word, label, word

DATA = Path(__file__).resolve().parents[2] / "corpora" / "data"


def enums_of(module):
    return [
        each
        for _, each in inspect.getmembers(module, inspect.isclass)
        if issubclass(each, StrEnum) and each.__module__.startswith(module.__name__)
    ]


ENUMS = [
    *enums_of(corpora.model),
    *enums_of(compare.model),
    *enums_of(compare.undertakings.model),
    *enums_of(compare.uptakes),
    Outcome,
]
TABLES = {
    name: table
    for module in (vocabulary, reasons)
    for name, table in vars(module).items()
    if name.isupper() and not name.startswith("_")
}


def test_there_are_enums_and_tables_to_walk():
    assert {each.__name__ for each in ENUMS} >= {"Role", "LinkKind", "PriorityStatus", "PhraseStatus"}
    assert len(TABLES) > 10


@pytest.mark.parametrize("enum", ENUMS)
def test_every_member_has_an_entry(enum):
    assert [member for member in enum if not isinstance(word(member), Word)] == []


@pytest.mark.parametrize("enum", ENUMS)
def test_members_of_one_enum_differ_in_every_language_and_in_order(enum):
    for language in Language:
        assert len({label(member, language) for member in enum}) == len(enum)
    assert sorted(word(member).order for member in enum) == list(range(len(enum)))


@pytest.mark.parametrize("name", TABLES)
def test_entries_are_complete(name):
    for key, entry in TABLES[name].items():
        assert entry.zh.strip(), key
        assert entry.en.strip(), key
        assert len(entry.symbol) <= 1, key
        assert entry.symbol.isascii(), f"{key}: wider than one cell in some terminals"
        assert isinstance(entry.tone, Tone), key


@pytest.mark.parametrize(
    "enum",
    [
        compare.model.LinkKind,
        compare.model.PhraseStatus,
        compare.model.PriorityStatus,
        Outcome,
    ],
)
def test_no_colour_is_the_only_cue(enum):
    assert len({word(member).symbol for member in enum}) == len(enum)


def test_equal_values_of_different_enums_keep_their_own_words():
    kinds = compare.model.LinkKind.KEPT, compare.model.PriorityStatus.KEPT
    assert kinds[0] == kinds[1]
    assert word(kinds[0]) is not word(kinds[1])


def test_an_enum_without_table_is_refused():
    class Other(StrEnum):
        KEPT = "kept"

    with pytest.raises(KeyError):
        word(Other.KEPT)


def test_every_reason_for_leaving_text_out_is_worded():
    assert set(LEFT_OUT_REASONS) <= set(reasons.LEFT_OUT_REASONS)
    assert set(LEFT_OUT_REASONS) <= set(reasons.NOT_COMPARED_THINGS)


def test_every_reason_that_reading_gives_for_a_role_or_a_fact_is_worded():
    """Read off the source: a report with all of them would have to be made up anew with each rule."""
    source = "".join(path.read_text(encoding="utf-8") for path in Path(outline.__file__).parent.glob("*.py"))
    told = set(re.findall(r'(?:reason=|Role\.[A-Z]+, |reason = )"([a-z-]+)"', source))
    assert len(told) > 10
    assert told <= set(reasons.ROLE_REASONS)
    facts = Path(corpora.facts.__file__).read_text(encoding="utf-8")
    found_in = set(re.findall(r'_Claim\(.*, "([a-z \']+)"\)', facts))
    assert len(found_in) > 10
    assert found_in <= set(reasons.FOUND_IN)


def words_of(work_report):
    """The stable words that a report holds, by the table that words them."""
    return {
        "FACT_NAMES": {fact.name for fact in work_report.facts},
        "FOUND_IN": {fact.found_in for fact in work_report.facts},
        "ROLE_REASONS": {unit.role_reason for unit in work_report.units},
        "DOUBTS": {doubt.code for doubt in work_report.doubts},
        "LEFT_OUT_REASONS": {piece.reason for piece in work_report.left_out},
    }


def words_of_comparison(comparison):
    pair = comparison.pairs[0]
    return {
        "MATCHED_BY": {link.matched_by for link in pair.links},
        "NOT_COMPARED_THINGS": {entry.what for entry in pair.not_compared},
        "NOT_COMPARED_REASONS": {entry.reason for entry in pair.not_compared},
        "SIDES": {entry.side for entry in pair.not_compared},
    }


def missing(words):
    return {(name, key) for name, keys in words.items() for key in keys - set(TABLES[name])}


def test_every_word_of_the_sample_is_worded():
    digest = read_work_report(DATA / "lanchuan-2025-digest.txt")
    *earlier, later = read_sample()
    assert [missing(words_of(each)) for each in (*earlier, later, digest)] == [set()] * 6
    pairs = [compare_with_many([earlier[-1]], other) for other in (later, digest)]
    assert [missing(words_of_comparison(each)) for each in pairs] == [set(), set()]


def test_every_word_of_real_reports_is_worded(shared):
    texts = sorted((shared / "corpus").rglob("*.txt")) + sorted((shared / "corpus").rglob("*.docx"))
    assert texts
    found = set()
    for path in texts:
        with contextlib.suppress(SourceError):  # some hold other things than reports
            found |= missing(words_of(read_work_report(path)))
    assert found == set()


@pytest.mark.parametrize(
    ("key", "language", "shown"),
    [
        ("caption", "zh", "图片说明"),
        ("caption", "en", "picture caption"),
        ("from a newer version", "zh", "from a newer version"),
    ],
)
def test_reasons_are_worded_and_unknown_ones_shown_as_they_are(key, language, shown):
    assert reasons.reason_label(reasons.LEFT_OUT_REASONS, key, language) == shown


@pytest.mark.parametrize("field", [field.name for field in fields(captions.Captions)])
def test_captions_fill_in_the_same_names_in_both_languages(field):
    def names(caption):
        # English asks a count twice where its noun is one or many.
        return {re.split("[:}]", part)[0] for part in caption.split("{")[1:]}

    zh, en = getattr(captions.ZH, field), getattr(captions.EN, field)
    assert zh
    assert en
    assert names(zh) == names(en)


def test_other_languages_are_answered_in_english():
    assert captions.captions("zh") is captions.ZH
    assert captions.captions("fr") is captions.EN


def test_nothing_that_is_not_found_is_called_abolished():
    words = [entry for table in TABLES.values() for entry in table.values()]
    texts = [text for entry in words for text in (entry.zh, entry.en)]
    texts += [getattr(each, field.name) for each in (captions.ZH, captions.EN) for field in fields(each)]
    assert [
        text for text in texts if any(bad in text for bad in ("abolish", "取消", "废除", "abandon"))
    ] == []
