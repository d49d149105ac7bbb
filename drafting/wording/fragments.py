"""Half sentences of a chat joined to what they belong to: 「歡迎晚宴。」 to what happened there, a name to the visit."""

import re
from collections.abc import Sequence

from drafting.wording.statement import Statement

_LONGEST_OPENING = 12
_OCCASION = re.compile(
    r"^[^，。：；、？！]*(?:晚宴|午宴|餐會|酒會|茶敘|午餐會|上午|下午|中午|晚上|傍晚|開幕|閉幕|座談|課|局|處|廳|署|站|館|中心|研究會|協會)。$"
)
_OFFICE_AND_NAME = re.compile(
    r"^[^，。：；、？！]{0,16}(?:長|主任|課長|教授|大使|議員|專員|經理|主查|主席|代表|委員|先生|女士)[\u4e00-\u9fff々]{2,6}(?: ?[(（][^()（）]{1,40}[)）])?。$"
)


def joined(statements: Sequence[Statement]) -> list[Statement]:
    """The statements of one message, where an occasion leads into the next and a bare name follows the one before."""
    found: list[Statement] = []
    for statement in statements:
        before = found[-1] if found else None
        if (
            before is not None
            and not (before.item or before.head or before.lead or statement.item or statement.head)
            and (
                _is_occasion(before.text)
                or before.text.endswith("？」")
                or _OFFICE_AND_NAME.match(statement.text)
            )
        ):
            mark = "" if before.text.endswith("」") else "，"
            found[-1] = before._replace(text=f"{before.text.rstrip('。')}{mark}{statement.text}")
        else:
            found.append(statement)
    return found


def _is_occasion(text: str) -> bool:
    return len(text) <= _LONGEST_OPENING and bool(_OCCASION.match(text))
