//! A live quiz as a whole: what every page of it, and every phone, is drawn from.

use super::images::placed;
use crate::db::Read;
use crate::kernel::{LivePlayerId, LiveQuizId, Moment, Problem};
use crate::live_quizzes::rules::table::{counting, latest, table, teams};
use crate::live_quizzes::rules::{Given, Line, Phase, Run, Seat, TeamLine};
use crate::live_quizzes::store::players::{self, PlayerRow};
use crate::live_quizzes::store::{self, LiveQuizRow, Round, answers};
use crate::questions::rules::Weight;
use crate::questions::rules::response::{Response, Shape};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// What does not change while it runs.
#[derive(Debug, Clone)]
pub struct Fixed {
    /// The live quiz.
    pub quiz: LiveQuizRow,
    /// Its questions with their right answers, for the server only; their pictures have the addresses of the room.
    pub rounds: Vec<Round>,
}

/// What does not change of a live quiz.
///
/// # Errors
/// `NotFound` when there is no such live quiz.
pub fn fixed(r: &mut Read, id: LiveQuizId) -> Result<Arc<Fixed>, Problem> {
    let quiz = store::live_quiz(r, id)?.ok_or_else(Problem::not_found)?;
    let rounds = store::rounds(r, id)?.into_iter();
    let rounds =
        rounds.map(|round| Round { question: placed(round.question, &quiz.code), ..round }).collect();
    Ok(Arc::new(Fixed { rounds, quiz }))
}

/// A live quiz at a moment.
#[derive(Debug, Clone)]
pub struct Picture {
    /// What does not change.
    pub fixed: Arc<Fixed>,
    /// Where it is.
    pub run: Run,
    /// Who plays, in the order of joining.
    pub players: Vec<PlayerRow>,
    /// Every answer.
    pub given: Vec<Given>,
    /// When the results were counted, and for how many people.
    pub credit: Option<(Moment, i32)>,
    /// The extra time of those who have some, in per cent.
    extras: HashMap<LivePlayerId, i32>,
    /// The answers that count, by question and player; kept because every phone asks for its own.
    counted: BTreeMap<(usize, LivePlayerId), usize>,
    /// What was said last, whether it counts or not.
    said: BTreeMap<(usize, LivePlayerId), usize>,
    answered: BTreeSet<LivePlayerId>,
    /// Points and place of everybody before and after the question on show.
    standings: [BTreeMap<LivePlayerId, (i32, usize)>; 2],
}

/// A live quiz as it is now.
///
/// # Errors
/// The database's.
pub fn picture(r: &mut Read, fixed: Arc<Fixed>) -> Result<Picture, Problem> {
    let id = fixed.quiz.id;
    let run = Run::of(&store::steps(r, id)?, fixed.quiz.settings.0.seconds);
    let (players, given, extras) = (players::all(r, id)?, answers::all(r, id)?, players::extras(r, id)?);
    Ok(Picture::of(fixed, run, (players, given), (extras, store::credit(r, id)?)))
}

impl Picture {
    /// A picture put together.
    pub fn of(
        fixed: Arc<Fixed>,
        run: Run,
        (players, mut given): (Vec<PlayerRow>, Vec<Given>),
        (extras, credit): (HashMap<LivePlayerId, i32>, Option<(Moment, i32)>),
    ) -> Picture {
        let run = run.with_extra(extras.values().copied().max().unwrap_or(0));
        for one in &mut given {
            one.late = run.is_late(one.position, one.opening);
        }
        let key = |one: &Given| (one.position, one.player, one.opening);
        let places: HashMap<_, usize> = given.iter().enumerate().map(|(at, one)| (key(one), at)).collect();
        let place = |one: &Given| places.get(&key(one)).copied().unwrap_or_default();
        let places_of = |all: BTreeMap<(usize, LivePlayerId), &Given>| {
            all.into_iter().map(|(whose, one)| (whose, place(one))).collect()
        };
        let (counted, said) = (places_of(counting(&given)), places_of(latest(&given)));
        let here = |one: &&Given| one.position == run.position && one.opening == run.opening;
        let answered = given.iter().filter(here).map(|one| one.player).collect();
        let seats = seats(&players);
        let after = |questions| {
            let lines = table(&seats, &given, questions);
            lines.into_iter().map(|line| (line.player, (line.points, line.place))).collect()
        };
        let standings = [after(run.position.saturating_sub(1)), after(run.position)];
        Picture { fixed, run, players, given, credit, extras, counted, said, answered, standings }
    }

    /// Where it is now.
    pub fn phase(&self, now: Moment) -> Phase {
        self.run.phase(now)
    }

    /// The question on show; none before the first.
    pub fn round(&self) -> Option<&Round> {
        self.fixed.rounds.get(self.run.position.checked_sub(1)?)
    }

    /// How many people have answered the question on show since it was last opened.
    pub fn answers(&self) -> usize {
        self.answered.len()
    }

    /// Whether a player has answered since the question was last opened.
    pub fn has_answered(&self, player: LivePlayerId) -> bool {
        self.answered.contains(&player)
    }

    /// The answer of a player that counts for a question.
    pub fn counts(&self, position: usize, player: LivePlayerId) -> Option<&Given> {
        self.given.get(*self.counted.get(&(position, player))?)
    }

    /// What a player said last to a question, whether it counts or not.
    pub fn said(&self, position: usize, player: LivePlayerId) -> Option<&Given> {
        self.given.get(*self.said.get(&(position, player))?)
    }

    /// The extra time of a player, in per cent.
    pub fn extra(&self, player: LivePlayerId) -> i32 {
        self.extras.get(&player).copied().unwrap_or(0)
    }

    /// What a player has left of the question on show, in milliseconds.
    pub fn left_ms(&self, player: LivePlayerId, now: Moment) -> i64 {
        self.run.left_of(self.extra(player), now)
    }

    /// For how many of the different times that people have the question still runs. When this changes, so does
    /// what somebody sees.
    pub fn times_running(&self, now: Moment) -> usize {
        self.times().filter(|extra| self.run.left_of(*extra, now) > 0).count()
    }

    /// In how many milliseconds the next of the different times is over.
    pub fn next_end_ms(&self, now: Moment) -> Option<i64> {
        self.times().map(|extra| self.run.left_of(extra, now)).filter(|left| *left > 0).min()
    }

    /// The different times, as per cent above the usual one.
    fn times(&self) -> impl Iterator<Item = i32> {
        let all: BTreeSet<i32> = self.extras.values().copied().chain([0]).collect();
        all.into_iter()
    }

    /// What everybody said last to a question, with how much of each is right: after it was opened again, what the
    /// room thinks now.
    pub fn answers_to(&self, position: usize) -> Vec<(Response, Weight)> {
        let Some(round) = position.checked_sub(1).and_then(|index| self.fixed.rounds.get(index)) else {
            return Vec::new();
        };
        let shape = Shape::of(&round.question);
        let read = |one: &Given| Some((Response::recorded(&shape, &one.response).ok()?, one.share));
        self.players.iter().filter_map(|player| read(self.said(position, player.id)?)).collect()
    }

    /// The points and the place of a player after the questions that are closed now.
    pub fn standing(&self, player: LivePlayerId, now: Moment) -> (i32, usize) {
        let [before, after] = &self.standings;
        let standings = if self.run.closed(now) < self.run.position { before } else { after };
        standings.get(&player).copied().unwrap_or_default()
    }

    /// The table after so many questions.
    pub fn table(&self, questions: usize) -> Vec<Line> {
        table(&seats(&self.players), &self.given, questions)
    }

    /// The table of teams after so many questions; empty when everybody plays alone.
    pub fn teams(&self, questions: usize) -> Vec<TeamLine> {
        teams(&seats(&self.players), &self.table(questions))
    }

    /// A player.
    pub fn player(&self, id: LivePlayerId) -> Option<&PlayerRow> {
        self.players.iter().find(|row| row.id == id)
    }
}

fn seats(players: &[PlayerRow]) -> Vec<Seat> {
    players.iter().map(|row| Seat { player: row.id, team: row.team }).collect()
}
