"""Who 我 is in a report."""

from drafting.material import Kind
from drafting.wording.first_person import named
from tests.drafting.plan.invented import said, trip_of

ALONE = trip_of()
TOGETHER = ALONE.model_copy(
    update={"travellers": (*ALONE.travellers, ALONE.travellers[0].model_copy(update={"name": "陳大同"}))}
)


def test_of_several_travellers_the_one_who_wrote_is_named():
    assert (
        named("本人在B組簡報，前兩題我有準備。", said("N1"), TOGETHER)
        == "王小芸在B組簡報，前兩題王小芸有準備。"
    )


def test_one_traveller_alone_is_written_as_such():
    assert named("水壓門我推不開。", said("N1"), ALONE) == "水壓門本人推不開。"


def test_somebody_who_is_no_traveller_is_not_named():
    assert named("本人在場。", said("N1", author="路人"), TOGETHER) == "本人在場。"


def test_we_our_country_and_the_person_of_others_stay():
    text = "總理本人到場，我國與我們都列席，自我介紹後他說「我很高興」。"
    assert named(text, said("N1"), TOGETHER) == text


def test_reflections_keep_their_own_voice():
    assert named("我覺得值得。", said("N1", kind=Kind.IMPRESSION), TOGETHER) == "我覺得值得。"
