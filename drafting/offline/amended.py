"""Statements after the traveller's own corrections: the right value in the sentence that was wrong, once."""

import re
from collections.abc import Sequence

from drafting.material import Material
from drafting.offline.register import written
from drafting.offline.statements import Statement, statements_of
from drafting.plan.amendments import Amendment


def amended_statements(piece: Material, amendments: Sequence[Amendment]) -> list[Statement]:
    """What the piece states now: its own corrections by later notes applied, its corrections of others taken out."""
    text = piece.text
    added = {}
    for a in amendments:
        if a.target == piece.ref and a.old in text:
            text = (
                re.sub(rf"(?<![\d.]){re.escape(a.old)}(?!\d)", a.new, text)
                if a.new
                else _without(text, a.old)
            )
            added[written(a.new) if a.new else ""] = a.by
    made = [a for a in amendments if a.by == piece.ref and a.new]
    found = []
    for statement in statements_of(piece.model_copy(update={"text": text})):
        if any(
            written(a.old) in statement.text
            or (written(a.new) in statement.text and len(statement.text) < 60)
            for a in made
        ):
            continue
        by = tuple(ref for new, ref in added.items() if new and new in statement.text)
        found.append(statement._replace(sources=(*statement.sources, *by)))
    return found


def _without(text: str, word: str) -> str:
    """The text without the clauses that hold the word."""
    return "".join(part for part in re.findall(r"[^，。；\s]+[，。；\s]*", text) if word not in part)
