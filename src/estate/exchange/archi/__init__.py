"""The own files of the modelling tool Archi: ArchiMate models in another spelling."""
