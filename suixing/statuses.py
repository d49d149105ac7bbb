"""Names the exit statuses: 0 done, 1 the answer is no, 2 the request was wrong, 3 the outside world failed."""

DONE, NO, WRONG, WORLD = 0, 1, 2, 3
INTERRUPTED = 130  # as shells count a Ctrl-C
