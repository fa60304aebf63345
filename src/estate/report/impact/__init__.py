"""What stops, what a closing site leaves behind and what a system is made of, for all readers."""
