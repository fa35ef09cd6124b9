"""Short wire reports of our own with several phrases each, and whom each means; read before any rule answered them.

`python -m tests.resolve.parties` prints how many are right, wrong and open, for each kind.
"""
