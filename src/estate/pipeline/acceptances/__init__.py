"""What is done with acceptances: drafted, tried, signed, withdrawn, and listed."""
