"""「我們市府」 and 「我們局裡」 are 本府 and 本局裡, unless somebody else says so of his own."""

import re

from drafting.grounding.speech import others_speak

_OWN = re.compile("我們(?:市府|(?=市(?![府長場]))|(?=[局處校](?!長)))")


def own_unit(text: str) -> str:
    """The text with the name that the travellers' own unit has in a report."""

    def called(match: re.Match[str]) -> str:
        if others_speak(text[: match.start()], text[match.end() :]):
            return match[0]
        return "本府" if match[0].endswith("市府") else "本"

    return _OWN.sub(called, text)
