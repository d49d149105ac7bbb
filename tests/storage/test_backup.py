"""A backup is one zip file that, unpacked, is a home folder again."""

import stat
import zipfile

import pytest

from drafting.review import approve
from storage.errors import BackupExists, Unwritable
from storage.store import Store


def test_a_backup_unpacked_is_the_same_memory(store, tmp_path, trip, note, photo, written, at):
    digest = store.files.keep(b"a picture")
    store.trips.keep_all(trip, [note(1), photo(2, digest)])
    store.drafts.keep(approve(written(trip), "陳審核", at))
    store.backup(tmp_path / "backup.zip")
    with zipfile.ZipFile(tmp_path / "backup.zip") as pack:
        assert pack.testzip() is None
        pack.extractall(tmp_path / "restored")
    with Store.open(tmp_path / "restored") as restored:
        assert restored.trips.material(trip) == store.trips.material(trip)
        assert restored.drafts.approval(trip) == store.drafts.approval(trip)
        assert restored.files.read(digest) == b"a picture"


def test_a_backup_may_be_made_while_another_program_writes(store, home, tmp_path, trip, note):
    store.trips.keep(trip, note(1))
    with Store.open(home) as other, other._db.writing():
        other._db.run("delete from material")
        store.backup(tmp_path / "backup.zip")
    with zipfile.ZipFile(tmp_path / "backup.zip") as pack:
        pack.extractall(tmp_path / "restored")
    with Store.open(tmp_path / "restored") as restored:
        assert [m.ref for m in restored.trips.material(trip)] == ["N1"]


def test_a_backup_never_overwrites_a_file(store, tmp_path):
    target = tmp_path / "backup.zip"
    target.write_text("earlier")
    with pytest.raises(BackupExists, match=r"backup\.zip 已經存在，備份不會覆蓋既有檔案，請換一個檔名。"):
        store.backup(target)
    assert target.read_text() == "earlier"


def test_a_folder_that_is_not_there_is_named(store, tmp_path):
    with pytest.raises(Unwritable, match="無法寫入"):
        store.backup(tmp_path / "nowhere" / "backup.zip")


def test_only_its_owner_may_read_a_backup_and_no_scrap_lies_beside_it(store, tmp_path):
    (tmp_path / "out").mkdir()
    store.backup(tmp_path / "out" / "backup.zip")
    assert [(p.name, stat.S_IMODE(p.stat().st_mode)) for p in (tmp_path / "out").iterdir()] == [
        ("backup.zip", 0o600)
    ]
