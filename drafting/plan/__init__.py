"""Decides what stands where: which material goes to which part, activity and photo grid, and what is left out and why."""
