"""The names desk: pairs of Chinese and foreign names that stand side by side in the material."""

import re
from collections.abc import Iterable, Sequence

from drafting.material import Kind, Material, Ref
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
_INSIDE = re.compile(r"^(?P<foreign>.+?),\s*(?P<abbr>[A-Z][A-Za-z&-]{1,11})$")


_WHOLE = (_EQUALS, _ABBR_BRACKET)
"""Where the Chinese name stands alone, nothing before it is cut."""

_DOING = re.compile(
    r"^.*(?:拜會|參訪|參加|出席|拜訪|前往|抵達|主辦的|在(?!地)|於|由|是|的|了|搭乘?|入住)(?=[\u4e00-\u9fff]{3,})"
)
_WITH = re.compile(
    r"^(?:.*[我他她們]|對方|.*[今昨明]天|.*[上下]午|本[市府局])?(?:與|和|跟)(?=[\u4e00-\u9fff]{3,})"
)
_NO_NAME = re.compile(r"[\d點時分元圓日月年號]$|^[上下]午")


def names_in(material: Sequence[Material]) -> tuple[Name, ...]:
    """Every pair, once, with the notes that show it; the first spelling of a pair wins."""
    found: dict[str, Name] = {}
    for piece in material:
        if piece.kind is not Kind.PRIVATE:
            for name in _pairs(piece.text[:20000], piece.ref):
                key = _key(name.foreign or name.abbreviation)
                known = found.get(key)
                if known is None:
                    found[key] = name
                elif piece.ref not in known.sources:
                    found[key] = known.model_copy(update={"sources": (*known.sources, piece.ref)})
    return tuple(found.values())


def _pairs(text: str, ref: Ref) -> Iterable[Name]:
    for pattern in (_EQUALS, _ABBR_BRACKET, _ZH_THEN_FOREIGN, _FOREIGN_THEN_ZH):
        for match in pattern.finditer(text):
            parts = match.groupdict()
            foreign = parts["foreign"].strip(" ,.")
            abbreviation = parts.get("abbr") or ""
            if inside := _INSIDE.match(foreign):
                foreign, abbreviation = inside["foreign"].strip(), inside["abbr"]
            zh = parts["zh"] if pattern in _WHOLE else _noun(parts["zh"])
            if sum(c.isalpha() for c in foreign) >= 3 and not _NO_NAME.search(zh):
                yield Name(zh=zh, foreign=foreign, abbreviation=abbreviation, sources=(ref,))


def _noun(zh: str) -> str:
    """The Chinese name without the words before it: 「拜會東埔市政府」 → 「東埔市政府」, but 「城市與地方政府聯合會」 stays."""
    return _WITH.sub("", _DOING.sub("", zh))


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())
