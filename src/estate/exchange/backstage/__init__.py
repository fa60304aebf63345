"""The software catalogue of Backstage: entities in YAML, many in a file."""
