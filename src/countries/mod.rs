//! What a country asks of papers: kinds of documents, the fewest hours, who may get what, terms and wording, as data.
