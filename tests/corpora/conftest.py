"""The invented report that the tests of reading share, in every format."""

from types import SimpleNamespace

import pytest

from scripts.report_files import MAKERS, PARAGRAPHS, as_gbk_zip, as_zip, compound_file


@pytest.fixture(scope="session")
def paragraphs():
    """The report's paragraphs."""
    return PARAGRAPHS


@pytest.fixture(scope="session")
def make():
    """What makes files: by format, and archives and compound files of any content."""
    return SimpleNamespace(**MAKERS, zip=as_zip, gbk_zip=as_gbk_zip, compound_file=compound_file)


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
