"""Which photos are shown, and what stands below them."""

from drafting.material import Kind, StoredFile
from drafting.plan.captions import captioned
from drafting.plan.photo_choice import kept_back
from drafting.plan.vicinity import Vicinity
from tests.drafting.plan.invented import said, trip_of


def reasons(*material) -> dict[str, str]:
    photos = [m for m in material if m.ref.startswith("P")]
    return {ref: unused.reason for ref, unused in kept_back(photos, Vicinity(material)).items()}


def captions(*material, title: str = "參訪海城抽水站") -> list[str]:
    trip = trip_of(*material)
    refs = [m.ref for m in material if m.ref.startswith("P")]
    return [item.caption for item in captioned(trip, Vicinity(trip.material), refs, title, set())]


def test_a_caption_of_nothing_but_chatter_gives_way_to_the_name_of_the_activity():
    assert captions(
        said("P1", "早餐 超好吃😂"), said("P2", "這張是他們的控制室，拍得有點糊哈哈", hour=10.1)
    ) == [
        "參訪海城抽水站",
        "他們的控制室",
    ]


def test_of_two_nearly_equal_pictures_the_first_is_shown():
    one, two = (
        said("P1", fingerprint="ffff0000ffff0000"),
        said("P2", hour=10.1, fingerprint="ffff0000ffff0001"),
    )
    assert reasons(one, two) == {"P2": "與 P1 幾乎相同，同一場景只放一張"}


def test_equal_pictures_of_different_hours_are_both_shown():
    assert reasons(said("P1", fingerprint="ffff"), said("P2", hour=15, fingerprint="ffff")) == {}


def test_only_the_picture_before_the_remark_is_rejected():
    assert reasons(said("P1"), said("P2", hour=10.01), said("N1", "上面那張手抖了，不要用", hour=10.02)) == {
        "P2": "您說過這張不要用"
    }


def test_a_reply_rejects_the_picture_that_it_answers():
    assert reasons(said("P1"), said("P2", hour=10.01), said("N1", "這張不要用", hour=12, reply_to="P1")) == {
        "P1": "您說過這張不要用"
    }


def test_a_card_is_kept_back_but_not_the_portrait_of_somebody_who_gave_one():
    assert list(reasons(said("P1"), said("N1", "名片上是沢田", hour=10.01))) == ["P1"]
    assert reasons(said("P1"), said("N1", "與處長交換了名片", hour=10.01)) == {}


def test_a_dark_picture_is_kept_back_only_beside_enough_others():
    bright = [said(f"P{i}", hour=10 + i, sharpness=100.0) for i in range(1, 5)]
    dark = said("P9", hour=16, sharpness=3.0)
    assert list(reasons(*bright, dark)) == ["P9"]
    assert reasons(bright[0], dark) == {}


def test_badges_private_pictures_and_lost_files_are_kept_back_with_their_reason():
    lost = said("P3", file=StoredFile(name="c.jpg", missing="檔案超過 20 MB，請分次傳送"))
    assert reasons(said("P1", "識別證"), said("P2", kind=Kind.PRIVATE), lost) == {
        "P1": "圖說提到識別證或證件，可能含個人資料，請確認後再放入",
        "P2": "您標記為私人，不放入報告",
        "P3": "檔案超過 20 MB，請分次傳送",
    }


def test_a_short_text_sent_with_the_photo_is_its_caption_in_written_register():
    assert captions(said("P1", "跟海城王大明處長合照😂")) == ["與海城王大明處長合影"]


def test_words_about_taking_the_picture_do_not_stand_below_it():
    assert captions(said("P1", "控制室（問過可以拍）")) == ["控制室"]
    assert captions(said("P1", "控制室（24小時值班）")) == ["控制室（24小時值班）"]


def test_a_photo_without_words_carries_the_name_of_its_activity_and_no_two_are_equal():
    assert captions(said("P1"), said("P2", hour=12)) == ["參訪海城抽水站", "參訪海城抽水站（二）"]


def test_the_person_met_just_before_is_named():
    met = said("N1", "茶敘遇到海城 Ms. Ana Harbour", hour=10)
    assert captions(met, said("P1", hour=10.02)) == ["與Ms. Ana Harbour合影"]


def test_a_long_text_is_not_a_caption():
    assert captions(said("P1", "站長說明四台抽水機之中有一台是備援，平常只有兩個人值班，颱風來時五個人")) == [
        "參訪海城抽水站"
    ]
