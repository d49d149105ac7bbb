"""Every form can be read, and every value of it says where it comes from."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafting.form import Confidence, all_forms, read_form
from tests.architecture.files import ROOT

FORMS = sorted((ROOT / "drafting" / "forms").glob("*.toml"))


def values_of(table: dict[str, Any], where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every table within a form, which is one value with its origin."""
    for key, inner in table.items():
        for place, each in enumerate(inner if isinstance(inner, list) else [inner]):
            if isinstance(each, dict):
                here = f"{where}{key}[{each.get('key', place)}]"
                yield here, each
                yield from values_of(each, f"{here}.")


def test_all_files_are_forms():
    assert sorted(form.key for form in all_forms()) == [file.stem for file in FORMS]


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_the_key_of_a_form_is_the_name_of_its_file(file: Path):
    assert read_form(file.read_text("utf-8"), file.name).key == file.stem


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_every_value_has_its_source_its_day_and_its_confidence(file: Path):
    values = dict(values_of(tomllib.loads(file.read_text("utf-8"))))
    assert len(values) > 10
    for where, value in values.items():
        assert value["source"].strip(), where
        assert isinstance(value["verified_on"], date), where
        assert value["confidence"] in [c.value for c in Confidence], where
