"""Bytes are kept once, whole, under the name of what they are."""

import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from storage.errors import Unwritable
from storage.files import Files

HELLO = hashlib.sha256(b"hello").hexdigest()


@pytest.fixture
def files(tmp_path):
    return Files(tmp_path / "files")


def test_bytes_are_named_by_their_sha256_in_two_levels_of_folders(files, tmp_path):
    assert files.keep(b"hello") == HELLO
    assert files.path(HELLO) == tmp_path / "files" / HELLO[:2] / HELLO[2:4] / HELLO
    assert (files.read(HELLO), files.path(HELLO).read_bytes()) == (b"hello", b"hello")


def test_the_same_bytes_are_stored_once_and_no_scrap_is_left(files, tmp_path):
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(files.keep, [b"hello"] * 40)) == {HELLO}
    assert [path for path in (tmp_path / "files").rglob("*") if path.is_file()] == [files.path(HELLO)]


def test_bytes_that_are_not_here_are_none(files):
    assert files.read(HELLO) is None


@pytest.mark.parametrize("digest", ["", "../../../etc/passwd", "AB" * 32, HELLO + "0"])
def test_what_is_no_digest_leads_nowhere(files, digest):
    assert files.read(digest) is None
    with pytest.raises(ValueError, match="no SHA-256"):
        files.path(digest)


def test_bytes_that_rotted_are_none_and_are_mended_when_they_come_again(files):
    files.keep(b"hello")
    files.path(HELLO).write_bytes(b"hexxo")
    assert files.read(HELLO) is None
    files.keep(b"hello")
    assert files.read(HELLO) == b"hello"


def test_removed_bytes_leave_no_empty_folder(files, tmp_path):
    files.keep(b"hello")
    files.remove(HELLO)
    files.remove(HELLO)
    assert (files.read(HELLO), list((tmp_path / "files").iterdir())) == (None, [])


def test_a_folder_that_cannot_be_written_is_named(files, tmp_path):
    (tmp_path / "files" / HELLO[:2]).write_text("a file where a folder should be")
    with pytest.raises(Unwritable, match=r"無法寫入 .*請確認資料夾可以寫入、磁碟仍有空間後再試。"):
        files.keep(b"hello")
