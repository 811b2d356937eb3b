//! Addresses of the room `timetables`.
