"""What follows from the estate: facts, each computed once and only when a rule asks."""
