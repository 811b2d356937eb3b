//! The process that prints templates: papers come in, papers or faults go out, until nobody sends any more.

use super::wire::{self, Answer};
use super::{Task, TemplateFault, Wrong};
use crate::printing::PrintError;
use crate::printing::typesetter::standards;
use crate::printing::world::Press;
use std::any::Any;
use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, channel};
use typst_pdf::PdfStandards;

/// Room for templates that nest functions as deeply as the engine allows.
const STACK_BYTES: usize = 16 * 1024 * 1024;
/// As the typesetter of the program itself does.
const PAPERS_BETWEEN_EVICTIONS: usize = 4;
/// What an allocation of more than an address can name says.
const TOO_LARGE: &str = "capacity overflow";

/// Everything such a process needs, read before its memory is bounded.
pub struct Clerk {
    press: Press,
    standards: PdfStandards,
}

impl Clerk {
    /// Reads fonts and templates.
    ///
    /// # Errors
    /// Broken ones: a fault of the build.
    pub fn new() -> Result<Clerk, PrintError> {
        Ok(Clerk { press: Press::new().map_err(PrintError::Setup)?, standards: standards()? })
    }

    /// Prints until the other end is closed. A thread prints and this one listens, so that the process ends at once when
    /// whoever started it is gone, also in the middle of an endless paper.
    ///
    /// # Errors
    /// What came is no paper.
    pub fn serve(self, from: &mut impl Read, mut out: impl Write + Send + 'static) -> Result<(), PrintError> {
        let broken = |error: std::io::Error| PrintError::Setup(error.to_string());
        wire::say_ready(&mut out).map_err(broken)?;
        let (send, tasks) = channel();
        let thread = std::thread::Builder::new().name("template".to_owned()).stack_size(STACK_BYTES);
        thread.spawn(move || self.work(&tasks, out)).map_err(broken)?;
        let mut last = None;
        while let Some(task) = wire::asked(from, &mut last).map_err(broken)? {
            if send.send(task).is_err() {
                break;
            }
        }
        Ok(())
    }

    fn work(self, tasks: &Receiver<Task>, mut out: impl Write) {
        for (printed, task) in tasks.iter().enumerate() {
            if wire::answer(&mut out, &self.printed(task)).is_err() {
                return;
            }
            if (printed + 1).is_multiple_of(PAPERS_BETWEEN_EVICTIONS) {
                comemo::evict(1);
            }
        }
    }

    fn printed(&self, task: Task) -> Answer {
        let printing = AssertUnwindSafe(|| task.print(&self.press, &self.standards));
        catch_unwind(printing)
            .unwrap_or_else(|thrown| Err(vec![TemplateFault::of_whole(panicked(thrown.as_ref()))]))
    }
}

/// What a panic of the engine says of the template.
fn panicked(thrown: &(dyn Any + Send)) -> Wrong {
    let text = thrown.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| thrown.downcast_ref::<&str>().copied()).unwrap_or_default();
    if text.contains(TOO_LARGE) { Wrong::Memory } else { Wrong::Crashed }
}
