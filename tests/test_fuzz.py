"""A short part of the fuzzer with a fixed seed, the absurd files, and every fault that it has found."""

import io
import math
import random
import zipfile
from itertools import islice

import pytest

from corpora.cleaning import clean
from corpora.errors import SourceError
from corpora.reading.source import as_source
from scripts.fuzz import DAMAGES, bombs, damaged, fault_of, inputs, main, seeds
from scripts.report_files import as_docx, as_zip


def test_two_thousand_damaged_files_are_read_or_refused():
    first = len(bombs())
    faults = {
        number: fault_of(name, content, math.inf) for number, name, content in islice(inputs(4, first), 2000)
    }

    assert {number: fault for number, fault in faults.items() if fault} == {}


@pytest.mark.parametrize("name", sorted(bombs()))
def test_absurd_files_are_read_or_refused(name):
    assert fault_of(name, bombs()[name], math.inf) is None


@pytest.mark.parametrize("name", sorted(seeds()))
def test_what_is_damaged_is_whole_before(name):
    assert as_source(name, seeds()[name]).text


def test_the_same_seed_gives_the_same_inputs():
    assert list(islice(inputs(3), 60)) == list(islice(inputs(3), 60))
    assert list(islice(inputs(3, 50), 5)) == list(islice(inputs(3), 55))[50:]
    assert list(islice(inputs(3, 50), 5)) != list(islice(inputs(4, 50), 5))


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damage_damages(damage):
    content = bytearray(range(200))
    damage(content, random.Random(1))  # noqa: S311 - damage, not secrets

    assert bytes(content) != bytes(range(200))


def test_damage_reaches_what_is_inside_an_archive():
    whole = as_zip({"2025.txt": b"x" * 400})
    chance = random.Random(1)  # noqa: S311 - damage, not secrets
    results = [damaged(whole, chance) for _ in range(40)]

    assert any(_inside(content) not in {None, b"x" * 400} for content in results)


def _inside(content):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.read("2025.txt")
    except (zipfile.BadZipFile, KeyError):
        return None


def test_it_says_how_many_it_tried(capfd):
    assert main(["--inputs", "3", "--first", "40"]) == 0
    assert "3 inputs tried, 0 faults (seed 0)" in capfd.readouterr().out


# -- faults that were found ------------------------------------------------------------------------


def test_many_captions_one_after_the_other():
    cleaned = clean("短行\n" * 3000 + "记者 章明 摄\n" * 3000)

    assert cleaned.text == ""
    assert {piece.reason for piece in cleaned.left_out} == {"caption"}


def _with_part(content):
    with zipfile.ZipFile(io.BytesIO(as_docx(["经济发展"]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return as_zip({**parts, "word/document.xml": content})


@pytest.mark.parametrize("content", [b"<a/>", b"<a", b""], ids=["another root", "no XML", "nothing"])
def test_a_word_document_whose_main_part_is_none(content):
    with pytest.raises(SourceError, match="the Word document is broken"):
        as_source("a.docx", _with_part(content))


def test_a_word_document_with_a_damaged_part():
    content = bytearray(as_docx(["经济发展" * 200]))
    place = content.index(b"word/document.xml") + 40
    content[place : place + 60] = b"\xff" * 60

    with pytest.raises(SourceError, match="the Word document is broken"):
        as_source("a.docx", bytes(content))


def test_an_archive_with_a_file_without_a_name():
    content = as_zip({"a.txt": b"x"}).replace(b"a.txt", b"\0.txt")

    with pytest.raises(SourceError, match="no report in the archive"):
        as_source("a.zip", content)
