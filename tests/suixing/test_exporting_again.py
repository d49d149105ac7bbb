"""An approval is exported once more: in a later year, elsewhere, after the form's data changed. The bytes are the same."""

import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from tests.suixing.commandline import PATIENCE, CommandLine, surroundings

FORMATS = "odt,docx,pdf,json"
CHANGES = [
    ("貳、出國人員名單", "貳、出國同仁名單"),
    ("臺中市政府公務出國或赴大陸地區報告提要", "出國報告提要（新版）"),
]


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def exported(run: CommandLine, folder: Path, *more: str) -> dict[str, bytes]:
    assert run("export", 1, "--to", folder, "--format", FORMATS, *more).status == 0
    return written(folder)


@pytest.fixture
def approved(clean: CommandLine) -> CommandLine:
    """The demonstration trip, approved under a form of the agency's own folder that has the shipped one's key."""
    own = clean.home / "forms"
    own.mkdir(exist_ok=True)
    own.joinpath("ours.toml").write_bytes(
        (files("drafting") / "forms" / "taichung-summary.toml").read_bytes()
    )
    assert clean("approve", 1, "--by", "王測試").status == 0
    return clean


def test_a_form_that_changes_does_not_change_what_was_approved_under_it(approved, tmp_path):
    before = exported(approved, tmp_path / "before")
    form = approved.home / "forms" / "ours.toml"
    text = form.read_text("utf-8")
    for old, new in CHANGES:
        assert old.split("、")[-1] in text
        text = text.replace(old.split("、")[-1], new.split("、")[-1])
    form.write_text(text, "utf-8")
    assert exported(approved, tmp_path / "after") == before
    approved("draft", 1)
    new = b"".join(exported(approved, tmp_path / "new").values()).decode("utf-8", "ignore")
    assert "出國同仁名單" in new


def test_a_form_that_is_gone_still_serves_what_was_approved_under_it(clean, tmp_path):
    own = clean.home / "forms"
    own.mkdir(exist_ok=True)
    text = (files("drafting") / "forms" / "taichung-summary.toml").read_text("utf-8")
    own.joinpath("mine.toml").write_text(text.replace('key = "taichung-summary"', 'key = "mine"', 1), "utf-8")
    clean("set", 1, "form", "mine")
    clean("draft", 1)
    assert clean("approve", 1, "--by", "王測試").status == 0
    before = exported(clean, tmp_path / "before")
    own.joinpath("mine.toml").unlink()
    assert exported(clean, tmp_path / "after") == before
    assert clean("sheets", 1, "--to", tmp_path / "sheets", "--format", "odt").status == 0


def elsewhere(*command: object) -> None:
    """Another process, day, time zone, language, umask and folder."""
    machine = {"TZ": "America/Anchorage", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7"}
    subprocess.run(
        ["faketime", "2033-02-28 23:59:00", *map(str, command)],
        check=True, capture_output=True, env=surroundings() | machine, umask=0o077, cwd="/", timeout=PATIENCE,
    )  # fmt: skip


@pytest.mark.skipif(not shutil.which("faketime"), reason="faketime is not installed")
def test_years_later_elsewhere_on_another_machine_it_is_the_same(approved, tmp_path):
    """A copy of the home instead of the home itself."""
    here = exported(approved, tmp_path / "here")
    moved = CommandLine(Path(shutil.copytree(approved.home, tmp_path / "moved")), tmp_path)
    elsewhere(*moved.program("export", 1, "--to", tmp_path / "there", "--format", FORMATS))
    assert written(tmp_path / "there") == here


@pytest.mark.skipif(not shutil.which("faketime"), reason="faketime is not installed")
def test_the_sheets_beside_it_and_the_redline_are_the_same_too(clean, tmp_path):
    """What is signed, the spreadsheets, and what changed after the draft was returned."""
    clean("return", 1, "--by", "王測試", "--reason", "3", "--note", "請再具體")
    clean("edit", 1, "會員都是有港口的城市", "會員皆為港口城市", "--by", "藍渡川")
    assert clean("approve", 1, "--by", "王測試").status == 0
    assert clean("sheets", 1, "--to", tmp_path / "sheets").status == 0
    assert clean("diff", 1, "--to", tmp_path / "redline").status == 0
    moved = CommandLine(Path(shutil.copytree(clean.home, tmp_path / "moved")), tmp_path)
    elsewhere(*moved.program("sheets", 1, "--to", tmp_path / "later" / "sheets"))
    elsewhere(*moved.program("diff", 1, "--to", tmp_path / "later" / "redline"))
    for kind, endings in (
        ("sheets", {".odt", ".docx", ".pdf", ".ods", ".xlsx"}),
        ("redline", {".odt", ".docx", ".pdf"}),
    ):
        here = written(tmp_path / kind)
        assert {Path(name).suffix for name in here} == endings
        assert written(tmp_path / "later" / kind) == here
