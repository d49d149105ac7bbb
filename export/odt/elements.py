"""Elements of ODF by their names: odfdo's classes leave out attributes that we need, such as the style of a heading."""

import re

from odfdo import Element, LineBreak, Spacer, Tab

_SPACES = re.compile("(^ +|  +| +$)")


def element(tag: str, *children: Element | str, **attributes: str | float) -> Element:
    """Make an element; in the names of attributes ``__`` stands for the colon and ``_`` for the hyphen.

    Text may hold tabs, line breaks and runs of spaces; they become what ODF wants.
    """
    made = Element.from_tag(tag)
    for name, value in attributes.items():
        made.set_attribute(name.replace("__", ":").replace("_", "-"), str(value))
    for child in children:
        if isinstance(child, str):
            _write(made, child)
        else:
            made.append(child)
    return made


def paragraph(style: str, *children: Element | str) -> Element:
    """A paragraph with this style."""
    return element("text:p", *children, text__style_name=style)


def span(style: str, text: str) -> Element:
    """Words with this character style."""
    return element("text:span", text, text__style_name=style)


def raised(text: str) -> tuple[Element, ...]:
    """References behind a sentence, small and raised; nothing for ""."""
    return (span("Raised", text),) if text else ()


def _write(place: Element, text: str) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            place.append(LineBreak())
        for place_in_line, piece in enumerate(line.split("\t")):
            if place_in_line:
                place.append(Tab())
            _write_spaced(place, piece)


def _write_spaced(place: Element, text: str) -> None:
    """ODF folds spaces, so all but single inner ones are written as elements."""
    for piece in _SPACES.split(text):
        if piece.strip(" "):
            place.append(piece)
        elif piece:
            place.append(Spacer(len(piece)))
