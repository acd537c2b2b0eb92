"""From bytes to documents (`extractors.readers`) and from documents to facts (a module per fact type)."""
