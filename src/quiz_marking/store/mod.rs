//! Rows of marking: answers that wait, appeals and regrades.

mod answers;
mod appeals;
mod regrades;

pub use answers::{
    AnswerRow, Answered, answer, answers_of, author, authors, editions_of, lift_blind, set_blind, titles,
    waiting,
};
pub use appeals::{OpenAppeal, appeal, insert_appeal, insert_decision, open_appeals};
pub use regrades::{
    NewRegrade, RegradeAttempt, RegradeRow, add_attempt, attempts, finish, handed_in, insert_regrade,
    pending, regrade, regrades_of, under_way, versions_of,
};
