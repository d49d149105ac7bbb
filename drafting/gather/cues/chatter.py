"""What gives away private chatter: food, family, shopping, sleep, weather and laughter."""

import re

from drafting.gather.cues.groups import any_of

_FOOD = (
    "早餐", r"午餐(?!會)", r"晚餐(?!會)", "宵夜", "消夜", "點心", "便當", "泡麵", "拉麵", "壽司", "丼", "冰淇淋", "好吃", "難吃",
    "好喝", "咖啡", "啤酒", "零食", "鹹粥", "甜點", "年糕", "湯飯", "炸雞", "火鍋", "海苔", "鬆餅",
)  # fmt: skip
_KIN = ("女兒", "兒子", "老婆", "老公", "婆婆", "岳母", "我爸", "我媽", "爸媽", "我家", "家裡", "家人")
_HOUSEHOLD = (r"小孩(?!子的?權)", "我阿嬤", "孫子", "貓", "狗", r"視訊(?!會議|方式|鏡頭)", "想家")
_SHOPPING = (
    "逛街", "伴手禮", "名產", "藥妝", "血拼", "購物", "買到了", "買好了", "買完", r"買(?:了)?(?:一|兩|三|幾|餅|糖|藥|鞋|衣|包|給|鮭)", "再買",
)  # fmt: skip
_BODY = (
    r"睡(?:著|覺|死|了|前|不)", "去睡", "先睡", "累死", "好累", r"時差(?:還|好|沒|調|嚴)", "感冒", "頭痛", "肚子", "洗澡", "洗衣",
    "泳池", "健身房", "吹風機", r"^時差", "天花板", "面膜", "嘴巴", r"腳(?:好)?(?:廢|痠|酸)", r"走了.{1,8}步", "哭哭",
)  # fmt: skip
_WEATHER = (r"天氣(?:好|很|真)", "好冷", "好熱", r"下雨(?:了|好)")
_ENGLISH = (
    r"\b(?:[Uu]gh|[Ll]ol|[Hh]aha+|so tired|[Jj]et ?lag(?:ged)?|[Cc]an'?t sleep|[Gg]ood ?night|hungry|bag lost|lost my (?:bag|luggage)|[Hh]ome\W+tired)\b",
)
_NUISANCES = (
    r"手機(?:沒電|充電)", "行動電源", "wifi", "Wi-?Fi", r"網路(?:好)?慢", "漫遊", r"房間(?:好|很|超|冷|小)", "沖水馬桶", "塞車", "迷路",
    "自拍", "開花了",
)  # fmt: skip
CHATTER = any_of(_FOOD, _KIN, _HOUSEHOLD, _SHOPPING, _BODY, _WEATHER, _ENGLISH, _NUISANCES)

_ON_THE_WAY = (
    r"(?:剛剛?|已經?|終於|總算|平安)*(?:到|抵達|抵)[\u4e00-\u9fff]{0,6}[了囉啦]|(?:先|要)?[上下轉等]飛?[車機船]了?|(?:快)?出發[了囉]|往[^，。\d]{2,8}"
    r"|準備[去往回][^，。\d]{1,8}|(?:明早|明天|今天|今早)?[^，。：]{0,6}點?(?:集合|起床|出門)|(?:just )?(?:arrived|landed|got|reached)(?: (?:at|in|to))? [A-Z][\w ]{2,20}"
    r"|on (?:the|our|my) way[\w ]*|at the (?:airport|hotel|station)"
)
_MOOD = r"(?:有點|真的|超|好)?[累冷熱餓早睏][死爆喔了啊]?|先休息|好想睡|(?:so |very )?(?:tired|exhausted|sleepy|hungry)"
UNDER_WAY = re.compile(
    rf"(?:{_ON_THE_WAY}|{_MOOD})(?:[，,。.！!~～ ]+(?:{_ON_THE_WAY}|{_MOOD}))*[…。.！!~～ ]*", re.IGNORECASE
)
"""A whole short message of somebody who is on the way, and perhaps tired: it says nothing of the trip."""

FAMILY = re.compile(
    "我媽|我爸|爸媽|老婆|老公|女兒|兒子|婆婆|岳母|我家|家裡|家人|我阿嬤|孫子",
)
AT_WORK = re.compile(r"會議|論壇|大會|議程|市長|局長|市府|本市|本府|簡報|拜會|參訪|考察|主席|委員")
CHATTER_EMOJI = re.compile(
    "[\U0001f32d-\U0001f37f\U0001f400-\U0001f43f\U0001f600-\U0001f64f\U0001f910-\U0001f92f\U0001f970-\U0001f97a]"
)
EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u27bf\ufe0f\u200d]")
LAUGH = re.compile(r"XD+|xd+|哈哈+|呵呵+|QQ|QAQ|ㄎㄎ+|嗚嗚+|噗|orz|:\)|:D|\^\^|T_T")
