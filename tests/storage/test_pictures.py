"""Every photo becomes one small upright JPEG without its secrets; what cannot be read is answered with a sentence."""

import io
import re
import zlib
from datetime import datetime, timedelta, timezone

import pillow_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw, ImageFilter
from PIL.ExifTags import GPS, IFD, Base

from drafting.material import Position
from storage.errors import PictureUnreadable
from storage.pictures import distance, shrink


def scene(width: int = 400, height: int = 300) -> Image.Image:
    """Red above left, green above right, blue below left, white below right, and many edges."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    half = (width // 2, height // 2)
    draw.rectangle((0, 0, *half), "red")
    draw.rectangle((half[0], 0, width, half[1]), "green")
    draw.rectangle((0, half[1], half[0], height), "blue")
    for x in range(0, width, 16):
        draw.line((x, 0, x, height), "black", 2)
    return image


def as_bytes(image: Image.Image, kind: str = "JPEG", **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def camera(
    orientation: int = 1, offset: str = "+05:00", time: str = "2024:05:06 09:30:00", **gps
) -> Image.Exif:
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    exif[Base.Make] = "SecretCameraMaker"
    exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = time
    if offset:
        exif.get_ifd(IFD.Exif)[Base.OffsetTimeOriginal] = offset
    where = {
        GPS.GPSLatitudeRef: "N",
        GPS.GPSLatitude: (33.0, 43.0, 30.0),
        GPS.GPSLongitudeRef: "E",
        GPS.GPSLongitude: (73.0, 4.0, 12.0),
    } | {GPS[name]: value for name, value in gps.items()}
    exif.get_ifd(IFD.GPSInfo).update(where)
    return exif


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def corners(content: bytes) -> list[str]:
    """The nearest named colour in each corner, from above left, row by row."""
    image = opened(content)
    w, h = image.size
    names = {"red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255), "white": (255, 255, 255)}
    found = []
    for x, y in ((8, 8), (w - 9, 8), (8, h - 9), (w - 9, h - 9)):
        patch = image.crop((x - 3, y - 3, x + 4, y + 4)).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
        found.append(
            min(names, key=lambda n: sum((a - b) ** 2 for a, b in zip(names[n], patch, strict=True)))
        )
    return found


def test_a_large_photo_becomes_1280_pixels_long():
    picture = shrink(as_bytes(scene(4000, 3000)))
    assert (picture.width, picture.height) == opened(picture.content).size == (1280, 960)
    assert opened(picture.content).format == "JPEG"


def test_a_small_photo_keeps_its_size():
    assert shrink(as_bytes(scene(400, 300)))[1:3] == (400, 300)


@pytest.mark.parametrize(
    ("orientation", "turned"),
    [
        (1, ["red", "green", "blue", "white"]),
        (2, ["green", "red", "white", "blue"]),
        (3, ["white", "blue", "green", "red"]),
        (4, ["blue", "white", "red", "green"]),
        (5, ["red", "blue", "green", "white"]),
        (6, ["blue", "red", "white", "green"]),
        (7, ["white", "green", "blue", "red"]),
        (8, ["green", "white", "red", "blue"]),
        (9, ["red", "green", "blue", "white"]),
    ],
)
def test_a_photo_is_turned_upright(orientation, turned):
    picture = shrink(as_bytes(scene(1600, 1200), exif=camera(orientation)))
    assert corners(picture.content) == turned
    assert (picture.width < picture.height) is (orientation in (5, 6, 7, 8))


def test_when_and_where_it_was_taken_is_read():
    picture = shrink(as_bytes(scene(), exif=camera()))
    assert picture.taken_at == datetime(2024, 5, 6, 9, 30, tzinfo=timezone(timedelta(hours=5)))
    assert picture.offset == "+05:00"
    assert picture.position == Position(latitude=33.725, longitude=73.07)


def test_a_camera_that_does_not_tell_its_offset_gives_a_time_without_a_zone():
    picture = shrink(as_bytes(scene(), exif=camera(offset="")))
    assert (picture.taken_at, picture.offset) == (datetime(2024, 5, 6, 9, 30), "")  # noqa: DTZ001


def test_south_and_west_are_negative():
    picture = shrink(as_bytes(scene(), exif=camera(GPSLatitudeRef="S", GPSLongitudeRef="W")))
    assert picture.position == Position(latitude=-33.725, longitude=-73.07)


@pytest.mark.parametrize(
    "time", ["0000:00:00 00:00:00", "    :  :     :  :  ", "yesterday", "2024:13:40 25:00:00"]
)
def test_a_camera_without_a_clock_gives_no_time(time):
    assert shrink(as_bytes(scene(), exif=camera(time=time))).taken_at is None


@pytest.mark.parametrize("offset", ["+99:00", "GMT", "    "])
def test_an_offset_that_is_none_is_left_out(offset):
    picture = shrink(as_bytes(scene(), exif=camera(offset=offset)))
    assert (picture.taken_at, picture.offset) == (datetime(2024, 5, 6, 9, 30), "")  # noqa: DTZ001


@pytest.mark.parametrize("latitude", [(91.0, 0.0, 0.0), (0.0, 0.0, float("nan")), (33.0,), "33"])
def test_a_position_that_is_not_on_the_globe_is_left_out(latitude):
    from storage.exif import _position

    places = {GPS.GPSLatitude: latitude, GPS.GPSLatitudeRef: "N", GPS.GPSLongitude: (1.0, 0.0, 0.0)}
    assert _position(places) is None


def test_zero_degrees_north_and_east_is_a_receiver_without_satellites():
    nowhere = (0.0, 0.0, 0.0)
    assert shrink(as_bytes(scene(), exif=camera(GPSLatitude=nowhere, GPSLongitude=nowhere))).position is None


def test_nothing_but_the_picture_is_kept():
    secrets = {"exif": camera(), "comment": b"SecretComment", "xmp": b"<x:xmpmeta>SecretPlace</x:xmpmeta>"}
    sent = as_bytes(
        scene(), **secrets, icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    )
    assert len(re.findall(rb"Secret\w+", sent)) == 3
    kept = shrink(sent).content
    assert re.findall(rb"Secret\w+|Exif|ICC_PROFILE|http://", kept) == []
    assert dict(opened(kept).getexif()) == {}


@pytest.mark.filterwarnings("ignore::UserWarning")  # as storage.pictures does; pytest sets it back
@pytest.mark.parametrize(
    "garbage", [b"Exif\x00\x00", b"Exif\x00\x00II*\x00\xff\xff\xff\xff", b"Exif\x00\x00MM" + b"\xff" * 60]
)
def test_a_photo_with_broken_exif_is_still_a_photo(garbage):
    picture = shrink(as_bytes(scene(), exif=garbage))
    assert (picture.width, picture.height, picture.taken_at, picture.position) == (400, 300, None, None)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *((kind, "RGB") for kind in ("WEBP", "BMP", "TIFF", "AVIF")),
        *(("PNG", mode) for mode in ("RGBA", "P", "LA", "1", "I;16")),
        ("JPEG", "CMYK"),
        ("JPEG", "L"),
        ("GIF", "P"),
    ],
)
def test_every_kind_of_picture_becomes_a_jpeg(kind, mode):
    image = scene().convert("L").convert("I;16") if mode == "I;16" else scene().convert(mode)
    kept = opened(shrink(as_bytes(image, kind)).content)
    assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", (400, 300))


def test_a_16_bit_picture_keeps_its_greys():
    image = Image.new("I;16", (40, 40), 0x8000)
    assert opened(shrink(as_bytes(image, "PNG")).content).getpixel((20, 20)) == (128, 128, 128)


def test_transparent_places_become_white():
    assert opened(shrink(as_bytes(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), "PNG")).content).getpixel(
        (20, 20)
    ) == (
        255,
        255,
        255,
    )


def test_a_heic_photo_of_a_phone_is_turned_and_read_like_any_other():
    heif = pillow_heif.from_pillow(scene(1600, 1200))
    out = io.BytesIO()
    heif.save(out, exif=camera(6).tobytes(), quality=80)
    picture = shrink(out.getvalue())
    assert corners(picture.content) == ["blue", "red", "white", "green"]
    assert (picture.offset, picture.position) == ("+05:00", Position(latitude=33.725, longitude=73.07))


def test_the_same_photo_gives_the_same_bytes():
    sent = as_bytes(scene(2000, 1500), exif=camera(6))
    assert shrink(sent) == shrink(sent)


def test_no_bytes_are_answered_with_a_sentence():
    with pytest.raises(PictureUnreadable, match=r"^這張照片是空的（0 位元組），請重新傳送。$"):
        shrink(b"")


@pytest.mark.parametrize(
    "content", [b"not a picture", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", b"%PDF-1.7"]
)
def test_what_is_no_picture_is_answered_with_a_sentence(content):
    with pytest.raises(PictureUnreadable, match=r"不是可以讀取的照片，請改傳 JPEG、PNG 或 HEIC 格式。"):
        shrink(content)


def test_a_photo_that_lacks_only_its_end_is_whole():
    sent = as_bytes(scene(1600, 1200))
    assert shrink(sent[:-2])[1:3] == (1280, 960)


def noisy(width: int = 1600, height: int = 1200) -> Image.Image:
    """A picture whose bytes are spread evenly over its height."""
    return Image.effect_noise((width, height), 60).convert("RGB")


def test_of_a_photo_that_was_cut_off_near_its_end_the_part_that_arrived_is_kept():
    sent = as_bytes(noisy())
    picture = shrink(sent[: len(sent) * 85 // 100])
    assert picture.width == 1280
    assert 0.8 < picture.height / 960 < 0.9


@pytest.mark.parametrize("percent", [10, 40, 70])
def test_a_photo_of_which_much_is_missing_is_answered_with_a_sentence(percent):
    sent = as_bytes(noisy())
    with pytest.raises(PictureUnreadable, match=r"只收到一部分，請在網路穩定時重新傳送。"):
        shrink(sent[: len(sent) * percent // 100])


def test_a_truncated_png_is_answered_with_a_sentence():
    sent = as_bytes(noisy(), "PNG")
    with pytest.raises(PictureUnreadable, match=r"檔案已損壞，請重新傳送原檔。"):
        shrink(sent[: len(sent) // 2])


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (12_000, 9_000)])
def test_a_small_file_that_unfolds_to_a_giant_is_refused_before_it_does(width, height):
    header = b"IHDR" + width.to_bytes(4) + height.to_bytes(4) + bytes([1, 0, 0, 0, 0])
    data = b"IDAT" + zlib.compress(bytes(1000))
    chunks = [len(c[4:]).to_bytes(4) + c + zlib.crc32(c).to_bytes(4) for c in (header, data, b"IEND")]
    with pytest.raises(PictureUnreadable, match=r"像素太多，無法處理，請縮小後再傳送。"):
        shrink(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


def test_a_photo_of_108_million_pixels_is_taken_since_phones_make_them():
    picture = shrink(as_bytes(Image.new("L", (12_000, 9_000), 90)))
    assert (picture.width, picture.height) == (1280, 960)


@pytest.mark.filterwarnings("ignore::UserWarning")  # as storage.pictures does; pytest sets it back
@settings(deadline=None)
@given(at=st.integers(0, 2000), byte=st.integers(0, 255), cut=st.integers(0, 2000))
def test_damage_anywhere_gives_a_picture_or_a_sentence(at, byte, cut):
    sent = bytearray(as_bytes(scene(64, 48), exif=camera()))
    sent[at % len(sent)] = byte
    try:
        assert shrink(bytes(sent[: max(1, len(sent) - cut)])).width > 0
    except PictureUnreadable as error:
        assert str(error).endswith("。")  # noqa: PT017


def test_a_blurred_picture_is_less_sharp():
    blurred = scene().filter(ImageFilter.GaussianBlur(4))
    sharp, dull, flat = (
        shrink(as_bytes(i)).sharpness for i in (scene(), blurred, Image.new("RGB", (400, 300)))
    )
    assert sharp > 10 * dull > flat == 0


def test_sharpness_is_nearly_the_same_in_every_size():
    small, large = (shrink(as_bytes(scene().resize(size))).sharpness for size in ((400, 300), (1200, 900)))
    assert 0.7 < small / large < 1.4


def test_near_pictures_have_near_fingerprints_and_others_far_ones():
    first, again, other = (
        shrink(as_bytes(image, quality=quality)).fingerprint
        for image, quality in ((scene(800, 600), 95), (scene(800, 600).resize((640, 480)), 40), (noisy(), 90))
    )
    assert re.fullmatch(r"[0-9a-f]{16}", first)
    assert distance(first, again) <= 4
    assert distance(first, other) >= 16


def test_distance_counts_the_bits_that_differ():
    assert (
        distance("0" * 16, "0" * 16),
        distance("0" * 16, "f" * 16),
        distance("0" * 16, "0" * 15 + "5"),
    ) == (0, 64, 2)
