"""Speed and memory, one file per question; figures are printed, never asserted."""
