"""The catalogue of the UK government's APIs, as CSV."""
