"""Objects of NetBox as its API gives them: JSON, one endpoint or several in a file."""
