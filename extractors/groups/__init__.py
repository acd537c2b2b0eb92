"""Organizations that act together: coalitions and letters by name or by deed, and who is in them."""
