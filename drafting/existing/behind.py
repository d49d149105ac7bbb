"""What stands behind the body of a report: sheets for reviewing, tracking and signing, which are no part of what is judged."""

import re
from collections.abc import Iterable, Iterator

from drafting.existing.blocks import HeadingBlock, OpenedBlock, TextBlock
from drafting.existing.part_names import part_named
from drafting.form import Form, all_forms

_MARK = re.compile(
    r"^\s*(?:附[件錄表]\s?[一二三四五六七八九十\d]{0,2}|[壹貳參肆伍陸柒捌玖拾]{1,3})[、：:\s]*"
)
_KNOWN = re.compile(
    r"(?:公務)?出國報告(?:書)?(?:自我)?(?:審核|檢核)(?:表|事項表)|建議事項(?:採行)?(?:情形)?追蹤(?:管考)?表"
)


def without_sheets(blocks: Iterable[OpenedBlock], form: Form) -> Iterator[OpenedBlock]:
    """The blocks up to the first such sheet, and again from a heading on that names a part of the form."""
    titles = {_plain(annex.title) for each in (form, *all_forms()) for annex in each.annexes}
    inside = False
    for block in blocks:
        if isinstance(block, HeadingBlock | TextBlock) and _is_sheet(block.text, titles):
            inside = True
        elif inside and isinstance(block, HeadingBlock) and part_named(_MARK.sub("", block.text), form):
            inside = False
        if not inside:
            yield block


def _is_sheet(line: str, titles: set[str]) -> bool:
    bare = _MARK.sub("", line.strip())
    return _plain(bare) in titles or bool(_KNOWN.fullmatch(_plain(bare)))


def _plain(text: str) -> str:
    return re.sub(r"[\s\u3000（）()：:]", "", text).lower()
