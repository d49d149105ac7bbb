"""Which sections go into one request, and what of the abstract each request is asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.form import Role
from drafting.openai_together import grouped
from drafting.writer import Slot

sections = st.lists(
    st.tuples(
        st.sampled_from([Role.PURPOSE, Role.PROCESS, Role.PROCESS, Role.IMPRESSIONS, Role.SUGGESTIONS]),
        st.integers(1, 4000),
        st.floats(0.1, 3),
    ),
    max_size=25,
)


def parted(made: list[tuple[Role, int, float]], at_once: int) -> tuple[list[Slot], list[list[Slot]]]:
    slots = [
        Slot(key=f"s{n}", role=role, title=f"s{n}", share=share) for n, (role, _, share) in enumerate(made)
    ]
    sizes = {f"s{n}": size for n, (_, size, _) in enumerate(made)}
    return slots, grouped(slots, sizes, {key: 1 + size / 130 for key, size in sizes.items()}, at_once)


@given(sections, st.integers(1, 12))
def test_every_section_is_asked_for_once_and_opinions_apart_from_what_happened(
    made: list[tuple[Role, int, float]], at_once: int
) -> None:
    slots, runs = parted(made, at_once)
    assert sorted(s.key for run in runs for s in run) == sorted(s.key for s in slots)
    opinions = (Role.IMPRESSIONS, Role.SUGGESTIONS)
    assert all(len({s.role in opinions for s in run}) == 1 for run in runs)


@given(sections, st.integers(1, 12))
def test_each_request_is_asked_for_whole_sentences_of_the_abstract(
    made: list[tuple[Role, int, float]], at_once: int
) -> None:
    """At least one each, and otherwise no more together than the form wants."""
    slots, runs = parted(made, at_once)
    asked = [sum(s.share for s in run) for run in runs]
    assert all(share == pytest.approx(round(share)) and share > 0.9 for share in asked)
    assert round(sum(asked)) <= max(round(sum(s.share for s in slots)), len(runs)) + len(runs)
    assert round(sum(asked)) >= round(sum(s.share for s in slots))


def test_a_server_of_eight_is_kept_busy_and_the_longest_request_goes_first() -> None:
    made = [(Role.PROCESS, 500, 0.5)] * 18 + [(Role.IMPRESSIONS, 1500, 2.0), (Role.SUGGESTIONS, 1500, 2.0)]
    _, runs = parted(made, 8)
    lengths = [sum(1 + made[int(s.key[1:])][1] / 130 for s in run) for run in runs]
    assert len(runs) == 8
    assert lengths == sorted(lengths, reverse=True)
    assert max(lengths) < 1.7 * min(lengths)


def test_a_server_of_one_gets_few_requests() -> None:
    """Each pays for the rules."""
    made = [(Role.PROCESS, 300, 0.5)] * 8 + [(Role.IMPRESSIONS, 400, 1.0), (Role.SUGGESTIONS, 400, 1.0)]
    assert [len(run) for run in parted(made, 1)[1]] == [8, 2]


def test_sections_of_one_request_stand_in_their_order() -> None:
    _, runs = parted([(Role.PROCESS, size, 1.0) for size in (100, 900, 300, 700, 500)], 2)
    assert all(keys == sorted(keys) for run in runs if (keys := [s.key for s in run]))
