"""A document's structure: articles, sections, appendices and the passages that hold its text once."""
