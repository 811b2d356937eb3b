//! Days off and closed hours: public holidays by country and region as imported lists, and hours in which an organisation
//! teaches nothing. A session on a day off is booked with a warning; in closed hours none is booked (F10).

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
