"""Sentences and clauses with force: what is asked, owed, allowed or forbidden, of whom, and with which technology."""
