"""Speaks with an OpenAI-compatible server: the only module that knows the SDK, and the one place of its failures.

What the outside world does wrong leaves as WriterUnavailable, what the model will not do as WriterRefused. Messages of
servers are never shown to people: they may quote a key.
"""

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

import openai
from openai.types.chat import ChatCompletion

from drafting.errors import WriterRefused, WriterUnavailable
from drafting.frozen import Frozen
from drafting.model_policy import prc_vendor
from drafting.openai_patience import Patience, Trouble

log = logging.getLogger(__name__)

_OPERATOR = {
    400: "服務不接受這個請求，請系統管理者查看服務紀錄",
    401: "金鑰不正確或已失效，請系統管理者檢查金鑰設定",
    403: "金鑰沒有使用這個模型的權限，請系統管理者檢查金鑰權限與來源限制",
    404: "找不到這個模型或網址，請系統管理者檢查模型名稱與服務網址（通常以 /v1 結尾）",
    422: "服務不接受這個請求，請系統管理者查看服務紀錄",
    429: "請求過多或額度用罄",
}
_WRONG_PLACE = "服務的回應不是預期的格式，請系統管理者檢查服務網址（通常以 /v1 結尾）"
_FOR_EVERYBODY = (401, 403, 404)  # the next request would be told the same
_MANY = 9  # more tries than anybody allows: as many as the connection has
Result = TypeVar("Result")


class NotUnderstood(WriterUnavailable):
    """The server spoke against a parameter of the request; ``said`` is for us only, it may quote a key."""

    def __init__(self, said: str) -> None:
        super().__init__(_OPERATOR[400])
        self.said = said


class Reply(Frozen):
    """What a model said, why it stopped (``length``, ``content_filter`` …), and the tokens that it is billed for."""

    text: str
    finish: str = ""
    refusal: str = ""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0


def _nobody_counts() -> None:
    pass


class Connection:
    """To one server. ``timeout`` is in seconds for each try, ``retries`` and ``slots`` are for all requests together."""

    def __init__(
        self,
        base_url: str,
        api_key: str,
        *,
        timeout: float = 120,
        retries: int = 2,
        slots: int = 8,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.base_url = base_url
        self.slots = slots
        self._patience = Patience(retries, slots, clock, sleep)
        self._client = openai.AsyncOpenAI(
            base_url=base_url,
            api_key=api_key or "none",  # servers on premises often want none; the SDK insists on one
            timeout=openai.Timeout(timeout, connect=min(5, timeout)),
            max_retries=0,  # openai_patience.py is the one layer that tries again
        )

    async def close(self) -> None:
        """Close the connections; of no use after."""
        await self._client.close()

    async def chat(
        self,
        model: str,
        messages: Sequence[Mapping[str, Any]],
        parameters: Mapping[str, Any],
        tried: Callable[[], None] = _nobody_counts,
    ) -> Reply:
        """One answer. ``tried`` is called before each try. Raises NotUnderstood for a parameter that was refused.

        A gateway may answer with another model than was asked for, and says so; of a barred one nothing is taken.
        """

        async def once() -> Reply:
            tried()
            completion: Any = await _told(
                self._client.chat.completions.create(model=model, messages=messages, **parameters)  # type: ignore[arg-type]  # plain role and content
            )
            reply = _reply(completion)
            if vendor := prc_vendor(completion.model or ""):
                told = f"伺服器實際使用的是中國廠牌的模型（{vendor}），公務機關不得使用，請系統管理者改設其他模型"
                raise Trouble(WriterUnavailable(told), everybody=True)
            return reply

        return await self._patience.run(once)

    async def hear(
        self,
        model: str,
        name: str,
        sound: bytes,
        tried: Callable[[], None] = _nobody_counts,
        spend: Callable[[int], None] | None = None,
        **parameters: Any,
    ) -> str:
        """What is said in a sound file, as text; ``name`` ends as its format demands (.ogg, .m4a …).

        ``spend`` is told the tokens, where the server bills by them (others bill by the minute).
        """

        async def once() -> str:
            tried()
            heard: Any = await _told(
                self._client.audio.transcriptions.create(model=model, file=(name, sound), **parameters)
            )
            text = heard if isinstance(heard, str) else getattr(heard, "text", None)
            if not isinstance(text, str):
                raise Trouble(WriterUnavailable(_WRONG_PLACE), everybody=True)
            tokens = getattr(getattr(heard, "usage", None), "total_tokens", None)
            if spend is not None and isinstance(tokens, int):
                spend(tokens)
            return text.strip()

        return await self._patience.run(once)


async def _told(request: Awaitable[Result]) -> Result:
    """What comes of one try, its failures in our own words."""
    try:
        return await request
    except openai.APITimeoutError as error:
        # who waited two minutes in vain waits no third time
        raise Trouble(WriterUnavailable("等候逾時"), tries=1) from error
    except openai.APIConnectionError as error:
        raise Trouble(WriterUnavailable("連線失敗或中斷"), tries=_MANY) from error
    except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
        raise _of_bad_request(error) from error
    except openai.APIStatusError as error:
        log.warning("the model's server answered %s", error.status_code)
        raise _of_status(error) from error
    except (openai.OpenAIError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise Trouble(WriterUnavailable("服務的回應殘缺"), tries=1) from error


def _of_status(error: openai.APIStatusError) -> Trouble:
    code = error.status_code
    told = WriterUnavailable(_OPERATOR.get(code, f"服務回應錯誤 {code}"))
    if code in (408, 409, 429) or code >= 500:
        return Trouble(told, tries=_MANY, wait=_asked_to_wait(error.response.headers))
    return Trouble(told, everybody=code in _FOR_EVERYBODY)


def _asked_to_wait(headers: Mapping[str, str]) -> float | None:
    """Seconds of Retry-After; None where it is missing or a date, which few servers send."""
    try:
        return max(0.0, float(headers.get("retry-after", "")))
    except ValueError:
        return None


def _of_bad_request(error: openai.APIStatusError) -> Exception:
    said = f"{error.message} {error.body}"
    if "content_filter" in said or "content management policy" in said:
        return WriterRefused("內容遭服務的過濾機制攔下")
    if "context_length" in said or "context length" in said or "maximum context" in said:
        return WriterRefused("素材超過模型可讀的長度")
    return NotUnderstood(said)


def _reply(completion: Any) -> Reply:
    if (
        not isinstance(completion, ChatCompletion)
        or not completion.choices
        or not completion.choices[0].message
    ):
        raise Trouble(WriterUnavailable(_WRONG_PLACE), everybody=True)
    choice, spent = completion.choices[0], completion.usage
    details = spent.prompt_tokens_details if spent else None
    return Reply(
        text=choice.message.content or "",
        finish=choice.finish_reason or "",
        refusal=choice.message.refusal or "",
        prompt_tokens=(spent.prompt_tokens or 0) if spent else 0,
        completion_tokens=(spent.completion_tokens or 0) if spent else 0,
        cached_tokens=(details.cached_tokens or 0) if details else 0,
    )
