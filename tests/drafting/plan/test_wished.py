"""What is wished of a part reaches the slots of that part, and no others."""

from drafting.form import form_named
from drafting.material import Kind, Ref
from drafting.plan.outline import outlined
from drafting.plan.routing import route
from drafting.plan.wished import wished
from drafting.revision import Wish
from tests.drafting.plan.invented import event, said, trip_of

TRIP = trip_of(
    said("N1", "想了解海城如何抽水", day=9), said("N2", "抽水機4台", hour=15), said("N3", "開幕約500人", hour=10),
    said("N4", "深感演練重要", kind=Kind.IMPRESSION), said("N5", "好吃", kind=Kind.ASIDE, hour=15),
    events=(event(12, 9, "海城港灣論壇開幕式", 11), event(12, 14, "參訪海城抽水站", 17)),
)  # fmt: skip
FORM = form_named("taichung-summary")


def slots(*wishes: Wish) -> dict[str, tuple[tuple[str, ...], str]]:
    found = {}

    def walk(planned):
        if planned.slot:
            found[planned.key] = (planned.slot.material, planned.slot.guidance)
        for child in planned.sections:
            walk(child)

    for planned in wished(outlined(TRIP, FORM, route(TRIP)), wishes, TRIP):
        walk(planned)
    return found


def changed(*wishes: Wish) -> set[str]:
    before, after = slots(), slots(*wishes)
    return {key for key in before if before[key] != after[key]}


def test_words_reach_every_slot_of_the_part_and_no_other():
    asked = Wish(section="process", words="按時間排")
    assert changed(asked) == {key for key in slots() if key.startswith("activity") or key == "itinerary"}
    assert all(slots(asked)[key][1].endswith("出國人員的要求：按時間排") for key in changed(asked))


def test_material_goes_beside_that_of_its_day():
    asked = Wish(section="process", refs=(Ref("N5"),))
    (key,) = changed(asked)
    assert "N5" in slots(asked)[key][0]


def test_material_is_added_beside_its_place_and_moved_from_it_only_if_that_is_said():
    home = next(key for key, (refs, _) in slots().items() if "N2" in refs)
    added = slots(Wish(section="impressions", refs=(Ref("N2"),)))
    assert "N2" in added[home][0]
    assert "N2" in added["impressions"][0]
    moved = slots(Wish(section="impressions", refs=(Ref("N2"),), moved=True))
    assert "N2" not in moved[home][0]
    assert "N2" in moved["impressions"][0]


def test_what_was_marked_private_since_is_put_nowhere():
    piece = TRIP.piece(Ref("N2")).model_copy(update={"label": Kind.PRIVATE, "kind": Kind.PRIVATE})
    trip = TRIP.model_copy(update={"material": (*(m for m in TRIP.material if m.ref != "N2"), piece)})
    plan = wished(outlined(trip, FORM, route(trip)), (Wish(section="impressions", refs=(Ref("N2"),)),), trip)
    assert "N2" not in str(plan)


def test_material_that_is_there_already_is_not_put_in_twice():
    assert changed(Wish(section="process", refs=(Ref("N2"),))) == set()


def test_material_can_be_left_out():
    here = next(key for key, (refs, _) in slots().items() if "N2" in refs)
    asked = Wish(section=here, without=(Ref("N2"),))
    assert changed(asked) == {here}
    assert "N2" not in slots(asked)[here][0]


def test_a_headed_piece_of_the_writer_means_its_slot():
    assert changed(Wish(section="impressions-2", words="短些")) == {"impressions"}


def test_a_section_that_is_not_there_waits():
    assert changed(Wish(section="activity-99", words="短些")) == set()
