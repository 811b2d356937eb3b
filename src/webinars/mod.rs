//! Lists of participants that a webinar's tool writes, read as marks of a session.
