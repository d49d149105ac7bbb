"""Which kind of occasion an activity is: by its own title, else by what the whole trip is for."""

import re

from drafting.interview.asks import Occasion
from drafting.plan.activities import Activity
from drafting.trip import Category, Trip

_TITLES: tuple[tuple[Occasion, re.Pattern[str]], ...] = (
    (Occasion.CONTEST, re.compile(r"[預複決]賽|比賽|競賽|競技|錦標|評審|裁判|頒獎")),
    (Occasion.STAGE, re.compile(r"演出|表演|彩排|公演|音樂會|踩街|展演")),
    (Occasion.TESTING, re.compile(r"檢測|測試|試驗|驗證|抽驗")),
    (Occasion.FAIR, re.compile(r"展覽會|博覽會|旅展|參展|攤位|展位|布展|佈展|媒合|推介會|說明會|exhibition|expo|fair", re.IGNORECASE)),
    (Occasion.BUSINESS, re.compile(r"碰面|見面|會面|會晤|餐敘|洽談|洽商|接洽|協商|談判|簽署|簽約|工作會議|備忘錄|姊妹市|MOU|negotiat", re.IGNORECASE)),
    (Occasion.VISIT, re.compile(r"參訪|拜會|拜訪|考察|訪問|視察|visit", re.IGNORECASE)),
    (Occasion.SITE, re.compile(r"參觀|走訪|觀摩|導覽|tour", re.IGNORECASE)),
    (Occasion.STUDY, re.compile(r"研習|課程|上課|講座|實習|訓練|見習|研究室|實驗室|course|training|lecture", re.IGNORECASE)),
    (Occasion.CONFERENCE, re.compile(r"會議|論壇|圓桌|大會|開幕|閉幕|年會|研討|委員會|座談|峰會|forum|congress|conference|session|plenary|summit|meeting", re.IGNORECASE)),
)  # fmt: skip
_PURPOSES = {
    "國際會議": Occasion.CONFERENCE, "業務接洽": Occasion.BUSINESS, "洽展": Occasion.FAIR, "表演": Occasion.STAGE,
    "比賽": Occasion.CONTEST, "競技": Occasion.CONTEST, "海外檢測": Occasion.TESTING,
}  # fmt: skip
_CATEGORIES = {
    Category.STUDY_VISIT: Occasion.VISIT, Category.INSPECTION: Occasion.VISIT, Category.VISIT: Occasion.VISIT,
    Category.FURTHER_STUDY: Occasion.STUDY, Category.RESEARCH: Occasion.STUDY, Category.PRACTICE: Occasion.STUDY,
    Category.MEETING: Occasion.CONFERENCE, Category.NEGOTIATION: Occasion.BUSINESS,
}  # fmt: skip


def occasion_of(trip: Trip, activity: Activity) -> Occasion:
    """A visit within a conference trip is a visit; what its title leaves open, the purpose of the trip decides."""
    for occasion, pattern in _TITLES:
        if pattern.search(activity.title):
            return occasion
    if activity.visit:
        return Occasion.VISIT
    by_purpose = (_PURPOSES[p] for p in trip.purposes if p in _PURPOSES)
    by_category = (_CATEGORIES[c] for c in trip.categories if c in _CATEGORIES)
    return next(by_purpose, None) or next(by_category, None) or Occasion.OTHER
