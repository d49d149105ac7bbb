"""Checks on the use of AI: which model wrote and where is on record, none that is barred, nothing that a chatbot says of itself."""

import re
from collections.abc import Iterator

from drafting.checks.case import Case
from drafting.checks.rule import Said, rule
from drafting.finding import Severity
from drafting.model_policy import prc_vendor

_CHATBOT = re.compile(
    r"(?:身為|作為|我是)(?:一個|一名)?(?:AI|人工智慧|人工智能|大型語言模型|語言模型|聊天機器人)|^(?:好的|當然(?:可以)?|沒問題)[，,！!]\s?(?:以下|我|這)|以下是(?:為您|根據您|您要)"
    r"|希望(?:這|以上|上述)[^。]{0,16}(?:有幫助|有所幫助|符合您)|(?:如需|若需要|如果您需要)[^。]{0,20}(?:請告訴我|隨時(?:告訴我|提出))|as an ai(?: language)? model|i(?:'m| am) sorry, but|i cannot (?:assist|help) with"
    r"|\[(?:插入|請填|填入|your|insert)[^\]]{0,30}\]",
    re.IGNORECASE | re.MULTILINE,
)


@rule(
    "AI-1",
    Severity.ERROR,
    "用語言模型撰寫的，文件揭露模型與執行地點；不留聊天機器人的話。",
    "行政院及所屬機關使用生成式AI參考指引第 6 點",
    good="參、目的\n本府派員出席會議。",
    bad="參、目的\n以下是為您整理的目的：本府派員出席會議。希望以上內容對您有幫助！",
)
def use_of_ai_is_disclosed(case: Case) -> Iterator[Said]:
    if case.recipe and case.recipe.model and not case.recipe.place:
        message = f"模型「{case.recipe.model}」撰寫，但沒有登錄在哪裡執行，請系統管理者設定 SUIXING_LLM_PLACE 後重新產生。"
        yield Said("使用生成式AI的揭露", message, severity=Severity.WARNING)
    for hit in case.hits(_CHATBOT):
        message = f"「{hit.words}」是聊天機器人的話，請刪除，並確認這段內容有依據。"
        yield Said(hit.where, message, quote=hit.near)


@rule(
    "AI-2",
    Severity.ERROR,
    "不使用中國廠牌的語言模型，地端部署亦同。",
    "行政院 114.2.3 限制使用 DeepSeek；數位發展部 114.11：公務機關不得使用中製生成式AI語言模型",
    good="撰寫模型：gpt-4o",
    bad="撰寫模型：qwen2.5-72b-instruct",
)
def the_model_may_be_used(case: Case) -> Iterator[Said]:
    model = case.recipe.model if case.recipe else ""
    if model and (vendor := prc_vendor(model)):
        message = (
            f"草稿由「{model}」撰寫，屬中國廠牌（{vendor}），公務機關不得使用，請改用其他模型或離線撰寫。"
        )
        yield Said("撰寫方式", message)
