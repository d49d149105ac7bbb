"""`photos` proposes, and remembers what the traveller decides for the next draft."""


def test_the_proposal_names_two_of_an_activity_and_why(clean):
    found = clean("photos", 1, "--json").json
    assert found["groups"]
    assert all(sum(c["proposed"] for c in g["candidates"]) <= 2 for g in found["groups"])
    assert all(c["why"] for g in found["groups"] for c in g["candidates"])


def test_a_decision_is_remembered_and_taken_back(clean):
    first = clean("photos", 1, "--json").json["proposed"][0]
    left = clean("photos", 1, "--leave", first, "--json").json
    assert first not in left["proposed"]
    assert {c["ref"]: c["why"] for c in left["kept_back"]}[first] == "您選擇不放這張照片"
    assert first in clean("photos", 1, "--reset", first, "--json").json["proposed"]


def test_agreeing_keeps_the_proposed_ones(clean):
    proposed = clean("photos", 1, "--json").json["proposed"]
    agreed = clean("photos", 1, "--agree", "--json").json
    kept = [c["ref"] for g in agreed["groups"] for c in g["candidates"] if c["choice"] == "keep"]
    assert sorted(kept) == sorted(proposed)


def test_a_photo_that_is_not_there_is_a_wrong_request(clean):
    done = clean("photos", 1, "--keep", "P999")
    assert (done.status, "P999" in done.err) == (2, True)
