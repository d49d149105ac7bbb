"""`erase` leaves nothing of a trip; `backup` keeps everything."""

import zipfile

from tests.suixing.commandline import CommandLine


def test_an_erased_trip_is_gone_with_its_files(written):
    done = written("erase", 1, "--yes", "--by", "王測試")
    assert (done.status, done.out) == (0, "案件 1 的資料已全部刪除。\n")
    assert written("trips", "--json").json == []
    assert written("show", 1).status == 2
    assert [path for path in (written.home / "files").rglob("*") if path.is_file()] == []
    assert "公園協會".encode() not in (written.home / "suixing.sqlite").read_bytes()


def test_it_asks_first_and_no_is_no(written):
    for answer in (b"n\n", b""):
        done = written("erase", 1, stdin=answer)
        assert (done.status, done.sentence) == (1, "已取消，沒有更動任何資料。")
    assert len(written("trips", "--json").json) == 1
    assert written("erase", 1, stdin=b"y\n").status == 0
    assert written("trips", "--json").json == []


def test_a_trip_that_is_not_there_cannot_be_erased(written):
    done = written("erase", 2, "--yes")
    assert (done.status, done.err) == (2, "沒有編號 2 的案件，請先列出案件再選擇。\n")


def test_a_backup_unpacked_is_a_home(written, tmp_path):
    done = written("backup", tmp_path / "all.zip")
    assert (done.status, done.out) == (0, f"{tmp_path / 'all.zip'}\n")
    with zipfile.ZipFile(tmp_path / "all.zip") as pack:
        pack.extractall(tmp_path / "restored")
    restored = CommandLine(tmp_path / "restored", tmp_path)
    assert restored("show", 1, "--json").json == written("show", 1, "--json").json
    assert restored("export", 1, "--to", tmp_path / "out").status == 0


def test_a_backup_writes_over_nothing(written, tmp_path):
    (tmp_path / "all.zip").write_text("older")
    done = written("backup", tmp_path / "all.zip")
    assert (done.status, done.out) == (2, "")
    assert "已經存在" in done.sentence
    assert (tmp_path / "all.zip").read_text() == "older"


def test_a_backup_into_a_folder_that_is_not_there_is_told(written, tmp_path):
    done = written("backup", tmp_path / "none" / "all.zip")
    assert (done.status, done.out) == (3, "")
    assert done.sentence.startswith(f"無法寫入 {tmp_path / 'none' / 'all.zip'}（")
