"""Where each message goes."""

from drafting.material import Kind
from drafting.plan.routing import route
from tests.drafting.plan.invented import event, said, trip_of

AGENDA = (event(12, 9, "海城港灣論壇開幕式", 11), event(12, 14, "參訪海城抽水站", 17))


def placed(*material, **more) -> dict[str, str]:
    """Each reference with the part or the title of the activity that it went to."""
    routing = route(trip_of(*material, **({"events": AGENDA, "itinerary": ()} | more)))
    titles = {a.key: a.title for a in routing.activities}
    found = {ref: titles[key] for key, refs in routing.by_activity.items() for ref in refs}
    for part in ("purpose", "lead", "encounters", "media", "impressions", "suggestions", "travel"):
        found |= dict.fromkeys(getattr(routing, part), part)
    return found


def test_what_is_said_before_the_trip_tells_its_purpose():
    assert placed(said("N1", "想了解海城如何抽水", day=9)) == {"N1": "purpose"}


def test_a_note_belongs_to_the_activity_during_which_it_was_written():
    assert placed(said("N1", "主席致詞", hour=10), said("N2", "抽水機4台", hour=15)) == {
        "N1": "海城港灣論壇開幕式",
        "N2": "參訪海城抽水站",
    }


def test_a_note_that_names_another_activity_in_so_many_words_belongs_to_that_one():
    assert placed(said("N1", "海城港灣論壇開幕式現場約五百人", hour=15)) == {"N1": "海城港灣論壇開幕式"}


def test_a_note_between_two_activities_belongs_to_the_one_begun_last():
    assert placed(said("N1", "資料已取得", hour=12.5)) == {"N1": "海城港灣論壇開幕式"}


LATE = (event(12, 9, "拜會海城副市長", 10), event(12, 14, "參訪海城抽水站"))


def test_what_is_told_at_night_of_a_person_belongs_to_where_that_person_was_met():
    by_title = said("N1", "副市長談了災害時的分工", hour=22.5)
    assert placed(by_title, events=LATE) == {"N1": "拜會海城副市長"}, "though the last visit has no end"
    met = said("N1", "由陳處長接待，抽水機4台", hour=15)
    at_night = said("N2", "處長還提到明年要加兩台", hour=22.5)
    assert placed(met, at_night, events=(*AGENDA, event(12, 18, "港口參訪")))["N2"] == "參訪海城抽水站"


def test_an_office_that_was_met_in_two_places_decides_nothing():
    met = (said("N1", "主席致詞", hour=10), said("N2", "主席也來看抽水機", hour=15))
    assert placed(*met, said("N3", "主席答應寄資料", hour=22))["N3"] == "參訪海城抽水站", "the one begun last"


def test_own_reflections_and_wishes_go_to_their_parts_whenever_they_were_written():
    thought = said("N1", "深感平時演練重要", kind=Kind.IMPRESSION)
    wish = said("N2", "建議比照辦理", kind=Kind.SUGGESTION)
    assert placed(thought, wish) == {"N1": "impressions", "N2": "suggestions"}


def test_the_way_there_goes_to_the_itinerary_table_but_only_on_days_of_travel():
    assert placed(said("N1", "桃園機場報到完成，準備登機", day=11)) == {"N1": "travel"}
    assert placed(said("N2", "抽水站導覽員說明航班起飛時要降低水位", hour=15)) == {"N2": "參訪海城抽水站"}


def test_who_was_met_at_tea_during_a_conference_is_an_encounter():
    met = said("N1", "茶敘遇到海城 Ms. Ana Harbour 市長，邀請她來訪", hour=10)
    assert placed(met, purposes=("國際會議",)) == {"N1": "encounters"}
    assert placed(met) == {"N1": "海城港灣論壇開幕式"}


def test_a_photo_without_words_goes_where_the_note_before_it_went():
    note = said("N1", "閘門控制室有3個人值班", hour=15)
    photo = said("P1", hour=15.02)
    assert placed(note, photo)["P1"] == "參訪海城抽水站"


def test_a_photo_without_words_follows_its_album():
    first = said("P1", "海城港灣論壇開幕式大合影", hour=10, album="a")
    second = said("P2", hour=10, album="a")
    assert placed(first, second) == {"P1": "海城港灣論壇開幕式", "P2": "海城港灣論壇開幕式"}


def test_a_long_text_on_a_photo_that_is_a_reflection_is_a_reflection():
    text = "看到閘門旁邊的手寫值班守則，深感制度要寫下來大家才會真的照著做，而不是只放在心裡"
    assert placed(said("P1", text, kind=Kind.IMPRESSION, hour=15))["P1"] == "impressions"


def test_private_words_and_asides_go_nowhere():
    assert placed(said("N1", "想家", kind=Kind.PRIVATE), said("N2", "收到", kind=Kind.ASIDE)) == {}


def test_a_voice_message_counts_once_it_has_words():
    assert placed(said("V1", hour=15)) == {}
    assert placed(said("V1", "抽水機每月測試", hour=15)) == {"V1": "參訪海城抽水站"}
