"""Small readings of plain text that any stage may use: numbers and the like. Knows nothing of articles."""
