//! Laying out many sessions at once: repeating, copying from another edition, and the week.
