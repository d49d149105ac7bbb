"""What counts as copying, and what does not."""

import pytest

from drafting.checks import Earlier, check
from drafting.form import form_named
from drafting.material import Medium, StoredFile

BROCHURE = (
    "海城港務局成立於一九七二年，負責港區的營運、維護與防災工作，轄下設有五個營運處與一所訓練中心，"
    "近年積極推動智慧港埠計畫，整合船舶動態、潮位與氣象資料，並開放民間團體查詢。"
)
OTHER = (
    "本府派員赴日本參加農產品展覽，瞭解當地產銷制度與包裝規格，並拜會農業協會交換意見。"
    "各級農會代表踴躍發言，分享冷鏈運輸的經驗，會場內試吃攤位前總是大排長龍。"
    "主辦單位安排參觀果菜市場，清晨四點就開始競標，交易員以手勢出價，速度很快。"
)


def found(sample, *earlier):
    from tests.drafting.checks.conftest import TODAY

    every = check(sample.report, sample.trip, form_named(sample.form), TODAY, earlier=earlier)
    return [f for f in every if f.check == "SRC-2"]


def paper(say, text=BROCHURE, **more):
    piece = say("D1", text, **more)
    return piece.model_copy(update={"medium": Medium.PAPER, "file": StoredFile(name="港務局簡介.pdf")})


class TestPapers:
    def with_paper(self, sample, say, write, part, text, sources=("N1",)):
        trip = sample.trip_with(material=(*sample.trip.material, paper(say)))
        return trip.body(part, write(text, sources=sources))

    def test_a_sentence_taken_from_a_paper_is_named_with_the_paper(self, sample, say, write):
        (finding,) = found(self.with_paper(sample, say, write, "purpose", BROCHURE))
        assert finding.severity == "warning"
        assert "「港務局簡介.pdf」" in finding.message
        assert (finding.sources, finding.quote) == (("D1",), BROCHURE)

    def test_one_that_names_the_paper_as_its_source_is_only_told(self, sample, say, write):
        (finding,) = found(self.with_paper(sample, say, write, "purpose", BROCHURE, ("D1",)))
        assert finding.severity == "info"

    def test_an_impression_taken_from_a_paper_is_nobodys_impression(self, sample, say, write):
        (finding,) = found(self.with_paper(sample, say, write, "impressions", BROCHURE, ("D1",)))
        assert (finding.severity, "改寫成自己的看法" in finding.message) == ("warning", True)

    @pytest.mark.parametrize(
        "text",
        [
            f"據港務局簡介指出，{BROCHURE}",
            "海城港務局負責港區的營運與防災，我們問了潮位資料怎麼開放給民間團體使用。",
            "海城港務局成立於一九七二年。",
        ],
    )
    def test_quoted_reworded_or_short_sentences_may_stand(self, sample, say, write, text):
        assert found(self.with_paper(sample, say, write, "purpose", text)) == []


class TestOtherReports:
    def earlier(self, text=OTHER, **more):
        return Earlier(
            **{"title": "赴日本農產展", "places": ("日本",), "passages": (("參、目的", text),)} | more
        )

    def sample_with(self, sample, write, text):
        return (
            sample.body("abstract")
            .body("impressions")
            .body("purpose", write(text))
            .trip_with(regions=("新加坡",))
        )

    def test_only_the_country_was_changed(self, sample, write):
        (finding,) = found(
            self.sample_with(sample, write, OTHER.replace("日本", "新加坡") * 3), self.earlier()
        )
        assert finding.severity == "error"
        assert "只換了地名" in finding.message
        assert "「赴日本農產展」" in finding.message
        assert "各級農會代表踴躍發言" in finding.quote

    def test_a_colleagues_draft_is_a_warning_since_both_may_sign_together(self, sample, write):
        (finding,) = found(self.sample_with(sample, write, OTHER * 3), self.earlier(approved=False))
        assert (finding.severity, "其他案件的草稿" in finding.message) == ("warning", True)

    def test_a_report_of_its_own_is_not_compared_away(self, sample):
        assert found(sample, self.earlier()) == []

    def test_a_short_background_that_is_used_again_is_no_copy(self, sample, write):
        own = "".join(f"第{n}站看了排水設備，管理員說明了第{n}次颱風時的操作與人力調度。" for n in range(20))
        assert found(self.sample_with(sample, write, OTHER[:40] + own), self.earlier()) == []
