"""What every finder reads: words, sentences and regions of a text, numbers and days, marks of quotation."""
