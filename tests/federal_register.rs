//! The federal register: the customer's own template is filled and nothing else of it changes; what is wrong with a cell is
//! said before anything is exported; what became of each document is a row with who and when.

mod centre;
mod chain;
mod elsewhere;
mod pages;
mod workbook;
