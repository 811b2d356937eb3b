//! What a session is made of: questions, blocks, guests, conditions of access, visits and shifts.
