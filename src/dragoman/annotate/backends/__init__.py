"""The heavy libraries behind annotation, one file each."""
