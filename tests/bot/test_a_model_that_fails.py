"""A draft by a model that does not come off, as the traveller lives it: one clear sentence, nothing lost, nothing left."""

from datetime import timedelta

from bot.desk import Desk
from drafting.offline.writer import OfflineWriter
from drafting.openai_writer import OpenAIWriter
from drafting.writer import Writer
from storage.model_book import Allowance
from storage.store import Store
from tests.bot.conftest import NOW, Listener, listening
from tests.emulator import Emulator, Person, eventually
from tests.model_server import ModelServer, Reply, fails, says
from tests.obliging_server import ObligingServer

SECRET = "sk-very-secret"
WORDS = (
    "計畫名稱：測試市政府赴日本東京考察都市公園管理\n期間115年9月21日到115年9月23日，地區日本",
    "此行目的是了解東京都公園委外管理的作法",
    "9/22 上午拜會東京都公園協會，協會受託管理 63 座公園",
)

FAULTS = {
    "429": (fails(429, f"slow down, {SECRET}"), "請求過多或額度用罄"),
    "500": (fails(500), "服務回應錯誤 500"),
    "401": (fails(401, f"Incorrect API key provided: {SECRET}"), "金鑰不正確"),
    "timeout": (Reply(b"{}", wait=1.5), "等候逾時"),
    "length": (says('{"items": [', finish="length"), "截斷"),
    "filter": (says("", finish="content_filter"), "過濾"),
    "refusal": (says(None, refusal="I will not"), "拒絕"),
    "prose": (says("好的，以下是報告：…"), "回答不是 JSON"),
    "bad body": (Reply(b'{"choices": [{'), "服務的回應殘缺"),
    "dropped": (Reply(cut=0), "連線失敗或中斷"),
    "captive portal": (Reply(b"<html>welcome</html>"), "服務的回應"),
}


class Failing(ModelServer):
    """Gives every request the same reply."""

    def __init__(self) -> None:
        super().__init__()
        self.reply = fails(500)

    def _reply(self, first: str, headers: dict[str, str], body: bytes) -> Reply:
        super()._reply(first, headers, body)
        return self.reply


async def told(listener: Listener, traveller: Person, command: str) -> str:
    """All that is shown because of a command: new messages, and what the progress message became."""
    before = len(listener.emulator.calls(listener.token))
    assert await listener.settled(traveller.says(command)) == "done"
    calls = listener.emulator.calls(listener.token)[before:]
    return "\n".join(
        str(call["fields"]["text"]) for call in calls if call["method"] in ("sendMessage", "editMessageText")
    )


async def test_whatever_the_server_does_the_traveller_hears_what_to_do_and_the_notes_are_safe(
    emulator: Emulator, store: Store
):
    async with Failing() as server:
        writers: dict[str, Writer] = {"offline": OfflineWriter()}
        async with listening(emulator, store, Desk(store, writers)) as listener:
            traveller = listener.person(101)
            for words in WORDS:
                await listener.settled(traveller.says(words))
            for number, (fault, (server.reply, sentence)) in enumerate(FAULTS.items(), start=1):
                writer = OpenAIWriter(server.base_url, SECRET, "llama-3.3-70b", timeout=0.5, retries=0)
                writers["openai"] = (
                    writer  # a new one, for it remembers for a while what the server told all requests
                )
                said = await told(listener, traveller, "/draft openai")
                await writer.close()
                assert sentence in said, (fault, said)
                assert "Traceback" not in said, fault
                assert SECRET not in said, fault
                assert "抱歉，處理這則訊息時發生問題" not in said, fault
                assert store.drafts.get(number).status == "failed", fault
            assert store.jobs.list("dead") == []
            assert [m.text for m in store.trips.material(1)] == list(WORDS)
            assert "草稿完成" in await told(listener, traveller, "/draft offline")


async def test_when_the_days_tokens_are_used_up_it_is_said_and_tomorrow_it_goes_on(
    emulator: Emulator, store: Store
):
    now = [NOW]
    async with ObligingServer() as server:
        writer = OpenAIWriter(server.base_url, "", "llama-3.3-70b", timeout=5, retries=0)
        desk = Desk(store, {"openai": writer, "offline": OfflineWriter()}, Allowance(day=1))
        async with listening(emulator, store, desk, lambda: now[0]) as listener:
            traveller = listener.person(101)
            for words in WORDS:
                await listener.settled(traveller.says(words))
            said = await told(listener, traveller, "/draft openai")
            assert "您今天的語言模型用量已達上限（1 個 token）" in said
            assert "請明日再試、改用離線撰寫" in said
            assert server.requests == [], "nothing is asked that could overdraw"
            assert "草稿完成" in await told(listener, traveller, "/draft offline")
            now[0] = NOW + timedelta(days=1)
            desk._allowance = Allowance(day=10_000_000)
            assert "草稿完成" in await told(listener, traveller, "/draft openai")
            await eventually(lambda: bool(server.requests))
        await writer.close()
