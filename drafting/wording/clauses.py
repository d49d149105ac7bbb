"""Sentences and clauses of a message, without those that were said to the bot, to a colleague or to oneself."""

import re
from collections.abc import Iterator

from drafting.gather.kinds import useful
from drafting.wording.shielded import around_quotes

_SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]*[）)]?")
_BREAK = "\x1e"  # a control sign that no message holds
_ASIDE = re.compile(
    r"^(?:請(?:務必|大家|各位|準時|注意|留意)|(?:我|本人)?(?:剛剛?)?(?:看|聽|記|寫|打|說|翻)(?:錯|反)了?$|(?:我|本人)?(?:剛剛?)?(?:看|聽|記|寫|打|說|翻)(?:錯|反)了?[吧啦喔]$|"
    r"是我自己的$|傳$|原檔$|以上$|如題$|未完$|待續$)|(?:應|要|可以|值得)寫(?:進|入)報告|^不錯$|^順順等$|^可惜$"
)
_COMMAND = re.compile(r"(?:(?<=\s)|(?<=[。！？])|^)/[a-z_]{2,20}(?:@\w{1,40})?(?=\s|$)", re.MULTILINE)
_LONGEST = 1500  # characters; what runs on without a full stop is cut at the last comma before


def without_commands(text: str) -> str:
    """The message without words for the bot, such as /draft."""
    return _COMMAND.sub("", text)


def sentences_of(line: str) -> Iterator[str]:
    """The sentences of a line with their marks; a full stop within a quotation ends nothing."""
    marked = around_quotes(line.replace(_BREAK, ""), lambda t: _SENTENCE.sub(lambda m: m[0] + _BREAK, t))
    for sentence in marked.split(_BREAK):
        if sentence.strip(" 　。！？!?」』）)"):
            yield from _cut(sentence)


def _cut(sentence: str) -> Iterator[str]:
    while len(sentence) > _LONGEST:
        edge = max(sentence.rfind(mark, 0, _LONGEST) for mark in "，, 、；") + 1 or _LONGEST
        yield sentence[:edge]
        sentence = sentence[edge:]
    if sentence:
        yield sentence


def kept_clauses(sentence: str) -> str:
    """The sentence without the clauses that make no sense in a report; "" if nothing telling is left."""
    clauses = re.split(r"[，,]\s*", sentence)
    whole = useful(sentence) and not any(_is_aside(clause) for clause in clauses)
    if whole:
        return sentence
    kept = [clause for clause in clauses if useful(clause) and not _is_aside(clause)]
    return "，".join(kept) if len("".join(kept)) >= 8 else ""


def _is_aside(clause: str) -> bool:
    return bool(_ASIDE.search(clause.strip(" 　。！？!?」』）)")))
