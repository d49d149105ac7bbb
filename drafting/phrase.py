"""A sentence to people in zh-TW that still knows its blanks, so that whoever speaks can say it in another language."""


class Phrase(str):
    """Is the sentence in zh-TW. ``template`` with ``values`` is the same again, for a catalog of translations."""

    __slots__ = ("template", "values")
    template: str
    values: dict[str, object]


def phrase(template: str, **values: object) -> Phrase:
    """A sentence with its blanks filled; without values the braces in it are its own."""
    said = Phrase(template.format(**values) if values else template)
    said.template = template
    said.values = values
    return said
