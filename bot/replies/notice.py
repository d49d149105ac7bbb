"""The first message: what must not be sent, and the notice that 個人資料保護法 §8 asks for, with its two buttons (pure)."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import data
from bot.language import _
from drafting.phrase import phrase

VERSION = "2026-11-25"
"""Which text somebody agreed to; a new text needs a new version, and is put to everybody again."""

TEXT = phrase("""請勿傳送：密件、護照或身分證影像、他人之個人資料（除報告所需之姓名職稱外）。

個人資料告知（個人資料保護法第 8 條）
一、蒐集機關：貴機關。目的：撰寫、審核及保存公務出國報告。
二、類別：您的姓名、職稱、傳送的文字、照片（含拍攝時間與位置）、語音、檔案。
三、利用期間、地區、對象及方式：自傳送起至案件刪除止，於貴機關指定之主機，供您與審核人員撰寫及審核報告；匯出的照片不含拍攝位置。
四、您可請承辦人查詢、閱覽、複製、補充、更正、停止處理或刪除您的資料。
五、您可自由選擇是否提供；未提供的部分，報告需由您自行補寫。""")

REFUSED = phrase("好，先前傳來的都沒有讀，也已刪除。想開始時再傳 /start。")
NOT_YET = phrase("請先看過上面的告知事項，按「我了解並同意」。")


def notice(person: int) -> tuple[str, InlineKeyboardMarkup]:
    """The notice and its buttons, which count for this person only."""
    buttons = [
        InlineKeyboardButton(_("我了解並同意"), callback_data=data("consent", person, "yes")),
        InlineKeyboardButton(_("不同意"), callback_data=data("consent", person, "no")),
    ]
    return _(TEXT), InlineKeyboardMarkup([buttons])


def holding(*, shown: bool) -> str:
    """What is said, once, when something came before the answer; ``shown`` says that the notice stands above."""
    if shown:
        return _("先替您放著，還沒有讀；按上面的「我了解並同意」就收進案件。")
    return _("您傳的先替您放著，還沒有讀。請先看過這段告知，按「我了解並同意」就會收進案件。")


def holding_in_group(name: str) -> str:
    """The same in a group, where the notice is not put."""
    return _("{name}，請先私訊我、看過告知事項；您在這裡傳的先替您放著。").format(name=name)
