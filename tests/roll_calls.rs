//! The roll call beyond the marks: guests, the head count, closing a sheet, paper sheets, and sheets marked without
//! internet (L1, L6, L7).

mod closing;
mod in_browser;
mod paper;
mod room;
mod shared_phone;
