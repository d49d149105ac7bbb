"""Persons with Japanese names in a text: one of the common surnames of two characters, a given name, and a post after it."""

import re
from collections.abc import Iterator

from drafting.grounding.script import plain

SURNAMES = plain(
    "佐藤 鈴木 高橋 田中 伊藤 渡邊 渡辺 山本 中村 小林 加藤 吉田 山田 佐佐木 佐々木 山口 松本 井上 木村 清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川"
    " 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 齊藤 齋藤 斉藤 斎藤 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 竹內 竹内 小野 田村"
    " 中山 和田 石田 森田 上田 原口 柴田 酒井 工藤 橫山 横山 宮崎 宮本 內田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 杉山 增田 平野 大塚 千葉"
    " 久保 松井 小島 岩崎 桜井 櫻井 野口 松尾 野村 木下 菊地 菊池 佐野 大西 杉本 新井 浜田 濱田 市川 古川 水野 小松 島田 小池 黑田 岸田 石破 安倍 菅原 渋谷"
).split()  # fmt: skip
_SURNAME = "|".join(sorted(set(SURNAMES), key=len, reverse=True))
_POST = plain(
    "先生|女士|小姐|氏|教授|博士|醫師|大使|公使|代表|議員|議長|知事|委員|專員|秘書|律師|經理|總監|顧問|研究員|主席|總裁|社長|係長|課長|次長"
    "|(?:副|總|前|代理)*(?:市長|縣長|局長|處長|科長|課長|室長|秘書長|執行長|院長|部長|署長|理事長|理事|會長|主任|總理|校長|館長|組長|司長|總經理|董事長|區長|町長|村長|所長|站長|隊長|團長)"
)
_SPEAKS = plain("表示|指出|說明|介紹|強調|認為|提到|提醒|致詞|致辭|簡報|主持|接待|陪同|率|補充|回應|分享")
_GIVEN = rf"(?![{plain('市縣県區町村府都道州省國局部課會社所館廳院的與和及')}])[\u4e00-\u9fffぁ-んァ-ヶ]"
_NAMED = re.compile(rf"(?P<name>(?:{_SURNAME}){_GIVEN}{{1,3}}?)(?=(?:{_POST}|{_SPEAKS}))")


def japanese_names_in(told: str) -> Iterator[tuple[int, int]]:
    """Start and end of each such name in a text in one script."""
    for match in _NAMED.finditer(told):
        yield match.span("name")
