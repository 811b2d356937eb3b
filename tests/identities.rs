//! What papers and registers need to know of a person: names with their dates, the Russian spelling, numbers of the
//! state, the document of education, and consents to be named in public.
