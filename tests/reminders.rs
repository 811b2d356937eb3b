//! What people are told without asking: reminders, warnings and changes of sessions.
