"""Posts of people: which role, at which organization, told before a name, after it, or on lines of their own."""
