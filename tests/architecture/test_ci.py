"""CI runs what the README says, and leaves nothing out."""

import os
import re
import shutil

import pytest

from tests.architecture.files import ROOT

CI = (ROOT / ".ci" / "run").read_text("utf-8")


def test_ci_runs_the_command_of_the_readme_word_for_word():
    wanted = re.search(r"grep -m 1 -xE '([^']+)' README\.md", CI)
    assert wanted is not None
    assert wanted[1] in (ROOT / "README.md").read_text("utf-8").splitlines()


def test_ci_can_be_started():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize("tool", ["soffice", "pdftotext", "faketime"])
def test_where_ci_runs_the_office_tests_can_run(tool):
    """They skip by name on a machine without these tools; in CI that would go unnoticed, so this fails instead."""
    if os.environ.get("CI", "") in ("", "0", "false"):
        assert "export CI=true" in CI
    else:
        assert shutil.which(tool), f"{tool} is missing: the tests marked office would be skipped"
