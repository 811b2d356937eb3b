//! Rows of talks, shown answers, remarks on them and examples.

mod answers;
mod discussions;
mod examples;
mod remarks;

pub use answers::{AnswerRow, answer_of, answers, put_answer, take_out};
pub use discussions::{DiscussionRow, close, discussion, open};
pub use examples::{
    ExampleRow, MemberAnswer, answer, ask, conclude, end, members_of, newest, newest_of, questions, texts,
};
pub use remarks::{NewRemark, RemarkPlace, RemarkRow, hide, insert, place_of, remarks};
