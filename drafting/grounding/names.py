"""Which names of a text stand in no source: those in Latin script, and Chinese ones where a title gives them away."""

from collections.abc import Iterator
from itertools import pairwise

from drafting.grounding.amounts import NUMBER_WORDS
from drafting.grounding.evidence import Evidence
from drafting.grounding.latin import Word, parts_of, runs_in
from drafting.grounding.spelling import fold, has_cjk
from drafting.grounding.unsupported import Kind, Unsupported

_TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "he", "hon", "sir", "madam", "ir", "mayor")
)
_TELLS_NOTHING = _TITLES | frozenset(("am", "pm", "no", "vol", "usd", "ntd", "eur", "gmt", "utc", "nt", "us"))
_BODIES = frozenset(
    (
        "association",
        "committee",
        "council",
        "councils",
        "forum",
        "university",
        "ministry",
        "corporation",
        "congress",
        "government",
        "authorities",
        "bank",
        "agency",
        "department",
        "bureau",
        "union",
        "organization",
        "organisation",
        "institute",
        "center",
        "centre",
        "federation",
        "foundation",
        "office",
        "group",
        "company",
        "city",
        "programme",
        "commission",
        "network",
        "alliance",
        "board",
        "chamber",
        "society",
        "league",
        "secretariat",
    )
)
_EVERYDAY = frozenset(
    (
        "with", "from", "http", "https", "email", "online", "wifi", "apps", "mobile", "video", "podcast", "and", "the",
        "workshop", "keynote", "check", "program", "programme", "session", "side", "event", "website", "bluetooth",
    )
)  # fmt: skip


def missing_names(text: str, evidence: Evidence) -> Iterator[Unsupported]:
    """Each unknown name once, from its first unknown word to its last."""
    for run in runs_in(text):
        for name in _at_commas(text, run):
            unknown = [
                w
                for w in name
                if (w.named or _may_be_name(w, name, text)) and not _is_known(w.text, evidence)
            ]
            if unknown:
                start, end = unknown[0].start, unknown[-1].end
                kind = _kind(name, unknown, listed=len(name) < len(run))
                yield Unsupported(text=text[start:end], kind=kind, start=start, end=end)


def latin_names_in(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Start, end and kind of each name in Latin script: words with capitals that stand together."""
    for run in runs_in(text):
        for name in _at_commas(text, run):
            words = [w for w in name if w.named and fold(w.text) not in _TELLS_NOTHING]
            if words:
                yield words[0].start, words[-1].end, _kind(name, words, listed=len(name) < len(run))


def _may_be_name(word: Word, name: list[Word], text: str) -> bool:
    """A word in small letters within Chinese is no English sentence: what it names has to be written somewhere."""
    return (
        len(word.text) > 3 and len(name) < 5 and has_cjk(text) and word.text not in _EVERYDAY | NUMBER_WORDS
    )


def _is_known(word: str, evidence: Evidence) -> bool:
    folded = fold(word)
    stem = folded[:-1] if word.endswith(("'s", "’s")) else folded
    if {folded, stem} & (evidence.words | _TELLS_NOTHING):
        return True
    parts = [p for p in parts_of(word) if p != "s"]
    if len(parts) > 1 and all(p in evidence.words or len(p) == 1 for p in parts):
        return True
    if len(folded) >= 5 and any(folded in run for run in evidence.run_on):
        return True
    return word.isupper() and len(word) > 2 and any(word in letters for letters in evidence.initials)


def _at_commas(text: str, run: list[Word]) -> list[list[Word]]:
    names = [[run[0]]]
    for before, word in pairwise(run):
        if "," in text[before.end : word.start]:
            names.append([])
        names[-1].append(word)
    return names


def _kind(name: list[Word], unknown: list[Word], *, listed: bool) -> Kind:
    words = {fold(w.text) for w in name}
    if words & _TITLES:
        return "person"
    if words & _BODIES or all(w.text.isupper() for w in unknown):
        return "organisation"
    if listed and len(name) <= 2:
        return "place"  # Surabaya, Indonesia
    return "person" if 2 <= len(name) <= 4 and all(w.named for w in name) else "organisation"
