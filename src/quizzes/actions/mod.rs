//! What trainees do with a quiz: begin an attempt, answer, hand in; and what may be read of it.

mod answers;
mod attempts;
mod reading;

pub use answers::{
    AnswerInput, Answered, PageInput, PageSaved, RawAnswer, answer, answer_page, answer_raw, shape,
};
pub use attempts::{DEADLINE_JOB, close_overdue, start, submit};
pub use reading::{Asked, Entrance, Reading, attempt, entrance};
