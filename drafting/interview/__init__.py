"""Asks along the itinerary: what is missing about each activity, when to ask, what a day brought, which days count."""
