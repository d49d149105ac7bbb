"""Which names of a text stand in no source: those in Latin script, and Chinese ones where a title gives them away."""

import re
from collections.abc import Iterator
from itertools import pairwise

from drafting.grounding.evidence import Evidence
from drafting.grounding.latin import Word, parts_of, runs_in
from drafting.grounding.spelling import fold
from drafting.grounding.unsupported import Kind, Unsupported

_TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "he", "hon", "sir", "madam", "ir", "mayor")
)
_TELLS_NOTHING = _TITLES | frozenset(("am", "pm", "no", "vol", "usd", "ntd", "eur", "gmt", "utc", "nt", "us"))
_BODIES = frozenset(
    (
        "association",
        "committee",
        "council",
        "councils",
        "forum",
        "university",
        "ministry",
        "corporation",
        "congress",
        "government",
        "authorities",
        "bank",
        "agency",
        "department",
        "bureau",
        "union",
        "organization",
        "organisation",
        "institute",
        "center",
        "centre",
        "federation",
        "foundation",
        "office",
        "group",
        "company",
        "city",
        "programme",
        "commission",
        "network",
        "alliance",
        "board",
        "chamber",
        "society",
        "league",
        "secretariat",
    )
)
_SURNAMES = (
    "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧"
    "杜傅侯曹薛丁卓馬董唐藍石紀姚連馮程湯田姜白涂鄒尤巫龔嚴韓袁金阮"
)
_POSTS = (
    "先生|女士|小姐|副?市長|副?縣長|副?局長|副?處長|副?科長|副?主席|副?秘書長|副?執行長|副?院長|副?部長|副?署長|副?理事長|副?會長"
    "|副?主任|副?總理|副?校長|副?館長|副?組長|副?司長|副?總經理|教授|博士|大使|議員|知事|專員|董事長|組員|技正|參事|秘書|領事"
)
_NOT_IN_NAMES = "市縣國府會局處院部的是在有和與及由為本該各全前現任新第我們貴等長州區省校館署所司組科"
_PERSON = re.compile(
    rf"(?:^|(?<=[、，。；：「」（）()\s])|(?<=[由與和及跟向請邀晤見訪])|(?<=代表)|(?<=主任)|(?<=市長)|(?<=主席)|(?<=團長))"
    rf"(?P<name>[{_SURNAMES}](?:(?![{_NOT_IN_NAMES}])[\u4e00-\u9fff]){{2}})(?={_POSTS}|\s?[（(](?:Mr|Ms|Mrs|Dr)\b)"
)


def missing_names(text: str, evidence: Evidence) -> Iterator[Unsupported]:
    """Each unknown name once, from its first unknown word to its last."""
    for run in runs_in(text):
        for name in _at_commas(text, run):
            unknown = [w for w in name if w.named and not _is_known(w.text, evidence)]
            if unknown:
                start, end = unknown[0].start, unknown[-1].end
                kind = _kind(name, unknown, listed=len(name) < len(run))
                yield Unsupported(text=text[start:end], kind=kind, start=start, end=end)
    for match in _PERSON.finditer(text):
        if not any(match["name"] in source for source in evidence.texts):
            yield Unsupported(
                text=match["name"], kind="person", start=match.start("name"), end=match.end("name")
            )


def _is_known(word: str, evidence: Evidence) -> bool:
    folded = fold(word)
    stem = folded[:-1] if word.endswith(("'s", "’s")) else folded
    if {folded, stem} & (evidence.words | _TELLS_NOTHING):
        return True
    parts = [p for p in parts_of(word) if p != "s"]
    if len(parts) > 1 and all(p in evidence.words or len(p) == 1 for p in parts):
        return True
    if len(folded) >= 5 and any(folded in run for run in evidence.run_on):
        return True
    return word.isupper() and len(word) > 2 and any(word in letters for letters in evidence.initials)


def _at_commas(text: str, run: list[Word]) -> list[list[Word]]:
    names = [[run[0]]]
    for before, word in pairwise(run):
        if "," in text[before.end : word.start]:
            names.append([])
        names[-1].append(word)
    return names


def _kind(name: list[Word], unknown: list[Word], *, listed: bool) -> Kind:
    words = {fold(w.text) for w in name}
    if words & _TITLES:
        return "person"
    if words & _BODIES or all(w.text.isupper() for w in unknown):
        return "organisation"
    if listed and len(name) <= 2:
        return "place"  # Surabaya, Indonesia
    return "person" if 2 <= len(name) <= 4 and all(w.named for w in name) else "organisation"
