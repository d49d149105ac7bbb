"""Checks of the ground a report stands on: every sentence has sources, and says nothing that they do not say."""

from collections.abc import Iterable, Iterator

from drafting.carried import NOTHING, Lent, carried_over
from drafting.checks.case import Case, kind_of
from drafting.checks.rule import Said, rule
from drafting.dates import roc
from drafting.finding import Severity
from drafting.form import Role
from drafting.grounding import Unsupported
from drafting.material import Kind, Material, Ref
from drafting.numbering import unmarked
from drafting.proof import CALLED

_UNUSABLE = {Kind.PRIVATE: "私人內容", Kind.ASIDE: "與報告無關的話"}
DOUBT = "【待確認】"


@rule(
    "SRC-1",
    Severity.ERROR,
    "每一句都有素材為據，而素材存在且可用。",
    "行政院及所屬機關使用生成式AI參考指引第 5 點：未經確認的產出不得直接使用",
    good="[N1] 會議討論港灣合作\n參、目的\n會議討論港灣合作。{N1}",
    bad="參、目的\n會議討論港灣合作。",
    needs_material=True,
)
def every_sentence_has_sources(case: Case) -> Iterator[Said]:
    for where, _, sentence in case.lines:
        if not sentence.sources and sentence.kind != "link" and not sentence.by:
            message = "這句沒有素材為據，請在對話中補充依據後重新撰寫，或刪除這句。"
            yield Said(where, message, quote=sentence.text)
        yield from _unusable(case, where, sentence.text, sentence.sources)
    for where, table in case.tables:
        yield from _unusable(case, where, "、".join(table.columns), table.sources)
    for where, item in case.photos:
        yield from _unusable(case, where, item.caption, (item.ref, *item.sources))


@rule(
    "SRC-3",
    Severity.WARNING,
    "心得與建議出自出國人員自己說的話。",
    "行政院及所屬機關使用生成式AI參考指引第 2 點；審核表第 5 列",
    good="[N1 心得] 這個做法值得我們學\n伍、心得\n這個做法值得我們學。{N1}",
    bad="[N1 轉傳] 這個做法值得我們學\n伍、心得\n這個做法值得我們學。{N1}",
    needs_material=True,
)
def opinions_are_the_travellers_own(case: Case) -> Iterator[Said]:
    put_there = {ref for wish in case.trip.wishes for ref in wish.refs}  # by the traveller, as an opinion
    for where, part, sentence in case.lines:
        personal = part is not None and bool({Role.IMPRESSIONS, Role.SUGGESTIONS} & set(part.roles))
        if (
            sentence.by
            or sentence.kind == "link"
            or not sentence.sources
            or not (personal or sentence.kind == "opinion")
        ):
            continue
        own = [p for ref in sentence.sources if (p := case.pieces.get(ref)) and p.own]
        if not own:
            message = "這句心得或建議不是出國人員自己的話，請改用自己的看法，或移到「過程」。"
        elif sentence.kind == "opinion" and not any(_is_opinion(p) or p.ref in put_there for p in own):
            message = (
                "這句看法沒有依據出國人員說過的心得或建議，請在對話中說說自己的想法（可加 #心得 或 #建議）。"
            )
        else:
            continue
        yield Said(where, message, quote=sentence.text, sources=sentence.sources)


@rule(
    "GRD-1",
    Severity.ERROR,
    "句中的數字、日期與名稱都寫在所引的素材裡。",
    "行政院及所屬機關使用生成式AI參考指引第 5 點；審核表第 3 列",
    good="[N1] 代表88位出席\n參、目的\n代表88位出席。{N1}",
    bad="[N1] 代表88位出席\n參、目的\n代表99位出席。{N1}",
    needs_material=True,
)
def facts_stand_in_the_sources(case: Case) -> Iterator[Said]:
    words = _words_of_form(case)
    by_hand = _set_by_hand(case)
    fields = _own_fields(case)
    lent, section = NOTHING, ""
    for where, _, sentence in case.lines:
        lent, section = lent if where == section else Lent(where), where
        found = case.gate.unproven(sentence.text.replace(DOUBT, ""), sentence.sources, also=(words, by_hand))
        found = carried_over(found, sentence.text, lent, case.gate.evidence(sentence.sources))
        lent = lent.after(sentence.text, found)
        if not sentence.by and (sentence.sources or sentence.kind == "link"):
            yield from _unsaid(where, sentence.text, sentence.sources, found)
    for where, heading, refs in case.headings:
        title = unmarked(case.form.numbering.levels, heading)
        near = _of_the_same_days(case, refs)
        yield from _ungrounded(case, where, title, near, (by_hand, *fields))
    for where, item in case.photos:  # a caption may be the name of the activity
        yield from _ungrounded(case, where, item.caption, (item.ref, *item.sources), fields)
    for where, table in case.tables:
        days = _days_sent(case, table.sources)
        for row in table.rows:
            told = (cell for cell in (row[1:] if _is_count(row) else row) if cell not in days)
            yield from _ungrounded(case, where, "　".join(told), table.sources, fields)


def _unusable(case: Case, where: str, text: str, sources: tuple[Ref, ...]) -> Iterator[Said]:
    for ref in dict.fromkeys(sources):
        piece = case.pieces.get(ref)
        if piece is None:
            yield Said(where, f"引用的素材 {ref} 不存在，請重新撰寫這一段。", quote=text, sources=(ref,))
        elif kind_of(piece) in _UNUSABLE:
            reason = _UNUSABLE[kind_of(piece)]
            yield Said(
                where,
                f"引用的素材 {ref} 屬於{reason}，請改用其他素材或刪除這句。",
                quote=text,
                sources=(ref,),
            )


def _ungrounded(
    case: Case, where: str, text: str, sources: tuple[Ref, ...], also: tuple[str, ...]
) -> Iterator[Said]:
    yield from _unsaid(where, text, sources, case.gate.unproven(text.replace(DOUBT, ""), sources, also=also))


def _unsaid(where: str, text: str, sources: tuple[Ref, ...], found: Iterable[Unsupported]) -> Iterator[Said]:
    for missing in found:
        severity = Severity.WARNING if missing.kind == "quote" else None
        ask = "請問正確的是什麼？補充後重新撰寫即可" if DOUBT in text else "請查證後更正，或補上依據"
        message = f"{CALLED[missing.kind]}「{missing.text}」不在所引的素材裡，{ask}。"
        yield Said(where, message, quote=text, sources=sources, severity=severity)


def _days_sent(case: Case, refs: tuple[Ref, ...]) -> frozenset[str]:
    """The days that the sources speak of, as tables made by code write them: nobody says the day of a message in it."""
    words, days = case.form.words, {case.pieces[ref].meant_on for ref in refs if ref in case.pieces}
    return frozenset(write(day) for day in days for write in (words.day, words.short_day))


def _of_the_same_days(case: Case, refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """A heading is made by code from what was sent during an activity, not only from what its sentences cite."""
    days = {case.pieces[ref].meant_on for ref in refs if ref in case.pieces}
    others = (m.ref for m in case.trip.material if m.meant_on in days and kind_of(m) not in _UNUSABLE)
    return tuple(dict.fromkeys((*refs, *others)))


def _set_by_hand(case: Case) -> str:
    """What people filled in themselves needs no message to rest on."""
    trip = case.trip
    period = (
        f"{roc(trip.period.start)}至{roc(trip.period.end)}"
        if trip.period and "period" in trip.by_hand
        else ""
    )
    return "\n".join(filter(None, [period, trip.report_name if "report_name" in trip.by_hand else ""]))


def _own_fields(case: Case) -> tuple[str, ...]:
    trip = case.trip
    days = [f"{roc(row.day)} {row.place} {row.activity}" for row in trip.itinerary]
    events = [f"{roc(e.day)} {e.start or ''} {e.end or ''} {e.title} {e.place}" for e in trip.events]
    period = [f"{roc(trip.period.start)} {roc(trip.period.end)}"] if trip.period else []
    names = [part for n in trip.names if n.sources for part in (n.zh, n.foreign, n.abbreviation)]
    return ("\n".join(names), "\n".join([*period, *days, *events]), _words_of_form(case))


def _words_of_form(case: Case) -> str:
    """What a form in another language puts into headings and tables by itself: its labels, its words, its dates."""
    form, trip = case.form, case.trip
    if form.language == "zh-TW":
        return ""
    words = form.words
    known = {m.meant_on for m in trip.material} | {row.day for row in trip.itinerary}
    known |= {trip.period.start, trip.period.end} if trip.period else set()
    known |= {trip.report_date} if trip.report_date else set()
    days = [f"{words.day(day)} {words.day_of_week(day)}" for day in sorted(known)]
    told = [text for text in words.model_dump().values() if isinstance(text, str)]
    labels = [each.label for each in form.fields] + [part.heading for part in form.parts]
    return "\n".join([*told, *labels, *days, words.regions(trip.regions)])


def _is_count(row: tuple[str, ...]) -> bool:
    return bool(row) and row[0].strip().isdigit() and len(row[0].strip()) <= 2


def _is_opinion(piece: Material) -> bool:
    return kind_of(piece) in (Kind.IMPRESSION, Kind.SUGGESTION)
