"""「我們市府」 and 「我們局裡」 are 本府 and 本局裡, where it is known that a traveller speaks of the own office."""

import re

from drafting.grounding.speech import others_speak

_OWN = re.compile("我們(?:市府|(?=市(?:裡|內|的|政府))|(?=[局處校](?:裡|內|的)))")


def own_unit(text: str) -> str:
    """The text with the name that the travellers' own unit has in a report; what others say stays."""

    def called(match: re.Match[str]) -> str:
        if others_speak(text[: match.start()], text[match.end() :]):
            return match[0]
        return "本府" if match[0].endswith("市府") else "本"

    return _OWN.sub(called, text)
