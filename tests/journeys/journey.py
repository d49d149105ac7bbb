"""A journey: the bot as a real process, people who talk with it over the emulator, and the transcript.

    with Journey(emulator, tmp_path) as journey:
        traveller = journey.person(101, "林測試")
        traveller.says("抵達東京")
        traveller.presses("核可")
    assert journey.transcript() == transcript

Every step waits until all is settled: the update handled, due work done, messages sent.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, Self

from bot.replies import notice
from storage.role import Role
from storage.store import Store
from tests.emulator import ROOT, UPLOADS, Emulator, Person
from tests.journeys.transcript import Turn, buttons, written

NOW = datetime(2026, 9, 22, 2, 0, tzinfo=UTC)
_PATIENCE = 60.0  # seconds; a settled step takes a fraction of one
_tokens = count(1)


class Journey:
    """``settings`` are further environment variables of the process, without SUIXING_."""

    def __init__(self, emulator: Emulator, folder: Path, *, now: datetime = NOW, **settings: str) -> None:
        self.emulator = emulator
        self.token = f"{next(_tokens)}:JOURNEY{os.getpid()}"
        self.home = folder / "home"
        self.store = Store.open(self.home)
        self.errors = folder / "stderr.txt"
        self.output = folder / "stdout.txt"
        self._clock = folder / "clock"
        self._settings = settings
        self._turns: list[Turn] = []
        self._seen = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._groups = count(-1001)
        self.set_clock(now)

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            if self._process is not None:
                self._process.kill()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.store.close()

    def start(self) -> None:
        """Start the process and wait until it listens."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("SUIXING_")}
        environment |= {f"SUIXING_{name.upper()}": value for name, value in self._settings.items()}
        environment |= {
            "SUIXING_HOME": str(self.home),
            "SUIXING_TELEGRAM_TOKEN": self.token,
            "SUIXING_TELEGRAM_BASE_URL": self.emulator.url,
            "JOURNEY_CLOCK": str(self._clock),
            "TZ": "UTC",
        }
        before = self._menus()
        with self.errors.open("ab") as errors, self.output.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.journeys.process", "run"],
                cwd=ROOT,
                env=environment,
                stdout=output,
                stderr=errors,
            )
        self.until(lambda: self._menus() > before)
        self._take_calls()

    def stop(self) -> float:
        """Stop it as systemd would (SIGTERM); the seconds that it took. Its exit status is 0."""
        began = time.monotonic()
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            assert self._process.wait(_PATIENCE) == 0, self.errors.read_text("utf-8")
            self._process = None
        return time.monotonic() - began

    def kill(self) -> None:
        """End it at once, as a power cut would; what it was about to say before is waited for."""
        assert self._process is not None
        self._quiet()
        self._process.kill()
        self._process.wait(_PATIENCE)
        self._process = None

    def set_settings(self, **settings: str) -> None:
        """Other settings for the next start."""
        self._settings = settings

    def set_clock(self, now: datetime) -> None:
        self.now = now
        new = self._clock.with_suffix(".new")
        new.write_text(now.isoformat(), "utf-8")
        new.replace(self._clock)

    def passes(self, **time_passed: float) -> None:
        """Let time pass (``hours=3``), and wait until what is due then was done; the bot may speak first."""
        self.set_clock(self.now + timedelta(**time_passed))
        self.settle(None)
        self._turns.append(Turn("", "", calls=self._take_calls()))

    def person(
        self, user: int, name: str = "林測試", role: Role | None = Role.TRAVELLER, *, agreed: bool = True
    ) -> "Traveller":
        """Somebody in a private chat, on the list of people unless the role is None; ``agreed`` to the notice."""
        if role is not None:
            self.store.people.add(user, role, name, self.now)
            if agreed:
                self.store.consents.agree(user, notice.VERSION, self.now)
        return Traveller(self, self.emulator.chat(self.token, user, name))

    def group(self, title: str, *members: "Traveller") -> "list[Traveller]":
        """The same people as they talk in a group chat."""
        chat = {"id": next(self._groups), "type": "group", "title": title}
        numbers = count(1)
        return [
            Traveller(self, Person(self.emulator, self.token, m.person.user, m.person.name, m.person._updates, numbers, chat))
            for m in members
        ]  # fmt: skip

    def transcript(self) -> str:
        """The conversation so far, once nothing more arrives."""
        self._quiet()
        self._turns.append(Turn("", "", calls=self._take_calls()))
        return written(self._turns)

    def note(self, words: str) -> None:
        """A stage direction in the transcript."""
        self._turns.append(Turn("——", words))

    def did(self, turn: Turn, update_id: int) -> list[dict[str, Any]]:
        """Wait for what a person did to be settled, and note it; what the bot called."""
        self.settle(update_id)
        turn.calls = self._take_calls()
        self._turns.append(turn)
        return turn.calls

    def settle(self, update_id: int | None) -> None:
        """Wait until an update was handled (or set aside) and nothing that is due is left to do."""
        if update_id is not None:
            self.until(lambda: any(row.update_id == update_id for row in self.store.inbox.list()))
        self.until(lambda: self.store.settled(self.now))

    def until(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not condition():
            assert self._process is None or self._process.poll() is None, self.errors.read_text("utf-8")
            assert time.monotonic() < deadline, f"never settled; {self.errors.read_text('utf-8')}"
            time.sleep(0.02)

    def calls(self, method: str) -> list[dict[str, Any]]:
        """Every call of one method so far."""
        return [call for call in self.emulator.calls(self.token) if call["method"] == method]

    def _quiet(self) -> None:
        calls = -1
        while calls != (calls := len(self.emulator.calls(self.token))):
            time.sleep(0.3)

    def _menus(self) -> int:
        return len(self.calls("setMyCommands"))

    def _take_calls(self) -> list[dict[str, Any]]:
        calls = self.emulator.calls(self.token)
        fresh, self._seen = calls[self._seen :], len(calls)
        return [call for call in fresh if str(call["fields"].get("chat_id")) != UPLOADS]


class Traveller:
    """Somebody with a phone. Each method sends one thing and waits for the bot; it returns the message's number."""

    def __init__(self, journey: Journey, person: Person) -> None:
        self.person = person
        self._journey = journey
        self._sent: dict[int, dict[str, Any]] = {}

    def says(self, text: str, **more: Any) -> int:
        return self.sends(text, text=text, **more)

    def replies(self, to: int, text: str, **more: Any) -> int:
        """Answer a message of one's own, or one of the bot's (its number as ``calls`` tells it)."""
        chat = self.person.message()["chat"]
        original = self._sent.get(to) or {
            "message_id": to,
            "date": int(self._journey.now.timestamp()),
            "chat": chat,
        }
        shown = to if to in self._sent else "隨行"  # the bot's numbers depend on what else the emulator did
        return self.sends(f"（回覆 {shown}）{text}", text=text, reply_to_message=original, **more)

    def edits(self, message_id: int, text: str) -> int:
        """Change a text, or the caption of a picture, that was sent before."""
        old = self._sent[message_id]
        changed = {"caption" if "text" not in old else "text": text}
        message = {**old, **changed, "edit_date": int(self._journey.now.timestamp())}
        update_id = next(self.person._updates)
        self.person.emulator.push(self.person.token, {"update_id": update_id, "edited_message": message})
        self._sent[message_id] = message
        self._journey.did(Turn(f"{self.person.name}（修改 {message_id}）", text), update_id)
        return message_id

    def sends_photo(self, content: bytes, caption: str = "", **more: Any) -> int:
        file_id = self._upload("photo", content, "photo.jpg")
        sizes = [
            {
                "file_id": file_id,
                "file_unique_id": file_id,
                "width": 640,
                "height": 480,
                "file_size": len(content),
            }
        ]
        return self.sends(f"［照片］{caption}", photo=sizes, **_caption(caption), **more)

    def sends_album(self, *pictures: tuple[bytes, str]) -> list[int]:
        """Pictures with captions, "" for none, as one album."""
        album = str(next(self.person._updates))
        return [self.sends_photo(content, caption, media_group_id=album) for content, caption in pictures]

    def sends_file(self, name: str, content: bytes, mime: str, caption: str = "", **more: Any) -> int:
        file_id = self._upload("document", content, name)
        document = {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "mime_type": mime}
        document["file_size"] = more.pop("size", len(content))
        return self.sends(f"［檔案 {name}］{caption}", document=document, **_caption(caption), **more)

    def sends_voice(self, content: bytes, seconds: int = 5, **more: Any) -> int:
        file_id = self._upload("voice", content, "voice.ogg")
        voice = {"file_id": file_id, "file_unique_id": file_id, "duration": seconds, "mime_type": "audio/ogg"}
        return self.sends(f"［語音 {seconds} 秒］", voice={**voice, "file_size": len(content)}, **more)

    def sends_place(self, latitude: float, longitude: float, title: str = "", address: str = "") -> int:
        place = {"latitude": latitude, "longitude": longitude}
        if title:
            venue = {"location": place, "title": title, "address": address}
            return self.sends(f"［地點 {title}］", venue=venue, location=place)
        return self.sends("［位置］", location=place)

    def sends_contact(self, first_name: str, phone: str) -> int:
        return self.sends(
            f"［聯絡人 {first_name}］", contact={"first_name": first_name, "phone_number": phone}
        )

    def forwards(self, text: str, from_name: str) -> int:
        origin = {
            "type": "hidden_user",
            "sender_user_name": from_name,
            "date": int(self._journey.now.timestamp()),
        }
        return self.sends(f"（轉傳自 {from_name}）{text}", text=text, forward_origin=origin)

    def presses(self, label: str) -> None:
        """Press the newest button with this label that the bot showed in this chat."""
        chat = self.person.message()["chat"]["id"]
        for call in reversed(self._journey.emulator.calls(self.person.token)):
            if str(call["fields"].get("chat_id")) != str(chat):
                continue
            for row in buttons(call["fields"]):
                for button in row:
                    if button["text"] == label:
                        below = call["made"] or int(call["fields"].get("message_id", 1))
                        self._press(label, button["callback_data"], below)
                        return
        raise AssertionError(f"no button 〔{label}〕 was shown")

    def presses_data(self, callback_data: str) -> None:
        """Press a button that may not be shown any more."""
        self._press(callback_data, callback_data, 1)

    def sends(self, shown: str, **content: Any) -> int:
        """Send any message of the Bot API; ``shown`` stands for it in the transcript."""
        content.setdefault("date", int(self._journey.now.timestamp()))
        update = self.person.update(**content)
        message = update["message"]
        self._sent[message["message_id"]] = message
        self.person.emulator.push(self.person.token, update)
        turn = Turn(self.person.name, shown, message["message_id"], message["chat"]["id"])
        self._journey.did(turn, update["update_id"])
        return int(message["message_id"])

    def _press(self, label: str, callback_data: str, below: int) -> None:
        update_id = self.person.presses(callback_data, below)
        self._journey.did(Turn(self.person.name, f"〔按 {label}〕"), update_id)

    def _upload(self, kind: str, content: bytes, name: str) -> str:
        return self.person.emulator.upload(self.person.token, kind, content, name)


def _caption(caption: str) -> dict[str, str]:
    return {"caption": caption} if caption else {}
