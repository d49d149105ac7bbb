"""Every check is run on its own two examples, the ones that docs/checks.md prints."""

import pytest

from drafting.checks import CHECKS
from drafting.finding import Severity
from tests.drafting.checks.examples import case_of


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.id)
def test_a_check_is_silent_about_its_good_example(rule):
    case = case_of(rule.good)
    assert [f.message for f in rule.findings(case) if f.severity is not Severity.INFO] == []


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.id)
def test_a_check_speaks_about_its_bad_example_with_its_own_severity(rule):
    found = list(rule.findings(case_of(rule.bad)))
    assert found
    assert {f.check for f in found} == {rule.id}
    grave = [f for f in found if f.severity is rule.severity]
    assert grave or rule.id in SPEAKS_LOWER, [(f.severity, f.message) for f in found]


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.id)
def test_what_is_found_is_quoted_or_named(rule):
    for finding in rule.findings(case_of(rule.bad)):
        assert finding.where
        assert finding.message.endswith("。")


SPEAKS_LOWER = {"PHO-2"}
"""Checks whose example shows a milder case than the gravest that they know."""
