"""What the Chinese forms call their fields and parts, so that these too can be said in another language (data).

A form is data, and its labels are printed as they stand there; only what the bot says about them is translated.
"""

from drafting.phrase import phrase

LABELS = (
    phrase("出國人員姓名/服務機關/單位/職稱"), phrase("出國報告名稱"), phrase("出國報告提要名稱"), phrase("出國類別"), phrase("姓名職稱"),
    phrase("服務機關"), phrase("派赴國家/地區"),
)  # fmt: skip
HEADINGS = (
    phrase("摘要"), phrase("出國人員名單"), phrase("目的"), phrase("過程"), phrase("心得"), phrase("建議"), phrase("心得及建議"), phrase("附件"),
)  # fmt: skip
