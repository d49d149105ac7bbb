"""The zone in which deadlines and office days are counted, wherever the traveller is."""

from zoneinfo import ZoneInfo

TAIWAN = ZoneInfo("Asia/Taipei")
