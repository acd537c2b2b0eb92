"""Names in a text: organizations, people and places, and the lists they stand in."""
