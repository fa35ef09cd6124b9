"""What codes exist and what words mean: PLOVER, CAMEO, the event lexicon, actors and offices; facts in `data/`."""
