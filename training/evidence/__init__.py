"""Training of the head that tells what kind of evidence a sentence is."""
