"""The invented report that the tests of reading share, in every format."""

from types import SimpleNamespace

import pytest

from corpora.cleaning import clean
from corpora.model import Level, Role, Source
from corpora.reading.report import as_work_report
from scripts.report_files import MAKERS, PARAGRAPHS, as_columns_pdf, as_gbk_zip, as_zip, compound_file


@pytest.fixture(scope="session")
def paragraphs():
    """The report's paragraphs."""
    return PARAGRAPHS


@pytest.fixture(scope="session")
def make():
    """What makes files: by format, and archives and compound files of any content."""
    return SimpleNamespace(
        **MAKERS, zip=as_zip, gbk_zip=as_gbk_zip, compound_file=compound_file, columns_pdf=as_columns_pdf
    )


@pytest.fixture(scope="session")
def files():
    """The report as a file of each format."""
    return {form: maker(PARAGRAPHS) for form, maker in MAKERS.items()}


@pytest.fixture(scope="session")
def report_of_2024(paragraphs):
    """The report, as a text file, of the year before."""
    return "\n".join(paragraphs).replace("2024年", "2023年").replace("2025年", "2024年").encode()


@pytest.fixture
def corpus(tmp_path, make, files, report_of_2024):
    """A folder with the report in several files, one of another year in an archive, and files that are none."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "2025.txt").write_bytes(files["txt"])
    (tmp_path / "sub" / "2025.docx").write_bytes(files["docx"])
    (tmp_path / "2024.zip").write_bytes(make.gbk_zip({"二〇二四/报告.txt": report_of_2024}))
    (tmp_path / "letter.txt").write_bytes("天下大势，分久必合，合久必分。".encode() * 40)
    (tmp_path / "page.ofd").write_bytes(make.zip({"OFD.xml": b"x"}))
    (tmp_path / "~$2025.docx").write_bytes(b"x")
    (tmp_path / "table.xlsx").write_bytes(b"x")
    return tmp_path


# -- outlines in one line --------------------------------------------------------------------------

LETTERS = {
    Role.REVIEW: "r", Role.PROBLEMS: "p", Role.REQUIREMENTS: "q", Role.PLAN: "m", Role.GOVERNANCE: "g",
    Role.CLOSING: "c", Role.APPENDIX: "a",
}  # fmt: skip
SECTIONS = {"r": "R", "q": "Q", "m": "P", "g": "G", "c": "C", "a": "A"}


@pytest.fixture(scope="session")
def notation():
    """Sections as capitals, measures as small letters of their roles; frame and opening are left out."""

    def signs(report):
        letters = ((LETTERS[unit.role], unit.level) for unit in report.units if unit.role in LETTERS)
        return " ".join(SECTIONS[letter] if level is Level.SECTION else letter for letter, level in letters)

    return signs


@pytest.fixture(scope="session")
def report_of():
    """Reads paragraphs as a report."""

    def read(*paragraphs, name="a.txt"):
        return as_work_report(Source(name, "0", "txt", "utf-8", "\n".join(paragraphs)))

    return read


# What cleaning takes out without listing it: it is layout as white space is.
_INVISIBLE = frozenset(
    map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF, 0xFFFE))
)


def words_of(text):
    """A text without white space and invisible characters."""
    return "".join(character for character in text if not character.isspace() and character not in _INVISIBLE)


@pytest.fixture(scope="session")
def all_words():
    """The words of a source, and those of its kept text and of all that was left out, in the source's order."""

    def both(source):
        cleaned = clean(source.text, source.outside)
        there = {cleaned.origin.at(offset): character for offset, character in enumerate(cleaned.text)}
        for piece in cleaned.left_out:
            there |= dict(enumerate(piece.text, piece.source_start))
        assert all(source.text[place] == character for place, character in there.items())
        return words_of(source.text), words_of("".join(there[place] for place in sorted(there)))

    return both
