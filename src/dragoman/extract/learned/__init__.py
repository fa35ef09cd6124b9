"""The learned typer: a sentence with candidate acts → which PLOVER type it holds each to be, and how sure it is.

It stands beside the lexicon and does not know it. How its weights came about: `training/MODEL-CARD.md`.
"""
