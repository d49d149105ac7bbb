"""A name for the report, proposed from what is known, for the traveller to confirm with one tap (pure)."""

import re

from drafting.gather.places import regions_in
from drafting.material import Kind, Medium
from drafting.trip import Trip

_FIRST_NOTES = 12
_GOING = re.compile(r"(?:去|赴|到|前往|出訪|飛)(?P<plan>[^，,。；;\n（(]{4,40})")
_DOING = re.compile(r"出席|參加|考察|參訪|訪問|拜會|研習|進修|實習|受訓|開會|洽談|參展|比賽|演出|觀摩|交流")
_DAYS = re.compile(r"\s*\d{1,4}(?:[/年月.-]\d{1,2})+[日號]?\s*(?:[-–—~～至到]\s*[\d/年月.-]+[日號]?)?\s*")
_AGAIN = re.compile(r"^(?:要)?(?:去|赴|到|前往|飛)")
"""「到10/17去芬蘭」: once the days are out, the second word of going is left over."""
_LONGEST = 45


def proposed_name(trip: Trip) -> str:
    """「環保局赴斯洛維尼亞考察零廢棄」; "" where nobody said where one goes and what for, or the name is known.

    Seed: 「臺中市政府出席日本福岡「…會議」暨參訪…」. The words are the traveller's own: agency, 赴, then place and deed.
    """
    if trip.report_name:
        return ""
    agency = trip.host_agency or next((t.agency for t in trip.travellers if t.agency), "")
    notes = [m for m in trip.material if m.medium in (Medium.NOTE, Medium.VOICE) and m.own]
    for note in notes[:_FIRST_NOTES]:
        if (note.label or note.kind) is Kind.PRIVATE:
            continue
        for found in _GOING.finditer(note.text):
            plan = _AGAIN.sub("", _DAYS.sub("", found["plan"]).strip(" 　的、"))
            if _DOING.search(plan) and regions_in(plan) and len(agency) + len(plan) < _LONGEST:
                return f"{agency}赴{plan}"
    return ""
