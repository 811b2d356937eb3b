//! A trainer's sheet with what stands around it: the roll call that also works without a network (its script keeps the
//! marks on the device), entry from a signed paper sheet, guests without accounts, a count of heads, and closing the
//! sheet, after which every change is a late one (L1, L6, L7).

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
