"""The commands, a small file for each few that belong together."""

ONE_LINE = {
    "demo": "The built-in invented trip, from chat to approved documents, offline",
    "chat": "The real bot in the terminal, without a token",
    "run": "The bot on Telegram",
    "import": "Read a Telegram Desktop export; repeatable without doubles",
    "trips": "List the trips",
    "show": "Fields, itinerary and material of a trip",
    "set": "Fill or correct a field of a trip",
    "draft": "Write a new draft and print the findings",
    "revise": "Write a new draft that heeds a wish for one part",
    "edit": "Put a sentence of the newest draft in your own words",
    "versions": "Every version of a report",
    "diff": "What two versions differ in, word by word",
    "restore": "Make a new version that reads like an earlier one",
    "check": "Findings and the three counts, of a trip or of any report file",
    "submit": "Hand the newest draft in for approval",
    "approve": "Approve the newest draft",
    "return": "Return the newest draft with an official reason",
    "export": "Write the documents",
    "ground": "The gate by itself: JSON lines in, what the sources do not say out",
    "people": "Who may talk to the bot",
    "forms": "The forms, and how sure each of their values is",
    "inbox": "Messages that wait or could not be handled",
    "erase": "Erase a trip with everything that belongs to it",
    "backup": "Copy everything into one file",
}
"""One line for each command, shown by --help."""
