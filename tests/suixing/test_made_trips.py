"""The trips that the benchmark makes are the same every time, and hold what they promise."""

from benchmarks.make_trip import make_trip


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_numbers_make_the_same_export(tmp_path):
    one, two = (contents(make_trip(tmp_path / name, 30, 2)) for name in ("one", "two"))
    assert one == two


def test_every_message_and_photo_is_material_of_a_trip_of_ten_days(run, tmp_path):
    done = run("import", make_trip(tmp_path / "chat", 30, 2), "--json").json
    assert (done["new"], done["pictures"], done["problems"]) == (32, 2, [])
    fields = run("show", 1, "--json").json["fields"]
    assert fields["period"] == {"start": "2026-09-14", "end": "2026-09-23"}
    assert len(fields["itinerary"]) == 10
