"""Which models an agency may ask, and about which trips."""

import pytest

from drafting.errors import Classified
from drafting.model_policy import (
    ModelNotAllowed,
    check_model,
    on_premises,
    prc_vendor,
    refuse_classified,
    server_of,
)
from drafting.trip import Classification, Trip


@pytest.mark.parametrize(
    "model",
    [
        "deepseek-chat", "DeepSeek-R1-Distill-Llama-70B", "deepseek_v3", "qwen3:32b", "Qwen/QwQ-32B", "qvq-72b",
        "通義千問", "tongyi-plus", "doubao-pro", "豆包", "seed-oss-36b", "ernie-4.5", "文心一言", "yuanbao",
        "tencent/Hunyuan-A13B", "混元", "kimi-k2", "moonshot-v1-8k", "glm-4.6", "chatglm3-6b", "智譜清言",
        "zai-org/GLM-4.5", "baichuan2-13b", "yi-34b-chat", "01-ai/Yi-1.5-9B", "MiniMax-M2", "abab6.5",
        "internlm2.5", "intern-s1", "InternVL3", "step-2-16k", "SenseNova-V6", "星火", "pangu-38b", "MiniCPM-V",
        "openrouter/deepseek/deepseek-v3:free", "hf.co/unsloth/Qwen3-GGUF", "longcat-flash", "mimo-7b",
        "R1-Distill-Llama-70B", "seed-1.6-thinking", "yi1.5-34b", "Step3-VL", "spark-max", "cogvlm2", "marco-o1", "ovis2-8b",
        "ling-1t", "ring-flash", "yuan2.0-m32", "rednote-hilab/dots.llm1", "360gpt-pro", "kat-coder", "nanbeige4",
        "youtu-llm", "open-thoughts/OpenThinker-32B", "Sky-T1-32B", "s1-32b",
    ],
)  # fmt: skip
def test_models_made_in_the_prc_are_refused_by_name(model: str) -> None:
    """Also copies on premises, and models distilled from them."""
    with pytest.raises(ModelNotAllowed, match="中國廠牌"):
        check_model(model, "http://127.0.0.1:8000/v1")


@pytest.mark.parametrize(
    "model",
    [
        "gpt-5.6", "gpt-oss-120b", "o4-mini", "claude-sonnet-4-5", "gemini-3-pro", "gemma-3-27b-it", "llama-3.3-70b",
        "mistral-large", "ministral-8b", "phi-4", "TAIDE-LX-8B", "breeze-2-8b", "command-a", "granite-4", "nemotron-70b",
        "grok-4", "by-hand", "stub", "yield-model", "step-by-step", "internal-assistant", "minimal", "visionary", "kimono",
        "sparkle-1", "orion", "wand-2", "stepwise-7b", "seedling", "starling-lm-7b", "string-theory-1", "o1-mini", "s1",
    ],
)  # fmt: skip
def test_other_models_pass(model: str) -> None:
    """No name passes for another one because it begins like it."""
    assert prc_vendor(model, "https://api.openai.com/v1") == ""
    check_model(model)


@pytest.mark.parametrize(
    "base_url",
    [
        "https://api.deepseek.com/v1", "https://dashscope.aliyuncs.com/compatible-mode/v1",
        "https://ark.cn-beijing.volces.com/api/v3", "https://api.moonshot.cn/v1", "https://open.bigmodel.cn/api",
        "https://api.z.ai/v1", "https://api.hunyuan.cloud.tencent.com/v1", "https://spark-api-open.xf-yun.com/v1",
        "https://ark.ap-southeast.bytepluses.com/api/v3", "https://api.kimi.com/v1",
        "https://gateway.agency.gov.tw/deepseek/v1", "http://10.0.0.1/kimi-proxy/v1", "https://qwen.agency.gov.tw/v1",
    ],
)  # fmt: skip
def test_servers_of_such_vendors_are_refused_whatever_the_model_is_called(base_url: str) -> None:
    with pytest.raises(ModelNotAllowed, match="中國廠牌"):
        check_model("gpt-4o", base_url)


@pytest.mark.parametrize(
    "base_url",
    ["https://api.openai.com/v1", "https://openrouter.ai/api/v1", "https://bedrock.us-east-1.amazonaws.com/openai/v1",
     "http://10.0.0.1:8000/v1", "https://llm.agency.gov.tw/internal/v1", "https://yilan.gov.tw/ai/v1"],
)  # fmt: skip
def test_other_servers_pass(base_url: str) -> None:
    assert prc_vendor("gpt-5.6", base_url) == ""


def test_an_agency_may_allow_its_own_list_only() -> None:
    """The sentence names the list, and the list cannot allow what is refused by name."""
    check_model("GPT-5.6-mini", allowed=["gpt-*", "llama-*"])
    with pytest.raises(ModelNotAllowed, match=r"不在機關核准的清單（gpt-\*、llama-\*）"):
        check_model("mistral-large", allowed=["gpt-*", "llama-*"])
    with pytest.raises(ModelNotAllowed, match="中國廠牌"):
        check_model("qwen3", allowed=["*"])


def test_from_confidential_up_no_model_is_asked() -> None:
    refuse_classified(Trip())
    for level in (level for level in Classification if level is not Classification.NONE):
        with pytest.raises(Classified, match=f"「{level.value}」"):
            refuse_classified(Trip(classification=level))


@pytest.mark.parametrize(
    ("base_url", "own"),
    [
        ("http://127.0.0.1:8000/v1", True), ("http://localhost:11434/v1", True), ("http://10.1.2.3/v1", True),
        ("http://192.168.7.7:8080/v1", True), ("http://gpu-server:8000/v1", True), ("https://llm.agency.internal/v1", True),
        ("https://api.openai.com/v1", False), ("https://example.openai.azure.com/openai/v1", False), ("http://8.8.8.8/v1", False),
    ],
)  # fmt: skip
def test_a_server_is_the_agencys_own_by_its_address_unless_the_operator_says_so(
    base_url: str, own: bool
) -> None:
    assert on_premises(base_url) is own
    assert on_premises(base_url, "yes")
    assert not on_premises(base_url, "no")


def test_a_server_is_named_without_its_key() -> None:
    assert server_of("https://user:sk-secret@llm.example.org:8443/v1?key=1") == "llm.example.org:8443"
