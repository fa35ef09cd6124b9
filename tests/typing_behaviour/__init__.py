"""How event typing behaves on sentences written for this purpose, in groups, each with a floor."""
