"""Which models may be asked at all, and about which trips.

Models made in the PRC are refused, on-premises copies included (行政院 2025-02-03; 數位發展部 2025-11).
From 密 up no model may be asked (生成式AI參考指引 point 3).
"""

import re
from collections.abc import Sequence
from fnmatch import fnmatchcase
from ipaddress import ip_address
from urllib.parse import urlsplit

from drafting.errors import Classified, NotAllowed
from drafting.phrase import phrase
from drafting.trip import Classification, Trip

# Each vendor with what its models are called; short names are bound so that they do not hit inside other words.
_PRC_MODELS = {
    "DeepSeek（深度求索）": r"deep[-_ ]?seek|\br1[-_]distill|深度求索",
    "通義千問（阿里）": r"qwen|\bqwq\b|\bqvq\b|tongyi|通[義义]|千[問问]|alibaba|aliyun|\bmarco[-_]o\d|\bovis\d|\bwan\d",
    "豆包（字節跳動）": r"dou[-_ ]?bao|豆包|bytedance|字[節节]跳[動动]|\bseed[-_ ]?(?:oss|\d)|byteplus|skylark|volcengine|volces",
    "文心一言（百度）": r"ernie|wenxin|yiyan|文心|baidu|百度",
    "元寶、混元（騰訊）": r"hun[-_ ]?yuan|yuan[-_ ]?bao|混元|元[寶宝]|tencent|\byoutu|[騰腾][訊讯]",
    "Kimi（月之暗面）": r"\bkimi|moonshot|月之暗面",
    "GLM（智譜）": r"glm|zhipu|智[譜谱]|\bz[-_.]?ai\b|zai-org|codegeex|\bcog(?:vlm|agent|view|video)|bigmodel",
    "百川": r"bai[-_ ]?chuan|百川",
    "Yi（零一萬物）": r"(?<![a-z])yi[-_:](?!yan)|(?<![a-z])yi\d|(?<![a-z])yi$|\b01[-_.]?ai\b|零一[萬万]物",
    "MiniMax（稀宇）": r"mini[-_ ]?max|\babab\d|稀宇",
    "書生（上海人工智慧實驗室）": r"intern[-_ ]?(?:lm|vl|s1)|\bshusheng|[書书]生",
    "階躍星辰": r"stepfun|\bstep-?\d|[階阶][躍跃]星辰",
    "商湯": r"sense(?:nova|chat|time)|商[湯汤]",
    "星火（科大訊飛）": r"iflytek|xinghuo|spark[-_ ]?desk|\bspark[-_](?:x\d|max|pro|lite|ultra)\b|xf-yun|星火|[訊讯][飛飞]",
    "盤古（華為）": r"pangu|[盤盘]古|huawei|[華华][為为]",
    "面壁": r"mini[-_ ]?cpm|openbmb|面壁",
    "智源": r"\baquila|\bbaai\b|智源",
    "螞蟻百靈": r"inclusionai|bailing|\b(?:ling|ring)[-_](?:\d|plus|lite|flash|mini|max)|[螞蚂][蟻蚁]",
    "以中國模型為底的衍生模型": r"openthinker|\bsky-t1|bespoke-stratos|\b(?:light|tiny|fin)-r1\b|\bs1(?:\.1)?-32b",
    "其他中國廠牌": r"skywork|infini-ai|\bmegrez|orionstar|\borion-\d+b|ieityuan|\byuan-?\d|rednote|\bdots\.|360gpt|zhinao|am-thinking|nanbeige|bluelm|andesgpt|kwai|\bkat[-_](?:coder|dev|v\d)|\bkeye|taichu|codefuse|xiaomi|huatuo|\bziya|fudannlp|\bmoss-\d|gitee|ppinfra|xverse|tigerbot|telechat|longcat|\bmimo\b|\bmimo[-_]|modelscope|siliconflow|[硅矽]基流[動动]",
}
_PRC_HOST = re.compile(r"(?:^|\.)(?:[a-z0-9-]+\.cn|deepseek\.com|aliyuncs\.com|volces\.com|baidubce\.com|z\.ai"
                       r"|moonshot\.ai|minimaxi?\.(?:com|io|chat)|siliconflow\.com|tencentcloudapi\.com"
                       r"|xf-yun\.com|baichuan-ai\.com|bytepluses\.com|kimi\.com|gitee\.com|infini-ai\.com|ppinfra\.com"
                       r"|tencent\.com|xiaomimimo\.com|longcat\.chat|hf-mirror\.com|lingyiwanwu\.com|myhuaweicloud\.com|stepfun\.com)$")  # fmt: skip


class ModelNotAllowed(NotAllowed):
    """The model may not be used by an agency; the operator chooses another one."""


class ConsentMissing(NotAllowed):
    """The agency has not agreed to this model outside of its premises."""


def check_model(model: str, base_url: str = "", allowed: Sequence[str] = ()) -> None:
    """Raise ModelNotAllowed if policy refuses this model or server.

    ``allowed`` are patterns (``gpt-*``) of the agency's own list; where it is given, nothing else passes. It cannot
    allow a model that is refused by name.
    """
    if vendor := prc_vendor(model, base_url):
        raise ModelNotAllowed(
            f"模型「{model}」屬中國廠牌（{vendor}），公務機關不得使用，地端部署亦同，請系統管理者改設其他模型。"
        )
    if allowed and not any(fnmatchcase(model.lower(), pattern.lower()) for pattern in allowed):
        raise ModelNotAllowed(
            f"模型「{model}」不在機關核准的清單（{'、'.join(allowed)}），請系統管理者改設清單內的模型。"
        )


def prc_vendor(model: str, base_url: str = "") -> str:
    """The PRC vendor that the model's name or its server gives away, or "".

    A gateway may hide the model behind its own name but say it in its address (``/deepseek/v1``, ``qwen.agency.…``).
    """
    name = model.lower()
    parts = urlsplit(base_url)
    host = (parts.hostname or "").lower()
    said = [*host.split("."), *parts.path.lower().split("/")]
    for vendor, pattern in _PRC_MODELS.items():
        if re.search(pattern, name) or any(re.match(pattern, piece) for piece in said if piece):
            return vendor
    return host if _PRC_HOST.search(host) else ""


def server_of(base_url: str) -> str:
    """The server that an address names: host and port, without a key that may stand in it."""
    parts = urlsplit(base_url)
    return f"{parts.hostname or ''}:{parts.port}" if parts.port else parts.hostname or ""


def on_premises(base_url: str, setting: str = "auto") -> bool:
    """Whether a server is the agency's own: as the operator says (yes, no), else by its address (auto).

    An address of a private network (RFC 1918, RFC 4193, loopback), a bare host name, and the names that are kept for
    inner networks (.local, .internal, .lan, .home.arpa) are taken for the agency's own.
    """
    if setting in ("yes", "no"):
        return setting == "yes"
    host = urlsplit(base_url).hostname or ""
    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".local", ".internal", ".lan", ".home.arpa"))


def refuse_without_consent(model: str, base_url: str, *, consented: bool) -> None:
    """Raise ConsentMissing unless the agency agreed to this model off its premises (生成式AI參考指引 points 3 and 4)."""
    if not consented:
        raise ConsentMissing(
            phrase(
                "模型「{model}」在機關外的服務（{server}）執行，須先經機關同意；請系統管理者執行 suixing consent --by 姓名 登錄同意，或改用離線撰寫。",
                model=model,
                server=server_of(base_url),
            )
        )


def refuse_classified(trip: Trip) -> None:
    """Raise Classified unless the trip bears no classification at all."""
    if trip.classification is not Classification.NONE:
        raise Classified(trip.classification.value)
