"""Renders a report in the formats asked for, side by side where that saves time."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Final

from drafting.form import Form
from drafting.material import Ref
from drafting.phrase import phrase
from drafting.review import Approval, Draft
from export.docx.writer import write_docx
from export.edition import Edition
from export.errors import FormatUnknown, NothingToExport
from export.layout import lay_out
from export.odt.writer import write_odt
from export.pdf.outline import pages_of_headings
from export.pdf.writer import write_pdf
from export.pictures import Unprintable, collect
from export.public import published

FORMATS: Final = ("odt", "docx", "pdf")
"""Every format that can be asked for."""


_SIDE_BY_SIDE = 60  # photos; with more, the typesetter and the office writers take turns to spare memory


def render(
    item: Approval | Draft,
    form: Form,
    picture: Callable[[str], bytes | None],
    formats: Sequence[str],
    edition: Edition = "filed",
    tell: Callable[[str], None] | None = None,
) -> dict[str, bytes]:
    """The report as files, by format; a draft bears 「草稿」 on every page, an approved report does not.

    ``picture`` gives the bytes for a content digest, or None. The same approval gives the same bytes, always.
    ``tell`` is given a sentence (zh-TW) for everything that the documents could not show as it was: a photo that is
    damaged or gone, a character that no font has, what was masked for the public.
    Raises FormatUnknown, NothingToExport or TypesettingFailed.
    """
    for name in formats:
        if name not in FORMATS:
            raise FormatUnknown(name, FORMATS)
    draft = item.draft if isinstance(item, Approval) else item
    if draft.report is None:
        raise NothingToExport(draft.id)
    say = tell or _silent
    if edition == "public":
        item, draft = _made_public(item, say)
    assert draft.report is not None  # noqa: S101 (looked at above)
    found, unprintable = collect(draft.report, draft.trip_then, picture)
    _tell_of_photos(unprintable, say)
    document = lay_out(item, form, found, edition)
    photos = {p.name: p.content for p in found.values()}
    editable = {"odt": write_odt, "docx": write_docx}
    done: dict[str, bytes] = {}
    with ThreadPoolExecutor(1) as pool:  # the PDF is set in a child process: this thread only waits for it
        wanted = "pdf" in formats or (document.has_contents() and bool(formats))
        pdf = pool.submit(write_pdf, document, photos, say) if wanted else None
        if pdf and len(photos) > _SIDE_BY_SIDE:
            wait([pdf])
        pages = pages_of_headings(pdf.result(), document) if pdf and document.has_contents() else {}
        for name in formats:
            if name in editable:
                done[name] = editable[name](document, photos, pages)
        if pdf and "pdf" in formats:
            done["pdf"] = pdf.result()
    return {name: done[name] for name in formats}


_WHY = {
    Unprintable.LOST: phrase("照片 {refs} 的檔案遺失，文件中以方框標示，請補傳原檔後重新產生草稿。"),
    Unprintable.DAMAGED: phrase("照片 {refs} 的檔案已損壞，文件中以方框標示，請補傳原檔後重新產生草稿。"),
    Unprintable.TOO_LARGE: phrase(
        "照片 {refs} 的像素太多，無法排版，文件中以方框標示，請縮小後補傳，再重新產生草稿。"
    ),
}


def _silent(_: str) -> None:
    """Nobody asked to be told."""


def _made_public(item: Approval | Draft, say: Callable[[str], None]) -> tuple[Approval | Draft, Draft]:
    draft = item.draft if isinstance(item, Approval) else item
    assert draft.report is not None  # noqa: S101 (the caller looked)
    public = published(draft.report, draft.trip_then, draft.findings)
    if public.places:
        say(phrase("公開版已遮蔽 {places} 處個人資料。", places=public.places))
    if public.photos:
        say(phrase("公開版未放入可能含個人資料的照片：{refs}。", refs="、".join(public.photos)))
    draft = draft.model_copy(update={"report": public.report})
    return (item.model_copy(update={"draft": draft}) if isinstance(item, Approval) else draft), draft


def _tell_of_photos(unprintable: Mapping[Ref, Unprintable], say: Callable[[str], None]) -> None:
    for why, sentence in _WHY.items():
        if refs := [ref for ref, each in unprintable.items() if each is why]:
            say(phrase(sentence, refs="、".join(refs)))
