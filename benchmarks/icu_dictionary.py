"""Reads the Chinese and Japanese dictionary of ICU out of a file that holds it compiled, as a list of words with values.

The form is that of ``UCharsTrie`` (icu4c/source/common/ucharstrie.h): units of 16 bits, each a node that stands for a run of
units to match, for a branch, or for a value.
"""

import struct
from collections.abc import Iterator

_HEADER = b"\xda\x27"
_FORMAT = b"Dict"
_UCHARS = 1
_LINEAR, _VALUE = 0x30, 0x40
_LEAST_BRANCH = 5


def words_of_icu(data: bytes) -> Iterator[tuple[str, int]]:
    """Each word and its value. ``data`` is the file; ValueError if it holds no such dictionary."""
    at = -1
    while (at := data.find(_HEADER, at + 1)) >= 0:
        if data[at + 10 : at + 14] != _FORMAT:
            continue
        size = struct.unpack_from("<H", data, at - 2)[0]
        start = at - 2 + size
        offset, _, _, total, kind, *_ = struct.unpack_from("<8i", data, start)
        if kind & 7 == _UCHARS:
            units = (total - offset) // 2
            yield from _Trie(struct.unpack_from(f"<{units}H", data, start + offset)).words(0, "")
            return
    raise ValueError("no Chinese dictionary of ICU in this file")


class _Trie:
    def __init__(self, units: tuple[int, ...]) -> None:
        self._units = units

    def words(self, at: int, word: str) -> Iterator[tuple[str, int]]:
        """All words below a node, of which ``word`` has been read."""
        while True:
            unit, at = self._units[at], at + 1
            if unit >= 0x8000:
                yield word, self._final(unit, at)[0]
                return
            if unit >= _VALUE:
                value, at = self._inner(unit, at)
                yield word, value
                unit &= _VALUE - 1
            if unit >= _LINEAR:
                length = unit - _LINEAR + 1
                word += "".join(map(chr, self._units[at : at + length]))
                at += length
                continue
            if unit == 0:
                unit, at = self._units[at], at + 1
            yield from self._branch(at, unit + 1, word)
            return

    def _branch(self, at: int, length: int, word: str) -> Iterator[tuple[str, int]]:
        while length > _LEAST_BRANCH:
            delta, after = self._delta(at + 1)
            yield from self._branch(after + delta, length // 2, word)
            at, length = after, length - length // 2
        for _ in range(length - 1):
            key, unit = self._units[at : at + 2]
            value, after = self._final(unit, at + 2)
            if unit & 0x8000:
                yield word + chr(key), value
            else:
                yield from self.words(after + value, word + chr(key))
            at = after
        yield from self.words(at + 1, word + chr(self._units[at]))

    def _final(self, unit: int, at: int) -> tuple[int, int]:
        """A value that ends a word, or how far ahead the next node lies; and the place after it."""
        unit &= 0x7FFF
        if unit < 0x4000:
            return unit, at
        if unit < 0x7FFF:
            return (unit - 0x4000) << 16 | self._units[at], at + 1
        return self._units[at] << 16 | self._units[at + 1], at + 2

    def _inner(self, unit: int, at: int) -> tuple[int, int]:
        if unit < 0x4040:
            return (unit >> 6) - 1, at
        if unit < 0x7FC0:
            return ((unit & 0x7FC0) - 0x4040) << 10 | self._units[at], at + 1
        return self._units[at] << 16 | self._units[at + 1], at + 2

    def _delta(self, at: int) -> tuple[int, int]:
        unit = self._units[at]
        if unit < 0xFC00:
            return unit, at + 1
        if unit == 0xFFFF:
            return self._units[at + 1] << 16 | self._units[at + 2], at + 3
        return (unit - 0xFC00) << 16 | self._units[at + 1], at + 2
