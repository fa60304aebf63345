"""Interfaces and the data behind them."""

from datetime import date
from typing import ClassVar, Literal

from estate.model.asset import Asset, Classification, PersonalData, Requirement, Software
from estate.model.links import Links
from estate.model.record import record
from estate.model.types import LastDay, Many


@record
class Api(Asset):
    """An interface that one application provides and others consume."""

    kind: ClassVar[str] = "api"

    style: Literal["rest", "soap", "graphql", "file", "database", "rpa"] | None = None
    deprecated: LastDay = date.max
    documentation: str | None = None
    maintainer: str | None = None
    transport: Literal["https", "http", "other"] | None = None
    authentication: Literal["none", "key", "basic", "oauth2", "mtls", "saml"] | None = None
    licence: str | None = None
    version: str | None = None
    software: Many[Software] | None = None
    requires: Many[Requirement] | None = None
    runs_on: Links | None = None
    supports: Links | None = None
    sends_to: Links | None = None


@record
class Dataset(Asset):
    """A body of data with a classification of its own."""

    kind: ClassVar[str] = "dataset"

    classification: Classification | None = None
    personal_data: PersonalData | None = None
