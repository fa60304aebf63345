"""A small estate that has of everything what a picture can show, and what is drawn of it."""

from __future__ import annotations

from tests.facts.written import facts_of

from estate.facts import Facts
from estate.report.picture.choice import Wanted
from estate.report.picture.view import View, view_of

ESTATE = """
organisations:
  marram: {name: Marram Borough Council, type: council}
  saltern: {name: Saltern District Council, type: council}
services:
  tax: {name: Council tax, organisation: marram, criticality: critical}
applications:
  revenues:
    name: Tidewater Revenues
    organisation: marram
    criticality: high
    supports: [tax]
    software: [tidewater@1]
    runs_on: [{any_of: [one, two], at_least: 1}]
    uses: [{to: maps, strength: soft}]
    sends_to: [bank]
    holds: [payers]
    zone: lan
  maps: {name: Spindrift Maps, organisation: [marram, saltern], runs_on: [two]}
  old: {name: Old Maps, status: retired, runs_on: [one]}
  coming: {name: Coming Maps, status: planned}
servers:
  one: {name: ONE, organisation: marram, located_at: [hall], software: [tidewater@2]}
  two: {name: TWO, organisation: saltern, located_at: [yard]}
sites:
  hall: {name: Town Hall, organisation: marram}
  yard: {name: The Yard, organisation: saltern}
datasets:
  payers: {name: Payers}
suppliers:
  bank: {name: Bank}
projects:
  prj: {name: A project}
products:
  tidewater:
    name: Tidewater
    versions:
      "1": {support_ends: 2020-01-31}
      "2": {support_ends: 2090-01-31}
"""


def facts() -> Facts:
    return facts_of(ESTATE)


def view(wanted: Wanted | None = None) -> View:
    return view_of(facts(), wanted or Wanted())


def many(number: int) -> Facts:
    """Return an estate of so many applications, each on a server of its own."""
    apps = "".join(
        f"  a{n}: {{name: App {n}, organisation: o{n % 3}, runs_on: [s{n}]}}\n"
        for n in range(number)
    )
    servers = "".join(f"  s{n}: {{name: S{n}, organisation: o{n % 3}}}\n" for n in range(number))
    councils = "".join(f"  o{n}: {{name: Council {n}, type: council}}\n" for n in range(3))
    return facts_of(f"organisations:\n{councils}applications:\n{apps}servers:\n{servers}")
