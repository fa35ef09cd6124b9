"""Where the heavy libraries of this stage live."""
