"""GraphML: nodes and edges with data, which graph tools read."""
