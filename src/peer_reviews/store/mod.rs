//! Rows of rounds of reviewing and of reviews.

mod reviews;
mod rounds;

pub use reviews::{
    Place, ReviewRow, drop_review, hand_in, insert, of_case, of_work, owed, pass_on, put_draft, review,
};
pub use rounds::{RoundRow, mark_allotted, mark_released, mark_renewed, put, round};
