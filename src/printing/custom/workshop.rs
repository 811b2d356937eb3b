//! Where templates of organisations are printed: in processes of this same program, each with a bounded memory, killed when
//! it takes too long. A template that wants all memory, computes without end or brings the engine down ends such a
//! process and nothing else.
//!
//! A process stays for the next paper, so that a thousand papers start a handful of them: it is dismissed after
//! [`MOST_PAPERS`], or when it was idle for [`IDLE`]. An operator sets memory and time; as many processes as the machine has
//! processors, at most eight, take so much memory together.

use super::wire::{self, Answer};
use super::wrong::Wrong;
use super::{Manner, Model, Task};
use crate::printing::PrintError;
use std::io::{BufReader, BufWriter, Read};
use std::path::PathBuf;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// The word after which the program prints templates and does nothing else.
pub const COMMAND: &str = "print-template";
/// The megabytes a paper may take when nobody has set them.
pub const USUAL_MEGABYTES: u32 = 512;

/// After so many papers a process is dismissed: the engine remembers names for as long as it runs.
const MOST_PAPERS: usize = 250;
/// A process without work is dismissed after this.
const IDLE: Duration = Duration::from_secs(60);
/// How long a process may take until it is ready, on a busy machine.
const STARTING: Duration = Duration::from_secs(60);
/// How long a paper waits for a free process.
const WAITING: Duration = Duration::from_secs(60);
/// How much of what a process complains about is read.
const MOST_WORDS: u64 = 4096;
/// What it says when it is given no more memory.
const NO_MEMORY: [&str; 2] = ["memory allocation of", "out of memory"];

/// By which program templates are printed, and within which bounds.
#[derive(Debug, Clone)]
pub struct Bounds {
    /// This program.
    pub program: PathBuf,
    /// The memory of one paper beside what the program itself takes, in megabytes.
    pub megabytes: u32,
    /// The time of one paper.
    pub longest: Duration,
}

impl Bounds {
    /// Usual memory and time.
    pub fn usual(program: PathBuf) -> Bounds {
        Bounds { program, megabytes: USUAL_MEGABYTES, longest: super::LONGEST }
    }
}

/// The processes.
pub(in crate::printing) struct Workshop {
    bounds: Bounds,
    /// How many work at once, and how many of them on trials, previews and samples: papers never wait for those alone.
    most: [usize; 2],
    shift: Mutex<Shift>,
    freed: Condvar,
}

/// Who works and who waits for work.
#[derive(Default)]
struct Shift {
    busy: usize,
    trials: usize,
    idle: Vec<Hand>,
}

/// A process, as whoever wants a paper sees it.
struct Hand {
    orders: Sender<Order>,
    child: Arc<Mutex<Child>>,
    fresh: bool,
}

/// A paper to be printed, and whom to tell.
struct Order {
    task: Arc<Task>,
    tell: Sender<News>,
}

enum News {
    /// The process is ready and has the paper.
    Begun,
    /// What came of it.
    Done(Answer),
    /// The process ended instead.
    Ended(Ending),
}

/// How a process ended.
#[derive(Debug)]
struct Ending {
    signal: Option<i32>,
    words: String,
}

impl Workshop {
    pub(in crate::printing) fn new(bounds: Bounds) -> Workshop {
        let most = thread::available_parallelism().map_or(2, std::num::NonZero::get).clamp(2, 8);
        Workshop { bounds, most: [most, most / 2], shift: Mutex::default(), freed: Condvar::new() }
    }

    /// Prints, and waits no longer than may be.
    pub(super) fn print(&self, task: Task) -> Result<Answer, PrintError> {
        let trial = task.manner != Manner::Paper;
        let Some(_place) = Place::take(self, trial) else { return Ok(refused(Wrong::Busy)) };
        let task = Arc::new(task);
        // A process that worked before may have ended meanwhile, or be full of what it remembers: then a new one tries.
        let known = self.shift().idle.pop();
        if let Some(hand) = known
            && let Some(answer) = self.tried(hand, &task)?
        {
            return Ok(answer);
        }
        let answer = self.tried(self.hire()?, &task)?;
        answer.ok_or_else(|| PrintError::Setup("the process that prints templates is gone".to_owned()))
    }

    /// What one process makes of a paper; nothing where another should try.
    fn tried(&self, mut hand: Hand, task: &Arc<Task>) -> Result<Option<Answer>, PrintError> {
        let (tell, news) = channel();
        if hand.orders.send(Order { task: Arc::clone(task), tell }).is_err() {
            return Ok(None);
        }
        let mut begun = false;
        loop {
            match news.recv_timeout(if begun { self.bounds.longest } else { STARTING }) {
                Ok(News::Begun) => begun = true,
                Ok(News::Done(answer)) => {
                    hand.fresh = false;
                    self.shift().idle.push(hand);
                    return Ok(Some(answer));
                }
                Ok(News::Ended(_)) if !hand.fresh => return Ok(None),
                Ok(News::Ended(ending)) => return ending.means().map(|wrong| Some(refused(wrong))),
                Err(RecvTimeoutError::Disconnected) => return Ok(None),
                Err(RecvTimeoutError::Timeout) => {
                    let _ = locked(&hand.child).kill();
                    // A process that is not ready after a minute has not seen the template yet.
                    let slow = Wrong::Slow(self.bounds.longest.as_secs());
                    return Ok(Some(refused(if begun { slow } else { Wrong::Busy })));
                }
            }
        }
    }

    /// Starts a process. It inherits nothing of the environment, where secrets may be; its allocator reserves
    /// little at a time, or the bound would begin above what it has reserved already; and it has two threads, or each of the
    /// many of a large machine would take its stack from the memory of the paper.
    fn hire(&self) -> Result<Hand, PrintError> {
        let failed = |error: std::io::Error| PrintError::Setup(format!("printing templates: {error}"));
        let mut child = Command::new(&self.bounds.program)
            .args([COMMAND, "--megabytes", &self.bounds.megabytes.to_string()])
            .env_clear()
            .env("MIMALLOC_ARENA_RESERVE", "64M")
            .env("RAYON_NUM_THREADS", "2")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let pipes = Pipes {
            orders: child.stdin.take().map(BufWriter::new),
            answers: child.stdout.take().map(BufReader::new),
            words: child.stderr.take(),
        };
        let child = Arc::new(Mutex::new(child));
        let (orders, taken) = channel();
        let attended = Arc::clone(&child);
        let thread = thread::Builder::new().name("template".to_owned());
        let attending = thread.spawn(move || attend(&taken, pipes, &attended));
        match attending {
            Ok(_) => Ok(Hand { orders, child, fresh: true }),
            Err(error) => {
                end(&child);
                Err(failed(error))
            }
        }
    }

    fn shift(&self) -> MutexGuard<'_, Shift> {
        locked(&self.shift)
    }
}

fn refused(wrong: Wrong) -> Answer {
    Err(vec![super::TemplateFault::of_whole(wrong)])
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One of the places at which papers are printed; given back when it is dropped.
struct Place<'a> {
    workshop: &'a Workshop,
    trial: bool,
}

impl<'a> Place<'a> {
    /// Waits for a place; nothing when none became free.
    fn take(workshop: &'a Workshop, trial: bool) -> Option<Place<'a>> {
        let [most, most_trials] = workshop.most;
        let full = |shift: &mut Shift| shift.busy >= most || (trial && shift.trials >= most_trials);
        let waited = workshop.freed.wait_timeout_while(workshop.shift(), WAITING, full);
        let (mut shift, waited) = waited.unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            return None;
        }
        shift.busy += 1;
        shift.trials += usize::from(trial);
        Some(Place { workshop, trial })
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut shift = self.workshop.shift();
        shift.busy = shift.busy.saturating_sub(1);
        shift.trials = shift.trials.saturating_sub(usize::from(self.trial));
        drop(shift);
        self.workshop.freed.notify_all();
    }
}

/// What leads into a process and out of it.
struct Pipes {
    orders: Option<BufWriter<ChildStdin>>,
    answers: Option<BufReader<ChildStdout>>,
    words: Option<ChildStderr>,
}

/// Attends one process: passes papers on and answers back, until it ended, was dismissed or had nothing to do.
fn attend(orders: &Receiver<Order>, pipes: Pipes, child: &Mutex<Child>) {
    let (Some(mut into), Some(mut out)) = (pipes.orders, pipes.answers) else { return end(child) };
    let words = pipes.words.map(|words| thread::spawn(move || heard(words)));
    let ready = wire::is_ready(&mut out);
    let mut model: Option<Model> = None;
    for _ in 0..MOST_PAPERS {
        let Ok(Order { task, tell }) = orders.recv_timeout(IDLE) else { break };
        let _ = tell.send(News::Begun);
        let other = model.as_ref() != Some(&task.model);
        let answered = if ready {
            wire::ask(&mut into, &task, other).and_then(|()| wire::answered(&mut out))
        } else {
            Ok(None)
        };
        match answered {
            Ok(Some(answer)) => {
                if other {
                    model = Some(task.model.clone());
                }
                let _ = tell.send(News::Done(answer));
            }
            Ok(None) | Err(_) => {
                let _ = tell.send(News::Ended(ended(child, words)));
                break;
            }
        }
    }
    drop(into);
    end(child);
}

/// Ends a process, and waits until it is gone.
fn end(child: &Mutex<Child>) {
    let mut child = locked(child);
    let _ = child.kill();
    let _ = child.wait();
}

/// How a process ended that no longer answers.
fn ended(child: &Mutex<Child>, words: Option<thread::JoinHandle<String>>) -> Ending {
    let status = {
        let mut child = locked(child);
        // It has closed its end and is about to be gone; one that talks nonsense is made to go.
        let gone = (0..50).find_map(|_| match child.try_wait() {
            Ok(Some(status)) => Some(status),
            _ => {
                thread::sleep(Duration::from_millis(20));
                None
            }
        });
        if gone.is_none() {
            let _ = child.kill();
            let _ = child.wait();
        }
        gone
    };
    let words = words.and_then(|words| words.join().ok()).unwrap_or_default();
    Ending { signal: status.and_then(signal_of), words }
}

/// Reads what a process complains about to its end, and keeps the beginning.
fn heard(mut words: ChildStderr) -> String {
    let mut kept = Vec::new();
    let _ = words.by_ref().take(MOST_WORDS).read_to_end(&mut kept);
    let _ = std::io::copy(&mut words, &mut std::io::sink());
    String::from_utf8_lossy(&kept).into_owned()
}

#[cfg(unix)]
fn signal_of(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

/// Codes of a fall are negative there; the others are those with which the program goes by itself.
#[cfg(not(unix))]
fn signal_of(status: ExitStatus) -> Option<i32> {
    status.code().filter(|code| *code < 0)
}

impl Ending {
    /// What the end of a process says of the template it printed. One that went by itself says nothing of it: then the
    /// program is not what it should be.
    fn means(&self) -> Result<Wrong, PrintError> {
        /// Sent by a system that is out of memory.
        const KILLED: i32 = 9;
        /// Hang-up, interruption and termination: sent to the whole family when the program is told to stop.
        const STOPPED: [i32; 3] = [1, 2, 15];
        let memory = NO_MEMORY.iter().any(|words| self.words.contains(words)) || self.signal == Some(KILLED);
        match self.signal {
            _ if memory => Ok(Wrong::Memory),
            Some(signal) if STOPPED.contains(&signal) => {
                Err(PrintError::Setup("printing templates: the process was told to stop".to_owned()))
            }
            Some(_) => Ok(Wrong::Crashed),
            None => Err(PrintError::Setup(format!("printing templates: {}", self.words.trim()))),
        }
    }
}
