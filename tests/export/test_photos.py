"""Photos: whole, without EXIF, never stretched, equal in height, always with their caption."""

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from drafting.material import Ref
from drafting.report import PhotoItem
from export.photo_rows import photo_rows
from export.pictures import Picture, printable, without_exif


def jpeg(size=(64, 48), **options) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(out, "JPEG", **options)
    return out.getvalue()


def exif(orientation=1) -> Image.Exif:
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010F] = "SecretCamera"
    return made


def pixels(content: bytes) -> bytes:
    with Image.open(io.BytesIO(content)) as image:
        return image.tobytes()


def test_exif_is_taken_out_and_the_coded_image_stays_bit_for_bit():
    content = jpeg(exif=exif(), comment=b"SecretComment")
    clean = printable(content).content
    assert b"Secret" in content
    assert b"Secret" not in clean
    assert b"Exif" not in clean
    assert pixels(clean) == pixels(content)


def test_a_second_picture_behind_the_first_is_cut_off_and_progressive_ones_stay_whole():
    content = jpeg(progressive=True)
    assert printable(content + jpeg(exif=exif())).content == content
    assert printable(content).content == content


def test_a_photo_that_lies_on_its_side_is_turned_and_coded_anew():
    picture = printable(jpeg((64, 48), exif=exif(orientation=6)))
    assert (picture.width, picture.height) == (48, 64)
    assert b"Exif" not in picture.content


def test_other_kinds_of_picture_become_jpeg():
    out = io.BytesIO()
    Image.new("RGBA", (30, 20), (1, 2, 3, 4)).save(out, "PNG")
    assert printable(out.getvalue()).content[:2] == b"\xff\xd8"


@pytest.mark.parametrize("content", [b"", b"no picture", jpeg((640, 480))[:2000], b"\xff\xd8\xff"])
def test_what_is_no_whole_picture_is_none(content):
    assert printable(content) is None


@given(st.binary(max_size=300))
def test_no_bytes_make_the_segment_reader_hang_or_crash_otherwise(content):
    with contextlib.suppress(ValueError):
        assert without_exif(b"\xff\xd8" + content)[:2] == b"\xff\xd8"


def rows_of(*sizes: tuple[int, int] | None):
    items = [PhotoItem(ref=Ref(f"P{n}"), caption=f"說明{n}") for n, _ in enumerate(sizes)]
    known = {
        Ref(f"P{n}"): Picture(name=f"{n}.jpg", content=b"", width=size[0], height=size[1])
        for n, size in enumerate(sizes)
        if size
    }
    return photo_rows(items, known)


def test_photos_stand_in_pairs_and_an_odd_last_one_alone():
    assert [len(row.photos) for row in rows_of(*[(4, 3)] * 5)] == [2, 2, 1]


def test_upright_and_level_photos_of_a_row_are_equally_high():
    (row,) = rows_of((3, 4), (4, 3))
    assert row.photos[0].height == row.photos[1].height
    assert row.photos[0].width < row.photos[1].width


SIDE = st.integers(min_value=40, max_value=4000)


@given(st.lists(st.none() | st.tuples(SIDE, SIDE), min_size=1, max_size=2))
def test_a_row_always_fits_the_page_and_no_photo_is_stretched(sizes):
    (row,) = rows_of(*sizes)
    assert sum(row.widths) == pytest.approx(16, abs=0.05)
    for photo, width, size in zip(row.photos, row.widths, sizes, strict=True):
        assert 0 < photo.width <= width
        assert 0 < photo.height <= 7.2
        if size and min(photo.width, photo.height) > 1:
            assert photo.width / photo.height == pytest.approx(size[0] / size[1], rel=0.02)
