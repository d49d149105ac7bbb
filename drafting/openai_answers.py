"""What a model is asked to answer with, as a schema, and how its answer is read.

The schema is what all compatible servers understand: flat, everything required, no ``$ref``, no lengths, enums only
for names. Servers may ignore it, so the answer is validated here whatever they promise.
"""

import json
import re
import unicodedata
from collections.abc import Collection, Sequence
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from drafting.errors import WriterRefused
from drafting.material import Ref
from drafting.report import SentenceKind

_MOST_ENUM = 250  # longer enums are refused or slow (reference 4.2); the validator knows the refs anyway
_THOUGHTS = re.compile(r"<think>.*?</think>", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_MARKDOWN = re.compile(r"\*\*|__|`+|^\s*(?:#{1,6}|[-*•>])\s+|!?\[([^\]]+)\]\(\S*?\)", re.MULTILINE)
_NUMBER = re.compile(
    r"^\s*(?:[壹貳參肆伍陸柒捌玖拾一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、)]\s*(?!\d))"
)
_INLINE = re.compile(
    r"\s*[\[【\uff3b（(](?:依據|來源|素材|資料)?[:： ]*([A-Z]\d+(?:[、,，;； ]+[A-Z]\d+)*)[\]】\uff3d）)]"
)


class AnswerUnusable(WriterRefused):
    """The answer is no JSON, or not of the shape asked for. ``torn``: it began as JSON, and then broke off."""

    def __init__(self, detail: str, *, torn: bool = False) -> None:
        super().__init__(detail)
        self.torn = torn


class _Loose(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Item(_Loose):
    """One sentence as the model gave it; without words it names a note that may stand as it is. ``headline`` begins a headed
    piece, or names the one that goes on.
    """

    text: str
    sources: tuple[Ref, ...]
    kind: SentenceKind = "fact"
    form: Literal["paragraph", "sentence", "point"] = "sentence"
    headline: str = ""


def cited_by(items: Sequence[Item]) -> tuple[Ref, ...]:
    """All that sentences name, once each."""
    return tuple(dict.fromkeys(ref for item in items for ref in item.sources))


class MendedItem(_Loose):
    """One sentence written anew; ``number`` names the one that it replaces (S1, S2 …)."""

    number: str
    text: str
    sources: tuple[Ref, ...]
    kind: SentenceKind = "fact"


class Answer(_Loose):
    """``abstract`` is what the abstract shall say of these sections, if that was asked for."""

    items: tuple[Item, ...]
    abstract: tuple[Item, ...] = ()


class Naming(Answer):
    """An answer whose items may be without words, where notes may stand as they are."""


class Mended(_Loose):
    items: tuple[MendedItem, ...]


Shape = TypeVar("Shape", Answer, Mended)


def answer_schema(refs: Sequence[Ref], *, headed: bool, abstract: bool = False) -> dict[str, Any]:
    """The schema of ``Answer``, its sources limited to these refs, with headlines only where the slot has them, and with
    sentences for the abstract where they are wanted.

    Nothing is asked for that code can tell by itself: what kind of sentence it is, where a paragraph begins.
    """
    headline = {"headline": {"type": "string"}} if headed else {}
    schema = _items(text={"type": "string"}, sources=_sources(refs), **headline)
    if abstract:
        more = _items(text={"type": "string"}, sources=_sources(refs))
        schema["properties"]["abstract"] = more["properties"]["items"]
        schema["required"] = list(schema["properties"])
    return schema


def mended_schema(refs: Sequence[Ref], numbers: Sequence[str]) -> dict[str, Any]:
    """The schema of ``Mended`` for the sentences with these numbers."""
    return _items(
        number={"type": "string", "enum": list(numbers)}, text={"type": "string"}, sources=_sources(refs)
    )


def read(content: str, shape: type[Shape]) -> Shape:
    """Read an answer, also out of a fence or from among prose; raises AnswerUnusable."""
    bare = _THOUGHTS.sub("", content)
    begin, end = bare.find("{"), bare.rfind("}")
    torn = bare.lstrip().startswith("{")
    if begin < 0 or end < begin:
        raise AnswerUnusable("回答不是 JSON", torn=torn)
    try:
        found = json.loads(bare[begin : end + 1])
    except (ValueError, RecursionError) as error:
        raise AnswerUnusable("回答不是完整的 JSON", torn=torn) from error
    try:
        answer = shape.model_validate(found)
    except ValidationError as error:
        raise AnswerUnusable("回答的欄位不符") from error
    if not any(item.text.strip() or (shape is Naming and item.sources) for item in answer.items):
        raise AnswerUnusable("回答沒有內容")
    return answer


def tidy(text: str, known: Collection[Ref]) -> tuple[str, tuple[Ref, ...]]:
    """The bare sentence without Markdown, its own numbering and control marks; and refs that stood in its text."""
    plain = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    plain = _MARKDOWN.sub(r"\1", _CONTROL.sub("", plain))
    named: list[Ref] = []

    def take(found: re.Match[str]) -> str:
        refs = [Ref(r) for r in re.findall(r"[A-Z]\d+", found[1])]
        if not all(ref in known for ref in refs):
            return found[0]
        named.extend(refs)
        return ""

    plain = _INLINE.sub(take, plain)
    return " ".join(_NUMBER.sub("", plain).split()), tuple(named)


def _items(**properties: dict[str, Any]) -> dict[str, Any]:
    item = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"items": {"type": "array", "items": item}},
        "required": ["items"],
        "additionalProperties": False,
    }


def _sources(refs: Sequence[Ref]) -> dict[str, Any]:
    one: dict[str, Any] = {"type": "string"}
    if 0 < len(refs) <= _MOST_ENUM:
        one["enum"] = list(refs)
    return {"type": "array", "items": one}
