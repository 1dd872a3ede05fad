"""The invented report that the tests of reading share, in every format."""

import json
import re
import unicodedata
from importlib import resources
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


# -- the sample's raw texts, read without the program ----------------------------------------------


class SampleTexts:
    """The sample's files beside its answer key, cut by what is printed in them and by nothing else."""

    part_mark = re.compile(r"[一二三四五]、")
    section_mark = re.compile(r"（[一二三四五六七八九十]+）")

    def __init__(self):
        folder = resources.files("corpora") / "data"
        key = json.loads((folder / "answer-key.json").read_text(encoding="utf-8"))
        self.reports = {entry["year"]: entry for entry in key["reports"]}
        self.texts = {
            year: (folder / entry["file"]).read_bytes().decode(entry["encoding"])
            for year, entry in self.reports.items()
        }

    def plain(self, text):
        """Width and invisible characters out of the way, as the key's conventions say."""
        normal = unicodedata.normalize("NFKC", text)
        return "".join(character for character in normal if unicodedata.category(character) != "Cf")

    def paragraphs(self, year):
        """The lines of a report that hold anything."""
        return [stripped for line in self.texts[year].splitlines() if (stripped := line.strip())]

    def parts(self, year):
        """The text of each part by role, cut at the printed part headings."""
        found = {"opening": ""}
        outline = self.reports[year]["outline"]
        roles = iter(row["role"] for row in outline if row["parent"] is None and row["number"])
        role = "opening"
        for line in self.paragraphs(year):
            if line == "名词解释":
                role = "appendix"
            elif self.part_mark.match(line) and role != "appendix":
                role = next(roles)
            found[role] = found.get(role, "") + line + "\n"
        return found

    def plan(self, year):
        """The headings of the plan's sections in order, read from the raw text."""
        lines = [line for line in self.parts(year)["plan"].splitlines() if self.section_mark.match(line)]
        headings = [self.section_mark.sub("", line).split("。")[0] for line in lines]
        return [heading for heading in headings if "政府自身建设" not in heading]

    def numbers(self, text):
        """All numbers of a text."""
        return [float(found) for found in re.findall(r"\d+(?:\.\d+)?", self.plain(text))]


@pytest.fixture(scope="session")
def sample():
    """The sample's raw texts."""
    return SampleTexts()
