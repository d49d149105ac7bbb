"""What gives away a reflection (心得) or a suggestion (建議) of the traveller."""

import re

from drafting.gather.cues.groups import any_of

_COUNT = r"(?:[（(]?[一二三四五六七八九十\d]{0,2}[)）]?)"
IMPRESSION_HEAD = re.compile(rf"^\s*[#＃]?(?:心得|感想|省思)(?:素材|筆記|重點)?\s*{_COUNT}")
SUGGESTION_HEAD = re.compile(
    rf"^\s*[#＃]?(?:建議|建言)(?:素材|事項|筆記|重點)?\s*{_COUNT}\s*(?=[:：\s]|$|[一二三四五六七八九十\d])"
)

_REFLECTION_NAMED = ("心得", "感想", "感受", "體會", "^有感", "有感[：:]", "自問", "檢討[：:]", "想法[：:]")
_SURPRISE = ("原本以為", "沒想到", "人家.{2,30}我們", "應該就是這樣")
_FEELING = ("我覺得", "我覺", "深感", "覺得", "印象深", "印象最", "最有感", "有感覺")
_LEARNING = ("啟發", "省思", "反省", "佩服", "羨慕", "失策", "學到")
_OWN_VIEW = (r"自己的(?:筆記|觀察|想法)", "我的觀察", r"對[\u4e00-\u9fff]{2,4}的(?:意義|啟示|幫助)")
_STIRRED = ("震撼", "讓我想到", "我想到", "差距", "不如人", "最大的收穫", "收穫", "門面")
IMPRESSION = any_of(_REFLECTION_NAMED, _SURPRISE, _FEELING, _LEARNING, _OWN_VIEW, _STIRRED)

_US = "我們|本市|本局|本府|市府|局裡|科裡|臺中|台中|回去"
_DOING = "學|做|參考|引進|推動|爭取|試辦|比照|檢討|研議|納入|建立|設|辦|派|編|弄|整理|規劃|盤點|導入"
_ADVICE = (r"(?:^|[，,。；;\s（(\n→]|擬提|擬|爰|謹|另|因此|故)(?:我)?(?:會)?建議(?!者|會|書|案|函)",)
_WE_SHOULD = (
    rf"(?:{_US})(?:[\u4e00-\u9fff]{{0,4}})(?:也)?(?:應該|應|可以|可|要|得)(?:先)?(?:[\u4e00-\u9fff]{{0,3}})(?:{_DOING})",
)
_OURS = "我們|本市|本府|本局|臺中|台中"
_WORTH_IT = (
    "可以學",
    rf"值得(?:{_OURS})?(?:學習|參考|引進|借鏡|效法|推廣)",
    rf"可供(?:{_OURS})(?:參考|借鏡|學習)",
)
_IN_FUTURE = (r"(?:^|[，,。；;\n])未來(?:可以|可|應|宜)(?:評估|考慮|引進|規劃|研議|試辦|推動|比照|參考)",)
_NEXT_TIME = (
    r"下次(?:[\u4e00-\u9fff]{0,6})(?:要|應該|可以|帶|做)",
    r"回去(?:後)?(?:要|應該|可以|得)",
    r"希望(?:本市|我們|市府|局裡)(?:能|可以|也)",
    r"以後(?:[\u4e00-\u9fff]{0,8})(?:要|應該|應)(?:提早|先|改|有|辦|做)",
)
_ONE_MORE = ("想加一點", r"^\s*[→➜]", "先試辦", "先挑")
SUGGESTION = any_of(_ADVICE, _WE_SHOULD, _WORTH_IT, _IN_FUTURE, _NEXT_TIME, _ONE_MORE)
