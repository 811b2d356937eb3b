//! Papers about a person rather than a course: letters of thanks and recommendation, records of service, authority.
