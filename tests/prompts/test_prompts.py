"""The prompts: filled with exactly what they name, listed in their index, and reviewed word for word."""

import re
from importlib.resources import files

import pytest
from syrupy.assertion import SnapshotAssertion

from drafting.openai_answers import Item
from drafting.openai_gate import Failing
from drafting.openai_ground import ground_of
from drafting.openai_messages import ask_for, ask_to_extend, ask_to_mend
from drafting.writer import Slot
from prompts import PromptError, digest, names, render, variables
from tests.drafting.model_trip import ABSTRACT, FORM, IMPRESSIONS, PROCESS, PURPOSE, SUGGESTIONS, TRIP

EXAMPLES = {"headline_example": "", "abstract_example": "", "keep": ""}


@pytest.mark.parametrize(
    "slot", [PURPOSE, PROCESS, IMPRESSIONS, SUGGESTIONS, ABSTRACT], ids=lambda slot: str(slot.key)
)
def test_each_prompt_as_it_is_sent_for_a_small_trip(slot: Slot, snapshot: SnapshotAssertion) -> None:
    """Read these when a prompt changes."""
    _, task = ask_for([slot], TRIP, FORM, {slot.key: ground_of(slot, TRIP)}, 24_000)
    assert task["content"] == snapshot


def test_sections_that_are_asked_for_together(snapshot: SnapshotAssertion) -> None:
    """Each with its own material below its name, and how long it shall be."""
    slots = [PURPOSE, PROCESS]
    _, task = ask_for(slots, TRIP, FORM, {s.key: ground_of(s, TRIP) for s in slots}, 24_000)
    assert task["content"] == snapshot


@pytest.mark.parametrize("slot", [PURPOSE, PROCESS, SUGGESTIONS], ids=lambda slot: str(slot.key))
def test_whoever_writes_a_section_is_asked_for_its_share_of_the_abstract(
    slot: Slot, snapshot: SnapshotAssertion
) -> None:
    """Less than a sentence is one; what the form has no abstract for is asked for nothing."""
    ground = {slot.key: ground_of(slot, TRIP)}
    shares = (0.0, 0.3, 2.6)
    asked = [
        ask_for([slot.model_copy(update={"share": share})], TRIP, FORM, ground, 24_000)[1]["content"]
        for share in shares
    ]
    assert "abstract" not in asked[0]
    assert "約 1 句（共約 42 字）" in asked[1]
    assert asked[2] == snapshot


def test_the_request_for_more_of_an_abstract(snapshot: SnapshotAssertion) -> None:
    """From the sentences of the body that it does not use yet; none is sent if it uses all."""
    ground = ground_of(ABSTRACT, TRIP)
    messages = ask_to_extend(ABSTRACT, ["本府派1人出席論壇。"], 120, TRIP, FORM, ground)
    assert messages is not None
    assert messages[1]["content"] == snapshot
    everything = [s.text for s in ABSTRACT.so_far]
    assert ask_to_extend(ABSTRACT, everything, 120, TRIP, FORM, ground) is None


def test_the_rules_that_go_with_every_request(snapshot: SnapshotAssertion) -> None:
    assert render("system") == snapshot


def test_the_request_to_write_sentences_anew(snapshot: SnapshotAssertion) -> None:
    item = Item(text="計63位市長報名。", sources=("N2",))
    bad = Failing(1, item, ("「63位」（數字）不在所列素材 N2 中",))
    (_, task), refs = ask_to_mend([bad], TRIP, [ground_of(PURPOSE, TRIP)], 24_000)
    assert refs == ("N1", "N2", "N3")
    assert task["content"] == snapshot


def test_a_prompt_wants_exactly_the_variables_that_it_names() -> None:
    assert render("answer_shape", headline="標題。", **EXAMPLES).endswith("標題。")
    with pytest.raises(PromptError, match="was not given abstract_example, headline, headline_example, keep"):
        render("answer_shape")
    with pytest.raises(PromptError, match="does not name colour"):
        render("answer_shape", headline="", colour="", **EXAMPLES)
    with pytest.raises(PromptError, match="no prompt poem"):
        render("poem")


def test_values_are_put_in_as_they_are() -> None:
    """A dollar sign in a note is no variable."""
    assert render("answer_shape", headline="$100 美元", **EXAMPLES).endswith("$100 美元")


def test_a_digest_is_that_of_the_file() -> None:
    """Two prompts never share one; none is empty."""
    digests = {name: digest(name) for name in names()}
    assert len(set(digests.values())) == len(names())
    assert all(re.fullmatch("[0-9a-f]{64}", value) for value in digests.values())


def test_the_index_lists_every_prompt_with_its_variables() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| .+ \| (.+) \|$", (files("prompts") / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert {name: frozenset(re.findall(r"`(\w+)`", listed)) for name, listed in rows} == {
        name: variables(name) for name in names()
    }


@pytest.mark.parametrize("name", names())
def test_no_line_of_a_prompt_looks_like_material(name: str) -> None:
    """Nor does a prompt use what it forbids: simplified characters, or 台 for 臺."""
    text = (files("prompts") / f"{name}.md").read_text("utf-8")
    assert not re.search(r"^\[[A-Z]\d+\]", text, re.MULTILINE)
    assert "台" not in text


def test_what_goes_with_a_voice_message_and_with_a_photo(snapshot: SnapshotAssertion) -> None:
    assert render("hear_voice", names="林測試、日本") == snapshot
    assert render("look_at_photo", report="出席會議報告", day="2026-09-21", events="開幕式") == snapshot
