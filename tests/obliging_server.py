"""A model server that writes what it is asked for: each line of the material becomes a sentence that cites it, and as many
of them as are wanted stand in the abstract too.
"""

import re
from typing import Any

from tests.model_server import ModelServer, Reply, answer, rewritten, says

_LINE = re.compile(r"^((?:\[[A-Z]\d+\])+) (.+)$", re.MULTILINE)
_SHARE = re.compile(r"全文摘要中關於這些節的約 (\d+) 句")
_ASKED = re.compile(r"^(S\d+)：(.+?)（問題：", re.MULTILINE)


class ObligingServer(ModelServer):
    """``spoil`` may give another reply to a request that it knows by its prompt, or None; the script still goes first."""

    def __init__(self, *script: Reply, spoil: Any = None) -> None:
        super().__init__(*script)
        self.spoil = spoil

    def _reply(self, first: str, headers: dict[str, str], body: bytes) -> Reply:
        scripted = bool(self.script)
        reply = super()._reply(first, headers, body)
        if scripted or reply.status == 404:
            return reply
        prompt = self.prompt(-1)
        spoilt = self.spoil(prompt) if self.spoil else None
        return spoilt or obliging(prompt)


def obliging(prompt: str) -> Reply:
    """One sentence for each line, its text as it stands; nothing can be mended, for nothing is wrong."""
    material = prompt[prompt.index("<素材>\n") : prompt.index("\n</素材>")]
    lines = [(text.split("／")[0], re.findall(r"[A-Z]\d+", refs)) for refs, text in _LINE.findall(material)]
    if asked := _ASKED.findall(prompt):
        return says(rewritten(*((number, lines[0][0], lines[0][1]) for number, _ in asked)))
    items = [{key: item[key] for key in ("text", "sources")} for item in answer(*lines)["items"]]
    share = _SHARE.search(prompt)
    return says({"items": items, "abstract": items[: int(share[1])]} if share else {"items": items})
