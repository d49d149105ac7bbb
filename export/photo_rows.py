"""Photos in rows of two: equal height within a row, as large as the page allows, an odd last one alone."""

from collections.abc import Iterator, Mapping, Sequence

from drafting.form_words import WORDS, Words
from drafting.material import Ref
from drafting.report import PhotoItem
from export.document import Photo, PhotoRow
from export.edition import cited
from export.measures import TEXT_WIDTH
from export.pictures import Picture
from export.wording import clean

_GAP = 0.6  # between two photos, and so half of it at each side of a cell
_TALLEST = 6.6  # three rows of portraits would not fit a page, three rows of landscapes do
_WIDEST_ALONE = 8.0  # about as high as a pair beside each other
_NARROWEST = 4.5  # a caption needs this much
_BOX = 4 / 3  # shape of the box for a missing photo
_UPRIGHT = 0.95  # width by height below which a photo stands upright
_LOOK_AHEAD = 2  # photos among which a partner of the same shape is looked for
_THREE = 3
_FLATTEST, _STEEPEST = 5.0, 0.4


def photo_rows(
    items: Sequence[PhotoItem],
    pictures: Mapping[Ref, Picture],
    width: float = TEXT_WIDTH,
    words: Words = WORDS["zh-TW"],
    *,
    cite: bool = False,
) -> tuple[PhotoRow, ...]:
    """Rows of two, about in the order given: upright photos pair with upright ones, and three last ones share a row."""
    rows = _grouped(items, [_shape(pictures.get(item.ref)) for item in items])
    return tuple(_row(row, pictures, width, words, cite=cite) for row in rows)


def smaller(row: PhotoRow, share: float) -> PhotoRow:
    """The same row at a share of its size, its photos as near to each other as before."""
    photos = tuple(
        photo.model_copy(
            update={"width": round(photo.width * share, 2), "height": round(photo.height * share, 2)}
        )
        for photo in row.photos
    )
    return PhotoRow(photos=photos, widths=tuple(round(_column(photo), 2) for photo in photos))


def _column(photo: Photo) -> float:
    return max(photo.width + _GAP, _NARROWEST)


def _grouped(items: Sequence[PhotoItem], shapes: Sequence[float]) -> Iterator[list[PhotoItem]]:
    waiting = list(zip(items, shapes, strict=True))
    while waiting:
        if len(waiting) == _THREE and all(shape < _UPRIGHT for _, shape in waiting):
            yield [item for item, _ in waiting]
            return
        first, shape = waiting.pop(0)
        near = [
            n
            for n, (_, other) in enumerate(waiting[:_LOOK_AHEAD])
            if (other < _UPRIGHT) == (shape < _UPRIGHT)
        ]
        partner = [waiting.pop(near[0] if near else 0)[0]] if waiting else []
        yield [first, *partner]


def _row(
    items: Sequence[PhotoItem], pictures: Mapping[Ref, Picture], width: float, words: Words, *, cite: bool
) -> PhotoRow:
    shapes = [_shape(pictures.get(item.ref)) for item in items]
    height = min(_TALLEST, _fitting(shapes, width))
    photos = tuple(
        _photo(i, pictures.get(i.ref), s, height, words, cite=cite)
        for i, s in zip(items, shapes, strict=True)
    )
    wanted = [_column(photo) for photo in photos]
    spare = (width - sum(wanted)) / len(wanted)
    return PhotoRow(photos=photos, widths=tuple(round(w + spare, 2) for w in wanted))


def _fitting(shapes: Sequence[float], width: float) -> float:
    """The height at which the row fills the width; beside a narrow photo, the other gives way to its caption."""
    if len(shapes) == 1:
        return _WIDEST_ALONE / shapes[0]
    height = (width - _GAP * len(shapes)) / sum(shapes)
    if min(shapes) * height + _GAP < _NARROWEST:
        return (width - _NARROWEST - _GAP) / max(shapes)
    return height


def _shape(picture: Picture | None) -> float:
    if picture is None:
        return _BOX
    return min(_FLATTEST, max(_STEEPEST, picture.width / picture.height))


def _photo(
    item: PhotoItem, picture: Picture | None, shape: float, height: float, words: Words, *, cite: bool
) -> Photo:
    caption = clean(item.caption)
    source = cited((item.ref, *item.sources)) if cite else ""
    if picture is None:
        return Photo(
            picture="",
            alt=words.missing_photo.format(ref=item.ref),
            caption=caption,
            source=source,
            width=round(shape * height, 2),
            height=round(height, 2),
        )
    true_shape = picture.width / picture.height
    width = min(shape, true_shape) * height  # never stretched, even beyond the shapes that rows are made for
    return Photo(
        picture=picture.name,
        alt=caption or words.photo.format(ref=item.ref),
        caption=caption,
        source=source,
        width=round(width, 2),
        height=round(width / true_shape, 2),
    )
