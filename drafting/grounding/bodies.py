"""Organisations and places with Chinese names in a text, known by the word that ends them: 局, 大學, 市, 協會."""

import re
from collections.abc import Iterator
from functools import lru_cache

from drafting.grounding.script import plain
from drafting.grounding.unsupported import Kind, Unsupported

_BODIES = (
    "市政府|縣政府|省政府|州政府|區政府|區公所|鄉公所|鎮公所|委員會|辦公室|辦公廳|辦事處|代表處|基金會|研究院|研究所|研究會|聯合會|促進會|協進會|理事會|商工會議所|委員會|管理局|管理處|事務所|出版社|通訊社|報社|檢察院|檢察署|法院|醫院"
    "|學院|大學|中學|小學|學校|銀行|集團|公司|協會|學會|商會|公會|工會|總會|議會|農會|漁會|俱樂部|博物館|美術館|圖書館|紀念館|中心|機場|指揮部|司令部|總部|分部|宣傳部|政治部|組織部|外交部"
    "|旅遊局|發改委|紀委|廳|署|局|部|院|社|廠|交易所|試驗所|檢驗所|衛生所|診所|招待所|看守所|分所"
)
_PLACES = (
    "東部|西部|南部|北部|中部|自治區|特區|新區|園區|保護區|風景區|地區|山區|灣區|市|縣|區|鄉|鎮|村|州|省|島"
)
_NOT_AFTER = {
    "東部": "", "部": "分份門隊長落署件位族委下屬", "局": "面勢長部限", "院": "士長子校線", "社": "會區群交團長", "廠": "商長房家",
    "報社": "會區群", "市": "場民長值區價集政容面況電", "縣": "長民政", "區": "別域分間塊長隔", "鄉": "親村下愁土鎮", "鎮": "長靜定", "村": "民莊長落官里幹", "州": "長立際", "省": "長思略錢級得區",
    "島": "嶼國民上", "中心": "線點區思主任", "公司": "法", "銀行": "業家行長", "大學": "生(?!命)", "小學": "生", "中學": "生", "學校": "", "協會": "", "署": "名長理", "廳": "長堂局",
}  # fmt: skip
_STOP = plain(
    "的在是和與及對向由從被把將為等以到了這該各每其至於並而或也還使讓給往赴據則且曾已能可就很更最不沒個僅未"
)
_VERBS = frozenset(
    plain(
        "參觀 拜會 拜訪 訪問 前往 抵達 出席 參加 走進 造訪 位於 由於 包括 包含 成為 擔任 就讀 畢業 介紹 來自 根據 按照 透過 通過 建議 成立 設立 設置 興建 舉辦 召開 發現 確保 繼續 加大 加強"
        " 推動 尊重 邀請 率領 協助 進入 離開 返回 搭乘 轉往 轉乘 會見 會晤 接待 主持 連接 沿著 穿越 遍布 遍及 擴展 蔓延 之後 之前 其中 以及 目前"
        " 參訪 辦理 設有 下設 另設 增設 互設 裝設 訂定 訂出 制定 討論 簡報 索取 切斷 實際 邀集 會同 函請 洽請 洽詢 洽談 洽商 陪同 隨同 偕同 致贈 送交 列席"
        " 主辦 承辦 協辦 合辦 籌辦 試辦 派員 率團 聽取 探討 研商 研議 商討 檢視 盤點 詢問 答覆 歡迎 宴請 會後 會中 席間 行前 途中 沿途 附近 鄰近 緊鄰 串聯"
        " 主導 核定 核准 當選 獲選 連任 兼任 出任 現任 前任 曾任 歷任 刊登 播出 領取 繳交 編印 製作 發送 發放 遞交 面交 簽訂 締結 參與 到訪 來訪 回訪 出訪 蒞臨"
        " 說明 善用 運用 利用 使用 應用 提供 日後 往後 今後 上設 併設 當地 今年 去年 現在 作為 屬於 隸屬 任職 任教 安排 瞭解 了解 考察 觀摩 觀看 查看 地處 坐落 落戶 落腳 入住 下榻 報名 申請 組成 共同 分別 一同 一起"
    ).split()
)
_LOOSE = plain(
    "自治區|自治州|自治縣|省|市|縣|區|地區|(?<!有限)公司|中部|東部|西部|南部|北部|總部|分部|鎮|村|中心|機場|學院|集團"
)
_COMMON = frozenset(
    plain(
        "本市 全市 該市 縣市 各縣市 直轄市 社區 地區 園區 專區 景區 校區 山區 轄區 分區 災區 郊區 市區 城區 特區 各區 選區 全省 各省 外省 全部 各部 內部 外部 東部 西部 南部 北部 中部 總部 分部 局部 兩部 一部"
        " 東北部 西北部 東南部 西南部 部分地區 沿海地區 各地區 俱樂部 電視局 場所 研究所 醫院 法院 學院 電影院 大學 公司 上市公司 分公司 子公司 總公司 母公司 跨國公司 有限公司 股份公司 銀行 集團 學校 中心"
        " 研究中心 活動中心 新聞中心 協會 委員會 劇院 國務院 參議院 眾議院 部門 團隊 半島 全島 離島 本島 公所 派出所 事務所 會議中心 旅社 報社 工廠 旅行社 合作社 國家和地區 自然保護區 服務公司 集團公司 航空公司 電力公司 諮詢公司 顧問公司 經紀公司 保險公司 建設公司 貿易公司 科技公司 中東地區 東北地區 東部地區 西部地區 南部地區 北部地區 中部地區 山地地區 偏遠地區"
        " 醫學院 工學院 管理學院 研究院 設計院 分院 本院 博物館 美術館 圖書館 紀念館 辦公室 機場 國際機場 指揮部 司令部 部 局 廳 署 院"
    ).split()
)
_COMMON_ENDS = tuple(
    plain(
        "簽署 部署 禁區 全區 全縣 全市 全省 州市 省市 深市 兩市 個省 出局 大局 開局 各省 城鄉 名廠 劇院 城市 都市 超市 上市 樓市 股市 夜市 農村 鄉村 小村 小鎮 古鎮 鄉鎮 城鎮 村鎮 水鄉 家鄉 故鄉 展示區 展區 商圈 市中心 結局 布局 佈局 僵局 格局 當局 兩局 一局 三局 首局 末局 各局 平局 唯一一部 第一部 分布區 全部 局部 內部 外部 幹部 頭部 腹部 胸部 腰部 腿部 面部 底部 頂部 背部 腳部 手部 肩部 頸部 肺部 臉部 一部 這部"
        " 場所 住所 廁所 會所 處所 客廳 餐廳 大廳 展廳 音樂廳 部門 島嶼 亞洲 歐洲 非洲 美洲 澳洲 一些地區 部分地區 各地區 國家和地區"
    ).split()
)
_ENDS = re.compile(
    "|".join(
        f"{plain(word)}(?!{'|'.join(re.findall('.(?:[(].*?[)])?', plain(_NOT_AFTER[word])))})"
        if _NOT_AFTER.get(word)
        else plain(word)
        for word in sorted({*_BODIES.split("|"), *_PLACES.split("|")}, key=len, reverse=True)
    )
)
_PLACE_WORDS = frozenset(map(plain, _PLACES.split("|")))
_HAN = re.compile(r"[\u4e00-\u9fff·]")
_SHORTENED = re.compile(
    plain(
        "有限責任|股份有限|有限|股份|責任|自治|(?:藏|壯|回|維吾爾|苗|彝|侗|瑤|土家|哈薩克|蒙古|朝鮮|滿|白|傣|黎|羌)族|(?<=.)[省市縣區總]"
    )
)
_LOOSE_ENDS = re.compile(rf"(?:{_LOOSE})$")
_LEADS = plain("來去赴到回離經據抵訪份於往")
_BEFORE_OURS = frozenset(plain("經 依 請 洽 函 因 惟 除 若 如 另 亦 均 邀 助 供 代表 強化 帶領 行銷").split())
"""Words before 本局 besides the verbs; no word ends with one of them and 本."""
_PASSING = frozenset(
    plain(
        "近年 年來 月來 今日 昨日 昨天 今天 明天 近日 前日 當日 當天 當時 此前 此後 隨後 最後 最終 目前 同時"
        " 其他 這些 那些 一些 許多 不少 有些 有關 相關 所有 任何 整個 上述 另外 此外 因此 所以 因為 如果 雖然"
        " 但是 然而 不過 由此 對於 關於 至於 隨著 為了 通往 經由 除了 直到 截至 自從 而且 並且 或者 還是 以便"
        " 只有 只要 即使 尤其 特別 非常 十分 已經 正在 將要 曾經 一直 仍然 依然 再次 首次 多次 分別 陸續 先後"
        " 相繼 逐步 逐漸 不斷 共同 專程 特地 順道 親自"
    ).split()
)
"""Words of time and of joining: no name has them."""
LEADING = _VERBS | frozenset(
    plain(
        "日前 表示 認為 指出 強調 坦言 透露 宣布 宣稱 聲稱 承認 要求 希望 呼籲 敦促 同意 反對 支持 批准 通知"
        " 告訴 提醒 回應 回答 感謝 祝賀 恭賀 促進 推進 提升 提高 改善 增進 帶動 促成 促使 迫使 導致 造成 影響"
        " 襲擊 攻擊 入侵 占領 佔領 支援 援助 協調 輔導 指導 督導 鼓勵 吸引 取得 獲得 贏得 擊敗 戰勝 加入 退出"
        " 脫離 創辦 創立 創建 組建 建立 建成 開設 開辦 開放 開通 啟用 接管 收購 併購 合併 入股 委託 授權 聘請"
        " 派遣 派駐 調往 轉至 移至 送往 運往 飛往 開往 駛往 駛入 趕赴 奔赴 遠赴 路過 經過 途經 行經 行至 到達"
        " 來到 走訪 回到 居住 生活 就職 供職 服務於 畢業於 就讀於 出身 出生 生於 位在 坐落於 座落 設於 設在 名為"
        " 名叫 稱為 叫做 視為 看作 列為 當作 擁有 具有 享有 占有 形成 構成 呈現 展現 反映 體現 象徵 代表著 涵蓋"
        " 覆蓋 遍布於 了解到 發表 發布 公布 刊登 報導 報道 記載 收錄 展出 陳列 收藏 觀賞 遊覽 漫步 體驗 享用"
        " 品嘗 購買 採購 供應 提供 給予 贈送 頒發 授予 移交 交由 交給 轉交"
    ).split()
)
"""Verbs that stand before a name; right before its last word they may be part of it (促進 of 投資促進局)."""
_TIME = re.compile(
    plain(
        r"(?:\d|[一二三四五六七八九十百千萬億幾數半兩])[年月日號天周歲時分秒點次名位人個家件起站場梯][前後來間內底初末]?\Z|\d[前後]\Z"
    )
)
"""The end of a number or a day, by which no name begins: 120年前."""
_BRANCHES = frozenset(
    plain(
        "法院 人民法院 中級人民法院 高級人民法院 檢察院 醫院 人民醫院 中學 小學 大學 機場 博物館 議會 商會 公司"
    ).split()
)
_ALONE = frozenset(plain("政治部 宣傳部 組織部 外交部 發改委 紀委").split())
_LONGEST = 14


def missing_bodies(text: str, sources: tuple[str, ...]) -> Iterator[Unsupported]:
    """Each name of an organisation or a place that no source has. ``sources`` in one script (``plain``)."""
    told = plain(text)
    for start, end, ending in _names(told):
        if not _is_known(told[start:end], ending, sources):
            yield Unsupported(text=text[start:end], kind=_kind(ending), start=start, end=end)


def bodies_in(told: str) -> Iterator[tuple[int, int, Kind]]:
    """Start, end and kind of each name of an organisation or a place in a text in one script."""
    return ((start, end, _kind(ending)) for start, end, ending in _names(told))


def _kind(ending: str) -> Kind:
    return "place" if ending in _PLACE_WORDS else "organisation"


@lru_cache(maxsize=4096)
def _names(told: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and last word of each name.

    A name begins where the one before it ends, unless nothing would be left of it: 青山區法院 is one name.
    """
    found: list[tuple[int, int, str]] = []
    before, last = 0, 0
    for match in _ENDS.finditer(told):
        start = _beginning(told, match.start(), last)
        bare = told[start : match.end()]
        if start == last and bare in _BRANCHES and last:
            start = before
        name = told[start : match.end()]
        before, last = start, match.end()
        long_enough = match.start() - start >= 2 or name in _ALONE
        if long_enough and name not in _COMMON and not name.endswith(_COMMON_ENDS):
            found.append((start, match.end(), match[0]))
    return tuple(found)


def _beginning(told: str, at: int, last: int) -> int:
    start = at
    if _is_own(told, at, last):
        return at - 1
    while (
        start > last
        and at - start < _LONGEST
        and _HAN.match(told[start - 1])
        and told[start - 1] not in _STOP
    ):
        word = told[start - 2 : start] if start - 2 >= last else ""
        if word in _PASSING or word in (_VERBS if at - start < 2 else LEADING):
            break
        if _TIME.search(told, max(0, start - 4), start):
            break
        start -= 1
    while at - start > 2 and told[start] in _LEADS:
        start += 1
    return start


def _is_own(told: str, at: int, last: int) -> bool:
    """Whether 本 right before is a word, one's own, as the words before it tell: 說明本局, but not 資本 or 西宮消防本部."""
    before, word = told[at - 2 : at - 1], told[max(last, at - 3) : at - 1]
    if told[at - 1 : at] != "本" or at - 1 < last or before == "日":
        return False
    if not _HAN.match(before) or before in _STOP:
        return True
    return any(said in words for said in (before, word) for words in (_BEFORE_OURS, LEADING, _PASSING))


def _is_known(name: str, ending: str, sources: tuple[str, ...]) -> bool:
    if any(name in source for source in sources):
        return True
    core = name[-len(ending) - 2 :]
    if any(core in source for source in sources):
        return any(
            _is_same(name, source[start:end]) for source in sources for start, end, _ in _names(source)
        )
    if (short := _SHORTENED.sub("", name)) and any(_is_shortened(short, source) for source in sources):
        return True
    if len(name) == 3 and name[0] in _LEADS and any(name[1:] in source for source in sources):
        return True
    return bool(_LOOSE_ENDS.search(name)) and _is_tiled(_SHORTENED.sub("", name[: -len(ending)]), sources)


def _is_shortened(short: str, source: str) -> bool:
    """Whether a source has the name with other words of law or rank in it, or without: 甘孜藏族自治州 is 甘孜州."""
    return len(short) > 2 and short in _all_shortened(source)


@lru_cache(maxsize=4096)
def _all_shortened(source: str) -> str:
    return _SHORTENED.sub("", source)


def _is_tiled(stem: str, sources: tuple[str, ...]) -> bool:
    """Whether it ends in pieces of two characters or more that the sources have; what stands before may be a verb."""
    covered = 0
    while stem and covered < 3:
        length = next((n for n in range(len(stem), 1, -1) if any(stem[-n:] in s for s in sources)), 0)
        if not length:
            return False
        stem, covered = stem[:-length], covered + length
    return True


def _is_same(name: str, other: str) -> bool:
    """Whether one may be the other with something before it: 民族大學 and 中央民族大學, but not 西南民族大學."""
    return name.endswith(other) or other.endswith(name)
