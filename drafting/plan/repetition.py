"""Takes out of later parts what an earlier part says in the same words; the earlier sentence gets the sources too."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from drafting.material import Ref
from drafting.report import ListBlock, Paragraph, Sentence
from drafting.writer import Headed, Prose


def said_once(
    prose: Mapping[str, Prose],
    order: Sequence[str],
    also: Mapping[str, Collection[Ref]] = MappingProxyType({}),
) -> dict[str, Prose]:
    """The prose of the slots named in ``order`` with each sentence once, at its first place.

    ``also`` are pieces by slot that the traveller wants to be told of there too.
    """
    sources: dict[str, dict[Ref, None]] = {}
    for key in order:
        for sentence in sentences_of(prose[key]):
            sources.setdefault(sentence.text, {}).update(dict.fromkeys(sentence.sources))
    seen: set[str] = set()
    return {**prose, **{key: _first(prose[key], sources, seen, also.get(key, ())) for key in order}}


def _first(
    prose: Prose, sources: Mapping[str, dict[Ref, None]], seen: set[str], also: Collection[Ref]
) -> Prose:
    blocks = _kept(prose.blocks, sources, seen, also)
    headed = [Headed(title=h.title, blocks=_kept(h.blocks, sources, seen, also)) for h in prose.headed]
    return prose.model_copy(update={"blocks": blocks, "headed": tuple(h for h in headed if h.blocks)})


def _kept(
    blocks: Sequence[Paragraph | ListBlock],
    sources: Mapping[str, dict[Ref, None]],
    seen: set[str],
    also: Collection[Ref],
) -> tuple[Paragraph | ListBlock, ...]:
    found: list[Paragraph | ListBlock] = []
    for block in blocks:
        kept: list[Sentence] = []
        for sentence in _sentences(block):
            if sentence.text not in seen or set(also).intersection(sentence.sources):
                seen.add(sentence.text)
                kept.append(sentence.model_copy(update={"sources": tuple(sources[sentence.text])}))
        if kept:
            whole = tuple(kept)
            found.append(
                ListBlock(items=whole) if isinstance(block, ListBlock) else Paragraph(sentences=whole)
            )
    return tuple(found)


def sentences_of(prose: Prose) -> Iterator[Sentence]:
    """Every sentence and list item, in reading order."""
    for block in (*prose.blocks, *(b for h in prose.headed for b in h.blocks)):
        yield from _sentences(block)


def _sentences(block: Paragraph | ListBlock) -> tuple[Sentence, ...]:
    return block.items if isinstance(block, ListBlock) else block.sentences
