"""What the office of the travellers calls itself."""

from drafting.trip import Trip

_OFFICES = tuple("府部會署局處院校所館")


def own_office(trip: Trip) -> str:
    """本府, 本部, 本局; 本團 if the travellers come from several agencies."""
    agencies = {t.agency for t in trip.travellers if t.agency} or {trip.host_agency}
    names = {_called(agency) for agency in agencies}
    heads = {agency[:3] for agency in agencies}
    return names.pop() if len(names) == 1 and len(heads) == 1 else "本團"


def _called(agency: str) -> str:
    last = "府" if "府" in agency else agency[-1:]
    return f"本{last}" if last in _OFFICES else "本機關"
