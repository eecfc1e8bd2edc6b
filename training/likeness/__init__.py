"""How ``models/likeness`` was made."""
