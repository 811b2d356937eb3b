//! Addresses of the room `mentoring`.

use crate::kernel::{MentorId, MentorPairId, OrganisationId};

/// The organisations whose mentors one accompanies.
pub const MENTORING: &str = "/mentoring";
/// One's own path to being a mentor; POST applies.
pub const MY_MENTORING: &str = "/my-mentoring";
/// What is kept of oneself there, as a file.
pub const MY_MENTORING_DATA: &str = "/my-mentoring/data";

with_ids! {
    /// The mentors of an organisation; POST writes an application down.
    mentors(organisation: OrganisationId) = "/organisations/{organisation}/mentors";
    /// What an organisation asks of its mentors; POST sets it.
    mentor_settings(organisation: OrganisationId) = "/organisations/{organisation}/mentor-settings";
    /// A candidacy with all that is known of it.
    mentor(mentor: MentorId) = "/mentors/{mentor}";
    /// Writing down that a paper was seen (POST).
    mentor_checks(mentor: MentorId) = "/mentors/{mentor}/checks";
    /// Taking a step that is decided on (POST).
    mentor_steps(mentor: MentorId) = "/mentors/{mentor}/steps";
    /// Writing a conversation down (POST).
    mentor_interviews(mentor: MentorId) = "/mentors/{mentor}/interviews";
    /// Matching with a child (POST).
    mentor_pairs(mentor: MentorId) = "/mentors/{mentor}/pairs";
    /// Writing down that a pair has begun to meet (POST).
    mentor_pair_start(pair: MentorPairId) = "/mentor-pairs/{pair}/start";
    /// Writing down a contact with a pair (POST).
    mentor_contacts(pair: MentorPairId) = "/mentor-pairs/{pair}/contacts";
    /// Putting the end of a pair off (POST).
    mentor_extensions(pair: MentorPairId) = "/mentor-pairs/{pair}/extensions";
    /// Closing a pair (POST).
    mentor_pair_closure(pair: MentorPairId) = "/mentor-pairs/{pair}/closure";
    /// Giving one's own candidacy up (POST).
    mentor_withdrawal(mentor: MentorId) = "/my-mentoring/{mentor}/withdrawal";
}
