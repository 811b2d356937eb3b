//! Consultations by appointment: slots, bookings, swaps and what became of them.
