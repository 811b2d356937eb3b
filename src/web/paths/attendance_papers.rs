//! Addresses of the room `attendance_papers`.
