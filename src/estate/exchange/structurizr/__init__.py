"""Workspaces of Structurizr: the C4 model as JSON."""
