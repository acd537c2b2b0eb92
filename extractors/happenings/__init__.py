"""What events are told by: kinds, words, calendars."""
