"""What gives away the subject of a note: why one goes, official business, travel, encounters, the press."""

import re

from drafting.gather.cues.groups import any_of

PURPOSE = re.compile(
    r"為什麼要去|目的|任務|交代|緣起|主要是要|這次去是|此行|這趟(?:主要|任務|要)|為了|任務編組|重點是"
)

_OCCASIONS = ("會議", "論壇", "大會", "議程", "議題")
_PEOPLE = ("主席", "代表", "市長", "局長", "處長", "秘書長", "理事")
_OFFICES = ("市府", "市政府", "本府", "本市", "城市", "機關", "政府")
_AFFAIRS = (
    "計畫",
    "政策",
    "預算",
    "經費",
    "合作",
    "協議",
    r"簽(?!證)",
    "參訪",
    "拜會",
    "考察",
    "簡報",
    "導覽",
    "展區",
    "攤位",
    "觀摩",
)
_MATTER = (
    "系統",
    "設施",
    "技術",
    "資料",
    "數據",
    r"說明(?!天|年|日)",
    "介紹",
    "統計",
    "指標",
    "公約",
    "條例",
    "法規",
)
_HOSTS = ("公司", "協會", "中心", "大學", "學校", "研究", "訪團", "委員", "接待", "致詞", "交流")
_ADDRESS = (r"Mr\.", r"Ms\.", r"Dr\.", r"Mrs\.", r"Prof\.")
OFFICIAL = any_of(_OCCASIONS, _PEOPLE, _OFFICES, _AFFAIRS, _MATTER, _HOSTS, _ADDRESS)

_AIRPORT = (
    "登機", "轉機", "起飛", "降落", "落地", "出關", "入境", "通關", "報到完成", "航班", "班機",
    r"(?:抵達|到|去|在|往)[\u4e00-\u9fff]{0,4}(?<!排水)機場", "候機", "搭機", "返抵",
)  # fmt: skip
_HOTEL_AND_HOME = (
    r"回到(?:臺|台|桃園|高雄|家)",
    "平安到",
    "退房",
    "入住",
    "check.?in",
    "checkin",
    "整理行李",
)
_ON_THE_WAY = (
    "接駁車", "^搭", "我搭", "飛機", "delay", "延誤", "候機", r"出發去(?!.{0,60}參訪)", "飛曼谷", r"飛[\u4e00-\u9fff]{2,4}", "回程",
    "去程", "安檢", "排隊", "排了", r"^到[\u4e00-\u9fff]{2,5}了", "接機", "去機場", r"轉[\u4e00-\u9fff]{2,5}機",
)  # fmt: skip
TRAVEL = any_of(_AIRPORT, _HOTEL_AND_HOME, _ON_THE_WAY)

IDENTITY = re.compile("識別證|護照|身分證|證件|簽證頁|登機證|名牌|通行證|badge|passport", re.IGNORECASE)

_MEETING_PEOPLE = (
    "合影",
    "合照",
    "名片",
    "茶敘",
    "晚宴",
    "歡迎宴",
    "餐會",
    "酒會",
    "遇到",
    "碰到",
    "碰面",
    "巧遇",
)
_TALKING = (
    "聊到",
    "聊了",
    "寒暄",
    "邀請",
    "邀她",
    "邀他",
    "邀到",
    "邀了",
    "也邀",
    "都邀",
    "拜託",
    "會晤",
    "打招呼",
    "敬酒",
    "私下",
)
ENCOUNTER = any_of(_MEETING_PEOPLE, _TALKING)

MEDIA = re.compile(r"報紙|早報|晚報|電視新聞|新聞(?:在播|播出|報導)|媒體|記者|平面媒體|登報")

_HOSTING = ("主辦", "合辦", "協辦", "一起辦", "共同舉辦", "承辦", "贊助", "資助", "技術支援")
_FIRSTS = ("首次", "頭一遭", "第一次在", "頭一次", "屆")
_AS_A_WHOLE = (
    "大會本體", "會期", r"與會(?:人數|者)", "人數", r"超過\d+[位人]", "全名", "這趟要", r"主題(?:是|為)", "由來", "成立", "宗旨",
)  # fmt: skip
WHOLE_EVENT = any_of(_HOSTING, _FIRSTS, _AS_A_WHOLE)

_ABOUT_US = (
    r"(?:本|此|這)[次行趟案](?:出國|公出|出訪|行程|考察|參訪|訪問|出差|赴[\u4e00-\u9fff]{1,6})?(?:之|的)?"
)
PURPOSE_HEAD = re.compile(
    r"^\s*[#＃]?(?:"
    r"(?:目的|緣起|出國目的|考察目的|為(?:什麼|何)要去|[Pp]urpose|[Aa]im)\s*[：:]"
    rf"|(?:{_ABOUT_US})(?:主要|最主要)?(?:目的|任務)\s*(?:[：:]|就?是(?!否|不是)|在於?|為)"
    r"|(?:出國|考察|參訪|出訪|主要)?目的\s*(?:就?是|在於|為)(?!讓|要讓|使|否)"
    r"|為了?(?:了解|瞭解)(?!決)(?=.{0,80}(?:本市|本府|本局|本縣|本處|本署|本部|我國|我們|此行|參考|借鏡|考察|參訪|前往|赴))"
    r"|[Tt]he (?:purpose|aim) of (?:this|the|our) (?:trip|visit)\b"
    r")"
)
"""A note that says of itself that it tells the purpose, whenever it was sent.

「目的是讓…」 tells what others aim at, 「為了解決…」 what they did about something.
"""
