"""Makes of whatever photo arrives one small upright JPEG without its secrets, and reads them before."""

import io
import warnings
from contextlib import suppress

import pillow_heif
from PIL import Image, ImageCms, UnidentifiedImageError

from drafting.phrase import phrase
from storage.errors import PictureUnreadable
from storage.exif import read_exif
from storage.looks import distance, fingerprint, sharpness
from storage.picture import Picture

__all__ = ["LONGEST", "distance", "shrink"]

LONGEST = 1280
"""Pixels of the longer side of a kept picture."""

_QUALITY = 85
_MOST_PIXELS = {
    "JPEG": 120_000_000,
    "MPO": 120_000_000,
}  # decoded at a fraction of their size, so big phones may send
_MOST_PIXELS_OF_OTHERS = 50_000_000  # decoded whole
_LEAST_SHARE = 0.75  # of the height of a truncated photo

# No EPS or the like: they start programs of their own. MPO, which some phones make, is opened as JPEG.
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "HEIF")

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

pillow_heif.register_heif_opener()
# What a camera wrote wrongly is nothing that the operator could mend.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
Image.MAX_IMAGE_PIXELS = max(_MOST_PIXELS.values())  # a second fence, within Pillow


def shrink(content: bytes) -> Picture:
    """The picture as it is kept; the same bytes give the same picture. May run in any thread.

    Raises PictureUnreadable. Of a photo that was cut off on its way the part that arrived is kept, if it is most of it.
    """
    if not content:
        raise PictureUnreadable(phrase("這張照片是空的（0 位元組），請重新傳送。"))
    try:
        return _shrink(content)
    except PictureUnreadable:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error
    except UnidentifiedImageError as error:
        raise PictureUnreadable(
            phrase("這個檔案不是可以讀取的照片，請改傳 JPEG、PNG 或 HEIC 格式。")
        ) from error
    except MemoryError as error:
        raise _too_large() from error
    except Exception as error:  # decoders raise whatever the broken bytes lead them to
        raise PictureUnreadable(phrase("這張照片的檔案已損壞，請重新傳送原檔。")) from error


def _shrink(content: bytes) -> Picture:
    image = _open(content)
    taken = read_exif(image)
    try:
        picture = _small(image)
    except OSError:
        if image.format not in ("JPEG", "MPO"):
            raise
        picture = _salvaged(content)
    if taken.orientation in _UPRIGHT:
        # not ImageOps.exif_transpose, which also writes the EXIF anew and fails when that is broken
        picture = picture.transpose(_UPRIGHT[taken.orientation])
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY)
    return Picture(
        content=out.getvalue(),
        width=picture.width,
        height=picture.height,
        taken_at=taken.at,
        offset=taken.offset,
        position=taken.position,
        sharpness=sharpness(picture),
        fingerprint=fingerprint(picture),
    )


def _open(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content), formats=_FORMATS)
    if image.width * image.height > _MOST_PIXELS.get(image.format or "", _MOST_PIXELS_OF_OTHERS):
        raise _too_large()
    return image


def _small(image: Image.Image) -> Image.Image:
    """A small picture in plain colours that carries nothing else: no EXIF, no XMP, no comment, no profile."""
    if image.mode == "P":
        image = image.convert("RGBA")
    elif image.mode.startswith("I;16"):
        image = image.convert("I").point([value >> 8 for value in range(1 << 16)], "L")
    # first of all: a JPEG is then decoded at a fraction of its size (94 ms instead of 251)
    image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS, reducing_gap=1.1)
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image)
    elif profile and image.mode == "RGB":
        with suppress(ImageCms.PyCMSError, OSError):  # a broken profile: the colours stay as they are
            wide = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            image = ImageCms.profileToProfile(image, wide, ImageCms.createProfile("sRGB")) or image
    image = image.convert("RGB")
    image.info = {}
    return image


def _salvaged(content: bytes) -> Image.Image:
    """What arrived of a truncated JPEG, if most of it did.

    With an end mark appended the decoder fills what is missing with one flat colour; those rows are cut off. (Pillow's
    LOAD_TRUNCATED_IMAGES is a switch for the whole process, so other threads would see it.)
    """
    picture = _small(_open(content + b"\xff\xd9"))
    there = picture.height
    while there and all(high - low <= 2 for low, high in _row(picture, there - 1)):
        there -= 1
    if there < picture.height * _LEAST_SHARE:
        raise PictureUnreadable(phrase("這張照片只收到一部分，請在網路穩定時重新傳送。"))
    return picture.crop((0, 0, picture.width, there))


def _row(picture: Image.Image, y: int) -> tuple[tuple[int, int], ...]:
    """The least and greatest value of each colour in one row."""
    extrema: tuple[tuple[int, int], ...] = picture.crop((0, y, picture.width, y + 1)).getextrema()  # type: ignore[assignment]
    return extrema


def _too_large() -> PictureUnreadable:
    return PictureUnreadable(phrase("這張照片的像素太多，無法處理，請縮小後再傳送。"))
