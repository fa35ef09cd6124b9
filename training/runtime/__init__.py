"""What reads an exported network; it moves into the package when weights ship."""
