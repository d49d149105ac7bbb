"""What is said after many messages at once (pure)."""

from collections.abc import Mapping

from bot.language import _, listed
from drafting.material import Medium


def summary(counts: Mapping[Medium, int], fetching: int) -> str:
    """「收到 文字 3、照片 5，都保存好了。」, and how many files are still on their way."""
    names = {
        Medium.NOTE: _("文字"),
        Medium.PHOTO: _("照片"),
        Medium.VOICE: _("語音"),
        Medium.PLACE: _("位置"),
        Medium.CONTACT: _("聯絡人"),
        Medium.PAPER: _("檔案"),
    }
    what = listed(_("{name} {count}").format(name=names[m], count=counts[m]) for m in names if counts.get(m))
    said = _("收到 {what}，都保存好了。").format(what=what)
    return said + (_("其中 {count} 件檔案還在下載。").format(count=fetching) if fetching else "")
