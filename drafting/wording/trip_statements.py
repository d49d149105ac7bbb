"""What each message of a trip states, as a report may print it word for word."""

from drafting.amendments import Amendment, amendments_in
from drafting.material import Kind, Material
from drafting.trip import Trip
from drafting.wording.amended import amended_statements
from drafting.wording.colleagues import in_full
from drafting.wording.first_person import named
from drafting.wording.own_unit import own_unit
from drafting.wording.relative_days import settled
from drafting.wording.shielded import around_quotes
from drafting.wording.statement import Statement
from drafting.wording.we import ours, tells_of_us


class TripStatements:
    """Worked out once for a trip: who corrected what. ``trip`` is the one that it speaks of."""

    def __init__(self, trip: Trip) -> None:
        self.trip = trip
        self._amendments: dict[str, list[Amendment]] = {}
        for amendment in amendments_in(trip.material):
            for ref in {amendment.target, amendment.by}:
                self._amendments.setdefault(ref, []).append(amendment)
        self._read: dict[tuple[str, str], list[Statement]] = {}

    def of(self, piece: Material) -> list[Statement]:
        """In written register, corrected, with the days that are meant and who did it."""
        key = (piece.ref, piece.text)
        if key not in self._read:
            self._read[key] = self._worded(piece)
        return self._read[key]

    def _worded(self, piece: Material) -> list[Statement]:
        found: list[Statement] = []
        us = tells_of_us(piece, self.trip)
        thought = piece.own and piece.kind in (Kind.IMPRESSION, Kind.SUGGESTION)
        for s in amended_statements(piece, self._amendments.get(piece.ref, ())):
            text = in_full(settled(s.text, piece, self.trip), self.trip)
            if us:
                text = ours(text, piece, self.trip)
            elif thought:
                text = around_quotes(text, own_unit)
            found.append(s._replace(text=named(text, piece, self.trip)))
        return found
