"""The photo desk: two photos for each activity, by what can be measured; the traveller's word goes before it."""

from datetime import UTC, date, datetime, timedelta

from drafting.form import form_named
from drafting.material import Material, Medium, Ref, StoredFile
from drafting.plan.photo_choice import kept_back
from drafting.plan.photo_proposal import Candidate, Proposal, propose
from drafting.plan.vicinity import Vicinity
from drafting.trip import ItineraryDay, Period, Trip

FORM = form_named("taichung-summary")
BEGAN = datetime(2031, 5, 6, 1, 0, tzinfo=UTC)
VIEWS = ("00000000ffffffff", "ffffffff00000000", "0f0f0f0f0f0f0f0f", "3333333333333333")


def photo(number: int, **more) -> Material:
    given = {
        "ref": Ref(f"P{number}"), "medium": Medium.PHOTO, "author": "王示範", "text": f"開幕式畫面之{number}",
        "said_at": BEGAN + timedelta(minutes=number), "meant_on": date(2031, 5, 6), "sharpness": 500.0,
        "file": StoredFile(name=f"{number}.jpg", content=f"{number:064d}"), "fingerprint": VIEWS[number % 4],
    }  # fmt: skip
    return Material(**given | more)


def proposal(*photos: Material, exposure: dict[str, float] | None = None) -> Proposal:
    day = date(2031, 5, 6)
    trip = Trip(
        id=1,
        period=Period(start=day, end=day),
        itinerary=(ItineraryDay(day=day, place="晴川市", activity="論壇開幕式"),),
        material=photos,
    )
    return propose(trip, FORM, {Ref(ref): value for ref, value in (exposure or {}).items()})


def of(found: Proposal, ref: str) -> Candidate:
    return next(
        c for c in (*(c for g in found.groups for c in g.candidates), *found.kept_back) if c.ref == ref
    )


def test_two_photos_are_proposed_for_an_activity():
    assert len(proposal(photo(1), photo(2), photo(3)).proposed()) == 2


def test_the_sharper_photos_are_proposed():
    found = proposal(photo(1, sharpness=200.0), photo(2), photo(3))
    assert set(found.proposed()) == {"P2", "P3"}
    assert of(found, "P1").why == "較不清晰"


def test_the_better_lit_photos_are_proposed():
    found = proposal(photo(1), photo(2), photo(3), exposure={"P1": 0.9, "P2": 0.1, "P3": 0.9})
    assert set(found.proposed()) == {"P1", "P3"}
    assert of(found, "P2").why == "過暗或過亮"


def test_of_two_near_doubles_only_one_is_proposed():
    later = photo(2, fingerprint="00000000fffffff8", said_at=BEGAN + timedelta(hours=1))
    found = proposal(photo(1, fingerprint="00000000ffffffff"), later)
    assert len(found.proposed()) == 1
    assert "相近" in "".join(c.why for g in found.groups for c in g.candidates)


def test_what_the_traveller_keeps_comes_first():
    found = proposal(photo(1, sharpness=50.0, choice="keep"), photo(2), photo(3))
    assert "P1" in found.proposed()
    assert len(found.proposed()) == 2


def test_what_the_traveller_leaves_is_never_shown():
    back = kept_back([photo(1, choice="leave"), photo(2)], Vicinity([photo(1), photo(2)]))
    assert back[Ref("P1")].reason == "您選擇不放這張照片"
    assert Ref("P2") not in back


def test_a_kept_photo_is_shown_though_the_rules_would_not():
    """A badge, a double: the traveller has looked at it, the rules have not."""
    badge = photo(1).model_copy(update={"text": "報到領到識別證"})
    assert Ref("P1") in kept_back([badge], Vicinity([badge]))
    kept = badge.model_copy(update={"choice": "keep"})
    assert kept_back([kept], Vicinity([kept])) == {}


def test_a_trip_without_photos_has_an_empty_proposal():
    assert proposal().groups == ()
