"""The command line: words typed → one library call each, and what it gives printed; one file for each verb."""
