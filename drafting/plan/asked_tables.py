"""Tables that code makes for forms that ask for them: particulars, dates, the people met, the papers that came along."""

import re
from collections.abc import Iterator

from drafting.form import Form, Role
from drafting.form_words import Words
from drafting.gather.personal_names import is_name
from drafting.material import Kind, Material, Medium, Ref
from drafting.plan.shown import shown_fields
from drafting.plan.tables import members_table
from drafting.report import Table
from drafting.trip import Trip

_OFFICE = (
    "(?:副?市長|副?秘書長|(?:聯合|副)?主席|代表|副?執行長|副?局長|副?處長|副?會長|副?理事長|部長|大使|議長|教授|知事|課長|"
    "主任|館長|校長|總理|總統|先生|女士|小姐)"
)
_HONORIFIC = r"(?:Mr|Ms|Mrs|Dr|Prof)\.(?:\s*\([A-Z.]+\)\.?)?"
_FOREIGN = re.compile(
    rf"(?P<before>[\u4e00-\u9fffA-Z ]{{0,14}}{_OFFICE})?(?P<zh>[\u4e00-\u9fff]{{2,4}})?\s*[（(]?"
    rf"(?P<name>{_HONORIFIC}(?:\s?[A-Z][a-z'’.-]+(?:-[A-Z][a-z]+)*){{1,6}})"
    rf"(?:,\s?MT)?(?:\s*[)）])?(?:\s?(?P<after>(?:[A-Z]{{2,8}}的)?[\u4e00-\u9fff]{{0,8}}{_OFFICE}))?"
)
_LOCAL = re.compile(
    rf"(?:^|[與和跟及、，。：:；\s派]|拜會|會晤|遇到|見到)(?P<name>[\u4e00-\u9fff]{{3}})(?P<office>{_OFFICE})"
)
_UP_TO = re.compile(r"^.*(?:還有|以及|遇到|見到|拜會|會晤|另有|致詞|到|由|與|和|跟|是|兩位|三位)")
_OF = re.compile(r"^([A-Z]{2,8})的")
_BELONGS = re.compile(r"(?P<body>.{2,})的(?P<zh>[\u4e00-\u9fff]{2,5})(?:先生|女士|小姐)")
_ABSENT = re.compile(
    "來不了|沒能?來|未能前?來|不(?:能|克)(?:前?來|出席)|無法(?:前?來|出席|到場)|[未沒](?:能|有)?(?:出席|到場|現身)|缺席|預錄|錄影(?:代替|致詞)|影片致詞"
)
_REST_OF_SENTENCE = re.compile(rf"(?:(?!{_HONORIFIC})[^。！？!?\n])*")  # or what is said up to the next name
_TOLD = (Kind.FACT, Kind.QUOTE)
_MOST = 60


def table_for(role: Role, trip: Trip, form: Form) -> Table | None:
    """The table of this role, or None if there is nothing to put into it."""
    words = form.words
    match role:
        case Role.MEMBERS:
            return members_table(trip, words)
        case Role.DETAILS:
            return _details(trip, form)
        case Role.DATES:
            return _dates(trip, words)
        case Role.CONTACTS:
            return _contacts(trip, words)
        case Role.ATTACHMENTS:
            return _papers(trip, words)
        case _:
            return None


def _details(trip: Trip, form: Form) -> Table | None:
    shown = shown_fields(trip, form)
    rows = tuple((field.label, shown[field.key]) for field in form.fields if shown.get(field.key))
    refs = dict.fromkeys(ref for field in form.fields for ref in trip.sources.get(field.key, ()))
    columns = form.words.detail_columns
    return Table(columns=columns, rows=rows, sources=tuple(refs), widths=(3, 9)) if rows else None


def _dates(trip: Trip, words: Words) -> Table | None:
    if trip.period is None:
        return None
    row = (words.day(trip.period.start), words.day(trip.period.end), words.regions(trip.regions))
    refs = (*trip.sources.get("period", ()), *trip.sources.get("regions", ()))
    return Table(
        columns=words.dates_columns, rows=(row,), sources=tuple(dict.fromkeys(refs)), widths=(1, 1, 1)
    )


def _contacts(trip: Trip, words: Words) -> Table | None:
    """Everybody whom the traveller names with a title, in the order of the days.

    Travellers themselves are left out, and who was not there: 有事來不了，錄影代替.
    """
    own = {t.name for t in trip.travellers}
    rows: list[tuple[str, str, str]] = []
    refs: list[Ref] = []
    for piece in trip.material:
        if piece.medium not in (Medium.NOTE, Medium.VOICE, Medium.PHOTO) or piece.kind not in _TOLD:
            continue
        for name, office in _people_in(piece):
            known = any(name in row[0] or row[0] in name for row in rows)
            if not known and name not in own and len(rows) < _MOST:
                rows.append((name, office, words.short_day(piece.meant_on)))
                refs.append(piece.ref)
    sources = tuple(dict.fromkeys(refs))
    if not rows:
        return None
    return Table(columns=words.contact_columns, rows=tuple(rows), sources=sources, widths=(5, 5, 3))


def _people_in(piece: Material) -> Iterator[tuple[str, str]]:
    for match in _FOREIGN.finditer(piece.text):
        if _was_absent(piece.text, match.end()):
            continue
        after = _OF.sub(r"\1", match["after"] or "")  # LCAP的主席 is said, LCAP主席 is written
        office = _UP_TO.sub("", match["before"] or "") or after
        name, zh = match["name"].rstrip(". ,"), match["zh"] if is_name(match["zh"] or "") else ""
        if belongs := _BELONGS.fullmatch(office):  # 秘書處的汐路航平先生: a body and a name, not a post
            office, zh = belongs["body"], belongs["zh"]
        yield (f"{zh} ({name})" if zh else name), office.strip()
    for match in _LOCAL.finditer(piece.text):
        if is_name(match["name"]) and not _was_absent(piece.text, match.end()):
            yield match["name"], match["office"]


def _was_absent(text: str, at: int) -> bool:
    """Whether the sentence that names somebody goes on to say that they did not come."""
    rest = _REST_OF_SENTENCE.match(text, at)
    return rest is not None and _ABSENT.search(rest[0]) is not None


def _papers(trip: Trip, words: Words) -> Table | None:
    """Every paper that was not kept private; none if the traveller says that there is no attachment."""
    if trip.has_attachments is False:
        return None
    papers = [
        m
        for m in trip.material
        if m.medium is Medium.PAPER and m.kind is not Kind.PRIVATE and m.file is not None
    ]
    rows = tuple(
        (str(number), m.file.name if m.file else "", words.day(m.meant_on))
        for number, m in enumerate(papers, 1)
    )
    refs = tuple(m.ref for m in papers)
    return Table(columns=words.paper_columns, rows=rows, sources=refs, widths=(1, 8, 3)) if rows else None
