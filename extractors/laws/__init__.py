"""Laws as texts mention them: names, numbers, whose they are, how far they are, who brings them in."""
