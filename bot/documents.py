"""The files that are handed out for a draft or an approval, by name."""

import json
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from drafting.account import as_json
from drafting.errors import NotAllowed
from drafting.phrase import phrase
from drafting.review import Approval, Draft, Status, form_behind

if TYPE_CHECKING:  # the document writers take half a second that checking need not wait for
    from export.edition import Edition

_OF_EDITION = {"filed": "", "internal": "_內部版", "public": "_公開版"}


def documents(
    item: Approval | Draft,
    formats: Sequence[str],
    picture: Callable[[str], bytes | None],
    edition: "Edition" = "filed",
    tell: Callable[[str], None] | None = None,
) -> dict[str, bytes]:
    """The files of an approval or a draft, by name; "json" is the contract of the README, and never for the public."""
    approval = item if isinstance(item, Approval) else None
    draft = item.draft if isinstance(item, Approval) else item
    assert draft.report is not None  # noqa: S101 - newest() gives written drafts only
    from export import render  # noqa: PLC0415 - the document writers take half a second that checking need not wait for

    if edition == "public" and "json" in formats:
        raise NotAllowed(phrase("公開版不含 JSON，因為其中有全部素材，請改選 ODT、DOCX 或 PDF。"))
    stem = file_stem(item) + _OF_EDITION[edition]
    wanted = [f for f in formats if f != "json"]
    rendered = render(item, form_behind(item), picture, wanted, edition, tell)
    done = {f"{stem}.{name}": content for name, content in rendered.items()}
    if "json" in formats:
        done[f"{stem}.json"] = (
            json.dumps(as_json(draft, approval), ensure_ascii=False, indent=1) + "\n"
        ).encode()
    return done


def file_stem(item: Approval | Draft) -> str:
    """「報告名稱_1070612」, marked as draft until approved; characters that file systems refuse are left out."""
    draft = item.draft if isinstance(item, Approval) else item
    title = draft.report.title if draft.report else ""
    clean = re.sub(r'[\\/:*?"<>|\x00-\x1f「」『』]+', "", title).strip(". ")[:60] or "出國報告"
    day = draft.trip_then.report_date if draft.trip_then else None
    dated = f"_{day.year - 1911}{day:%m%d}" if day else ""
    return f"{clean}{dated}" if draft.status is Status.APPROVED else f"{clean}{dated}_草稿{draft.id}"
