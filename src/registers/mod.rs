//! Registers: patterns and series of numbers, the stock of blanks, spoiled blanks, and the numbers that have no document.
//! A number is taken in the transaction that issues, and is never used again.

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
