"""The mark of a draft in the header of every page of the ODT, and large and pale behind the text."""

import odfdo

from export.odt.elements import element, paragraph


def set_mark(odt: odfdo.Document, mark: str) -> None:
    """Write the mark into the header of each master page."""
    for number, header in enumerate(odt.styles.get_elements("//style:header/text:p")):
        frame = element(
            "draw:frame",
            element("draw:text-box", paragraph("Watermark", mark)),
            draw__style_name="Mark",
            draw__name=f"mark {number}",
            text__anchor_type="paragraph",
            svg__width="14cm",
            svg__height="7cm",
            draw__z_index="0",
        )
        header.append(frame)
        header.append(element("text:span", mark))
