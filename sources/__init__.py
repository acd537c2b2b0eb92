"""Where documents come from: the catalogue, discovery, polite fetching, the archive, local files."""
