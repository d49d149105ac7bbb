"""What is said to friends around a picture, and stands under none: 「這張是…」, 「拍得有點糊」, 「笑死」, 我們 (pure).

Nothing is added: of the traveller's words those stay that say what is to be seen (reference: captions of published reports
name an event, a place, or with whom). A caption of nothing else becomes "".
"""

import re

from drafting.gather import cues

_LEADS = re.compile(
    r"^(?:[哇喔噢欸誒啊嗨]+[，, ！!～~]*|(?:再?補(?:上|傳|充)?[一兩幾]?張|補充)[：:，, ]*|(?:終於|剛剛|剛才|原來|竟然|居然)(?=[\u4e00-\u9fff])"
    r"|(?:這|那)(?:裡|邊)?(?:就)?是(?:他們|人家|傳說中)?的?(?=[\u4e00-\u9fff「A-Z])|[^，。；]{0,10}拍(?:一下|下來|給你們看)[：:，, ]*|(?:我|本人)(?:自己)?(?:拍|照)(?:到|下)?的)"
)
_THIS_ONE = re.compile(r"^.*[這此]張(?:照片|圖)?(?:就|拍的|上面?)?是")
_ASIDE = re.compile(
    r"拍(?:得|的?時候|不|壞|到.{0,2}手)|[糊晃](?:了|掉|到)|有點[糊晃暗]|手[抖晃震]|反光|逆光|曝光|原檔|先傳|晚點補|可以放|要放|不能放|不要笑|自拍|對焦"
    r"|笑死|傻眼|^(?:真的?|有夠)?[好超](?:酷|讚|棒|累|熱|冷|餓|吵|可愛|漂亮|美|帥|擠|香|誇張|扯|開心|感動)[的了啊喔哦]?$|^讚啦$|辛苦了|嚇[一到死]|想回家|肚子|腳[痠酸]"
)
_GUESS = re.compile(r"(\d+ ?[人位名個])有吧|(?:應該)?有(\d+ ?[人位名個])吧")
_TRAILS = re.compile(r"(?:長這樣|就是這樣|有圖有真相|如圖|給大家看|吧|呢|了)$")
_KEEPS = re.compile(r"(?:為|除|受不|免不|少不|大不)了$")
_WELCOMED = re.compile(r"(?<=歡迎|迎接|接待|招待)我們$")
_NOTHING = re.compile(
    r"(?:早安|午安|晚安|大家好|各位好|到了|出發|嗨|哈囉|這個|那個|如題|照片|圖|同上|讚|好吃|看看|打卡|上傳|測試|[早午晚]餐|宵夜|吃飽|收工|下班)[，、 ]*"
)


def captioned(line: str, ourselves: str) -> str:
    """The words of a message that may stand under its picture; ``ourselves`` is what the office calls itself (本府)."""
    said = _THIS_ONE.sub("", line.strip())
    while (shorter := _LEADS.sub("", said)) != said:
        said = shorter
    said = _GUESS.sub(lambda m: f"約{m[1] or m[2]}", said)
    told = ""
    kept: list[str] = []
    for between, clause in re.findall(r"(^|[，,]\s*|[ 　]+)([^，,　 ]*)", said):
        clean = clause.strip("、。！!～~")
        while _TRAILS.search(clean) and not _KEEPS.search(clean):
            clean = _TRAILS.sub("", clean)
        if clean and clean not in kept and not _ASIDE.search(clean):
            told += (between if kept else "") + clean
            kept.append(clean)
    if _NOTHING.fullmatch(told) or (cues.CHATTER.search(told) and not cues.AT_WORK.search(told)):
        return ""
    told = _WELCOMED.sub(f"{ourselves}人員", told)
    return told.replace("我們", ourselves) if not told.startswith("我們的") else ourselves + told[3:]
