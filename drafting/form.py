"""What an agency demands, as data: fields, parts, lengths, deadline, numbering. The forms lie in ``forms/*.toml``."""

import re
import tomllib
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError, model_validator

from drafting.counting import Counting
from drafting.errors import FormBroken, FormUnknown
from drafting.form_words import WORDS, Language, Words
from drafting.frozen import Frozen
from drafting.phrase import phrase
from drafting.trip import Category, Trip


class Confidence(StrEnum):
    """How sure a value of a form is: read in the rule, in somebody's copy, in the seed report, or only assumed."""

    READ = "read"
    SECOND_HAND = "second-hand"
    SEED = "seed"
    ASSUMED = "assumed"


class Known(Frozen):
    """Where a value of a form comes from. ``source`` names the act and point, the copy, or "seed"."""

    source: str
    verified_on: date
    confidence: Confidence


class Field(Known):
    """One blank of the form. ``key`` is a field of Trip (or ``category_line`` and the like, made from several)."""

    key: str
    label: str
    required: bool = True
    options: tuple[str, ...] = ()  # printed as a row of check boxes
    free_option: bool = False  # one more box, left blank (seed)
    lead: str = (
        ""  # key of another blank whose value is printed before the boxes (seed: 出國類別：其他 ☑國際會議)
    )


class Role(StrEnum):
    """What a part holds; the writer fills parts by role, so a form may name and merge them as it likes."""

    ABSTRACT = "abstract"
    MEMBERS = "members"
    PURPOSE = "purpose"
    PROCESS = "process"
    IMPRESSIONS = "impressions"
    SUGGESTIONS = "suggestions"
    DETAILS = "details"  # the blanks of the form as a table, by code
    DATES = "dates"  # from, to, where, by code
    CONTACTS = "contacts"  # who was met, by code
    ATTACHMENTS = "attachments"  # the papers that came along, by code


TABLES = frozenset((Role.MEMBERS, Role.DETAILS, Role.DATES, Role.CONTACTS, Role.ATTACHMENTS))
"""Roles that code fills with a table; no writer is asked for them."""


class Length(Known):
    """Bounds in 字 as ``counted``; None where the rule sets none."""

    least: int | None = None
    most: int | None = None
    counted: Counting


class Part(Known):
    """One piece of the report. ``in_form`` parts are printed inside the form page (seed: 內容摘要)."""

    key: str
    heading: str
    roles: tuple[Role, ...]
    required: bool = True
    in_form: bool = False
    numbered: bool = True
    may_be_none: bool = False  # 「無」 is allowed (central: 建議事項)
    least_items: int = 0  # how many headed items at least (Taipei: three suggestions)
    length: Length | None = None
    guidance: str = ""


class Deadline(Known):
    """Months after the return; ``day_one`` says whether the day of return counts or the day after it does."""

    months: int
    day_one: Literal["return", "next_day"] = "return"


class Numbering(Known):
    """Marks of the heading levels, each with 壹, 一 or 1 standing for its series."""

    levels: tuple[str, ...]


class Front(Known):
    """The pages before the body, in order; ``title`` is a head on the first page of the body, no page of its own.

    ``roman``: the pages before the body are numbered i, ii, iii, and the body begins with 1.
    """

    pages: tuple[Literal["cover", "form", "contents", "title"], ...]
    roman: bool = False


class Cover(Known):
    """What the cover shows: a line top left, the name in the middle, then the blanks. Sizes in pt, all bold or none.

    ``face`` names the typeface that office suites shall use for the cover; "" is that of the body.
    """

    head: str = "出國報告（出國類別：{category}）"
    plain_head: str = "出國報告"  # while the category is not known
    lines: tuple[str, ...] = ("agencies", "host_agency", "travellers", "regions", "period", "report_date")
    head_size: float = 20
    title_size: float = 26
    line_size: float = 14
    face: str = ""
    bold_lines: bool = False


class Type(Known):
    """The type of the body, in pt: its size and the fixed distance between lines."""

    size: float = 14
    pitch: float = 24


class Captions(Known):
    """What stands before captions, with 1 for the number; "" leaves photos without number, tables without caption."""

    figure: str = ""
    table: str = ""


class Annex(Known):
    """A page after the body that code lays out.

    ``tracking`` has a row for each suggestion, ``review`` one for each of ``rows``, ``sign_off`` one for each of ``rows``.
    ``editions`` names those that carry it.
    """

    key: str
    kind: Literal["tracking", "review", "sign_off"]
    title: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[str, ...] = ()
    head: tuple[str, ...] = ()  # keys of blanks that stand above the table
    foot: tuple[str, ...] = ()  # who signs below it
    editions: tuple[Literal["filed", "internal", "public"], ...] = ("filed", "internal", "public")


class Form(Frozen):
    """One agency's form. ``categories`` lists what it serves; the first fitting form of an agency is chosen."""

    key: str
    name: str
    agency: str
    title: str  # the line at the head of the form page
    summary: str
    serves: Known
    categories: tuple[Category, ...]
    several_categories: bool = False
    language: Language = "zh-TW"
    words: Words = WORDS["zh-TW"]
    front: Front
    cover: Cover | None = None
    type: Type | None = None
    captions: Captions | None = None
    deadline: Deadline
    numbering: Numbering
    fields: tuple[Field, ...]
    parts: tuple[Part, ...]
    annexes: tuple[Annex, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _with_words(cls, given: Any) -> Any:
        """The words of the form's language, with those changed that the form names."""
        if not isinstance(given, dict) or not isinstance(own := given.get("words", {}), dict):
            return given
        words = WORDS.get(given.get("language", "zh-TW"), WORDS["zh-TW"])
        return given | {"words": words.model_dump() | own}

    def field(self, key: str) -> Field | None:
        """The blank with this key, or None."""
        return next((f for f in self.fields if f.key == key), None)

    def part(self, key: str) -> Part | None:
        """The part with this key, or None."""
        return next((p for p in self.parts if p.key == key), None)

    def part_for(self, role: Role) -> Part | None:
        """The part that holds this role, or None."""
        return next((p for p in self.parts if role in p.roles), None)


_own: dict[str, Form] = {}


@cache
def _shipped() -> dict[str, Form]:
    folder = files("drafting") / "forms"
    found = [read_form(f.read_text("utf-8"), f.name) for f in folder.iterdir() if f.name.endswith(".toml")]
    return {form.key: form for form in found}


def all_forms() -> tuple[Form, ...]:
    """Every form that is shipped or was added, by key."""
    forms = _shipped() | _own
    return tuple(forms[key] for key in sorted(forms))


def use_forms_in(folder: Path) -> tuple[Form, ...]:
    """Add the forms of an agency's own folder, for this process; one with the key of a shipped form replaces it.

    Forms of another folder that were added before are forgotten. Raises FormBroken.
    """
    found = [read_form(f.read_text("utf-8"), f.name) for f in sorted(folder.glob("*.toml"))]
    _own.clear()
    _own.update({form.key: form for form in found})
    return tuple(found)


def read_form(text: str, name: str) -> Form:
    """Read one form; raises FormBroken, naming the file and the first value that is wrong."""
    try:
        return Form.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise FormBroken(name, str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        missing = phrase("缺少 {place}", place=place) if first["type"] == "missing" else ""
        raise FormBroken(name, missing or f"{place}: {first['msg']}") from error


def form_named(key: str) -> Form:
    """The form with this key; raises FormUnknown, naming those there are."""
    for form in all_forms():
        if form.key == key:
            return form
    raise FormUnknown(key, [form.key for form in all_forms()])


def form_for(categories: Sequence[Category], agency: str = "") -> Form:
    """The form that agency and category demand.

    Taichung point 三: 考察、進修、研究、實習 need the full report, 其他 the summary, two or more categories the full
    report. The first two characters of an agency name its city; one that has no form here gets 附件一 of the central
    rule, which names no city. An agency that names no city is taken for one of Taichung (seed).
    """
    wanted = set(categories) or {Category.OTHER}
    place = agency.replace("台", "臺")[:2] or "臺中"
    for form in all_forms():
        if form.agency.startswith(place) and _serves(form, wanted):
            return form
    return form_named("central")


def _serves(form: Form, wanted: set[Category]) -> bool:
    return form.several_categories if len(wanted) > 1 else wanted <= set(form.categories)


def form_of(trip: Trip) -> Form:
    """The form chosen by hand, else the one that category and agency demand.

    An agency that is named without its government ("交通局") is taken for one of the home city.
    """
    if trip.form:
        return form_named(trip.form)
    named = [*(t.agency for t in trip.travellers), trip.host_agency, trip.report_name]
    governments = [name for name in named if _NAMES_GOVERNMENT.search(name)]
    return form_for(trip.categories, governments[0] if governments else "")


_NAMES_GOVERNMENT = re.compile(
    r"[市縣]政府|[市縣]立|^國立|[部院署]$|委員會$|總處$|^行政院|^[\u4e00-\u9fff]{2}[市縣]"
)
