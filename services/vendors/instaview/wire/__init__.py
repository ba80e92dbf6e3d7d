"""InstaView's own words: what its answers hold, as models that no other folder imports."""
