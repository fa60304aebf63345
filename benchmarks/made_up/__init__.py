"""A made-up estate of any size, in which most things are well and some are not."""
