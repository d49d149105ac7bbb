"""Packages look down only, and each outside library is spoken to in one place (docs/structure.md)."""

import subprocess
import sys
from pathlib import Path

from tests.architecture.files import ROOT


def test_every_contract_of_import_linter_is_kept():
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout
