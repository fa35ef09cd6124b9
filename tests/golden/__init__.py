"""Whole articles, frozen: what the coder makes of the sample, read by eye against each sentence."""
