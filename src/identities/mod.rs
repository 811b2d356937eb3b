//! What papers and registers need to know of a person: names with their dates, the Russian spelling, numbers of the
//! state, the document of education, and consents to be named in public. Numbers and the date of birth lie encrypted and
//! are shown only where the look is written down (§4).

pub mod actions;
pub mod api;
pub mod pages;
pub mod rules;
pub mod store;
pub mod views;
