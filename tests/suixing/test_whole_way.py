"""From a chat to approved documents, every command a program of its own: what one keeps, the next one finds."""

from tests.suixing.conftest import TODAY


def test_the_whole_way(run, chat, tmp_path):
    run.folder = tmp_path
    assert run.child("import", chat, "--json").json["new"] == 10
    assert run.child("set", 1, "report_date", "115年10月30日").status == 0
    drafted = run.child("draft", 1, "--today", TODAY, "--json")
    assert (drafted.status, drafted.json["status"]) == (1, "written")
    assert [f["check"] for f in drafted.json["findings"] if f["severity"] == "error"] == ["LEN-1"]
    assert run.child("check", 1, "--today", TODAY, "--json").json["findings"] == drafted.json["findings"]
    assert run.child("approve", 1, "--by", "王測試").status == 1
    assert run.child("approve", 1, "--by", "王測試", "--despite", "LEN-1=依主管指示精簡").status == 0
    exported = run.child("export", 1, "--to", tmp_path / "out")
    assert (exported.status, exported.err) == (0, "")
    assert len(exported.out.splitlines()) == len(list((tmp_path / "out").iterdir())) == 3
    assert run.child("erase", 1, "--yes").status == 0
    assert run.child("trips", "--json").json == []
