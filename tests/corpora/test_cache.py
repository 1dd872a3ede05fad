"""What is kept beside a corpus is served again only when it is whole and made by the same code."""

import errno
import multiprocessing
import os
import signal
import time
from pathlib import Path

import polars as pl
import pytest

from corpora.cache import FOLDER, Cache, code_version, digest_of

FRAME = pl.DataFrame({"phrase": ["新质生产力", None], "years": [[2023, 2024], []], "weight": [0.5, 1.0]})


def entries(folder):
    return sorted(
        path for path in (folder / FOLDER).rglob("*") if path.is_file() and path.parent != folder / FOLDER
    )


def test_a_table_comes_back_as_it_was(tmp_path):
    cache = Cache(tmp_path)
    assert cache.load("formulations", "a") is None
    cache.save("formulations", "a", FRAME)

    assert Cache(tmp_path).load("formulations", "a").equals(FRAME, null_equal=True)
    assert Cache(tmp_path).load("formulations", "a").schema == FRAME.schema
    assert Cache(tmp_path).load("formulations", "b") is None
    assert Cache(tmp_path).load("targets", "a") is None
    assert cache.problem == ""


def test_a_key_may_hold_anything(tmp_path):
    cache = Cache(tmp_path)
    keys = ["", "../../up", "山西省:2025", "a" * 4000, "\ud800"]
    for key in keys:
        cache.save_bytes("texts", key, key.encode("utf-8", "surrogatepass"))

    assert [cache.load_bytes("texts", key) for key in keys] == [
        key.encode("utf-8", "surrogatepass") for key in keys
    ]
    assert {path.name for path in tmp_path.iterdir()} == {FOLDER}


def test_all_of_a_kind_is_found_without_its_keys(tmp_path):
    cache = Cache(tmp_path)
    assert list(cache.every("texts")) == []
    for key in ("a", "b", "c"):
        cache.save_bytes("texts", key, key.encode())
    cache.save_bytes("other", "d", b"d")
    assert sorted(cache.every("texts")) == [b"a", b"b", b"c"]

    first, *_ = (path for path in entries(tmp_path) if "texts" in path.parts)
    first.with_name(f"{first.name}.0.part").write_bytes(first.read_bytes())
    first.write_bytes(first.read_bytes()[:-1])
    assert len(list(cache.every("texts"))) == 2


@pytest.mark.parametrize(
    ("parts", "others"), [(("ab", "c"), ("a", "bc")), (("a",), ("a", "")), (("1:a",), ("a",))]
)
def test_a_digest_keeps_its_parts_apart(parts, others):
    assert digest_of(*parts) != digest_of(*others)
    assert digest_of(*parts) == digest_of(*parts)


def test_damage_in_any_place_is_noticed(tmp_path):
    cache = Cache(tmp_path)
    cache.save("formulations", "a", FRAME)
    (path,) = entries(tmp_path)
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x40]) + whole[place + 1 :])
        assert cache.load("formulations", "a") is None, place
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        assert cache.load("formulations", "a") is None, length
    path.write_bytes(whole + b"x")
    assert cache.load("formulations", "a") is None

    cache.save("formulations", "a", FRAME)
    assert cache.load("formulations", "a").equals(FRAME)


def test_other_code_finds_nothing_of_it(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "rules.py").write_text("RULE = 1\n", encoding="utf-8")
    Cache(tmp_path).save("formulations", "a", FRAME)

    assert code_version() == code_version(("corpora",))
    assert code_version(("corpora", "compare")) != code_version()
    assert Cache(tmp_path, ("corpora", "compare")).load("formulations", "a") is None


def test_an_edited_source_file_is_another_version(tmp_path, monkeypatch):
    package = tmp_path / "house_of_rules"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    found = []
    for text in ("RULE = 1\n", "RULE = 2\n", "RULE = 1\n"):
        (package / "rules.py").write_text(text, encoding="utf-8")
        code_version.cache_clear()
        found.append(code_version(("house_of_rules",)))

    assert found[0] == found[2] != found[1]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_a_folder_that_takes_nothing_is_told_once_and_stops_nothing(number, tmp_path, monkeypatch):
    calls = []

    def full(self, _):
        calls.append(self)
        raise OSError(number, os.strerror(number))

    cache = Cache(tmp_path)
    monkeypatch.setattr(Path, "replace", full)
    cache.save("formulations", "a", FRAME)
    cache.save("formulations", "b", FRAME)

    assert os.strerror(number) in cache.problem
    assert str(tmp_path) in cache.problem
    assert len(calls) == 1
    assert entries(tmp_path) == []
    assert cache.load("formulations", "a") is None


def test_a_file_where_the_cache_would_be(tmp_path):
    (tmp_path / FOLDER).write_text("mine", encoding="utf-8")
    cache = Cache(tmp_path)
    cache.save("formulations", "a", FRAME)

    assert FOLDER in cache.problem
    assert (tmp_path / FOLDER).read_text(encoding="utf-8") == "mine"


def test_a_disk_that_is_full(tmp_path):
    """The system's own full device stands for the disk."""
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    cache = Cache(tmp_path)
    cache.save("formulations", "a", FRAME)
    (path,) = entries(tmp_path)
    path.unlink()
    path.symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space"):
        path.write_bytes(b"x" * 10_000)

    cache.save("formulations", "a", FRAME)  # put in place of it, never written into it
    assert cache.load("formulations", "a").equals(FRAME)


def write_for_ever(folder, size):
    cache = Cache(Path(folder))
    number = 0
    while True:
        cache.save_bytes("texts", str(number % 5), bytes([number % 5]) * size)
        number += 1


def wait_for_entries(folder, count):
    end = time.monotonic() + 60
    # Drafts are no entries yet: on a machine with much to do they are long on the way.
    while sum(path.suffix != ".part" for path in (folder / FOLDER).rglob("texts/*/*")) < count:
        assert time.monotonic() < end, "the writer writes nothing"
        time.sleep(0.01)


def test_killed_while_writing_leaves_whole_entries_only(tmp_path):
    spawning = multiprocessing.get_context("spawn")
    writer = spawning.Process(target=write_for_ever, args=(str(tmp_path), 300_000))
    writer.start()
    wait_for_entries(tmp_path, 5)
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()

    cache = Cache(tmp_path)
    for number in range(5):
        assert cache.load_bytes("texts", str(number)) in {None, bytes([number]) * 300_000}


def test_two_writers_and_a_reader_at_once(tmp_path):
    spawning = multiprocessing.get_context("spawn")
    writers = [spawning.Process(target=write_for_ever, args=(str(tmp_path), 100_000)) for _ in range(2)]
    for writer in writers:
        writer.start()
    try:
        wait_for_entries(tmp_path, 5)
        cache = Cache(tmp_path)
        found = [cache.load_bytes("texts", str(number % 5)) for number in range(200)]
    finally:
        for writer in writers:
            writer.kill()
            writer.join()
    assert found == [bytes([number % 5]) * 100_000 for number in range(200)]


def using(folder, keys):
    """A cache through which these readings were asked for."""
    cache = Cache(folder)
    for key in keys:
        cache.load_bytes("readings", key)
    return cache


def test_what_no_present_file_needs_is_removed_and_what_was_derived_with_it(tmp_path):
    cache, derived = Cache(tmp_path), Cache(tmp_path, ("corpora", "compare"))
    for key in "abc":
        cache.save_bytes("readings", key, key.encode())
    derived.save("formulations", "x", FRAME)

    assert using(tmp_path, "abc").prune() == 0
    assert derived.load("formulations", "x") is not None
    assert using(tmp_path, "ab").prune() == 2
    assert [cache.load_bytes("readings", key) for key in "abc"] == [b"a", b"b", None]
    assert derived.load("formulations", "x") is None


def test_what_a_killed_writer_left_is_removed_when_it_is_old(tmp_path):
    cache = Cache(tmp_path)
    cache.save_bytes("readings", "a", b"a")
    (path,) = entries(tmp_path)
    for name, age in (("old.part", 7200), ("new.part", 0)):
        draft = path.with_name(name)
        draft.write_bytes(b"half")
        os.utime(draft, (time.time() - age,) * 2)

    assert using(tmp_path, "a").prune() == 1
    assert not path.with_name("old.part").exists()
    assert path.with_name("new.part").exists()


def test_few_versions_of_the_code_are_kept(tmp_path):
    (tmp_path / FOLDER).mkdir()
    for number in range(6):
        version = tmp_path / FOLDER / f"{number:016x}"
        version.mkdir()
        os.utime(version, (number, number))
    Cache(tmp_path).save_bytes("readings", "a", b"a")

    names = {path.name for path in (tmp_path / FOLDER).iterdir() if path.is_dir()}
    assert names == {code_version(), f"{4:016x}", f"{5:016x}"}
    assert (tmp_path / FOLDER / ".gitignore").read_text(encoding="utf-8").endswith("\n*\n")
