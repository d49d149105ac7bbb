"""Whatever lies where the database should be, one sentence says what to do, and nothing is overwritten."""

import os
import re
import sqlite3
import stat
import subprocess
import sys
import threading

import pytest

from storage.errors import Busy, Damaged, NewerDatabase, StorageError, Unwritable
from storage.store import Store


def test_a_new_home_is_made_and_only_its_owner_may_read_it(home):
    Store.open(home).close()
    modes = {
        path.name: stat.S_IMODE(path.stat().st_mode)
        for path in (home, home / "files", home / "suixing.sqlite")
    }
    assert modes == {"home": 0o700, "files": 0o700, "suixing.sqlite": 0o600}


def test_every_promise_about_the_connection_is_kept(store):
    def asked(pragma):
        return store._db.value(f"pragma {pragma}")

    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "secure_delete": 1,
    }
    assert {pragma: asked(pragma) for pragma in wanted} == wanted


def test_what_was_kept_is_there_when_the_home_is_opened_again(home, note, at):
    with Store.open(home) as store:
        store.trips.keep(store.trips.create(at), note(1))
    with Store.open(home) as store:
        assert [m.text for m in store.trips.material(1)] == ["第 1 則紀錄"]


def test_a_database_of_a_newer_version_is_refused_and_left_alone(home):
    with Store.open(home) as store:
        store._db.run(
            "insert into _sqlite_migrations values (99, 'suixing', 'm099_of_tomorrow', '2030-01-01')"
        )
    before = (home / "suixing.sqlite").read_bytes()
    with pytest.raises(NewerDatabase, match=r"較新版本.*m099_of_tomorrow.*請更新程式後再開啟。"):
        Store.open(home)
    assert (home / "suixing.sqlite").read_bytes() == before


def test_a_home_below_a_file_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Unwritable, match=r"無法寫入 .*請確認資料夾可以寫入、磁碟仍有空間後再試。"):
        Store.open(tmp_path / "file" / "home")


def test_a_folder_in_the_place_of_the_database_cannot_be_written(home):
    (home / "suixing.sqlite").mkdir(parents=True)
    with pytest.raises(Unwritable):
        Store.open(home)


def test_a_database_that_has_become_read_only_says_so_and_loses_nothing(store, trip, note):
    store.trips.keep(trip, note(1))
    store._db.run("pragma query_only = on")
    with pytest.raises(Unwritable, match="readonly"):
        store.trips.keep(trip, note(2))
    store._db.run("pragma query_only = off")
    assert [m.ref for m in store.trips.material(trip)] == ["N1"]


def test_a_full_disk_says_so_and_what_was_kept_before_stays(store, trip, note):
    store.trips.keep(trip, note(1))
    store._db.run(f"pragma max_page_count = {store._db.value('pragma page_count')}")
    with pytest.raises(Unwritable, match="full"):
        store.trips.keep_all(trip, [note(number, "滿" * 4000) for number in range(2, 20)])
    store._db.run("pragma max_page_count = 1073741823")
    assert [m.ref for m in store.trips.material(trip)] == ["N1"]
    assert store.trips.keep(trip, note(2)).state == "new"


@pytest.mark.parametrize(
    "content", [b"not a database at all, but a letter" * 99, b"SQLite format 3\x00" + b"\xff" * 4096]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(home, content):
    home.mkdir()
    (home / "suixing.sqlite").write_bytes(content)
    with pytest.raises(Damaged, match=r"無法讀取.*請保留原檔，改用備份還原或另指定資料夾。"):
        Store.open(home)
    assert (home / "suixing.sqlite").read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_alone(home):
    home.mkdir()
    connection = sqlite3.connect(home / "suixing.sqlite")
    connection.execute("create table recipes (name text)")
    connection.commit()
    connection.close()
    before = (home / "suixing.sqlite").read_bytes()
    with pytest.raises(Damaged, match="不是隨行的資料庫"):
        Store.open(home)
    assert (home / "suixing.sqlite").read_bytes() == before


def test_damage_in_the_middle_of_the_file_is_told_when_it_is_met(home, note, at):
    with Store.open(home) as store:
        store.trips.keep_all(store.trips.create(at), [note(number, "記" * 300) for number in range(200)])
    path = home / "suixing.sqlite"
    content = path.read_bytes()
    pages = [content[at : at + 4096] for at in range(0, len(content), 4096)]
    ruined = [b"\xa5" * 4096 if b"\xe8\xa8\x98" * 50 in page else page for page in pages]
    path.write_bytes(b"".join(ruined))
    with Store.open(home) as store, pytest.raises(Damaged, match="malformed"):
        store.trips.material(1)


def test_a_row_that_is_no_longer_what_was_kept_is_damage_not_a_crash(store, trip, note):
    store.trips.keep(trip, note(1))
    store._db.run("update material set received = '{}'")
    with pytest.raises(Damaged, match="Material 的內容不完整"):
        store.trips.material(trip)


def test_every_error_is_one_chinese_sentence_that_ends_with_what_to_do(tmp_path):
    errors = [
        Busy(tmp_path),
        Damaged(tmp_path, "x"),
        NewerDatabase(tmp_path, ["m9"]),
        Unwritable(tmp_path, "x"),
    ]
    assert all(isinstance(error, StorageError) for error in errors)
    assert [str(error) for error in errors if not re.search(r"，請[^。]+。$", str(error))] == []


def test_the_database_belongs_to_the_thread_that_opened_it(store):
    caught = []

    def ask():
        try:
            store.trips.ids()
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert len(caught) == 1


WRITE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from drafting.material import Material, Medium
from storage.store import Store
at = datetime(2024, 5, 6, tzinfo=UTC)
with Store.open(Path(sys.argv[1])) as store:
    trip = store.trips.create(at, source="both")
    for n in range(40):
        store.trips.keep(trip, Material(ref="", medium=Medium.NOTE, author="a", said_at=at, chat_id=int(sys.argv[2]), message_ids=(n,)))
        store.inbox.commit([{"update_id": n}], at)
"""


def test_two_processes_may_start_and_write_at_once(home):
    """As the command line does beside the bot: both make the database, and neither loses or doubles a thing."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, str(home), chat], stderr=subprocess.PIPE, env=os.environ
        )
        for chat in ("1", "2")
    ]
    assert [process.communicate(timeout=60)[1].decode() for process in running] == ["", ""]
    with Store.open(home) as store:
        assert store.trips.ids() == [1]
        assert {m.ref for m in store.trips.material(1)} == {f"N{n}" for n in range(1, 81)}
        assert len(store.inbox.waiting()) == 40


def test_who_cannot_get_the_database_in_time_is_told_to_try_again(store, home, trip, note):
    store._db.run("pragma busy_timeout = 50")
    other = sqlite3.connect(home / "suixing.sqlite", isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(Busy, match=r"正由另一個程式寫入，請稍後再試。"):
        store.trips.keep(trip, note(1))
    other.execute("rollback")
    other.close()
    assert store.trips.keep(trip, note(1)).state == "new"


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from storage.store import Store
store = Store.open(Path(sys.argv[1]))
store.inbox.commit([{"update_id": 1}, {"update_id": 2}], datetime(2024, 5, 6, tzinfo=UTC))
with store._db.writing():
    store._db.run("update inbox set state = 'failed'")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_process_leaves_what_was_committed_and_nothing_of_what_was_not(home):
    done = subprocess.run([sys.executable, "-c", KILLED, str(home)], timeout=60, check=False)
    assert done.returncode == -9
    with Store.open(home) as store:
        assert [waiting.update_id for waiting in store.inbox.waiting()] == [1, 2]
