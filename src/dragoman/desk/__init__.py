"""Articles → a desk that keeps them with all that is read from them; joined here from the coder and the store."""
