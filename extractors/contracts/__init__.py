"""Agreements: who made them, for how long, and how texts tell of them."""
