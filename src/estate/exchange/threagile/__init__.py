"""Threat models of Threagile: technical assets, what they hold, and how they talk."""
