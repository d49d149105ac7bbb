"""Who travelled: names with agency, unit and title, however the line puts them."""

import re
from collections.abc import Sequence

from drafting.trip import Traveller

_SURNAMES = (
    "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董袁潘于蔣蔡余杜葉程蘇魏呂丁任沈"
    "姚盧姜崔鍾譚陸汪范金石廖賈夏韋傅方白鄒孟熊秦邱江尹薛閻段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴覃武戴莫孔向湯"
    "溫康施文牛樊葛邢安齊易喬伍龐顏倪莊聶章魯岳翟殷詹申歐耿關蘭焦俞左柳甘祝包寧尚符舒阮柯紀梅童凌畢單季裴"
    "霍涂成苗谷盛曲翁冉駱藍路游辛靳管柴蒙鮑華喻祁蒲房滕屈饒解牟艾尤陽時穆農司卓古吉繆簡車項連褚婁竇戚岑景"
    "黨宮費卜冷晏席衛柏米隋宗全仇卞冀巫官宓宿洪胥荀鄔酆闕佘佟池沐沙沖揭巴幸練幹洛雲曉程苑應鞏"
)
_TITLE = re.compile(
    r"[^\s、，,／/（(]{0,8}(?:局長|處長|科長|組長|課長|主任秘書|秘書長|副局長|副處長|主任|股長|專員|專門委員|秘書|科員|組員|課員|辦事員|"
    r"書記|技正|技士|技佐|工程司|約聘人員|約僱人員|約聘僱|約聘|約僱|助理員|助理|研究員|視察|督學|校長|教師|老師|教授|教練|隊長|"
    r"工程師|管理師|社工師|護理師|護理長|醫師|分析師|設計師|編審|委員|顧問|市長|參事|里長|所長|館長|園長|幹事|導覽員|策展人)$"
)
_AGENCY = re.compile(
    r"[^\s、，,／/（(]*(?:局|(?<!辦事)(?<!業務)處(?!理)|部(?!門)|院|署|委員會|公所|大學|學校|高中|國中|國小|博物館|美術館|圖書館|中心|基金會|公司|政府)"
)
_UNIT = re.compile(r"[^\s、，,／/（(]{1,14}?(?:科|組|課|室|股|隊|系|所|團隊|分局|工程處)")
_NAME = re.compile(
    rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}|(?:歐陽|司馬|諸葛|上官|張簡|范姜)[\u4e00-\u9fff]{{1,2}}"
)
_SPLIT = re.compile(r"[。／/，,、;；|｜\t（()）\s:：-]+")


def travellers_in(lines: Sequence[str]) -> list[Traveller]:
    """The travellers that these lines name; a missing agency or unit is taken from the person before."""
    found: list[Traveller] = []
    for line in lines:
        people = _people(line)
        if not people and found:
            break
        for person in people:
            last = found[-1] if found else None
            if any(person.name == known.name for known in found):
                continue
            if last and person.unit.startswith("同"):
                person = person.model_copy(update={"agency": last.agency, "unit": last.unit})
            if last and not person.agency:
                person = person.model_copy(update={"agency": last.agency, "unit": person.unit or last.unit})
            found.append(person)
    return found


def is_name(text: str) -> bool:
    """Whether the text looks like a Chinese personal name: a surname and one or two characters more."""
    return bool(_NAME.fullmatch(text)) and not _TITLE.match(text)


def _people(line: str) -> list[Traveller]:
    people: list[dict[str, str]] = []
    waiting: dict[str, str] = {}
    for raw in (t for t in _SPLIT.split(line.strip("。 　")) if t):
        if is_name(raw):
            people.append({"name": raw, **waiting})
            waiting = {}
            continue
        token = _BESIDE.sub("", raw)
        shared = re.match(r"(?:兩|二|三|四|五|我們|大家)?(?:個|位|人)?都(?:是|在)", token)
        parts = _office(re.sub(r"的$", "", token[shared.end() :] if shared else token))
        if shared:
            people = [{**parts, **person} for person in people]
        elif set(parts) == {"agency"} and people and parts["agency"].endswith("政府"):
            people = [_under(parts["agency"], person) for person in people]
        elif parts.get("name"):
            people.append({**waiting, **parts})
            waiting = {}
        elif parts and people and not any(key in people[-1] for key in parts):
            people[-1].update(parts)
        elif parts:
            waiting.update(parts)
    return [Traveller(**person) for person in people if len(person) > 1]


_BESIDE = re.compile(
    r"^(?:和|與|跟|及|還有|以及|由)?(?:我們的?)?(?:服務於|服務機關[為是]?|任職於?|任職|現任|職稱[為是]?|單位[為是]?|職務[為是]?|擔任)?|(?:兩|二|三|四|五)(?:個|位|人)$"
)


def _under(government: str, person: dict[str, str]) -> dict[str, str]:
    """「交通局」 said beside 「臺中市政府」 is 「臺中市政府交通局」."""
    agency = person.get("agency", "")
    return {**person, "agency": agency if agency.startswith(government) else government + agency}


def _office(token: str) -> dict[str, str]:
    """「臺中市政府秘書處國際事務科約聘人員」 in its parts, with the name if one stands at the end."""
    parts: dict[str, str] = {}
    rest = token
    if (match := re.search(rf"^(.{{2,}}?)({_NAME.pattern})$", rest)) and _TITLE.match(match.group(1)):
        parts["name"] = match.group(2)
        rest = match.group(1)
    if match := _AGENCY.match(rest):
        parts["agency"] = match.group(0)
        rest = rest[match.end() :]
    if match := _UNIT.match(rest):
        if len(match.group(0)) < len(rest) or not _TITLE.match(rest):
            parts["unit"] = match.group(0)
            rest = rest[match.end() :]
    if rest and _TITLE.match(rest):
        parts["title"] = rest
    elif rest and rest != token and is_name(rest):
        parts["name"] = rest
    return parts if parts and (set(parts) != {"name"}) else {}
