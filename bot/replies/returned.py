"""What is said when a report comes back that was edited in an office suite (pure)."""

from collections.abc import Sequence

from bot.language import _
from drafting.revision import Remark


def came_back(sentences: int, draft: int, told: Sequence[str]) -> str:
    """How many sentences are the person's now, in which draft, and what was not taken."""
    if sentences:
        head = _("收到改過的報告：{n} 句改成您的話，成為草稿第 {draft} 號。").format(n=sentences, draft=draft)
    else:
        head = _("收到您傳回的報告，文字和草稿第 {draft} 號相同。").format(draft=draft)
    return "\n".join([head, *(_(line) for line in told)])


def remark(open_one: Remark, left: int) -> str:
    """One remark as a question; ``left`` more follow."""
    text = _("{who} 在「{quote}」旁邊寫：{text}\n直接回一句就好。").format(
        who=open_one.by or _("審閱者"), quote=open_one.quote, text=open_one.text
    )
    return text + ("\n" + _("（後面還有 {left} 則）").format(left=left) if left else "")


def remarks_answered() -> str:
    """Nothing is left to ask."""
    return _("註解都回覆了。要讓報告跟著改，請輸入 /draft，或回覆草稿的那一頁說怎麼改。")
