//! What trainers and players do with a live quiz.

mod answering;
mod crediting;
mod images;
mod joining;
mod picture;
mod planning;
mod steering;

pub use answering::{AnswerInput, answer, shape};
pub use crediting::{Passed, credit, results};
pub use images::{Picturing, image};
pub use joining::{Door, Joining, Newcomer, door, join, player_here};
pub use picture::{Fixed, Picture, fixed, picture};
pub use planning::{Listed, Overview, Plan, Start, overview, own, plan, start};
pub use steering::{StepInput, steer};
