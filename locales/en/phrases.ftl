# Saved phrases.
phrases-shared = shared: { $edition }
phrases-for = For whom
phrases-for-me = Only for me
