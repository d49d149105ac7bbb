"""Runs a command of the program as a child process, and measures its time and its memory."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_KIB = 1 if sys.platform != "darwin" else 1024  # macOS counts bytes where Linux counts KiB
_STARTER = """
import os, sys, time
began = time.perf_counter()
_, status, usage = os.wait4(os.spawnv(os.P_NOWAIT, sys.executable, sys.argv[1:]), 0)
print(time.perf_counter() - began, usage.ru_maxrss, os.waitstatus_to_exitcode(status), file=sys.stderr)
"""
# A process counts the memory of the one that started it as its own, up to the moment of exec: so a small one starts it.


class Cost(NamedTuple):
    """Wall seconds, and the most memory that it or a child of its own had at once, in MiB."""

    seconds: float
    mebibytes: float


def cost_of(home: Path, *words: str | Path | int, expect: tuple[int, ...] = (0,)) -> Cost:
    """The cost of ``suixing --home HOME WORDS…``; another exit status than those expected is an error."""
    command = [sys.executable, "-m", "suixing", "--home", str(home), *map(str, words)]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("SUIXING_")}
    done = subprocess.run(
        [sys.executable, "-S", "-c", _STARTER, *command], capture_output=True, env=environment, check=True
    )
    seconds, memory, status = done.stderr.decode().splitlines()[-1].split()
    if int(status) not in expect:
        sys.exit(f"{' '.join(map(str, words))}: {status}\n{done.stderr.decode()}")
    return Cost(float(seconds), int(memory) / _KIB / 1024)
