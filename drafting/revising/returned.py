"""A report that somebody edited in Word or LibreOffice comes back: which sentences are other ones now (pure).

What the reader of files found is laid beside the version that was exported, section by section, by title. Sentences are
matched in order; one that is like the old one is the old one in other words. Tables, captions and fields are made by
code, so what was changed in them is only told.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from drafting.form import Form
from drafting.frozen import Frozen
from drafting.material import Ref
from drafting.phrase import phrase
from drafting.report import ListBlock, Paragraph, Photos, Report, Section, Sentence, Table
from drafting.revising.aligned import CITED, aligned, plain
from drafting.revising.differences import by_titles

_NUMBER_OF_FIGURE = re.compile(r"^(?:[圖表]|Figure|Table)\d{1,3}[.:：]?")


class Rewritten(Frozen):
    """A sentence that differs. ``before`` is "" if it is new, and then ``follows`` names the one it stands after;
    ``after`` is "" if it is gone.
    """

    section: str
    before: str
    after: str
    follows: str = ""
    sources: tuple[Ref, ...] = ()


class Returned(NamedTuple):
    """``told`` are sentences in zh-TW on what was changed where code writes, or cannot be placed."""

    rewritten: tuple[Rewritten, ...]
    told: tuple[str, ...] = ()


def compare_returned(
    exported: Report,
    came_back: Mapping[str, Section],
    others: Sequence[str] = (),
    furniture: Sequence[str] = (),
    renamed: Sequence[tuple[str, str]] = (),
) -> Returned:
    """What a person changed between the version that was exported and the file that came back.

    ``came_back`` holds the sections of the file by the names of ``by_titles``, ``others`` are headings that the report
    had not, ``renamed`` are headings that read otherwise now. ``furniture`` is what the exporter adds to the text: the line that discloses a model, titles of annexes.
    """
    ours = frozenset(plain(text) for text in furniture)
    rewritten: list[Rewritten] = []
    told: list[str] = []
    for name, old in by_titles(exported).items():
        sentences = [s for s in _own(old) if s.text.strip()]
        if not sentences and not _tables(old) and not _captions(old):
            continue
        if name not in came_back:
            told.append(
                phrase(
                    "檔案裡找不到「{heading}」這一節，這一節維持原樣；標題請不要更動或刪除。",
                    heading=old.heading,
                )
            )
            continue
        rewritten += _section(old, sentences, _text(came_back[name], old, ours))
        if changed := _changed_cells(old, came_back[name]):
            told.append(
                phrase(
                    "「{heading}」的表格由欄位產生，「{cell}」沒有採用；請改用 set 更正欄位或行程。",
                    heading=old.heading,
                    cell=changed,
                )
            )
        if changed := _changed_caption(old, came_back[name]):
            told.append(
                phrase(
                    "「{heading}」的圖說「{caption}」在檔案裡改過或刪去，沒有採用；請修改那張照片的說明後重新產生草稿。",
                    heading=old.heading,
                    caption=changed,
                )
            )
    told += [
        phrase(
            "標題「{old}」在檔案裡改成「{new}」，標題沒有採用，內文照常比對。",
            old=old,
            new=new,
        )
        for old, new in renamed
    ]
    told += [
        phrase("檔案裡多出「{heading}」這個標題，沒有採用；內容併入前一節。", heading=text)
        for text in others
        if plain(text) not in ours
    ]
    return Returned(rewritten=tuple(rewritten), told=tuple(told))


def _own(section: Section) -> list[Sentence]:
    return list(section.model_copy(update={"sections": ()}).sentences())


def _tables(section: Section) -> list[Table]:
    return [block for block in section.blocks if isinstance(block, Table)]


def _captions(section: Section) -> list[str]:
    return [item.caption for block in section.blocks if isinstance(block, Photos) for item in block.items]


def _changed_caption(old: Section, new: Section) -> str:
    """The first caption that was exported and did not come back; "" if all did, whatever stands around them."""
    lines: set[str] = set()
    for block in new.blocks:
        if isinstance(block, Table):
            cells = [cell for row in (block.columns, *block.rows) for cell in row]
            lines.update(plain(line) for cell in cells for line in cell.split("\n"))
        elif isinstance(block, Photos):
            lines.update(plain(item.caption) for item in block.items)
        elif isinstance(block, Paragraph):
            lines.add(plain(block.text))
    bare = {_NUMBER_OF_FIGURE.sub("", CITED.sub("", line)) for line in lines}
    wanted = ((caption, CITED.sub("", plain(caption))) for caption in _captions(old))
    return next((caption for caption, text in wanted if text and text not in bare and text not in lines), "")


def _text(section: Section, old: Section, furniture: frozenset[str]) -> str:
    """The prose that came back, a line for each paragraph or point, without what the exporter adds.

    A short line was taken for a caption by the reader of files; if there are no photos here, it is prose.
    """
    has_photos = any(isinstance(block, Photos) for block in old.blocks)
    found: list[str] = []
    for block in section.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, ListBlock):
            found += [item.text for item in block.items]
        elif isinstance(block, Photos) and not has_photos:
            found += [item.caption for item in block.items]
    return "\n".join(line for line in found if plain(line) not in furniture)


def _section(old: Section, sentences: Sequence[Sentence], text: str) -> Iterator[Rewritten]:
    now: dict[int, str] = dict.fromkeys(range(len(sentences)), "")
    added: list[tuple[int, str]] = []  # after which old sentence; -1 before the first
    before = -1
    for stretch in aligned([s.text for s in sentences], text):
        if stretch.old < 0:
            if any(sign.isalnum() for sign in stretch.text):
                added.append((before, stretch.text))
            continue
        now[stretch.old] += stretch.text
        before = stretch.old
    follows = {n: now[n].strip() or s.text for n, s in enumerate(sentences)}
    for n, sentence in enumerate(sentences):
        if plain(now[n]) != plain(sentence.text):
            yield Rewritten(
                section=old.key, before=sentence.text, after=now[n].strip(), sources=sentence.sources
            )
    for at, line in added:
        yield Rewritten(section=old.key, before="", after=line.strip(), follows=follows.get(at, ""))


def _changed_cells(old: Section, new: Section) -> str:
    """The first cell that came back and was not exported, in a table that was; "" if the tables agree."""
    for table in _tables(old):
        head = [plain(cell) for cell in table.columns]
        known = {plain(cell) for row in table.rows for cell in row}
        for other in _tables(new):
            if [plain(cell) for cell in other.columns] == head:
                cells = (cell.strip() for row in other.rows for cell in row)
                if changed := next((cell for cell in cells if plain(cell) not in known), ""):
                    return changed
    return ""


def changed_fields(report: Report, form: Form, shown: str, came_back: str) -> Iterator[str]:
    """A sentence for each blank whose value the exported document showed and the file does not.

    ``shown`` and ``came_back`` are the texts of the two; a blank with check boxes is left to the reader.
    """
    before, now = plain(shown), plain(came_back)
    for field in form.fields:
        lines = [plain(line) for line in report.fields.get(field.key, "").split("\n")]
        gone = (line for line in lines if line and line in before and line not in now)
        if not field.options and (value := next(gone, "")):
            yield phrase(
                "表單欄位「{label}」的「{value}」在檔案裡改過或刪去，沒有採用；請改用 set 更正欄位。",
                label=field.label,
                value=value,
            )
