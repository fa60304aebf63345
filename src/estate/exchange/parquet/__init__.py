"""Parquet tables for analysts: one for each section, one for relations, one for software."""
