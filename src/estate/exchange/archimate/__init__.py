"""ArchiMate models (The Open Group, 3.x) in the Open Exchange format, and what they mean to us."""
