from __future__ import annotations

import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from tests.exchange.ours import back, example

from estate.exchange import report_json
from estate.exchange.graphml.read import read
from estate.exchange.graphml.write import write
from estate.exchange.lgr.write import write as write_lgr
from estate.exchange.outward.exported import omissions_json
from estate.exchange.schema import export_schema, import_schema


@pytest.mark.parametrize("schema", [import_schema(), export_schema()], ids=lambda s: s["$id"])
def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_what_an_export_leaves_out_is_as_the_schema_says() -> None:
    document = json.loads(omissions_json(write_lgr(example()), "lgr"))
    jsonschema.validate(document, export_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**document, "left_out": [{}]}, export_schema())


def test_the_report_of_an_import_is_as_the_schema_says() -> None:
    document = json.loads(report_json(back(write(example()), read)))
    jsonschema.validate(document, import_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**document, "records": {"things": 1}}, import_schema())
