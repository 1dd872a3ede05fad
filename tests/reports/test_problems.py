"""Why a file cannot be read: every reason and hint that reading gives has Chinese words, and keeps the file's name."""

import ast
from pathlib import Path

import pytest

import corpora
from corpora.manifest import LEFT_OUT
from reports.words.problems import HINTS, reading_message, reading_problem

ROOM = Path(corpora.__file__).parent


def told_in_reading():
    """(problem, hint) of every SourceError of the readers and of their tables of kinds, None where not fixed."""
    for path in [*sorted((ROOM / "reading").glob("*.py")), ROOM / "facts.py"]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {
            node.targets[0].id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        for node in ast.walk(tree):
            is_error = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "SourceError"
            is_kind = path.stem == "kinds" and isinstance(node, ast.Tuple) and len(node.elts) == 3
            if is_error or is_kind:
                arguments = [
                    named.get(getattr(each, "id", ""), each)
                    for each in (node.args if is_error else node.elts)
                ]
                yield tuple(getattr(each, "value", None) for each in (*arguments, None)[1:3])


def test_every_reason_of_the_readers_has_chinese_words():
    told = [pair for pair in told_in_reading() if any(isinstance(each, str) for each in pair)]
    told += [(LEFT_OUT, None), ("named in the manifest, but not there", None)]
    problems, hints = ({each for each in side if isinstance(each, str)} for side in zip(*told, strict=True))

    assert len(problems) > 40
    assert sorted(problem for problem in problems if reading_problem(problem, "zh") == problem) == []
    assert sorted(hints - HINTS.keys()) == []


@pytest.mark.parametrize(
    ("message", "hint", "told"),
    [
        ("a.docx: is a picture (.png)", "", "a.docx：是图片（.png）。"),
        ("a.txt: cannot be opened (No such device)", "", "a.txt：打不开（No such device）。"),
        ("a: b.txt: the file is empty", "Download it again", "a: b.txt：文件是空的。重新下载"),
        (
            "a.pdf: is a scanned PDF: its pages are pictures without text",
            "",
            "a.pdf：是扫描的 PDF，各页是图片，没有文字。",
        ),
        # what has no Chinese words stays whole, never half and half
        ("a.zip: there are 3 reports in the archive", "Name one:\n  b", None),
        ("a.txt: the file is empty", "Ask Li", None),
        ("火星:2024: there is no such report in 'reports'", "", None),
    ],
)
def test_a_reason_is_told_in_the_language_of_the_report(message, hint, told):
    english = f"{message}. {hint}" if hint else message

    assert reading_message(message, hint, "zh") == (told or english)
    assert reading_message(message, hint, "en") == english
