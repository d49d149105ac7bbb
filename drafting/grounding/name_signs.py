"""Signs that a name of a person stands between them: a post, a verb of speaking, the end of a clause."""

import re

from drafting.grounding.script import plain

TITLES = (
    "主席|總統|總理|部長|大臣|外長|首相|國王|州長|省長|市長|縣長|區長|鎮長|鄉長|村長|里長|書記|局長|處長|科長|廳長|署長|司長|院長|校長|館長|所長|站長|隊長|組長"
    "|團長|會長|社長|行長|理事長|秘書長|董事長|執行長|總裁|總監|執行官|總經理|經理|負責人|發言人|創辦人|創始人|代言人|主持人|召集人|領導人|經紀人|主任|理事|監事|董事"
    "|委員|參議員|議員|議長|法官|律師|醫師|醫生|護理師|護士|老師|教師|教授|博士|院士|研究員|工程師|設計師|分析師|預報員|特派員|飛行員|航天員|太空人"
    "|記者|編輯|作家|畫家|書法家|攝影師|藝術家|科學家|專家|學者|歌手|演員|導演|編劇|製片|選手|名將|小將|老將|主將|新秀|新星|教練|主帥|前鋒|後衛|中場|門將|球員|隊員|隊友|車手|棋手"
    "|得主|冠軍|亞軍|大使|公使|領事|參贊|專員|組員|技正|參事|秘書|妻子|丈夫|女友|男友|兒子|女兒|父親|母親|警官|警員|大校|上校|中校|少校|少將|中將|上將|司令|名叫|村官|長官|主管|副手|搭檔"
    "|代表|學生|同學|居民|市民|村民|農民|工人|職員|員工|志願者|志工|朋友|老人|叫做|叫|名為|司機|校友|同事|作者|由|嫌犯|疑犯|被告|原告|當事人|受害人|患者|乘客|旅客|遊客|商人|男子|女子|星"
)
POSTS = (
    "先生|女士|小姐|同學|科員|股長|課長|技士|室長|次長|理事|顧問|導遊|來賓|師傅|大姐|大媽|奶奶|爺爺|老師|教授|博士|醫師|大使|公使|代表|議員|議長|知事|專員|組員|技正|參事|秘書|領事|書記|律師|法官|經理|總監"
    "|市長|縣長|局長|處長|科長|主席|秘書長|執行長|院長|部長|署長|理事長|會長|主任|總理|總統|校長|館長|組長|司長|總經理|董事長|區長|村長|里長|所長|站長|隊長|團長|執行官|省長|廳長"
    "|副市長|副縣長|副局長|副處長|副科長|副主席|副秘書長|副執行長|副院長|副部長|副署長|副理事長|副會長|副主任|副總理|副總統|副校長|副館長|副組長|副司長|副總經理|副董事長"
)
SPEAKS = (
    "參加|參與|表示|說|指出|認為|介紹|強調|建議|告訴|稱|透露|坦言|回憶|接受|致詞|致辭|發言|宣布|宣佈|回應|解釋|補充|提到|提醒|呼籲|主持|出席|率|擔任|抵達|會見|獲得|奪得|擊敗|戰勝"
    "|對記者|在接受|向記者|說明|分享|簡報|主講|執導|介紹說|曾|今年|近日|則|還|也"
)
SOUNDS = "凡楊杨" + plain(
    "森拜鮑甘瓜迦柯默瑟頓圭奎夸茨"
    "阿埃艾安奧巴班邦保貝本比彼畢波伯博布查達戴丹當道德登迪蒂杜多恩爾法費菲芬佛夫弗福岡戈格古哈海漢赫亨胡霍基吉加佳賈傑捷金卡凱坎康考科克肯庫拉萊蘭朗勞勒雷里利麗"
    "林隆魯盧倫羅洛馬瑪麥曼梅門蒙米密明莫姆穆納奈內尼寧紐諾努歐帕潘佩彭皮平普喬切琴丘瓊茹瑞薩塞賽桑沙山尚施史斯司絲松蘇索塔泰坦湯陶特提蒂廷圖托瓦萬旺威維韋文沃烏伍西希錫夏辛休許雅亞揚耶葉伊因英尤約澤扎詹珍齊茲佐埃婭妮娜莉莎娃諾"
)
FOREIGN = re.compile(rf"[{SOUNDS}]{{3,7}}")
"""A run of the characters by which foreign names are written."""
_STRONG, _VERB, _LIST, _EDGE, _JOINT = 30, 20, 12, 10, 6
_BEFORE = (
    dict.fromkeys(plain("的由對被讓給向請據"), _JOINT)
    | dict.fromkeys(plain("和與、"), _LIST)
    | dict.fromkeys(plain(TITLES).split("|"), _STRONG)
)
_AFTER = (
    dict.fromkeys(plain("的在是以將"), _JOINT)
    | dict.fromkeys(plain("和與、等"), _LIST)
    | dict.fromkeys(plain(SPEAKS).split("|"), _VERB)
    | dict.fromkeys(plain(POSTS).split("|"), _STRONG)
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MISTER = re.compile(r"\s?[（(](?:Mr|Ms|Mrs|Dr)\b")
_LONGEST = 4


def is_post(word: str) -> bool:
    """Whether a word is a post or a form of address, and so no given name: the 局長 of 王局長."""
    return _AFTER.get(word, 0) == _STRONG or _BEFORE.get(word, 0) == _STRONG


def before(told: str, at: int) -> int:
    """What the words before a place take off the price of a name there."""
    worth = max((_BEFORE.get(told[at - n : at], 0) for n in range(1, min(_LONGEST, at) + 1)), default=0)
    return worth or (0 if at and (_HAN.match(told, at - 1) or told[at - 1].isdigit()) else _EDGE)


def after(told: str, at: int) -> int:
    """What the words after a place take off the price of a name before it."""
    if _MISTER.match(told, at):
        return _STRONG
    worth = max(_AFTER.get(told[at : at + n], 0) for n in range(1, _LONGEST + 1))
    return worth or (0 if _HAN.match(told, at) else _EDGE)
