"""How long material is shown to a model."""

from drafting.excerpts import nearness, shown, split
from drafting.material import Ref

PAPER = "".join(f"第{n}節說明低碳運輸的第{n}項做法，並附上各城市的經驗。" for n in range(1, 61))


def test_pieces_end_where_a_sentence_ends_and_keep_their_ref_and_place() -> None:
    pieces = split(Ref("D1"), PAPER, 200)
    assert {piece.ref for piece in pieces} == {"D1"}
    assert all(piece.text.endswith("。") and len(piece.text) <= 200 for piece in pieces)
    assert all(PAPER[piece.start :].startswith(piece.text) for piece in pieces)
    assert "".join(piece.text for piece in pieces) == PAPER


def test_a_text_without_any_ending_is_cut_where_it_must_be() -> None:
    assert [len(piece.text) for piece in split(Ref("D1"), "字" * 450, 200)] == [200, 200, 50]


def test_short_texts_are_shown_whole_on_one_line() -> None:
    assert shown([(Ref("N1"), " 第一行\n\n第二行 "), (Ref("N2"), "另一則")], 1000) == {
        "N1": "第一行／第二行",
        "N2": "另一則",
    }


def test_a_long_paper_takes_what_short_notes_leave() -> None:
    """Notes are the traveller's words and stay whole."""
    note = "本府派1人出席。" * 5
    lines = shown([(Ref("N1"), note), (Ref("D1"), PAPER)], 500)
    assert lines["N1"] == note
    assert 300 < len(lines["D1"]) <= 500 - len(note) + 20


def test_of_a_long_paper_those_excerpts_are_shown_that_have_to_do_with_the_task() -> None:
    """In their own order, with …… where something is left out."""
    paper = PAPER + "臺中市代表於分組討論介紹公共自行車系統。" + PAPER
    line = shown([(Ref("D1"), paper)], 420, about="臺中市介紹公共自行車")["D1"]
    assert "公共自行車系統" in line
    assert line.startswith("……")
    assert line.endswith("……")


def test_every_text_is_shown_however_small_the_budget() -> None:
    """Each piece of material reaches the writer."""
    texts = [(Ref(f"N{n}"), PAPER) for n in range(30)]
    assert all(len(line) > 30 for line in shown(texts, 100).values())
    assert len(shown(texts, 100)) == 30


def test_nearness_is_the_share_of_neighbouring_characters_whatever_the_digits() -> None:
    assert nearness("計62位市長", "計63位市長報名") == 1
    assert nearness("公共自行車", "共乘接駁") == 0
    assert nearness("", "共乘接駁") == 0
