"""Training of the stance model. ``python -m training.stance --help``."""
