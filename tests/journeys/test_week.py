"""A traveller's week in the terminal, from the plan to the approved report: the transcript is for people to read aloud."""

import io
import re
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from syrupy.assertion import SnapshotAssertion

from bot.desk import Desk
from bot.terminal import run_terminal
from drafting.offline.writer import OfflineWriter
from storage.store import Store

BEFORE = datetime(2026, 9, 18, 13, 40, tzinfo=UTC)
"""A Friday evening, three days before departure."""

WEEK = """
計畫名稱：測試市政府赴日本東京考察都市公園管理
主辦機關 測試市政府綠政處
類別 考察，附件沒有
出國的是我：林測試，測試市政府綠政處／公園科／科員
聯絡人 許範例 電話 02-00000000
期間9/21到9/25，地區日本
此行目的是了解東京都公園委外管理的作法，作為本市公園管理之參考
9/21 臺北—東京 搭機
9/22 東京 09:30 拜會東京都公園協會；14:00 參觀日比谷公園
9/23 東京 10:00 拜會東京都建設局；15:00 參觀葛西臨海公園
9/24 東京 自由整理資料
9/25 東京—臺北 回程
/now 2026-09-21 22:30
平安到飯店了
/now 2026-09-22 10:20
由公園協會佐藤理事長接待，協會受都廳委託管理 63 座公園，員工約 700 人
PHOTO1
PHOTO2 與佐藤理事長合影
/now 2026-09-22 11:00
/now 2026-09-22 16:20
>> 志工每月清掃 2 次，由公園管理所排班；認養制度本市可以先試辦
/now 2026-09-22 21:10
[1]
公園協會門口的解說牌
/quiet 21-7
/now 2026-09-23 13:00
>> 建設局田中課長接待，都內公園每年維護預算 120 億日圓
/now 2026-09-23 21:10
葛西臨海公園有 80 公頃，水族園門票收入撥回公園維護
/now 2026-09-25 22:00
平安到家
#心得 公園交給專責協會管理，品質穩定，志工也願意長期投入
#建議 建議本市挑選 2 座公園試辦志工認養，每月清掃 2 次
/status
/draft
[2]
/now 2026-10-26 09:30
/set 報告日期 115年10月25日
/draft
/queue
/quit
"""


def scene(number: int) -> bytes:
    """A picture that looks like no other: stripes of another width."""
    picture = Image.new("RGB", (320, 240), "white")
    for x in range(0, 320, 40 * number):
        picture.paste((30, 90, 160), (x, 0, x + 20 * number, 240))
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


def test_a_week(tmp_path: Path, transcript: SnapshotAssertion):
    lines = WEEK.strip().splitlines()
    for number in (1, 2):
        picture = tmp_path / f"照片{number}.jpg"
        picture.write_bytes(scene(number))
        lines = [line.replace(f"PHOTO{number}", str(picture)) for line in lines]
    out = io.StringIO()
    with Store.open(tmp_path / "home") as store:
        run_terminal(
            store,
            Desk(store, {"offline": OfflineWriter()}),
            io.StringIO("\n".join(lines)),
            out,
            tmp_path / "out",
            clock=lambda: BEFORE,
        )
    said = out.getvalue().replace(str(tmp_path), "～")
    assert re.sub(r"(摘要碼|指紋) [0-9a-f]+", r"\1 …", said) == transcript
