"""Who speaks: the voice that a text gives words, findings or figures to."""
