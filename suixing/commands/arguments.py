"""The kinds of values that commands take, each refused with a sentence that says how to write it."""

from datetime import date

import click

_LARGEST = 2**63 - 1  # what a row of the database can be numbered with


class _Number(click.ParamType[int]):
    def __init__(self, metavar: str, advice: str) -> None:
        self.name = metavar
        self._advice = advice

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value).strip()
        if not text.removeprefix("-").isdecimal() or abs(int(text)) > _LARGEST:
            self.fail(f"「{value}」{self._advice}", param, ctx)
        return int(text)


class _Day(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"「{value}」不是日期，請照 2026-09-30 這樣寫", param, ctx)


class OneOf(click.Choice[str]):
    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            self.fail(f"沒有「{value}」，請改用：{'、'.join(self.choices)}", param, ctx)
        return str(value)


TRIP = _Number("TRIP", "不是案件編號，請先用 suixing trips 查詢")
DRAFT = _Number("DRAFT", "不是草稿編號，請先用 suixing versions 查詢")
REMARK = _Number("NUMBER", "不是註解編號，請先用 suixing remarks 查詢")
PERSON = _Number("ID", "不是 Telegram 帳號的編號，請填數字")
DAY = _Day()
