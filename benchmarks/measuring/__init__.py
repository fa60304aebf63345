"""How long `estate check` takes, and where, beside merely loading the same files."""
