"""Statements after the traveller's own corrections: the right value in the sentence that was wrong, once."""

import re
from collections.abc import Sequence

from drafting.amendments import Amendment
from drafting.material import Material, Ref
from drafting.wording.register import written
from drafting.wording.statement import Statement
from drafting.wording.statements import statements_of

_NOTHING_NEW = re.compile(r"沒有變動|不變|沒變|沒有變|無誤|照舊|沒有錯")
_RESTATED = (
    60  # characters: a shorter sentence that names the right value only repeats what the mended one says
)


def amended_statements(piece: Material, amendments: Sequence[Amendment]) -> list[Statement]:
    """What the piece states now: its own corrections by later notes applied, its corrections of others taken out."""
    text, added = _mended(piece, amendments)
    made = [a for a in amendments if a.by == piece.ref]
    found = []
    for statement in statements_of(piece.model_copy(update={"text": text}) if added else piece):
        kept = _without_denial(statement, made)
        if kept is None:
            continue
        by = tuple(ref for new, ref in added.items() if new and new in kept.text)
        found.append(kept._replace(sources=(*kept.sources, *by)))
    return found


def _mended(piece: Material, amendments: Sequence[Amendment]) -> tuple[str, dict[str, Ref]]:
    """The text with right values, and by which note each came in."""
    text = piece.text
    added: dict[str, Ref] = {}
    for a in amendments:
        if a.target == piece.ref and a.old in text:
            text = _replaced(text, a) if a.new else _without(text, a.old)
            added[written(a.new) if a.new else ""] = a.by
    return text, added


def _replaced(text: str, amendment: Amendment) -> str:
    parts = re.split(rf"(?<![\d.]){re.escape(amendment.old)}(?!\d)", text)
    return amendment.new.join(parts)


def _without_denial(statement: Statement, made: Sequence[Amendment]) -> Statement | None:
    """The statement of a correcting note without what it only takes back; None if nothing else is in it."""
    for a in made:
        if not a.new:
            denied = re.sub(rf"^(?:不是|非){re.escape(a.old)}[^，。]{{0,8}}，(?:是)?", "", statement.text)
            statement = statement._replace(text=denied)
            continue
        restated = written(a.new) in statement.text and len(statement.text) < _RESTATED
        if written(a.old) in statement.text or restated or _NOTHING_NEW.search(statement.text):
            return None
    return statement


def _without(text: str, word: str) -> str:
    """The text without the clauses that hold the word."""
    return "".join(part for part in re.findall(r"[^，。；\s]+[，。；\s]*", text) if word not in part)
