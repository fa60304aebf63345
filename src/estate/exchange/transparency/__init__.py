"""The contracts register that the Local Government Transparency Code 2015 asks for, as CSV."""
