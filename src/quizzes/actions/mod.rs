//! What trainees do with a quiz: begin an attempt, answer, hand in; what trainers set for it; and what may be
//! read of it.

mod answers;
mod asking;
mod attempts;
mod closings;
mod decided;
mod exceptions;
mod flags;
mod holding;
pub mod marks;
mod passwords;
mod pictures;
mod prolonging;
mod reading;
mod setups;
mod terms;
mod whole_pages;

pub use answers::{AnswerInput, Answered, RawAnswer, answer, answer_raw, shape};
pub use asking::{RoomQuestions, room_questions, settings_in_force};
pub use attempts::{
    DEADLINE_JOB, Opening, RELEASE_JOB, close_overdue, credit, open, recount, release, start, submit,
};
pub use closings::closings;
pub use exceptions::{Excepting, except, exceptions, take_back};
pub use flags::flag;
pub use holding::hold;
pub use passwords::{password_hash, prove};
pub use prolonging::lengthen;
pub use reading::{Asked, Entrance, Reading, attempt, entrance};
pub use setups::{Desk, QuizLine, desk, list, set};
pub use terms::Situation;
pub use whole_pages::{PageInput, PageSaved, answer_page};
