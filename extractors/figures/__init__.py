"""Figures: what a number counts, in which unit, what it measures, and whose it is."""
