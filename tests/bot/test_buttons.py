"""What a button carries fits into Telegram's 64 bytes and is read again as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buttons import LONGEST, Data, data, taken_apart


@given(
    st.from_regex(r"[a-z]{1,12}", fullmatch=True),
    st.integers(min_value=-(10**13), max_value=10**13),
    st.from_regex(r"[a-z0-9_:]{0,20}", fullmatch=True),
)
def test_what_is_written_is_read_again(verb: str, number: int, more: str):
    text = data(verb, number, more)
    assert len(text.encode()) <= LONGEST
    assert taken_apart(text) == Data(verb, number, more)


def test_what_telegram_would_refuse_is_not_made():
    with pytest.raises(ValueError, match="no callback data"):
        data("field", 1, "出國計畫主辦機關出國計畫主辦機關出國計畫主辦機關")


@pytest.mark.parametrize(
    "text", ["", "approve", "approve:", ":3", "approve:三", "approve:²", "approve:" + "9" * 30]
)
def test_what_no_button_says_is_not_understood(text: str):
    assert taken_apart(text) is None
