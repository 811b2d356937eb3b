//! Progress over the API.

pub mod edition;
