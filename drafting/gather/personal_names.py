"""Personal names as people in Taiwan write them: what looks like one, and what only seems to."""

import re

_SURNAMES = "".join(
    dict.fromkeys(
        "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董袁潘于蔣蔡余杜葉程蘇魏呂丁任沈"
        "姚盧姜崔鍾譚陸汪范金石廖賈夏韋傅方白鄒孟熊秦邱江尹薛閻段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴覃武戴莫孔向湯"
        "溫康施文牛樊葛邢安齊易喬伍龐顏倪莊聶章魯岳翟殷詹申歐耿關蘭焦俞左柳甘祝包寧尚符舒阮柯紀梅童凌畢單季裴"
        "霍涂成苗谷盛曲翁冉駱藍路游辛靳管柴蒙鮑華喻祁蒲房滕屈饒解牟艾尤陽時穆農司卓古吉繆簡車項連褚婁竇戚岑景"
        "黨宮費卜冷晏席衛柏米隋宗全仇卞冀巫官宓宿洪胥荀鄔酆闕佘佟池沐沙沖揭巴幸練幹洛雲曉苑應鞏丘粘鐘辜賴凃麥桂瞿臧閔刁欒寇桑甄敖虞"
        "鄺匡荊栗楚鄢勞諶冼奚樓粟藺厲郜闞屠帥廉卿狄晉扈浦芮薄鹿裘邰雍茹諸"
    )
)
_COMPOUND = "歐陽|司馬|司徒|諸葛|上官|張簡|范姜|端木|皇甫|東方|夏侯|慕容|令狐|公孫|長孫"
_GIVEN = "[\u4e00-\u9fff○〇]"
_NAME = re.compile(
    rf"(?:{_COMPOUND}){_GIVEN}{{1,2}}|[{_SURNAMES}]{_GIVEN}{{1,2}}|[{_SURNAMES}][{_SURNAMES}]{_GIVEN}{{2}}"
)
_INDIGENOUS = re.compile("[\u4e00-\u9fff]{2,6}[・·\uff0e‧•][\u4e00-\u9fff]{2,6}")
_PLACES_AND_OFFICES = re.compile("(?:[局處署縣市府部組隊館所鄉鎮區課股室院]|(?<!登)科|先生|小姐|女士)$")
_WORDS = tuple(
    (  # noqa: SIM905 - words read better as words
        "單位 時間 時候 金額 金融 金屬 金門 安全 安排 成員 成果 全部 全程 全體 全員 何時 何地 路線 應該 包含 包括 "
        "方式 方便 方案 高雄 高鐵 高速 雲林 連江 石門 石油 江蘇 農業 文化 文件 車站 車輛 司機 任務 任職 管理 簡報 "
        "簡介 章節 項目 祝福 寧可 尚未 尚有 符合 藍圖 雷達 龍頭 白天 夏天 梅雨 解說 解決 幸好 施工 施政 田野 溫度 "
        "溫泉 康復 歐洲 歐盟 鐘點 練習 華語 華僑 應用 連續 連絡 游泳 宗旨 官員 官方 席次 馬上 萬一 曾經 謝謝 謝您 應是"
    ).split()
)
_TITLES = (  # noqa: SIM905
    "局長 處長 科長 組長 課長 室主任 主任秘書 秘書長 主任 主秘 股長 專員 專門委員 專委 秘書 科員 組員 課員 辦事員 佐理員 書記 書記官 技監 技正 技士 技佐 "
    "工程司 工程員 約聘人員 約僱人員 約聘僱人員 約聘僱 約聘 約僱 助理員 助理 研究員 視察 督學 督導 校長 園長 教師 老師 教授 講師 教練 隊長 隊員 "
    "工程師 管理師 社工師 社工員 護理師 護理長 藥師 醫師 獸醫師 檢驗員 稽查員 分析師 設計師 建築師 編審 編纂 委員 顧問 參議 參事 市長 縣長 鄉長 鎮長 "
    "區長 里長 議長 議員 署長 部長 次長 院長 司長 所長 館長 站長 場長 警員 警官 巡官 消防員 幹事 總幹事 執行長 董事長 理事長 經理 導覽員 策展人 選手 "
    "分署長 分局長 大隊長 分隊長 小隊長 偵查佐 偵查員 警務員 巡佐 司機 駕駛 翻譯 口譯 攝影師 雇員 工友"
).split()
_TITLE_AT_END = re.compile(rf"(?:{'|'.join(sorted(_TITLES, key=len, reverse=True))})$")
_RANK = "副|代理|代|助理|高級|資深|首席|總|主任|簡任|薦任|委任|行政|機要|執行|聘用|專案|約聘|約僱"
_TITLE_ALONE = re.compile(rf"(?:{_RANK}){{0,2}}(?:{'|'.join(sorted(_TITLES, key=len, reverse=True))})")
_LONGEST_TITLE = 16


def is_name(text: str) -> bool:
    """Whether the text looks like a personal name: 林志明, 歐陽菲菲, 張李美玲, 王○○, 谷縱・喀勒."""
    if _INDIGENOUS.fullmatch(text):
        return True
    return (
        bool(_NAME.fullmatch(text))
        and not _TITLE_AT_END.search(text)
        and not _PLACES_AND_OFFICES.search(text)
        and not text.startswith(_WORDS)
    )


def is_title(text: str) -> bool:
    """Whether the text is a title of office and nothing else: 副局長, 約聘人員, 資深國際事務專員 is more than one."""
    return bool(_TITLE_ALONE.fullmatch(text))


def ends_in_title(text: str) -> bool:
    """Whether a title stands at the end: 交通局運輸管理科科長."""
    return bool(_TITLE_AT_END.search(text[-_LONGEST_TITLE:]))


def apart(token: str) -> tuple[str, str]:
    """(name, the rest) of 「林志明科長」 and 「交通局科長林志明」; the name is "" where no title stands beside it."""
    for length in (2, 3, 4):
        if is_title(token[length:]) and is_name(token[:length]):
            return token[:length], token[length:]
    for length in (3, 2, 4):
        if is_name(token[-length:]) and ends_in_title(token[:-length]):
            return token[-length:], token[:-length]
    return "", token
