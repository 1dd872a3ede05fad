"""The documents cannot lie: what they show is run, what they name exists, their links lead somewhere."""

import re
import tomllib
from pathlib import Path

import pytest

from scripts import documents
from scripts.documents import Command

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
TEXTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in documents.documents()
}
LINK = re.compile(
    r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)|<(?:img|a)\s[^>]*?(?:src|href)=\"([^\"]+)\""
)
OPTION = re.compile(r"--[a-z][\w-]*")


def blocks(*languages):
    """(document, fence) for every fence in one of the languages, as test parameters."""
    return [
        pytest.param(fence, id=f"{name}-{number}")
        for name, text in TEXTS.items()
        for number, fence in enumerate(documents.fences(text), start=1)
        if fence.language in languages
    ]


def verbs():
    """The verbs of the command line, `corpus add` and its like in full, and what each says of itself."""
    import typer

    from reports.cli.main import app

    def walk(group, before):
        for name, command in group.commands.items():
            if hasattr(command, "commands"):
                yield from walk(command, [*before, name])
            elif not command.hidden:
                yield " ".join([*before, name]), command

    return dict(walk(typer.main.get_command(app), []))


@pytest.fixture(scope="session")
def helps(tmp_path_factory):
    """The --help of the program (under an empty name) and of every verb."""
    folder = tmp_path_factory.mktemp("help")
    return {verb: "\n".join(documents.run([*verb.split(), "--help"], folder)[1]) for verb in ["", *verbs()]}


@pytest.fixture
def sample_folder(tmp_path):
    documents.copy_sample(tmp_path)
    assert list(tmp_path.iterdir())
    return tmp_path


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb", "a\nb", True),
        ("a\nb", "a  \nb\n\n", True),
        ("a\nb", "a\nc", False),
        ("a", "a\nb", False),
        ("a\n...", "a\nb\nc", True),
        ("a\n...", "a", True),
        ("...\nc", "a\nb\nc", True),
        ("...\nc", "a\nb", False),
        ("a\n...\nc\n...\ne", "a\nb\nc\nd\ne", True),
        ("a\n...\nc\n...\ne", "a\nb\nd\ne", False),
        ("a.c", "abc", False),
    ],
)
def test_what_counts_as_shown(shown, printed, same):
    assert documents.is_shown(printed.split("\n"), shown.split("\n")) is same


@pytest.mark.parametrize(
    ("shown", "printed", "renewed"),
    [
        ("old", "a\nb", "a\nb"),
        ("old\n...", "a\nb\nc", "a\n..."),
        ("...\nold\nold", "a\nb\nc", "...\nb\nc"),
        ("old\n...\nold", "a\nb\nc\nd", "a\n...\nd"),
    ],
)
def test_an_excerpt_keeps_its_size_when_renewed(shown, printed, renewed):
    assert documents.renewed_lines(printed.split("\n"), shown.split("\n")) == tuple(renewed.split("\n"))


def test_fences_and_commands_are_read():
    text = "a\n```console exit=2\n$ crossyear x 'b c'\nno\n\n$ make y\n```\n"
    text += "```sh\n# why\ncrossyear z \\\n  --q | w\n```\n"
    session, script = documents.fences(text)
    assert session.exit_code == 2
    assert session.commands == [Command("crossyear x 'b c'", ("no", "")), Command("make y", ())]
    assert session.commands[0].words == ["crossyear", "x", "b c"]
    assert (script.exit_code, [each.words for each in script.commands]) == (0, [["crossyear", "z", "--q"]])


def test_renewing_writes_what_the_program_prints_and_nothing_else(tmp_path):
    text = "a\n<!-- help -->\nold\n<!-- /help -->\n"
    text += "```console\n$ crossyear --version\nold\n\n$ make x\n```\n```sh\nb\n```\n"
    once = documents.renewed(text, tmp_path)
    assert "old" not in once
    assert "Usage: crossyear" in once
    assert once.endswith("\n\n$ make x\n```\n```sh\nb\n```\n")
    assert documents.renewed(once, tmp_path) == once


@pytest.mark.parametrize("fence", blocks("console"))
def test_what_a_console_block_shows_is_what_is_printed(fence, sample_folder):
    commands = [command for command in fence.commands if command.words[0] == "crossyear"]
    for command in commands:
        code, printed = documents.run(command.words[1:], sample_folder)
        assert code == (fence.exit_code if command == commands[-1] else 0), printed
        assert documents.is_shown(printed, command.shown), "run `make docs`: " + "\n".join(printed)


@pytest.mark.parametrize("fence", blocks("console", "sh"))
def test_what_a_command_names_exists(fence, helps):
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    for program, *arguments in (command.words for command in fence.commands):
        if program == "make":
            assert [each for each in arguments if "=" not in each and each not in targets] == []
        elif program == "crossyear":
            verb = max((each for each in helps if arguments[: len(each.split())] == each.split()), key=len)
            assert verb or arguments[0].startswith("-"), arguments
            options = {option for each in arguments for option in OPTION.findall(each.partition("=")[0])}
            assert options - set(OPTION.findall(helps[verb])) == set()
        else:
            assert fence.language == "sh", f"{program} is not ours: show it in a ```sh fence"


@pytest.mark.parametrize("name", TEXTS)
def test_help_blocks_are_the_programs_own(name, tmp_path):
    found = documents.HELP.findall(TEXTS[name])
    assert len(found) == TEXTS[name].count("<!-- help"), "a help block is not closed with <!-- /help -->"
    for _, verb, shown, _ in found:
        assert shown == documents.help_block(verb, tmp_path), "run `make docs`"


def test_every_verb_has_help_and_stands_in_the_readme():
    readme = README.read_text(encoding="utf-8")
    found = verbs()
    assert found
    assert [verb for verb, command in found.items() if not (command.help or "").strip()] == []
    assert [verb for verb in found if f"crossyear {verb}" not in readme] == []
    assert [
        (verb, parameter.name)
        for verb, command in found.items()
        for parameter in command.params
        if parameter.param_type_name == "option" and not parameter.help
    ] == []


def anchors(text):
    """The anchors that the headings of a document have on a page, in GitHub's manner."""
    headings = re.findall(r"^#+ +(.+?) *#*$", re.sub(documents.FENCE, "", text), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", TEXTS)
def test_links_lead_somewhere(name):
    prose = re.sub(documents.FENCE, "", TEXTS[name])
    broken = []
    for target in ("".join(groups) for groups in LINK.findall(prose)):
        if re.match(r"[a-z][a-z+.-]*:", target):
            continue
        file, _, anchor = target.partition("#")
        path = (ROOT / name).parent / file if file else ROOT / name
        if not path.exists() or (anchor and anchor not in anchors(path.read_text(encoding="utf-8"))):
            broken.append(target)
    assert broken == []


def test_the_changelog_tells_of_this_version():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    headings = re.findall(r"^## \[([^\]]+)\](.*)$", TEXTS["CHANGELOG.md"], flags=re.MULTILINE)
    assert version in [name for name, _ in headings]
    assert all(name == "Unreleased" or re.fullmatch(r" - \d{4}-\d\d-\d\d", rest) for name, rest in headings)
