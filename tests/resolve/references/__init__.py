"""Short reports of our own with one phrase each, and who it means; read before the code that answers was written.

`python -m tests.resolve.references` prints how many are right, wrong and open, for each construction.
"""
