//! What people do with answers when a case is over: choose, talk, ask for consent, read.

mod asking;
mod choosing;
mod letters;
mod opening;
mod reading;
mod talking;

pub use asking::{Asked, Question, answer_question, ask, asked, stop_asking};
pub use choosing::{Prepared, prepared, show, take_out};
pub use opening::{Board, Choosable, OpenInput, board, close, open};
pub use reading::{Examples, Reading, Shut, Talk, examples, talk};
pub use talking::{Answer, hide_remark, say, say_as_staff};
