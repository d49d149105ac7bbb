"""Puts the sentences that people wrote into a report, where those stood that they replace (pure).

A redraft may word the replaced sentence anew. It is then found by its sources, or by what it has in common with the
old one; and where nothing is left of it, the person's sentence is added to the section: own words are never lost.
"""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from drafting.report import Block, ListBlock, Paragraph, Report, Section, Sentence
from drafting.revision import Edit

_ALIKE = 0.6  # share of characters in common from which a sentence is the old one in other words
_Change = Callable[[Sentence], Sentence | None]


def edited(report: Report, edits: Sequence[Edit]) -> Report:
    """The report with every edit in it, in the order in which they were made."""
    for edit in edits:
        report = _with(report, edit)
    return report


def find(report: Report, text: str) -> tuple[Section, Sentence] | None:
    """The sentence that reads so, and the innermost section that holds it; a part of a sentence is enough if only one has it."""
    wanted = text.strip()
    here = [
        (section, sentence)
        for _, section in report.walk()
        for sentence in section.model_copy(update={"sections": ()}).sentences()
    ]
    exact = [found for found in here if found[1].text.strip() == wanted]
    holding = exact or [found for found in here if wanted and wanted in found[1].text]
    texts = {sentence.text for _, sentence in holding}
    return holding[-1] if len(texts) == 1 else None  # the last one: the abstract only repeats the body


def _with(report: Report, edit: Edit) -> Report:
    if edit.after and any(s.by and s.text == edit.after for top in report.sections for s in top.sentences()):
        return report  # it is there already
    held = _old(report, edit) if edit.before else None
    if held is not None:
        section, old = held
        if old.text == edit.before:  # the abstract may repeat it
            return report.model_copy(update={"sections": tuple(_changed(s, edit) for s in report.sections)})
        same = edit.model_copy(update={"before": old.text})
        return _replaced(report, section.key, lambda found: _changed(found, same))
    home = _home(report, edit)
    if home is None or not edit.after:
        return report
    return _replaced(report, home.key, lambda found: _added(found, edit))


def _old(report: Report, edit: Edit) -> tuple[Section, Sentence] | None:
    """The sentence that the edit replaces, with its section. Keys of activities shift when one is added, so sources count too."""
    here = [
        (section, s)
        for _, section in report.walk()
        for s in section.model_copy(update={"sections": ()}).sentences()
    ]
    here.sort(key=lambda found: found[0].key != edit.section)  # stable: its own section first
    if same := [found for found in here if found[1].text == edit.before]:
        return same[0]
    written = [found for found in here if not found[1].by]
    wanted = set(edit.sources)
    sharing = [found for found in written if wanted and set(found[1].sources) == wanted]
    if len(sharing) == 1:
        return sharing[0]
    near = sharing or [found for found in written if found[0].key == edit.section]
    alike = [
        (SequenceMatcher(None, found[1].text, edit.before, autojunk=False).ratio(), found) for found in near
    ]
    best = max(alike, key=lambda scored: scored[0], default=None)
    return best[1] if best and best[0] >= _ALIKE else None


def _home(report: Report, edit: Edit) -> Section | None:
    """Where a sentence goes whose old one is gone: its own section, else the one that cites most of the same material."""
    sections = [section for _, section in report.walk()]
    for section in sections:
        if section.key == edit.section:
            return section
    wanted = set(edit.sources)
    shared = [
        (len({r for s in section.sentences() for r in s.sources} & wanted), -depth, section)
        for depth, section in report.walk()
    ]
    return max(shared, key=lambda found: found[:2], default=(0, 0, None))[2]


def _written(edit: Edit, old: Sentence | None) -> Sentence:
    kind = old.kind if old and old.kind != "link" else "fact"
    sources = old.sources if old else edit.sources
    return Sentence(text=edit.after, sources=sources, kind=kind, by=edit.by)


def _changed(section: Section, edit: Edit) -> Section:
    def change(sentence: Sentence) -> Sentence | None:
        if sentence.text != edit.before:
            return sentence
        return _written(edit, sentence) if edit.after else None

    return _mapped(section, change)


def _added(section: Section, edit: Edit) -> Section:
    """After the sentence that it follows, else at the end of the section's text."""
    own = section.model_copy(update={"sections": ()})
    opinions = [s.kind == "opinion" for s in own.sentences()]
    new = _written(edit, None)
    new = new.model_copy(update={"kind": "opinion" if opinions and all(opinions) else new.kind})
    blocks = list(section.blocks)
    texts = [i for i, block in enumerate(blocks) if isinstance(block, Paragraph | ListBlock)]
    if not texts:
        return section.model_copy(update={"blocks": (Paragraph(sentences=(new,)), *blocks)})
    for place in texts:
        if any(s.text == edit.follows for s in _said(blocks[place])):
            blocks[place] = _with_sentence(blocks[place], new, edit.follows)
            return section.model_copy(update={"blocks": tuple(blocks)})
    blocks[texts[-1]] = _with_sentence(blocks[texts[-1]], new, "")
    return section.model_copy(update={"blocks": tuple(blocks)})


def _said(block: Block) -> tuple[Sentence, ...]:
    if isinstance(block, Paragraph):
        return block.sentences
    return block.items if isinstance(block, ListBlock) else ()


def _with_sentence(block: Block, new: Sentence, follows: str) -> Block:
    said = _said(block)
    at = next((i + 1 for i, s in enumerate(said) if s.text == follows), len(said))
    key = "sentences" if isinstance(block, Paragraph) else "items"
    return block.model_copy(update={key: (*said[:at], new, *said[at:])})


def _mapped(section: Section, change: _Change) -> Section:
    blocks: list[Block] = []
    for block in section.blocks:
        if isinstance(block, Paragraph):
            kept = tuple(new for s in block.sentences if (new := change(s)) is not None)
            blocks += [block.model_copy(update={"sentences": kept})] if kept else []
        elif isinstance(block, ListBlock):
            kept = tuple(new for s in block.items if (new := change(s)) is not None)
            blocks += [block.model_copy(update={"items": kept})] if kept else []
        else:
            blocks.append(block)
    children = tuple(_mapped(child, change) for child in section.sections)
    return section.model_copy(update={"blocks": tuple(blocks), "sections": children})


def _replaced(report: Report, key: str, change: Callable[[Section], Section]) -> Report:
    def walk(section: Section) -> Section:
        if section.key == key:
            return change(section)
        return section.model_copy(update={"sections": tuple(walk(child) for child in section.sections)})

    return report.model_copy(update={"sections": tuple(walk(section) for section in report.sections)})
