use super::stage::{Run, Step, Trainee};
use crate::db::Write;
use crate::kernel::{Moment, Problem};
#[derive(Default)]
pub struct Coursework;
impl Coursework {
    pub fn hand_in(&mut self, _: &mut Write, _: (&Trainee, &Step), _: bool, _: Moment) -> Result<(), Problem> { Ok(()) }
    pub fn grade(&self, _: &mut Write, _: &Run, _: (&Trainee, &Step), _: bool, _: Moment) -> Result<(), Problem> { Ok(()) }
}
