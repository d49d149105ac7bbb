"""What every check looks at: a report, the trip behind it, the form, and today; read once for all checks."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from drafting.checks.given import Earlier, FileFacts, Heading
from drafting.dates import find_dates
from drafting.form import Form, Part, Role
from drafting.material import Kind, Material, Ref
from drafting.proof import Gate
from drafting.report import ListBlock, Paragraph, PhotoItem, Photos, Report, Section, Sentence, Table
from drafting.review import Recipe
from drafting.trip import ItineraryDay, Trip

_NUMBERED = re.compile(
    r"^(?:[壹貳參肆伍陸柒捌玖拾一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|\d{1,2}[.、])\s*"
)


class Line(NamedTuple):
    """A sentence with the heading it stands under and the part of the form that holds it."""

    where: str
    part: Part | None
    sentence: Sentence


class Shown(NamedTuple):
    """A photo with the heading it stands under."""

    where: str
    item: PhotoItem


class Tabled(NamedTuple):
    """A table with the heading it stands under."""

    where: str
    table: Table


class Hit(NamedTuple):
    """What a pattern found: in which passage, where that stands, and the place in its text."""

    where: str
    text: str
    start: int
    match: re.Match[str]

    @property
    def words(self) -> str:
        """What matched."""
        return self.match[0]

    @property
    def near(self) -> str:
        """The text around the place, so that it is seen however long the passage is."""
        begin = max(0, self.start - 30)
        return ("…" if begin else "") + self.text[begin : self.start + max(40, len(self.words) + 10)]


@dataclass(frozen=True)
class Case:
    report: Report
    trip: Trip
    form: Form
    today: date
    from_file: bool = False  # a report written elsewhere: there is no chat to ask in
    recipe: Recipe | None = None  # how the draft was written, where that is known
    earlier: tuple[Earlier, ...] = ()  # other reports of the house, to compare with
    file: FileFacts | None = None
    layout: tuple[Heading, ...] = ()  # the headings as the file has them
    lost: frozenset[Ref] = frozenset()  # photos whose kept bytes are gone or no longer what they were

    @cached_property
    def sections(self) -> list[tuple[Part | None, int, Section]]:
        """Each section with the part of the form that holds it and its depth."""
        return [(self.form.part(top.key), d, s) for top in self.report.sections for d, s in top.walk()]

    @cached_property
    def headings(self) -> list[tuple[str, str, tuple[Ref, ...]]]:
        """Each heading without its number: where it stands, its words, and the sources of all below it."""
        found = []
        for _, depth, section in self.sections:
            words = _NUMBERED.sub("", section.heading)
            if depth > 1 and words:
                refs = Report(form="", title="", fields={}, sections=(section,)).cited()
                found.append((section.heading, words, tuple(sorted(refs))))
        return found

    @cached_property
    def itinerary(self) -> tuple[ItineraryDay, ...]:
        """The days as the report's 行程表 shows them; without such a table, as the trip knows them."""
        tables = [
            b for s in self.sections if s[2].key == "itinerary" for b in s[2].blocks if isinstance(b, Table)
        ]
        if not tables or len(tables[0].columns) < 3:
            return self.trip.itinerary
        sources = {row.day: row.sources for row in self.trip.itinerary}
        near = self.trip.period.start if self.trip.period else None
        found = [(next(iter(find_dates(row[0], near)), None), row) for row in tables[0].rows]
        return tuple(
            ItineraryDay(day=date_.first, place=row[1], activity=row[2], sources=sources.get(date_.first, ()))
            for date_, row in found
            if date_ is not None and date_.first is not None
        )

    @cached_property
    def lines(self) -> list[Line]:
        """Every sentence and list item in reading order."""
        return list(self._lines())

    @cached_property
    def photos(self) -> list[Shown]:
        return [
            Shown(section.heading, item)
            for _, _, section in self.sections
            for block in section.blocks
            if isinstance(block, Photos)
            for item in block.items
        ]

    @cached_property
    def tables(self) -> list[Tabled]:
        return [
            Tabled(section.heading, block)
            for _, _, section in self.sections
            for block in section.blocks
            if isinstance(block, Table)
        ]

    @cached_property
    def passages(self) -> list[tuple[str, str]]:
        """Every piece of text that is printed, with where it stands: fields, headings, sentences, cells, captions."""
        found = [(self.label(key), value) for key, value in self.report.fields.items()]
        found += [(s.heading, s.heading) for _, _, s in self.sections]
        found += [(line.where, line.sentence.text) for line in self.lines]
        found += [(t.where, cell) for t in self.tables for row in t.table.rows for cell in row]
        return found + [(shown.where, shown.item.caption) for shown in self.photos]

    @cached_property
    def body(self) -> list[tuple[str, str]]:
        """As ``passages``, without the fields of the form."""
        return self.passages[len(self.report.fields) :]

    @cached_property
    def paragraphs(self) -> list[tuple[str, Part | None, str]]:
        """Each paragraph or point as one text, with its heading and the part of the form."""
        found = []
        for part, _, section in self.sections:
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    found.append((section.heading, part, block.text))
                elif isinstance(block, ListBlock):
                    found += [(section.heading, part, item.text) for item in block.items]
        return found

    @cached_property
    def prose(self) -> str:
        """Everything that is printed, a line for each passage; the fields of the form come first."""
        return "\n".join(text for _, text in self.passages)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(text) + 1 for _, text in self.passages)]

    def hits(self, pattern: re.Pattern[str], *, fields: bool = False) -> Iterator[Hit]:
        """Where the pattern stands in the body, or in the fields too; it is looked for in all passages at one go.

        A match that runs from one passage into the next is none.
        """
        first = 0 if fields else self._starts[len(self.report.fields)]
        for match in pattern.finditer(self.prose, min(first, len(self.prose))):
            place = bisect_right(self._starts, match.start()) - 1
            where, text = self.passages[min(place, len(self.passages) - 1)]
            start = match.start() - self._starts[place]
            if start + len(match[0]) <= len(text):
                yield Hit(where, text, start, match)

    def told(self, role: Role) -> str:
        """All that is printed in the part with this role, headings and captions too; "" without such a part."""
        part = self.form.part_for(role)
        if part is None:
            return ""
        found = [s.heading for p, _, s in self.sections if p is part]
        found += [line.sentence.text for line in self.lines if line.part is part]
        found += [
            item.caption
            for p, _, s in self.sections
            for block in s.blocks
            if p is part and isinstance(block, Photos)
            for item in block.items
        ]
        return "\n".join(found)

    @cached_property
    def gate(self) -> Gate:
        """What may be said on the strength of which piece."""
        return Gate(self.trip)

    @cached_property
    def pieces(self) -> dict[Ref, Material]:
        return {m.ref: m for m in self.trip.material}

    def label(self, key: str) -> str:
        """What the form calls a field."""
        field = self.form.field(key)
        return field.label if field else key

    def section_for(self, role: Role) -> Section | None:
        """The top section that holds this role, or None."""
        part = self.form.part_for(role)
        return self.report.section(part.key) if part else None

    def _lines(self) -> Iterator[Line]:
        for part, _, section in self.sections:
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    yield from (Line(section.heading, part, s) for s in block.sentences)
                elif isinstance(block, ListBlock):
                    yield from (Line(section.heading, part, s) for s in block.items)


def kind_of(piece: Material) -> Kind:
    """What the traveller called it, else what the rules think."""
    return piece.label or piece.kind
