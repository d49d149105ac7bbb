"""What is written: a filled form. Every sentence names the material that it rests on."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from drafting.frozen import Frozen
from drafting.material import Ref

SentenceKind = Literal["fact", "quote", "opinion", "link"]


class Sentence(Frozen):
    """A cited sentence. A ``link`` states nothing of its own and may stand without a source.

    ``by`` names the person who wrote it by hand and thereby answers for it; "" if a writer did.
    """

    text: str
    sources: tuple[Ref, ...] = ()
    kind: SentenceKind = "fact"
    by: str = ""


class Paragraph(Frozen):
    type: Literal["paragraph"] = "paragraph"
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        return "".join(s.text for s in self.sentences)


class ListBlock(Frozen):
    """Numbered points; the number is written by the exporter in the form's style for the level below the heading."""

    type: Literal["list"] = "list"
    items: tuple[Sentence, ...]


class Table(Frozen):
    """``rows`` hold one string for each of ``columns``; ``widths`` are relative and as many."""

    type: Literal["table"] = "table"
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sources: tuple[Ref, ...] = ()
    widths: tuple[float, ...] = ()


class PhotoItem(Frozen):
    ref: Ref
    caption: str
    sources: tuple[Ref, ...] = ()


class Photos(Frozen):
    """Photos shown in pairs, side by side, each with its caption below (seed)."""

    type: Literal["photos"] = "photos"
    items: tuple[PhotoItem, ...]


Block = Annotated[Paragraph | ListBlock | Table | Photos, Field(discriminator="type")]


class Section(Frozen):
    """``heading`` is complete with its number: 參、目的. ``key`` names a part of the form, or a block within one."""

    key: str
    heading: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()

    def walk(self, depth: int = 1) -> Iterator[tuple[int, "Section"]]:
        """Itself and all sections below it, with the depth that its heading has (1 = 壹、)."""
        yield depth, self
        for child in self.sections:
            yield from child.walk(depth + 1)

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence and list item, in order; captions and cells are not sentences."""
        for _, section in self.walk():
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    yield from block.sentences
                elif isinstance(block, ListBlock):
                    yield from block.items

    @property
    def text(self) -> str:
        """The prose of this section, without headings, tables and captions: what a length rule counts."""
        return "".join(s.text for s in self.sentences())


class Unused(Frozen):
    """Material that no sentence used, and why (zh-TW)."""

    ref: Ref
    reason: str


class FailedPart(Frozen):
    """A section that could not be written, and the sentence (zh-TW) that says why; the rest of the report stands."""

    key: str
    title: str
    problem: str


class Report(Frozen):
    """A filled form. ``fields`` maps the form's field keys to what the form shows in them (zh-TW text)."""

    form: str
    title: str
    fields: dict[str, str]
    sections: tuple[Section, ...]
    unused: tuple[Unused, ...] = ()
    failed: tuple[FailedPart, ...] = ()

    def section(self, key: str) -> Section | None:
        """The top section with this key, or None."""
        return next((s for s in self.sections if s.key == key), None)

    def walk(self) -> Iterator[tuple[int, Section]]:
        """Every section with its depth, in reading order."""
        for section in self.sections:
            yield from section.walk()

    def cited(self) -> frozenset[Ref]:
        """Every reference that a sentence, table or photo names."""
        found: set[Ref] = set()
        for _, section in self.walk():
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    found.update(r for s in block.sentences for r in s.sources)
                elif isinstance(block, ListBlock):
                    found.update(r for s in block.items for r in s.sources)
                elif isinstance(block, Table):
                    found.update(block.sources)
                else:
                    found.update(r for p in block.items for r in (p.ref, *p.sources))
        return frozenset(found)
