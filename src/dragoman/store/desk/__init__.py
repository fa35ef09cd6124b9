"""A desk: articles, their records, and all that hangs on them, kept in one place and found again."""
