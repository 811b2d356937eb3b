//! Keeps every page in the room up to date. For each live quiz that somebody looks at there is one task: it
//! reads the database once for the whole room and hands the picture to every connection.
//!
//! A connection holds a watch on the present picture, not a queue of past ones: a phone that was away for a
//! while, or is slow, gets what is now and nothing that was. What was done on this node arrives at once; what
//! was done on another node is found by asking the database for its pulse every second.

use super::actions::{self, Fixed, Picture};
use super::rules::Phase;
use super::store;
use crate::db::{Db, Engine};
use crate::kernel::{Clock, LiveQuizId, Moment, Problem, ProblemCode};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, watch};

/// How many pages and phones one node keeps up to date at the same time.
pub const MOST_CONNECTIONS: usize = 2000;
/// How often answers and newcomers are counted while a question runs.
const BEAT: Duration = Duration::from_millis(250);
/// After so many beats the database is asked what other nodes have done.
const PULSE_BEATS: u32 = 4;

/// The live quizzes that somebody looks at on this node.
pub struct Hub {
    db: Db,
    clock: Clock,
    rooms: Mutex<HashMap<LiveQuizId, Room>>,
    connections: Arc<Semaphore>,
    closed: AtomicBool,
    /// Nodes hear of each other through the database; a single program with its own file need not ask.
    asks_database: bool,
}

struct Room {
    pictures: watch::Sender<Arc<Picture>>,
    bell: Arc<Bell>,
}

/// How a room's task is woken.
#[derive(Default)]
struct Bell {
    now: Notify,
    soon: AtomicBool,
}

/// One connection's ear in a room. Dropping it frees its place.
pub struct Ear {
    pictures: watch::Receiver<Arc<Picture>>,
    _place: OwnedSemaphorePermit,
}

impl Ear {
    /// The present picture.
    pub fn present(&mut self) -> Arc<Picture> {
        Arc::clone(&self.pictures.borrow_and_update())
    }

    /// Waits until something has changed; `false` when nothing ever will.
    pub async fn changed(&mut self) -> bool {
        self.pictures.changed().await.is_ok()
    }
}

impl Hub {
    /// A hub over a database and a clock.
    pub fn new(db: Db, clock: Clock) -> Hub {
        let asks_database = db.engine() == Engine::Postgres;
        let connections = Arc::new(Semaphore::new(MOST_CONNECTIONS));
        let closed = AtomicBool::new(false);
        Hub { db, clock, rooms: Mutex::default(), connections, closed, asks_database }
    }

    /// Listens to a live quiz.
    ///
    /// # Errors
    /// `Busy` when too many listen already; `NotFound` when there is no such live quiz.
    pub async fn listen(self: &Arc<Self>, id: LiveQuizId) -> Result<Ear, Problem> {
        let place = Arc::clone(&self.connections).try_acquire_owned();
        let place = place.map_err(|_| Problem::new(ProblemCode::Busy))?;
        if self.closed.load(Ordering::Relaxed) {
            return Err(Problem::new(ProblemCode::Busy));
        }
        if let Some(pictures) = self.room(id) {
            return Ok(Ear { pictures, _place: place });
        }
        let (fixed, picture) = self.look(id).await?;
        let pictures = self.open(id, fixed, picture);
        Ok(Ear { pictures, _place: place })
    }

    /// The trainer did something: everybody learns it at once.
    pub fn ring(&self, id: LiveQuizId) {
        if let Some(room) = self.lock().get(&id) {
            room.bell.now.notify_one();
        }
    }

    /// Somebody came in or answered: it is counted with the next beat, however many do at once.
    pub fn murmur(&self, id: LiveQuizId) {
        if let Some(room) = self.lock().get(&id) {
            room.bell.soon.store(true, Ordering::Relaxed);
        }
    }

    /// Ends every connection, so that a server that is told to stop does not wait for phones to leave. Browsers
    /// come back by themselves when it serves again.
    pub fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
        self.lock().clear();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<LiveQuizId, Room>> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn room(&self, id: LiveQuizId) -> Option<watch::Receiver<Arc<Picture>>> {
        self.lock().get(&id).map(|room| room.pictures.subscribe())
    }

    async fn look(&self, id: LiveQuizId) -> Result<(Arc<Fixed>, Picture), Problem> {
        let look = move |r: &mut crate::db::Read| {
            let fixed = actions::fixed(r, id)?;
            Ok((Arc::clone(&fixed), actions::picture(r, fixed)?))
        };
        self.db.read(look).await
    }

    /// Opens the room, unless somebody else did meanwhile.
    fn open(
        self: &Arc<Self>,
        id: LiveQuizId,
        fixed: Arc<Fixed>,
        picture: Picture,
    ) -> watch::Receiver<Arc<Picture>> {
        let mut rooms = self.lock();
        if let Some(room) = rooms.get(&id) {
            return room.pictures.subscribe();
        }
        let (sender, receiver) = watch::channel(Arc::new(picture));
        let bell = Arc::new(Bell::default());
        rooms.insert(id, Room { pictures: sender, bell: Arc::clone(&bell) });
        tokio::spawn(attend(Arc::clone(self), fixed, bell));
        receiver
    }

    /// Closes the room when nobody is in it any more.
    fn close_if_empty(&self, id: LiveQuizId) -> bool {
        let mut rooms = self.lock();
        let empty = rooms.get(&id).is_none_or(|room| room.pictures.receiver_count() == 0);
        if empty {
            rooms.remove(&id);
        }
        empty
    }

    fn show(&self, id: LiveQuizId, picture: Arc<Picture>) {
        if let Some(room) = self.lock().get(&id) {
            room.pictures.send_replace(picture);
        }
    }
}

/// What the task of a room remembers between two beats.
struct Attendant {
    hub: Arc<Hub>,
    fixed: Arc<Fixed>,
    picture: Option<Arc<Picture>>,
    /// The phase, and how many of the times that people have still run.
    clock: (Phase, usize),
    pulse: Option<(Option<i32>, i64, i64)>,
}

async fn attend(hub: Arc<Hub>, fixed: Arc<Fixed>, bell: Arc<Bell>) {
    let id = fixed.quiz.id;
    let mut attendant = Attendant { hub, fixed, picture: None, clock: (Phase::Lobby, 0), pulse: None };
    attendant.look_again().await;
    let mut beats = 0u32;
    loop {
        let rung = tokio::time::timeout(attendant.patience(), bell.now.notified()).await.is_ok();
        if attendant.hub.close_if_empty(id) {
            return;
        }
        beats = beats.wrapping_add(1);
        let elsewhere = !rung && beats.is_multiple_of(PULSE_BEATS) && attendant.felt_something().await;
        if rung || elsewhere || bell.soon.swap(false, Ordering::Relaxed) {
            attendant.look_again().await;
        } else {
            attendant.follow_the_clock();
        }
    }
}

impl Attendant {
    /// A beat, or less when somebody's time is over before it.
    fn patience(&self) -> Duration {
        let left = self.picture.as_ref().filter(|_| self.clock.0 == Phase::Open);
        let left = left.and_then(|picture| picture.next_end_ms(self.hub.clock.now()));
        let left = left.and_then(|ms| u64::try_from(ms).ok()).map(Duration::from_millis);
        left.map_or(BEAT, |left| left.min(BEAT))
    }

    /// Whether another node has done something. A database that is away is asked again with the next pulse.
    async fn felt_something(&mut self) -> bool {
        if !self.hub.asks_database {
            return false;
        }
        let id = self.fixed.quiz.id;
        let Ok(pulse) = self.hub.db.read(move |r| store::pulse(r, id)).await else { return false };
        self.pulse.replace(pulse) != Some(pulse)
    }

    async fn look_again(&mut self) {
        let fixed = Arc::clone(&self.fixed);
        match self.hub.db.read(move |r| actions::picture(r, fixed)).await {
            Ok(picture) => {
                let picture = Arc::new(picture);
                self.clock = clock(&picture, self.hub.clock.now());
                self.picture = Some(Arc::clone(&picture));
                self.hub.show(self.fixed.quiz.id, picture);
            }
            Err(problem) => tracing::warn!(%problem, "a live quiz could not be read; it is tried again"),
        }
    }

    /// A question that closes by the clock, for all or for some, changes what is shown without a change of the data.
    fn follow_the_clock(&mut self) {
        let Some(picture) = &self.picture else { return };
        let clock = clock(picture, self.hub.clock.now());
        if clock != self.clock {
            self.clock = clock;
            self.hub.show(self.fixed.quiz.id, Arc::clone(picture));
        }
    }
}

/// What the clock alone may change.
fn clock(picture: &Picture, now: Moment) -> (Phase, usize) {
    (picture.phase(now), picture.times_running(now))
}
