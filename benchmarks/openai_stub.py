"""An OpenAI-compatible server on the loopback with the timing of a real one, and a writer that only copies.

    python benchmarks/openai_stub.py --slots 8 [--corrupt 0.15] [--miscite 0.05] [--p429 …] [--p500 …]

Prints its address. An answer takes 0.25 s, 0.2 ms for each token of the prompt and 10 ms for each token of the answer; as
many run side by side as it has slots. It copies sentences from the prompt; in a share of them it changes a number or a
name, and in a share of those with sources it names a wrong one. GET /stats tells what was asked, POST /reset forgets it.
Standard library only, so that it runs in any environment; tiktoken counts tokens where it is (TIKTOKEN_CACHE_DIR).
"""

import argparse
import asyncio
import base64
import hashlib
import json
import random
import re
import struct
import sys
from dataclasses import dataclass, field
from typing import Any

LINE = re.compile(r"^((?:\[[A-Z]\d+\])+) (.+)$", re.MULTILINE)
SENTENCE = re.compile(r"[^。！？!?\n]{6,}[。！？!?]?")
ASKED = re.compile(r"^- (.+?)，(?:[^（\n]*?)約 (\d+) 句", re.MULTILINE)
MORE = re.compile(r"補寫約 (\d+) 句")
SHARE = re.compile(r"全文摘要中關於這些節的約 (\d+) 句")
KEPT = re.compile(r"可照錄的筆記：([A-Z\d、]+)。")
MEND = re.compile(r"^(S\d+)：(.+?)（問題：", re.MULTILINE)
KNOWN = ("佐藤健一", "鈴木美咲", "高橋直樹", "田中惠子", "伊藤修平", "渡邊里奈", "山本剛志")
INVENTED = ("中村真司", "小林千夏", "加藤隆文", "吉田彩乃")
REPORT_TOKENS, OTHER_TOKENS = 2500, 400


def encoder() -> Any:
    try:
        import tiktoken  # noqa: PLC0415 - it may not be there

        return tiktoken.get_encoding("o200k_base").encode_ordinary
    except Exception as error:
        print(f"tokens are estimated: {type(error).__name__}", file=sys.stderr)
        return None


ENCODE: Any = None


def tokens(text: str) -> int:
    if ENCODE is not None:
        return len(ENCODE(text))
    wide = sum(not c.isascii() for c in text)
    return wide + (len(text) - wide + 3) // 4


@dataclass
class Stats:
    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    failed: int = 0
    answered: int = 0
    embeddings: int = 0
    searches: int = 0
    running: int = 0
    most_at_once: int = 0
    prompts: list[str] = field(default_factory=list)


class Stub:
    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.slots = asyncio.Semaphore(options.slots)
        self.stats = Stats()
        self.number = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                size = re.search(r"content-length: *(\d+)", head, re.IGNORECASE)
                body = await reader.readexactly(int(size[1])) if size else b""
                method, path, _ = head.split(" ", 2)
                await self.route(writer, method, path.split("?")[0], body)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def route(self, writer: asyncio.StreamWriter, method: str, path: str, body: bytes) -> None:
        if path == "/stats":
            await send(writer, {k: v for k, v in vars(self.stats).items() if k != "prompts"})
        elif path == "/prompts":
            await send(writer, self.stats.prompts)
        elif path == "/reset":
            self.stats = Stats()
            await send(writer, {})
        elif path == "/search":
            self.stats.searches += 1
            await send(writer, [])
        elif path.endswith("/embeddings"):
            await self.embed(writer, json.loads(body))
        elif path.endswith("/chat/completions") and method == "POST":
            await self.complete(writer, json.loads(body))
        else:
            await send(writer, {"error": {"message": f"nothing at {path}"}}, 404)

    async def complete(self, writer: asyncio.StreamWriter, body: dict[str, Any]) -> None:
        prompt = "\n".join(text_of(m.get("content")) for m in body["messages"])
        self.number += 1
        luck = random.Random(self.number * 7919 + self.options.seed)  # noqa: S311 - repeatable
        stats = self.stats
        stats.calls += 1
        fate = luck.random()
        if fate < self.options.p429 + self.options.p500:
            stats.failed += 1
            status = 429 if fate < self.options.p429 else 500
            await send(writer, {"error": {"message": "no"}}, status, "Retry-After: 0.2\r\n")
            return
        stats.prompts.append(prompt)
        asked = tokens(prompt)
        stats.prompt_tokens += asked
        answer = self.answer(prompt)
        said = tokens(answer)
        async with self.slots:
            stats.running += 1
            stats.most_at_once = max(stats.most_at_once, stats.running)
            try:
                await asyncio.sleep(0.25 + asked * 0.0002 + said * 0.01)
            finally:
                stats.running -= 1
        stats.completion_tokens += said
        stats.answered += 1
        usage = {"prompt_tokens": asked, "completion_tokens": said, "total_tokens": asked + said}
        base = {"id": f"c{self.number}", "created": 0, "model": body.get("model", "stub")}
        if body.get("stream"):
            await stream(writer, base, answer, usage)
            return
        message = {"role": "assistant", "content": answer, "refusal": None}
        choice = {"index": 0, "finish_reason": "stop", "logprobs": None, "message": message}
        await send(writer, {**base, "object": "chat.completion", "choices": [choice], "usage": usage})

    def answer(self, prompt: str) -> str:
        luck = random.Random(  # noqa: S311 - repeatable
            hashlib.blake2b(prompt.encode(), digest_size=8).digest() + bytes([self.options.seed])
        )
        if "只輸出一個 JSON 物件" in prompt:
            made = self.items(prompt, luck)
            if share := SHARE.search(prompt):
                made["abstract"] = self.summed(prompt, int(share[1]), luck)
            return json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        if "agent_role_prompt" in prompt:  # gpt-researcher chooses its agent
            return json.dumps(
                {"server": "Travel", "agent_role_prompt": "You write reports of official trips."}
            )
        if listed := re.search(r"list of strings in the following format: (\[.*?\])", prompt):
            topics = [
                "行程 會議 重點",
                "預算 金額 票價",
                "觀察 心得 建議",
                "參訪 機關 人員",
                "技術 數據 成果",
            ]
            return json.dumps(topics[: listed[1].count('"') // 2], ensure_ascii=False)
        whole = re.search(r"in a detailed report|FINAL REPORT|出國報告全文", prompt)
        return self.prose(prompt, REPORT_TOKENS if whole else OTHER_TOKENS, luck)

    def prose(self, prompt: str, want: int, luck: random.Random) -> str:
        found = [s.strip(" \t-*#>|\"'") for s in SENTENCE.findall(prompt)]
        found = [s for s in found if re.search(r"[\u4e00-\u9fff]", s) and len(s) >= 8] or ["無資料。"]
        said, size, place = [], 0, 0
        while size < want and place < 5000:
            text = self.spoilt(found[place % len(found)], luck).rstrip("。") + "。"
            said.append(text)
            size += tokens(text)
            place += 1
        return "".join(said)

    def items(self, prompt: str, luck: random.Random) -> dict[str, Any]:
        """The sentences asked for: of each section as many as wanted, from its lines in turn; or each sentence mended.

        Of what it would have copied unspoilt from notes that may be kept, it only names a share.
        """
        material = prompt[prompt.index("<素材>\n") + 5 : prompt.index("\n</素材>")]
        everything = [(re.findall(r"[A-Z]\d+", refs), text) for refs, text in LINE.findall(material)]
        if wrong := MEND.findall(prompt):
            return {
                "items": [
                    {"number": n, **self.item(*closest(text, everything), luck, everything, prompt)}
                    for n, text in wrong
                ]
            }
        if more := MORE.search(prompt):
            return {
                "items": [self.item(*line, luck, everything, prompt) for line in everything[: int(more[1])]]
            }
        wanted = dict(ASKED.findall(prompt))
        sections = re.split(r"^## (.+)$", material, flags=re.MULTILINE)
        named = list(zip(sections[1::2], sections[2::2], strict=True)) or [(next(iter(wanted), ""), material)]
        found = []
        kept = KEPT.search(prompt)
        may = set(kept[1].split("、")) if kept else set()
        for name, text in named:
            lines = [(re.findall(r"[A-Z]\d+", refs), said) for refs, said in LINE.findall(text)]
            count = int(wanted.get(name, 8))
            for n in range(min(count, len(lines) * 2)):
                refs, said = lines[n * len(lines) // count] if count <= len(lines) else lines[n % len(lines)]
                item = self.item(refs, said, luck, everything, prompt, n // max(1, len(lines)))
                whole = item["text"].rstrip("。") in said and item["sources"] == refs
                if whole and may.issuperset(refs) and luck.random() < self.options.keep:
                    may -= set(refs)
                    item["text"] = ""
                found.append(item)
        return {"items": found}

    def summed(self, prompt: str, count: int, luck: random.Random) -> list[dict[str, Any]]:
        """The sentences wanted for the abstract: from lines that lie evenly apart."""
        material = prompt[prompt.index("<素材>\n") + 5 : prompt.index("\n</素材>")]
        lines = [(re.findall(r"[A-Z]\d+", refs), text) for refs, text in LINE.findall(material)]
        chosen = [lines[n * len(lines) // count] for n in range(count)] if lines else []
        made = [self.item(refs, text, luck, lines, prompt) for refs, text in chosen]
        return [{key: item[key] for key in ("text", "sources")} for item in made]

    def item(
        self,
        refs: list[str],
        line: str,
        luck: random.Random,
        everything: list[Any],
        prompt: str,
        which: int = 0,
    ) -> dict[str, Any]:
        sentences = SENTENCE.findall(line) or [line]
        text = self.spoilt(sentences[which % len(sentences)], luck).rstrip("。") + "。"
        if everything and luck.random() < self.options.miscite:
            refs = luck.choice(everything)[0]
        made = {"text": text, "sources": refs}
        return {**made, "headline": text[:12]} if '"headline"' in prompt else made

    def spoilt(self, text: str, luck: random.Random) -> str:
        if luck.random() >= self.options.corrupt:
            return text
        names = [name for name in KNOWN if name in text]
        numbers = list(re.finditer(r"\d+", text))
        if names and (not numbers or luck.random() < 0.3):
            return text.replace(luck.choice(names), luck.choice(INVENTED))
        if not numbers:
            return text
        hit = luck.choice(numbers)
        return f"{text[: hit.start()]}{int(hit[0]) + luck.choice([1, 2, 7, 10])}{text[hit.end() :]}"

    async def embed(self, writer: asyncio.StreamWriter, body: dict[str, Any]) -> None:
        """A bag of pairs of characters, hashed."""
        texts = body["input"] if isinstance(body["input"], list) else [body["input"]]
        texts = [t if isinstance(t, str) else " ".join(map(str, t)) for t in texts]
        self.stats.embeddings += 1
        await asyncio.sleep(0.06 + sum(map(tokens, texts)) * 0.00005)
        data = []
        for index, text in enumerate(texts):
            vector = [0.0] * 256
            for pair in map(str.__add__, text, text[1:]):
                vector[
                    int.from_bytes(hashlib.blake2b(pair.encode(), digest_size=4).digest(), "little") % 256
                ] += 1
            length = sum(x * x for x in vector) ** 0.5 or 1.0
            value: Any = [x / length for x in vector]
            if body.get("encoding_format") == "base64":
                value = base64.b64encode(struct.pack("<256f", *value)).decode()
            data.append({"object": "embedding", "index": index, "embedding": value})
        usage = {"prompt_tokens": 1, "total_tokens": 1}
        await send(writer, {"object": "list", "data": data, "model": "stub", "usage": usage})


def closest(text: str, lines: list[tuple[list[str], str]]) -> tuple[list[str], str]:
    """The line, and of it the sentence, that a failing sentence was made from."""
    pairs = {text[i : i + 2] for i in range(len(text) - 1)}
    return max(
        ((refs, s) for refs, line in lines for s in SENTENCE.findall(line) or [line]),
        key=lambda item: (
            len(pairs & {item[1][i : i + 2] for i in range(len(item[1]) - 1)}) / (len(item[1]) + 10)
        ),
    )


def text_of(content: Any) -> str:
    return content if isinstance(content, str) else "\n".join(p.get("text", "") for p in content or [])


async def send(writer: asyncio.StreamWriter, value: Any, status: int = 200, more: str = "") -> None:
    body = json.dumps(value, ensure_ascii=False).encode()
    head = (
        f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n{more}Content-Length: {len(body)}\r\n\r\n"
    )
    writer.write(head.encode() + body)
    await writer.drain()


async def stream(
    writer: asyncio.StreamWriter, base: dict[str, Any], answer: str, usage: dict[str, int]
) -> None:
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
    writer.write(head.encode())
    chunk = {**base, "object": "chat.completion.chunk"}
    parts: list[Any] = [
        {**chunk, "choices": [{"index": 0, "delta": {"role": "assistant", "content": answer}}]},
        {**chunk, "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
        {**chunk, "choices": [], "usage": usage},
    ]
    for part in [*(json.dumps(p, ensure_ascii=False) for p in parts), "[DONE]"]:
        data = f"data: {part}\n\n".encode()
        writer.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
    writer.write(b"0\r\n\r\n")
    await writer.drain()


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slots", type=int, default=8)
    for share in ("corrupt", "miscite", "p429", "p500"):
        parser.add_argument(f"--{share}", type=float, default=0.0)
    parser.add_argument(
        "--keep", type=float, default=1.0, help="share of what it copies that it names, if it may"
    )
    parser.add_argument("--seed", type=int, default=7)
    stub = Stub(parser.parse_args())
    globals()["ENCODE"] = encoder()
    server = await asyncio.start_server(stub.serve, "127.0.0.1", 0, limit=2**24)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
