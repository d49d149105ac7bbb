"""Persons with Chinese names in a text: given away by a surname and a post, a verb of speaking, or a list of names."""

import re
from collections.abc import Iterator

from drafting.grounding.japanese import japanese_names_in
from drafting.grounding.script import plain, words_of
from drafting.grounding.unsupported import Unsupported

_SURNAMES = plain(
    "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧"
    "杜傅侯曹薛丁卓馬董唐藍石紀姚連馮程湯田姜白涂鄒尤巫龔嚴韓袁金阮任陸汪夏賈孔崔萬錢史毛龍閻雷邵孟秦武覃齊康"
    "尹常段郝邢溫童殷苗鮑伍倪甘畢聶焦柳祁俞滕翟辛閆歐鞏莫牛樊葛包左耿關蒙裴諶穆屈練古黎岳韋姬熊蔣顧申婁艾尚譚陶榮桑章吉梅裘魯駱龐肖霍季付"
)
_POSTS = (
    "先生|女士|小姐|同學|師傅|大姐|大媽|奶奶|爺爺|老師|教授|博士|醫師|大使|公使|代表|議員|議長|知事|專員|組員|技正|參事|秘書|領事|書記|律師|法官|經理|總監"
    "|(?:副|總|前)*(?:市長|縣長|局長|處長|科長|主席|秘書長|執行長|院長|部長|署長|理事長|會長|主任|總理|總統|校長|館長|組長|司長|總經理|董事長|區長|村長|里長|所長|站長|隊長|團長|執行官|省長|廳長)"
)
_TITLED = (
    "主席|總統|總理|部長|大臣|外長|首相|國王|州長|省長|市長|縣長|區長|鎮長|鄉長|村長|里長|書記|局長|處長|科長|廳長|署長|司長|院長|校長|館長|所長|站長|隊長|組長"
    "|團長|會長|社長|行長|理事長|秘書長|董事長|執行長|總裁|總監|執行官|總經理|經理|負責人|發言人|創辦人|創始人|代言人|主持人|召集人|領導人|經紀人|主任|理事|監事|董事"
    "|委員|參議員|議員|議長|法官|律師|醫師|醫生|護理師|護士|老師|教師|教授|博士|院士|研究員|工程師|總設計師|設計師|分析師|預報員|特派員|飛行員|航天員|太空人"
    "|記者|編輯|作家|畫家|書法家|攝影師|藝術家|科學家|專家|學者|歌手|演員|導演|編劇|製片|選手|名將|小將|老將|主將|新秀|新星|教練|主帥|前鋒|後衛|門將|球員|隊員|車手|棋手"
    "|得主|冠軍|一姐|一哥|組合|大使|公使|領事|參贊|專員|組員|技正|參事|秘書|農民工|妻子|丈夫|女友|男友"
    "|兒子|女兒|父親|母親|警官|警員|大校|上校|中校|少校|少將|中將|上將|司令|名叫|獲獎者|村官|國腳|參議長|長官|主管|副手|搭檔"
)
_HARDLY_TITLED = "代表|由|學生|同學|居民|市民|村民|農民|工人|職員|員工|志願者|志工|朋友|老人|叫做|叫|名為|司機|校友|同事|中場|作者|創作者"
_SPEAKS = (
    "參加|參與|表示|說|指出|認為|介紹|強調|建議|告訴|稱|透露|坦言|回憶|接受|致詞|致辭|發言|宣布|宣佈|回應|解釋|補充|提到|提醒|呼籲|主持|出席|率|擔任|抵達|會見|獲得|奪得|擊敗|戰勝"
    "|對記者|對新華|在接受|在會|在發布會|在發佈會|在典禮|在儀式|在論壇|在開幕|在座談|在致|向記者|說明|分享|簡報|主講|執導|司職|替補|介紹說"
)
_NOT_SECOND = plain(
    "市縣國府會局處院部的是在有和與及由為本該各全前現任新第我們貴等長州區省校館署所司組科也都曾就將已還說面式案法位度速級額融糖銀"
)
_NEVER_SECOND = plain("的是在和與及也都曾就將已還說稱從對被")
_WORD = re.compile("|".join(sorted(map(re.escape, words_of("no_names.txt")), key=len, reverse=True)))
_HAN = r"[\u4e00-\u9fff]"
_SAYING = plain(_SPEAKS)
_EDGE = rf"(?!{_HAN})|(?=的|和|與|与|等|在|是|則|则|也|還|还|將|将|近日|同樣|同样|今|當|当|及|以及|對|对|向|被|從|从|以|用|曾|因|便|就|已|于|於|率|最|、|獲|获|說|说|{plain(_SPEAKS)}|{plain(_POSTS)})"
_GIVEN = rf"(?![{_NOT_SECOND}]){_HAN}"
_ANY_GIVEN = rf"(?![{_NEVER_SECOND}]){_HAN}"
_BEFORE_VERB = re.compile(
    rf"(?:^|(?<=[\s，。；：！？、「」“”()（）]))(?P<name>[{_SURNAMES}]{_GIVEN}{_HAN}??)(?=\d|近日|還|还|也|曾|{plain(_SPEAKS)})"
)
_BEFORE_POST = re.compile(
    rf"(?:^|(?<=[、，。；：「」“”（）()\s由與和及跟向請邀晤見訪的]))(?P<name>[{_SURNAMES}](?:{_GIVEN}{_HAN}?)??)(?:{plain(_POSTS)}|\s?[（(](?:Mr|Ms|Mrs|Dr)\b)"
)
WITH_POST = re.compile(rf"(?P<name>[{_SURNAMES}](?:{_GIVEN}{_HAN}?)??)(?:{plain(_POSTS)})")
"""A surname, perhaps with a given name, before a post: 王局長, 王小明教授."""
_LISTED = re.compile(
    rf"(?:(?<=、)|(?<=和)|(?<=与))(?P<name>[{_SURNAMES}]{_GIVEN}{_HAN}?)(?=、|和|与|等|以及|\W|$)|(?:^|(?<=[\s，。；：由]))(?P<first>[{_SURNAMES}]{_GIVEN}{_HAN}?)(?=、[{_SURNAMES}]{_HAN}{{1,2}}[、和与等，。])"
)
_GIVENS = plain(
    "偉芳娜秀英敏靜麗強磊軍洋勇艷杰傑娟濤明超蘭霞平剛桂建國華志文玉淑惠美婷雅俊宏怡君家豪宗翰冠宇廷承恩哲瑋雯欣儀佳玲慧芬雪貞素珍春梅月娥鳳嬌金龍海林森榮富貴福祥瑞祺昌盛興旺達德義仁禮智信忠孝誠正"
    "良善賢才學思源遠志鴻鵬飛翔雲天宇辰星晨曦陽光輝耀煌燦亮晶瑩琳琪珊珮瑤瑜璇瑾璟玫瑰蓉蓮荷菊菲萍薇蕾莉茜芸芷若萱婉妍妤嫣嬋媛媚妮姍娟嫻穎彤紅丹青碧翠綠藍紫燕鶯鴿鵑小曉大永長久恒常安康寧和樂喜慶"
    "軒昂凱旋勝利鑫淼焱垚立成功業勤勉勵奮進克勇毅堅韌剛健行可以子之乃如宜其亦為惟維偉煒瑋煜昱旭昊昕晟暉晉普景晏尚書文章詩詞墨翰筆硯琴棋畫卿臣士民生根全友朋伯仲叔季元亨利貞乾坤震東南西北中山河江波濤浩瀚清澄澈潔潤澤"
    "添炳智玄哲閻貝寒梓梓涵浩博睿奕諾宸銘嘉柏楠樺楓桐桂松竹蘭庭軒宜倩蓓莎薩柔純真心怡悅愛慈恩惠育培植樹棟樑材俊彥聖賢靈秀慧敏聰穎毓鈞鈺夢茹妙銓鋒銳鍵錦鎮鐘鑑開泰豐年益增裕展拓啟迪"
    "廣斌翃涌錚峰驊燁凌巍暘亞武暢敬寶鏡寬濟檳方世振川熙延鋮兵婧雷群彬鷹希苗姝迎靖竟卓栩弦聞涓優羽典爭雙沙曄湛釵黎斐奇溪定吉瀛碩旎洪菁羨皓聃逸遙冀然集旻征白威冉珺歡蒙研權冰琨騰驚凡沉亭懿祖闖羲馨霖政登舒緯舟崢傳鳴邇捷爽峻葉蘋叢衛鷗霄萌韜航邦圓汗昭原謨炘冶仙鍇昆蕊歆品圻雄亢隆瀟男祿虎倫朝爍欽汝韻泉驥昀劍昶"
)
_SURE = rf"(?P<name>[{_SURNAMES}](?:{_ANY_GIVEN}(?:{_EDGE})|{_ANY_GIVEN}{_ANY_GIVEN}(?:{_EDGE})|{_GIVEN}[{_GIVENS}]|[{_GIVENS}]{_GIVEN}))"
_LIKELY = (
    rf"(?P<name>[{_SURNAMES}](?:[{_GIVENS}](?:{_EDGE})|(?:[{_GIVENS}]{_ANY_GIVEN}|{_ANY_GIVEN}[{_GIVENS}])(?:{_EDGE})|[{_GIVENS}]{{2}}"
    rf"|{_ANY_GIVEN}{_ANY_GIVEN}?(?={_SAYING})))"
)
_AFTER_TITLE = re.compile(rf"(?:{plain(_TITLED)}){_SURE}")
_AFTER_WORD = re.compile(rf"(?:{plain(_HARDLY_TITLED)}){_LIKELY}")
_NAMED = rf"[{_SURNAMES}][{_GIVENS}]"
_WEAK = re.compile(
    rf"(?:^|(?<![\u4e00-\u9fff\dA-Za-z%％.])|(?<=[的和與与由對对被讓让借藉決决敗败勝胜給给向於于及敵敌]))(?P<name>{_NAMED}[{_GIVENS}](?=\d|分別|分别|都|司职|替补|{_EDGE})|{_NAMED}(?=[，。、]|的|都|和|与|分別|分别|{plain(_SPEAKS)}))"
)
_FIRST = re.compile(
    rf"(?:^|(?<![\u4e00-\u9fff\dA-Za-z%％.]))(?P<name>{_NAMED}[{_GIVENS}]?|[{_SURNAMES}]{_ANY_GIVEN}[{_GIVENS}]|[{_SURNAMES}]{_ANY_GIVEN}{{1,2}}(?=在|因|以|為|为|則|则|與|与|也|將|将|是|曾)|[{_SURNAMES}]某)"
)
"""At the beginning of a clause, whatever follows; what is no name there is told by the list of words."""
_WITHIN = re.compile(
    rf"(?<=[的和與与由對对被讓让借藉決决敗败勝胜給给向於于及敵敌請请會会隊队月日年據据悉出])(?P<name>{_NAMED}[{_GIVENS}]|[{_SURNAMES}]某)"
)
_ALONE = re.compile(rf"[{_SURNAMES}]{_ANY_GIVEN}{_HAN}?")
_SOUNDS = "凡楊杨" + plain(
    "阿埃艾安奧巴班邦保貝本比彼畢波伯博布查達戴丹當道德登迪蒂杜多恩爾法費菲芬佛夫弗福岡戈格古哈海漢赫亨胡霍基吉加佳賈傑捷金卡凱坎康考科克肯庫拉萊蘭朗勞勒雷里利麗"
    "林隆魯盧倫羅洛馬瑪麥曼梅門蒙米密明莫姆穆納奈內尼寧紐諾努歐帕潘佩彭皮平普喬切琴丘瓊茹瑞薩塞賽桑沙山尚施史斯司絲松蘇索塔泰坦湯陶特提蒂廷圖托瓦萬旺威維韋文沃烏伍西希錫夏辛休許雅亞揚耶葉伊因英尤約澤扎詹珍齊茲佐埃婭妮娜莉莎娃諾"
)
_FOREIGN = re.compile(rf"[{_SOUNDS}]{{1,9}}(?:·[{_SOUNDS}]{{1,10}})+")
_CALLED = re.compile(rf"[{_SURNAMES}](?:{plain('大姐|大媽|師傅|奶奶|爺爺|女士|先生|小姐|同學')})")
_AFTER_TITLE_FOREIGN = re.compile(rf"(?:{plain(_TITLED)})(?P<name>[{_SOUNDS}]{{3,7}})(?![{_SOUNDS}·])")
_RUN_ON = plain("因利達加多海里在")


def missing_persons(text: str, sources: tuple[str, ...]) -> Iterator[Unsupported]:
    """Each name of a person that no source has. ``sources`` in one script (``plain``)."""
    told = plain(text)
    for start, end in persons_in(told):
        if not _is_known(told[start:end], sources):
            yield Unsupported(text=text[start:end], kind="person", start=start, end=end)


def persons_in(told: str) -> Iterator[tuple[int, int]]:
    """Start and end of each name of a person in a text in one script."""
    taken: list[tuple[int, int]] = []
    for start, end in _candidates(told):
        if not any(s < end and start < e for s, e in taken):
            taken.append((start, end))
            yield start, end


def _candidates(told: str) -> Iterator[tuple[int, int]]:
    yield from japanese_names_in(told)
    for match in _FOREIGN.finditer(told):
        yield match.span()
    for pattern in (_AFTER_TITLE, _AFTER_WORD, _BEFORE_POST, _BEFORE_VERB, _LISTED):
        for match in pattern.finditer(told):
            group = "first" if "first" in pattern.groupindex and match["first"] else "name"
            if not _WORD.match(told, match.start(group)):
                yield match.span(group)
    for match in _AFTER_TITLE_FOREIGN.finditer(told):
        yield match.span("name")
    for match in _CALLED.finditer(told):
        yield match.span()
    for match in (*_WEAK.finditer(told), *_FIRST.finditer(told), *_WITHIN.finditer(told)):
        if not _WORD.match(told, match.start("name")):
            yield match.span("name")
    if _ALONE.fullmatch(told) and not _WORD.match(told):
        yield (0, len(told))


def _is_known(name: str, sources: tuple[str, ...]) -> bool:
    if any(name in source for source in sources):
        return True
    if "·" in name:
        *_, before, last = name.split("·")
        ends = (last, last[:-1]) if last[-1:] in _RUN_ON and len(last) > 2 else (last,)
        return any(_is_dotted(before, end, source) for end in ends for source in sources)
    return False


def _is_dotted(before: str, last: str, source: str) -> bool:
    """The ends of a dotted name run on into the sentence, so what stands next to the dots counts."""
    if f"{before[-2:]}·{last}" in source:
        return True
    return len(last) > 1 and last in source and f"·{last}" not in source
