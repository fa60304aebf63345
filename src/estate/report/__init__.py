"""Results out: one module per format, each a function of an `Outcome`.

Every format offers `render(outcome, …) -> Iterator[str]`; `estate.writing` puts what it yields on
disk. Names in an inventory are untrusted text: every format escapes by default.
"""
