"""Zip archives: names in every charset, one report or several, and what is refused."""

import io
import zipfile

import pytest

from corpora.errors import SourceError
from corpora.reading import read_source, read_work_report
from corpora.reading.archive import members

NAME = "2025年澜川市政府工作报告.docx"


@pytest.fixture
def archive(tmp_path):
    """Writes an archive and gives its path."""

    def write(content):
        path = tmp_path / "reports.zip"
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize("maker", ["zip", "gbk_zip"])
def test_names_are_read_whether_marked_or_not(maker, make, files):
    content = getattr(make, maker)({NAME: files["docx"], "readme.exe": b"x", "~$lock.docx": b"x"})

    assert [member.name for member in members("a.zip", content)] == [NAME]


def test_names_in_the_extra_field():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        info = zipfile.ZipInfo("2025.txt")
        raw = "二〇二五.txt".encode()
        info.extra = b"\x75\x70" + (len(raw) + 5).to_bytes(2, "little") + b"\x01\0\0\0\0" + raw
        archive.writestr(info, b"x")

    assert [member.name for member in members("a.zip", buffer.getvalue())] == ["二〇二五.txt"]


def test_the_only_report_is_read_without_naming_it(archive, make, files, paragraphs):
    path = archive(make.gbk_zip({NAME: files["docx"]}))
    work_report = read_work_report(path)

    assert work_report.source.name == f"{path}!{NAME}"
    assert tuple(work_report.text.split("\n")) == paragraphs


@pytest.mark.parametrize("inner", ["2025/" + NAME, NAME])
def test_one_of_several_is_named(inner, archive, make, files):
    path = archive(make.zip({"2025/" + NAME: files["docx"], "2024/a.txt": files["txt"]}))

    assert read_source(f"{path}!{inner}").format == "docx"


def test_several_are_listed_not_guessed(archive, make, files):
    path = archive(make.zip({NAME: files["docx"], "2024.txt": files["txt"]}))

    with pytest.raises(SourceError, match="there are 2 reports") as caught:
        read_source(path)
    assert f"{path}!{NAME}" in caught.value.hint
    assert f"{path}!2024.txt" in caught.value.hint


def test_facts_in_the_name_of_the_file_inside(archive, make, paragraphs):
    path = archive(make.zip({"2025年澜川市政府工作报告.txt": "\n".join(paragraphs[3:]).encode()}))

    assert (read_work_report(path).place, read_work_report(path).year) == ("澜川市", 2025)


def refused(make, files):
    huge = io.BytesIO()
    with zipfile.ZipFile(huge, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("2025.txt", bytes(60_000_000))
    locked = bytearray(make.zip({"2025.txt": files["txt"]}))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    damaged = bytearray(make.zip({"2025.txt": files["txt"]}))
    damaged[60] ^= 0xFF
    return {
        "bomb": (huge.getvalue(), "unpacks to more than 50 MB"),
        "password": (bytes(locked), "protected by a password"),
        "damaged": (bytes(damaged), "damaged"),
        "nothing": (make.zip({"a.exe": b"x"}), "no report in the archive"),
        "empty": (make.zip({}), "no report|broken"),
        "empty file": (make.zip({"a.txt": b""}), "empty"),
        "cut": (make.zip({"2025.txt": files["txt"]})[:-30], "broken"),
        "nested": (make.zip({"2025.doc": make.zip({"2025.txt": files["txt"]})}), "archive inside an archive"),
    }


@pytest.mark.parametrize(
    "what", ["bomb", "password", "damaged", "nothing", "empty", "empty file", "cut", "nested"]
)
def test_what_is_refused(what, archive, make, files):
    content, problem = refused(make, files)[what]

    with pytest.raises(SourceError, match=problem):
        read_source(archive(content))


def test_a_name_that_is_not_inside(archive, make, files):
    path = archive(make.zip({NAME: files["docx"]}))

    with pytest.raises(SourceError, match=r"no 2024\.txt in the archive") as caught:
        read_source(f"{path}!2024.txt")
    assert NAME in caught.value.hint
