"""Fetches and reads UHGEval, Chinese news with continuations whose key words people judged; it stays out of the repository.

The file is the wheel of ``eval-suite`` (Apache-2.0), fetched by pip into ``benchmarks/.cache`` and read as a zip: nothing of
it is installed. Positive is a key word that people called 不合理 against the article.
"""

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CACHE = Path(__file__).parent / ".cache"
_WHEEL = "eval_suite-2.1.4-py3-none-any.whl"
_FILE = "eval_suite/benchs/uhgeval/dataset_uhgeval_{}.jsonl"
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟"
_BODY = "省|市|县|区|镇|村|公司|大学|学院|银行|集团|医院|局|部|厅|院|协会|委员会|中心"
CLASSES = {
    "digit keywords": re.compile(r"\d"),
    "dates": re.compile(r"\d\s?[年月日号]"),
    "persons": re.compile(rf"^[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}$"),
    "organisations, places": re.compile(rf"^[\u4e00-\u9fff·A-Za-z]*[\u4e00-\u9fff](?:{_BODY})$"),
}
"""Which key words are judged as what, by their simplified form: 3 characters or more where a name ends in 局 or 市."""
GOALS = {"digit keywords": 0.96, "dates": 0.90, "persons": 0.95, "organisations, places": 0.82}


class Item(NamedTuple):
    """An article, what a model wrote on from it, and the key words of that with what people said of each."""

    article: str
    text: str
    keywords: tuple[tuple[str, bool], ...]


def news(which: str) -> list[Item]:
    """``concise`` is the 1,000 items to develop on, ``rest`` what ``full`` has besides."""
    with zipfile.ZipFile(_wheel()) as wheel:
        concise = list(_rows(wheel, "concise"))
        if which == "concise":
            return [_item(row) for row in concise]
        seen = {row["id"] for row in concise}
        return [_item(row) for row in _rows(wheel, "full") if row["id"] not in seen]


def classes_of(keyword: str) -> list[str]:
    """The classes that a key word in simplified characters counts for."""
    return [
        name
        for name, pattern in CLASSES.items()
        if pattern.search(keyword) and (name != "organisations, places" or len(keyword) > 2)
    ]


def _wheel() -> Path:
    path = CACHE / _WHEEL
    if not path.exists():
        CACHE.mkdir(exist_ok=True)
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--no-deps",
            "--dest",
            str(CACHE),
            "eval-suite==2.1.4",
        ]
        subprocess.run(command, check=True, stdout=sys.stderr)
    return path


def _rows(wheel: zipfile.ZipFile, which: str) -> Iterator[dict[str, str]]:
    for line in wheel.read(_FILE.format(which)).decode("utf-8").splitlines():
        yield json.loads(line)


def _item(row: dict[str, str]) -> Item:
    keywords = (note.partition("<sep>")[::2] for note in row["annotations"])
    return Item(
        article="\n".join((row["headLine"], row["newsBeginning"], row["newsRemainder"])),
        text=row["hallucinatedContinuation"],
        keywords=tuple((word, label.startswith("不合理")) for word, label in keywords),
    )
