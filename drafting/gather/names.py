"""The names desk: pairs of Chinese and foreign names that stand side by side in the material."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from drafting.gather.personal_names import is_name
from drafting.material import Kind, Material, Medium, Ref
from drafting.trip import Name

_LATIN = r"[A-ZÀ-Þ0-9][A-Za-zÀ-ÿ0-9.,’'&–\-()（） ]{1,110}[A-Za-zÀ-ÿ0-9.)）]"
_HAN = r"(?:\d{1,4}(?=[世年第屆]))?[\u4e00-\u9fff][\u4e00-\u9fff0-9・]{1,28}"
_ZH_THEN_FOREIGN = re.compile(
    rf"「?(?P<zh>{_HAN})」?\s*[(（]\s*(?P<foreign>{_LATIN})(?:\s{{1,9}}[\u4e00-\u9fff][^)）]{{0,80}})?\s{{0,9}}[)）]"
)
_FOREIGN_THEN_ZH = re.compile(rf"(?P<foreign>{_LATIN})\s*[(（]\s*「?(?P<zh>{_HAN})」?\s*[)）]")
_EQUALS = re.compile(
    rf"(?P<abbr>[A-Z][A-Za-z&-]{{1,11}})\s*[=＝:：]\s*(?P<foreign>{_LATIN})\s+(?P<zh>{_HAN})"
)
_ABBR_BRACKET = re.compile(
    rf"\b(?P<abbr>[A-Z][A-Z&-]{{1,11}})\s*[(（]\s*(?P<foreign>{_LATIN})\s+(?P<zh>{_HAN})\s*[)）]"
)
_INSIDE = re.compile(r"^(?P<foreign>.+?),\s*(?P<abbr>(?=[^,]*[A-Z][a-z&-]*[A-Z])[A-Z][A-Za-z&-]{1,11})$")
"""An abbreviation has two capitals: what follows a comma otherwise is a country (Surabaya, Indonesia)."""
_CAPITALS = re.compile(r"[A-Z][A-Z&-]{1,11}")

_WHOLE = (_EQUALS, _ABBR_BRACKET)
"""Where the Chinese name stands alone, nothing before it is cut."""

_POSTS = "主席|代表|[市局處科組部會議館院校站]長|秘書長|執行長|理事長|主任|知事|教授|博士|專員|經理"
_DOING = re.compile(
    r"^.*(?:拜會|參訪|參加|出席|拜訪|前往|抵達|主辦的|在(?!地)|於|由|是|的|了|搭乘?|入住)(?=[\u4e00-\u9fff]{3,})"
)
_WITH = re.compile(
    r"^(?:.*[我他她們]|對方|.*[今昨明]天|.*[上下]午|本[市府局])?(?:與|和|跟)(?=[\u4e00-\u9fff]{3,})"
)
_NO_NAME = re.compile(r"[\d點時分元圓日月年號]$|^[上下]午|自己$")
_COUNTED = re.compile(r"^(?:還有|以及)|^第[一二三四五六七八九十\d]{1,3}[站個家]")
_POST = re.compile(rf"^.*(?:{_POSTS})(?=[\u4e00-\u9fff]{{2,4}}$)")
_ADDRESS = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:先生|女士|小姐)$")


def names_in(material: Sequence[Material]) -> tuple[Name, ...]:
    """Every pair, once, with the notes that show it; the first spelling of a pair wins."""
    found: dict[str, Name] = {}
    for piece in material:
        if piece.kind is not Kind.PRIVATE:
            for name in (*_contact(piece), *_pairs(piece.text[:20000], piece.ref)):
                key = key_of(name)
                known = found.get(key)
                if known is None:
                    found[key] = name
                elif piece.ref not in known.sources:
                    found[key] = known.model_copy(update={"sources": (*known.sources, piece.ref)})
    return _merged(tuple(found.values()))


def _merged(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Without those that give only the abbreviation of a name that another entry has whole."""
    whole = {(n.zh, n.abbreviation): n for n in names if n.zh and n.foreign and n.abbreviation}
    short = [n for n in names if not n.foreign and (n.zh, n.abbreviation) in whole]
    for name in short:
        known = whole[name.zh, name.abbreviation]
        sources = tuple(dict.fromkeys((*known.sources, *name.sources)))
        whole[name.zh, name.abbreviation] = known.model_copy(update={"sources": sources})
    return tuple(whole.get((n.zh, n.abbreviation), n) for n in names if n not in short)


def _pairs(text: str, ref: Ref) -> Iterable[Name]:
    for pattern in (_EQUALS, _ABBR_BRACKET, _ZH_THEN_FOREIGN, _FOREIGN_THEN_ZH):
        for match in pattern.finditer(text):
            parts = match.groupdict()
            foreign = parts["foreign"].strip(" ,.")
            if not set("(（").intersection(foreign):
                foreign = foreign.rstrip(")）")
            abbreviation = parts.get("abbr") or ""
            if inside := _INSIDE.match(foreign):
                foreign, abbreviation = inside["foreign"].strip(), inside["abbr"]
            elif not abbreviation and _CAPITALS.fullmatch(foreign):
                foreign, abbreviation = "", foreign
            quoted = text[match.start("zh") - 1 : match.start("zh")] == "「"
            zh = parts["zh"] if pattern in _WHOLE or quoted else _noun(parts["zh"])
            if _TITLED.match(foreign):
                zh = _ADDRESS.sub("", _POST.sub("", zh))
            if sum(c.isalpha() for c in foreign or abbreviation) >= 3 and not _NO_NAME.search(zh):
                yield Name(
                    zh=zh,
                    foreign=foreign,
                    abbreviation=abbreviation,
                    kind=kind_of(zh, foreign),
                    sources=(ref,),
                )


def _noun(zh: str) -> str:
    """The Chinese name without the words before it: 「拜會東埔市政府」 → 「東埔市政府」, but 「城市與地方政府聯合會」 stays."""
    return _COUNTED.sub("", _WITH.sub("", _DOING.sub("", zh)))


def _contact(piece: Material) -> Iterable[Name]:
    """Each card that was sent is a person by that name, and below it what the person belongs to (機關／職稱)."""
    if piece.medium is not Medium.CONTACT:
        return
    for card in re.split(r"\n{2,}", piece.text.strip()):
        person, _, below = card.partition("\n")
        organisation = below.partition("／")[0]
        for shown, kind in ((person.strip(), "person"), (organisation.strip(), "organisation")):
            if shown:
                zh = shown if re.search(r"[\u4e00-\u9fff]", shown) else ""
                yield Name(zh=zh, foreign="" if zh else shown, kind=kind, sources=(piece.ref,))


def key_of(name: Name) -> str:
    """By what an entry is known, whatever is corrected about it: its foreign form, else its Chinese one."""
    return re.sub(r"[^a-z0-9]", "", (name.foreign or name.abbreviation).lower())[:40] or name.zh[:20]


def kind_of(zh: str, foreign: str) -> Literal["", "person", "organisation", "place"]:
    """What a name is the name of, as far as its words tell."""
    if _ORGANISATION.search(zh) or _ORGANISATION_FOREIGN.search(foreign):
        return "organisation"
    if is_name(zh) or _TITLED.match(foreign) or "・" in zh or "·" in zh:
        return "person"
    return "place" if _PLACE.search(zh) or _PLACE_FOREIGN.search(foreign) else ""


_ORGANISATION = re.compile(
    r"(?:政府|公所|局|會|處|部|署|院|所|大學|學院|公司|協會|中心|聯盟|組織|基金會|委員會|聯合會|議會|集團|隊)$"
)
_ORGANISATION_FOREIGN = re.compile(
    r"\b(?:Association|Universit\w+|Government|Ministry|Institute|Council|Bureau|Department|Committee|Organi[sz]ation|"
    r"Authority|Agency|Office|Centre|Center|Foundation|Union|League|Society|Company|Corporation|Ltd|Inc)\b"
)
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Hon|Mayor|Minister)\b")
_PLACE = re.compile(r"(?:市|縣|區|港|館|園|橋|站|寺|塔|街|路|機場|飯店|廣場|碼頭|水庫|河|島)$")
_PLACE_FOREIGN = re.compile(
    r"\b(?:City|Port|Harbou?r|Museum|Park|Bridge|Station|Airport|Hotel|River|Island|Street|Road)\b"
)
