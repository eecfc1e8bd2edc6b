"""How ``models/attribution`` was made: a teacher, a student taught by it, and what ships."""
