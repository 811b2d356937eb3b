//! Registers: patterns and series of numbers, the stock of blanks, spoiled blanks, the book of issued documents.
