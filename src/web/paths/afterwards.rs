//! Addresses of what trainees do with each other's works.

use crate::kernel::{ActivityId, DiscussionRemarkId, EditionId, EnrolmentId, PeerReviewId, SubmissionId};

with_ids! {
    /// What staff do with the answers of a case when it is over: choose, open the talk (POST).
    case_board(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}/discussion";
    /// Closing the talk (POST).
    case_board_closing(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}/discussion/closing";
    /// A remark of staff (POST).
    case_board_remarks(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}/discussion/remarks";
    /// Hiding a remark (POST).
    remark_hiding(remark: DiscussionRemarkId) = "/discussion-remarks/{remark}/hiding";
    /// The nameless copy of a version.
    shown_answer(submission: SubmissionId) = "/submissions/{submission}/shown-answer";
    /// Showing it no more (POST).
    shown_answer_removal(submission: SubmissionId) = "/submissions/{submission}/shown-answer/removal";
    /// Asking its author whether later editions may read it (POST).
    example_question(submission: SubmissionId) = "/submissions/{submission}/example";
    /// Asking and showing it no more (POST).
    example_removal(submission: SubmissionId) = "/submissions/{submission}/example/removal";
    /// The talk about the answers of a case, for a trainee.
    case_talk(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/cases/{activity}/discussion";
    /// A remark of a trainee (POST).
    case_talk_remarks(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/cases/{activity}/discussion/remarks";
    /// What an author is asked about their answer.
    case_consent(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/cases/{activity}/consent";
    /// Answers of earlier editions.
    case_examples(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/cases/{activity}/examples";
    /// How trainees of an edition review each other at a case; POST sets it.
    peer_round(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}/peer-reviews";
    /// Giving works out (POST).
    peer_allotment(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}/peer-reviews/allotment";
    /// Letting authors read their reviews (POST).
    peer_release(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}/peer-reviews/release";
    /// The reviews that a trainee writes at a case, and those of their own work.
    own_reviews(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/cases/{activity}/peer-reviews";
    /// A review; POST hands it in.
    peer_review(review: PeerReviewId) = "/peer-reviews/{review}";
    /// Its marks as they are typed (POST).
    peer_review_draft(review: PeerReviewId) = "/peer-reviews/{review}/draft";
    /// Letting it count no more (POST).
    peer_review_dropping(review: PeerReviewId) = "/peer-reviews/{review}/dropping";
    /// A file of the work that is reviewed, by its place.
    peer_review_file(review: PeerReviewId, place: usize) = "/peer-reviews/{review}/files/{place}";
}
