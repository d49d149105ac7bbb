"""Invented notes of a trip to Japan, always the same for the same numbers: what `just bench-drafting` is fed with.

No place, body or person of theirs is real in the way it is told; nearly every sentence holds a number.
"""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.openai_stub import KNOWN
from drafting.material import Material, Medium, Ref

BODIES = (
    "東京都資料局", "大阪水務研究所", "京都交通管理中心", "橫濱港灣事務所", "名古屋防災協會", "福岡智慧城市推進室", "札幌能源實驗室",
)  # fmt: skip
FIRST_DAY = date(2026, 10, 12)
TRAVELLER = "柯旅安"
_TOKYO = ZoneInfo("Asia/Tokyo")
_SAYINGS = (
    "{h}時{m:02d}分抵達{o}，由{p}課長接待，現場共{n}人參加。",
    "與{o}舉行會議，{p}課長說明該單位建置{n}座感測站，年度預算為{k}萬日圓。",
    "參訪{o}控制室，{p}課長表示系統可將漏水率由{n}%降至{q}%，已使用{y}年。",
    "{o}的{p}課長說明新幹線沿線設備，每{n}公里一處，每處造價{f}日圓。",
    "心得：{o}將維修工單公開於網站，民眾可查詢{n}天內的處理進度，值得本機關參考。",
    "建議：參考{o}作法，於{y}年內選定{q}個試辦場域，經費約新臺幣{k}萬元。",
    "{p}課長於{o}展示第{q}代控制面板，螢幕顯示即時流量每小時{n}立方公尺。",
    "{o}的{p}課長提到資料交換格式採JSON，更新頻率為每{q}分鐘一次，目前有{n}個單位介接。",
)


def notes(days: int, a_day: int, seed: int = 1) -> list[Material]:
    """``days`` times ``a_day`` notes, in order."""
    return [_piece(n, text, at) for n, (text, at) in enumerate(_told(days, a_day, seed), 1)]


def one_more(days: int, a_day: int) -> Material:
    """A note of the second day that comes later."""
    at = datetime.combine(FIRST_DAY + timedelta(days=1), time(11, 7), _TOKYO)
    return _piece(days * a_day + 1, "大阪水務研究所的高橋直樹課長補充，備援機組有37臺，每年測試13次。", at)


def folder_of(pieces: list[Material], folder: Path) -> Path:
    """The same notes as text files, one each, for those who read folders."""
    folder.mkdir(parents=True)
    for n, piece in enumerate(pieces, 1):
        (folder / f"note-{n:03d}.txt").write_text(piece.text + "\n", "utf-8")
    return folder


def _told(days: int, a_day: int, seed: int) -> Iterator[tuple[str, datetime]]:
    luck = random.Random(seed)  # noqa: S311 - repeatable, not secret
    for day in range(days):
        body = luck.choice(BODIES)
        for n in range(a_day):
            if n % 8 == 0:
                body = luck.choice(BODIES)
            at = datetime.combine(FIRST_DAY + timedelta(days=day), time(9), _TOKYO) + timedelta(
                minutes=n * 540 // a_day
            )
            text = _SAYINGS[n % 8].format(
                h=at.hour, m=at.minute, o=body, p=luck.choice(KNOWN), n=luck.randint(12, 480), q=luck.randint(2, 9),
                k=luck.randint(120, 9800), f=luck.randint(3000, 14000), y=luck.randint(2, 12),
            )  # fmt: skip
            if luck.random() < 0.6:
                text += (
                    f"{luck.choice(KNOWN)}課長強調跨單位協調為關鍵，會後寄送簡報{luck.randint(10, 60)}頁。"
                )
            yield f"{at.year - 1911}年{at.month}月{at.day}日 {text}", at


def _piece(number: int, text: str, at: datetime) -> Material:
    return Material(
        ref=Ref(""),
        medium=Medium.NOTE,
        author=TRAVELLER,
        said_at=at,
        text=text,
        chat_id=7,
        message_ids=(number,),
    )
