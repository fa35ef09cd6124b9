"""The nouns that travel between stages: frozen values without behaviour of their own, and no input or output."""
