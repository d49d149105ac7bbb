"""What gives away words said to the bot, to a colleague or to oneself about the report."""

import re

from drafting.gather.cues.groups import any_of

_ANSWERS = "OK|ok|Ok|好|好的|好喔|收|收到|了解|瞭解|謝謝|謝囉|感謝|辛苦了?|晚安|早安|午安|嗨|哈囉|你好|您好|對|是的|沒錯|沒問題|知道了|讚|YA|耶"
_PAUSE = r"[\s，,。.!！~～]*"
TO_THE_BOT = re.compile(
    rf"^(?:{_ANSWERS}){_PAUSE}(?:收到?|謝謝|喔|啦|囉|了)?{_PAUSE}(?:你|您|大家|小幫手|隨行)?{_PAUSE}$"
)

_SLIPS = ("手滑", "打錯", "改好了", "貼錯", "傳錯", "按錯", "更正一下格式")
_POINTING = (
    r"上面(?:那|第.)?[張個則段篇]", r"剛[剛才](?:那[張個則]|打|傳|手)", "↑", "同一份", "word版", "Word版", "PDF版",
)  # fmt: skip
_REQUESTS = (
    r"幫我(?:記(?!一下要)|存|整理|改|寫|收|列)",
    "要草稿",
    "出草稿",
    "產製草稿",
    "其他你挑",
    "請多指教",
)
_ORDERS = (
    "先來這邊", r"是我從.{2,14}抄的", r"容我.{0,8}再補", "報告裡?請", "務必寫", "供日後", "要用請", "請再確認", "你們看看",
    "可以對照", "說OK$", "請整理成", "請勾選", "擬訂為", "不檢附", r"^出國(?:期間|人員)", r"^天氣(?![站系資預觀])", "長官問", "先這樣",
)  # fmt: skip
_LATER = (
    r"晚點再?(?:補|傳|寫|打)", r"等等再?(?:補|傳)", r"回飯店再(?:補|寫|打)", r"明天再(?:補|寫|打|整理)", r"待會再?(?:補|傳)",
)  # fmt: skip
_ABOUT_THE_REPORT = (
    "給自己", "回去寫報告", r"寫報告(?:用得到|可以用|用)", r"記得(?:幫我|要寫|補)", r"照片(?:挑|選|用|先|等)", "圖說",
    r"請寫(?:具體|清楚|完整)?", "不要只寫", r"不要(?:寫成|提$|提[，。])", r"(?:先|我)?打一打",
)  # fmt: skip
_DEADLINES = (r"報告(?:要|須|需|應|期限|最晚|得).{0,12}(?:繳|交|提出|截止|期限)", r"^報告期限")
_TESTS = ("還在嗎", "有收到嗎", "看得到嗎", "^測試$", "測試一下", "測試中", "這樣可以嗎", "先存", "備份一下")
_NOTEBOOK = (
    "有答案了", r"^行程(?:如下)?[：:]?$", "可以記下來", r"^Q\d", r"挑.{0,8}記(?:↓|$)", "下次見", "拿來讀", r"以[\u4e00-\u9fff]{2,4}為準", r"跟我.{0,6}抄的",
    r"^[\u4e00-\u9fffA-Za-z ]{0,10}(?:開始|散會|結束|開場|開完)了?$", "先自己寫", "寫一版", r"照片.{0,6}放", "那張要放",
    "不用聽", "自己的筆記$", r"下面(?:是|這些是)", "小抄",
)  # fmt: skip
ASKS_THE_BOT = re.compile(
    r"^(?:請問|隨行|小幫手|機器人)[\s，,]?.{2,40}(?:嗎|呢|[？?])$"
    r"|^(?:你|您)(?:是誰|叫什麼|會什麼|能做什麼|能不能|可不可以|可以|會不會|會|能|知道|知不知道).{0,40}(?:嗎|呢|[？?])$"
    r"|^.{0,40}[\s，,。？?](?:你|您)(?:知道嗎|覺得呢|說呢)[？?]?$"
    r"|^(?:為什麼|為何|幹嘛|為啥)(?:要|還要|一直|又)?(?:一直)?問.{0,12}$|^什麼意思[？?]?$|^(?:這|那)(?:個)?是什麼意思[？?]?$"
    r"|^(?:who|what) are you\b.{0,20}$|^(?:can|could|will|would|do|did|are) you\b.{1,80}[^.!]$|^why (?:do|are|did) you\b.{0,60}$"
    r"|^(?:what|where|when|how|which|who)(?:'s| is| are| do| does| can| much| many)\b.{1,80}\?$",
    re.IGNORECASE,
)
"""A question put to the bot: it has no answer, and the report has no use for it."""

ASKS_WHY = re.compile(r"為什麼|為何|為啥|幹嘛|什麼意思|why\b", re.IGNORECASE)
"""At its beginning: a question about the question that the bot has just put."""

META = any_of(_SLIPS, _POINTING, _REQUESTS, _ORDERS, _LATER, _ABOUT_THE_REPORT, _DEADLINES, _TESTS, _NOTEBOOK)

KEEP_OUT = any_of(
    (
        r"(?:不要|別|不用|勿)(?:寫|放|記|列)(?:進|入|到|在)(?:報告|去|裡)",
        r"(?:這段|這句|這件|這則|以上)(?:請)?(?:不要|別|不用|勿)(?:寫|放|記|用)",
        r"私人(?:手機|電話|號碼)|我的(?:手機|私人)|(?<!\d)09\d{2}[- ]?\d{3}[- ]?\d{3}(?!\d)",
        r"報告(?:裡|上|中)?(?:不要|別|勿)(?:寫|放|提)(?:$|[，,。\s])",
    )
)
"""What the traveller asks to keep out of the report: the whole note stays out."""

TAKEN_BACK = re.compile(r"(?:這|那|上)則(?:我)?(?:收回|作廢|刪掉|取消)|收回(?:這|那|上)則")
"""What, in a reply, takes the message replied to back."""

COMMAND = re.compile(r"/[A-Za-z_]{2,32}(?:@\w{1,32})?(?:\s.{0,200})?[。.]?")
"""A command to the bot."""
