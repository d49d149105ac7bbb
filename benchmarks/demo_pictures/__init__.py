"""The scenes of the built-in demonstration trip, one function each."""
