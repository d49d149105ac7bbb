"""Which sentences of a message could stand in a report as they are, and which lean on others or sound spoken."""

import pytest

from drafting.wording.standing_alone import clings, is_whole, reads_as_written


@pytest.mark.parametrize(
    "text",
    [
        "上午拜會橫濱市港灣局，局長佐藤由紀說明岸電計畫。",
        "UCLG ASPAC於2004年4月成立，辦公室設於印尼雅加達。",
        "建議港務單位先選2個碼頭試辦岸電。",
    ],
)
def test_whole_sentences_of_written_language_do(text: str) -> None:
    assert reads_as_written(text)


@pytest.mark.parametrize(
    "text",
    [
        "下午我們參觀岸電箱，一座3.5公尺高。",
        "會員城市到場的就兩個，臺北與臺中。",
        "市長自己出來迎接，並致詞歡迎。",
        "岸電箱真的蠻大的，一座3.5公尺高。",
        "岸電計畫書記載的期程沒有看到，可惜。",
        "等於主辦城市不用自行負擔全部費用。",
        "對方也同意在9月之前回覆本府來函。",
        "Opening remarks by the Mayor of Yokohama City。",
        "本次論壇議程如下：",
        "共計8座。",
        "社區水位看板：由防災士在路口回報水深。",
    ],
)
def test_what_is_spoken_leans_on_others_or_is_no_sentence_does_not(text: str) -> None:
    assert not reads_as_written(text)


def test_what_leans_on_others_may_still_be_a_sentence() -> None:
    """An abstract takes it at last; a report that must stand as it is does not."""
    text = "等於主辦城市不用自行負擔全部費用。"
    assert is_whole(text)
    assert clings(text)
