"""Check of how much of 心得 and 建議 is in the traveller's own words: shown always, asked about where it is little."""

from collections.abc import Iterator

from drafting.checks.case import Case, kind_of
from drafting.checks.grams import grams, letters, share_in
from drafting.checks.rule import Said, rule
from drafting.finding import Severity
from drafting.form import Role
from drafting.material import Kind

_LEAST = 0.4  # of the pairs of characters; a writer may order and polish, not think in the traveller's place
_ENOUGH_TO_JUDGE = 20  # characters


@rule(
    "SRC-5",
    Severity.WARNING,
    "心得與建議看得出是出國人員自己的話，並標示所占比例。",
    "行政院及所屬機關使用生成式AI參考指引第 2 點：不以生成結果取代自主思維",
    good="[N1 心得] 岸邊的市場收攤之後，攤商自己把街道洗乾淨，居民才願意住在旁邊\n伍、心得\n岸邊的市場收攤之後，攤商自己把街道洗乾淨，居民才願意住在旁邊。{N1}",
    bad="[N1 心得] 市場很乾淨\n伍、心得\n本次考察深刻體認城市治理須兼顧永續發展與多元參與，未來宜持續深化跨域合作。{N1}",
    needs_material=True,
)
def opinions_are_in_own_words(case: Case) -> Iterator[Said]:
    own = (m for m in case.trip.material if m.own and kind_of(m) in (Kind.IMPRESSION, Kind.SUGGESTION))
    pairs = frozenset[str]().union(*(grams(m.text) for m in own))
    for role in (Role.IMPRESSIONS, Role.SUGGESTIONS):
        section = case.section_for(role)
        if section is None:
            continue
        sentences = [s for s in section.sentences() if s.sources or s.by]  # SRC-1 speaks of the others
        lengths = [(len(letters(s.text)), 1.0 if s.by else share_in(s.text, pairs)) for s in sentences]
        whole = sum(length for length, _ in lengths)
        if whole < _ENOUGH_TO_JUDGE:
            continue
        share = sum(length * each for length, each in lengths) / whole
        told = f"{section.heading}約 {share:.0%} 是出國人員自己的話"
        if share < _LEAST:
            yield Said(section.heading, f"{told}，請在對話中多說一些自己的看法，或直接改寫句子。")
        else:
            yield Said(section.heading, f"{told}。", severity=Severity.INFO)
