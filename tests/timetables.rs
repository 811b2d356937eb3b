//! Conflicts of trainees, sessions that repeat, copied schedules and the week (F1, L2, F15).

mod conflicts;
mod copies;
mod dragging;
mod series;
mod weeks;
