"""From the pieces of a document to a report: which lines are headings, sentences, points, captions and tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafting.checks.given import FileFacts, Heading
from drafting.existing.behind import without_sheets
from drafting.existing.blocks import CaptionBlock, HeadingBlock, Opened, TableBlock, TextBlock
from drafting.existing.cover import cover_fields, has_cover, line_fields, table_fields
from drafting.existing.fields import read_fields, trip_from
from drafting.existing.marks import DEEPEST_SECTION, Marked, is_headline, marked
from drafting.existing.part_names import lifted, part_at, rank_of_parts
from drafting.form import Form, Part
from drafting.frozen import Frozen
from drafting.material import Ref
from drafting.report import Block, ListBlock, Paragraph, PhotoItem, Photos, Report, Section, Sentence, Table
from drafting.trip import Trip

_SENTENCE = re.compile(r"[^。！？]*[。！？]+[」』）)]*|[^。！？]+$")
_LETTERS = re.compile(r"[\s（）()：:、。\u3000]+")
_HEADLINE = re.compile(r"(?:「[^」]*」|[^「：。]){1,60}：")
_LONGEST_CAPTION = 80
_GAP = re.compile(r"[（(]照片缺漏[^）)]*[）)]\s*")
_MOST_PHOTOS_IN_A_ROW = 2
_LONG_ENOUGH_TO_BE_CUT = 40


class Existing(Frozen):
    """``report`` has no sources; ``trip`` holds what the form page and the tables tell; ``layout`` the headings as set."""

    report: Report
    trip: Trip
    layout: tuple[Heading, ...] = ()
    file: FileFacts | None = None


@dataclass
class _Node:
    depth: int
    key: str
    heading: str
    blocks: list[Block] = field(default_factory=list)
    children: list["_Node"] = field(default_factory=list)

    def frozen(self) -> Section:
        children = tuple(c.frozen() for c in self.children)
        return Section(key=self.key, heading=self.heading, blocks=tuple(self.blocks), sections=children)


def read_existing(opened: Opened, form: Form) -> Existing:
    """Read what was opened as a report on this form. What cannot be placed is left out of no count: it is text."""
    opened = opened.model_copy(update={"blocks": tuple(without_sheets(opened.blocks, form))})
    rank = rank_of_parts((line for block in opened.blocks for line in _lines(block)), form)
    front, body = _split(opened, form, rank)
    fields = read_fields(front[1:] if has_cover(front) else front, form)
    if form.language == "en":
        fields |= _english_fields(body, form)
    fields = cover_fields(front, form) | fields
    tree = _Reader(form, rank, captions_known=opened.captions_known, styled=opened.styled)
    for block in body:
        tree.take(block)
    heads = form.words.day_columns
    itinerary = _table_with(tree.tables, "日期", "行程") or _table_with(tree.tables, heads[0], heads[2])
    members = _table_with(tree.tables, "姓名")
    sections = tuple(node.frozen() for node in tree.top)
    title = next((line.strip() for line in front if line.strip()), "")
    report = Report(form=form.key, title=title, fields=fields, sections=sections)
    return Existing(
        report=report,
        trip=trip_from(fields, itinerary, members),
        layout=tuple(tree.layout),
        file=opened.facts,
    )


def _split(
    opened: Opened, form: Form, rank: int
) -> tuple[list[str], list[TextBlock | HeadingBlock | TableBlock | CaptionBlock]]:
    """The form page as lines, and the body from the first part on; the abstract's part may begin in the form page."""
    front: list[str] = []
    body: list[TextBlock | HeadingBlock | TableBlock | CaptionBlock] = []
    for block in opened.blocks:
        if body:
            body.append(block)
            continue
        lines = _lines(block)
        at = next((i for i, line in enumerate(lines) if part_at(line, form, rank)), None)
        if at is None or (isinstance(block, TableBlock) and len(block.rows) > 1 and at == 0):
            front += lines
        else:
            front += lines[:at]
            is_heading = isinstance(block, HeadingBlock)
            body += [block] if is_heading else [TextBlock(text=line) for line in lines[at:]]
    return front, body


def _english_fields(
    body: Sequence[TextBlock | HeadingBlock | TableBlock | CaptionBlock], form: Form
) -> dict[str, str]:
    """English forms have their blanks in the tables of the first parts."""
    seconds = [n for n, block in enumerate(body) if isinstance(block, HeadingBlock)][1:2]
    first = body[1 : (seconds or [0])[0]]
    details = [line for b in first if isinstance(b, TextBlock | CaptionBlock) for line in _lines(b)]
    lines = [line for block in body if isinstance(block, TextBlock) for line in _lines(block)]
    tables = [block for block in body if isinstance(block, TableBlock)]
    return read_fields(details, form) | line_fields(lines, form) | table_fields(tables, form)


def _lines(block: TextBlock | HeadingBlock | TableBlock | CaptionBlock) -> list[str]:
    if isinstance(block, TableBlock):
        return [line for row in block.rows for cell in row for line in cell.split("\n") if line.strip()]
    return [line for line in block.text.split("\n") if line.strip()]


class _Reader:
    """Takes the blocks of the body one by one and grows the tree of sections."""

    def __init__(self, form: Form, rank: int, *, captions_known: bool, styled: bool) -> None:
        self.form = form
        self.rank = rank
        self.styled = styled
        self.captions_known = captions_known
        self.top: list[_Node] = []
        self.tables: list[tuple[tuple[str, ...], ...]] = []
        self.layout: list[Heading] = []
        self._path: list[_Node] = []

    def take(self, block: TextBlock | HeadingBlock | TableBlock | CaptionBlock) -> None:
        if isinstance(block, TableBlock):
            self._take_table(block)
        elif isinstance(block, CaptionBlock):
            self._caption(block.text)
        elif isinstance(block, HeadingBlock):
            self._heading(block.text, block.level)
        else:
            for line in block.text.split("\n"):
                if line.strip():
                    self._line(line.strip())

    def _heading(self, text: str, level: int) -> None:
        if self.form.language == "en":
            self._english_heading(text, level)
            return
        mark = lifted(marked(text), self.rank)
        part = part_at(text, self.form, self.rank)
        if mark.depth <= DEEPEST_SECTION:
            depth = 1 if part else mark.depth
            self.layout.append(Heading(mark.line, depth, level, bulleted=mark.line != text.strip()))
        if part and self._is_begun(part):
            self._path[0].heading = mark.line  # 內容摘要：, and 壹、摘要 below it
        elif part or mark.depth == 1:
            self._open(1, part.key if part else "", mark.line)
        elif 0 < mark.depth <= DEEPEST_SECTION:
            self._open(mark.depth, "", mark.line)
        elif mark.depth:
            self._point(mark)
        elif self._path:
            self._open(min(max(level, 2), len(self._path) + 1), "", text)

    def _english_heading(self, text: str, level: int) -> None:
        """The marks of an English outline differ from house to house, so the level of the heading tells its rank."""
        part = part_at(text, self.form, self.rank)
        depth = 1 if part else min(max(level, 2), len(self._path) + 1)
        self.layout.append(Heading(text, depth, level))
        self._open(depth, part.key if part else "", text)

    def _line(self, line: str) -> None:
        if self.form.language == "en":
            self._english_line(line)
            return
        mark = lifted(marked(line), self.rank)
        if 0 < mark.depth <= DEEPEST_SECTION and mark.line != line and not self.styled:
            head = _HEADLINE.match(mark.line)
            self.layout.append(Heading(head[0] if head else mark.line[:40], mark.depth, bulleted=True))
        part = part_at(line, self.form, self.rank)
        if part and not (self._path and self._path[0].key == part.key):
            self._open(1, part.key, mark.line)
        elif part and self._is_begun(part):
            self._path[0].heading = mark.line  # 內容摘要：, and 壹、摘要 below it
        elif self.styled and mark.depth > 1:
            self._point(mark)
        elif mark.depth == 1 and is_headline(mark.rest):
            self._open(1, "", mark.line)
        elif 0 < mark.depth <= DEEPEST_SECTION and is_headline(mark.rest):
            self._open(mark.depth, "", mark.line)
        elif 0 < mark.depth <= DEEPEST_SECTION and self._path and (head := _HEADLINE.match(mark.line)):
            self._open(mark.depth, "", head[0])
            self._text(mark.line[head.end() :])
        elif mark.depth > 1:
            self._point(mark)
        elif self.captions_known and _is_caption(line):
            self._caption(line)
        else:
            self._text(line)

    def _english_line(self, line: str) -> None:
        """A part begins with its name; other marks mean different things from house to house."""
        part = part_at(line, self.form, self.rank)
        if part and not (self._path and self._path[0].key == part.key):
            self._open(1, part.key, line)
        elif self.captions_known and _is_caption(line):
            self._caption(line)
        else:
            self._text(line)

    def _is_begun(self, part: Part) -> bool:
        """Whether this part was just headed, and has nothing yet."""
        top = self._path[0] if self._path else None
        return top is not None and top.key == part.key and not top.blocks and not top.children

    def _open(self, depth: int, key: str, heading: str) -> None:
        while self._path and self._path[-1].depth >= depth:
            self._path.pop()
        node = _Node(depth=depth, key=key, heading=heading)
        (self._path[-1].children if self._path else self.top).append(node)
        self._path.append(node)

    def _here(self) -> list[Block]:
        if not self._path:
            self._open(1, "", "")
        return self._path[-1].blocks

    def _text(self, text: str) -> None:
        sentences = tuple(Sentence(text=s.strip()) for s in _SENTENCE.findall(text) if s.strip())
        blocks = self._here()
        if not sentences:
            return
        if blocks and isinstance(blocks[-1], Paragraph) and _is_cut(blocks[-1].text):
            *whole, cut = blocks[-1].sentences
            joined = Sentence(text=cut.text + sentences[0].text)
            blocks[-1] = Paragraph(sentences=(*whole, joined, *sentences[1:]))
        else:
            blocks.append(Paragraph(sentences=sentences))

    def _point(self, mark: Marked) -> None:
        blocks, item = self._here(), Sentence(text=mark.rest or mark.line)
        if mark.depth != DEEPEST_SECTION + 1:
            found = tuple(Sentence(text=s.strip()) for s in _SENTENCE.findall(item.text) if s.strip())
            blocks.append(Paragraph(sentences=found or (item,)))
        elif blocks and isinstance(blocks[-1], ListBlock):
            blocks[-1] = ListBlock(items=(*blocks[-1].items, item))
        else:
            blocks.append(ListBlock(items=(item,)))

    def _caption(self, text: str) -> None:
        item = PhotoItem(ref=Ref(""), caption=" ".join(text.split()))
        blocks = self._here()
        if blocks and isinstance(blocks[-1], Photos):
            blocks[-1] = Photos(items=(*blocks[-1].items, item))
        else:
            blocks.append(Photos(items=(item,)))

    def _take_table(self, block: TableBlock) -> None:
        rows = tuple(row for row in block.rows if any(cell.strip() for cell in row))
        if not rows:
            return
        captions = [_GAP.sub("", cell).strip() for row in rows for cell in row]
        if max(len(r) for r in rows) <= _MOST_PHOTOS_IN_A_ROW and all(_is_caption(c) for c in captions if c):
            for caption in filter(None, captions):  # photos side by side, each with its caption below
                self._caption(caption)
            return
        self.tables.append(rows)
        self._here().append(Table(columns=rows[0], rows=rows[1:]))


def _is_caption(line: str) -> bool:
    return (
        len(line) <= _LONGEST_CAPTION and not re.search(r"[。；：！？]|[，,]$", line) and bool(line.strip())
    )


def _is_cut(text: str) -> bool:
    """Whether a paragraph breaks off amid a sentence, as at the foot of a page."""
    return len(text) >= _LONG_ENOUGH_TO_BE_CUT and not re.search(r"[。！？：；:;」』）)]\s*$", text)


def _table_with(tables: Sequence[tuple[tuple[str, ...], ...]], *heads: str) -> tuple[tuple[str, ...], ...]:
    """The first table whose head row has these words."""
    return next(_fitting(tables, heads), ())


def _fitting(
    tables: Sequence[tuple[tuple[str, ...], ...]], heads: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], ...]]:
    for rows in tables:
        head = "".join(cell for cell in rows[0])
        if all(word in head for word in heads):
            yield rows
