//! A live quiz as a whole: what every page of it, and every phone, is drawn from.

use crate::db::Read;
use crate::kernel::{LivePlayerId, LiveQuizId, Moment, Problem};
use crate::live_quizzes::rules::table::{counting, table, teams};
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
    /// Its questions with their right answers, for the server only.
    pub rounds: Vec<Round>,
}

/// What does not change of a live quiz.
///
/// # Errors
/// `NotFound` when there is no such live quiz.
pub fn fixed(r: &mut Read, id: LiveQuizId) -> Result<Arc<Fixed>, Problem> {
    let quiz = store::live_quiz(r, id)?.ok_or_else(Problem::not_found)?;
    Ok(Arc::new(Fixed { rounds: store::rounds(r, id)?, quiz }))
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
    /// The answers that count, by question and player; kept because every phone asks for its own.
    counted: BTreeMap<(usize, LivePlayerId), usize>,
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
    let (players, given) = (players::all(r, id)?, answers::all(r, id)?);
    Ok(Picture::of(fixed, run, (players, given), store::credit(r, id)?))
}

impl Picture {
    /// A picture put together.
    pub fn of(
        fixed: Arc<Fixed>,
        run: Run,
        (players, given): (Vec<PlayerRow>, Vec<Given>),
        credit: Option<(Moment, i32)>,
    ) -> Picture {
        let key = |one: &Given| (one.position, one.player, one.opening);
        let places: HashMap<_, usize> = given.iter().enumerate().map(|(at, one)| (key(one), at)).collect();
        let place = |one: &Given| places.get(&key(one)).copied().unwrap_or_default();
        let counted = counting(&given).into_iter().map(|(whose, one)| (whose, place(one))).collect();
        let here = |one: &&Given| one.position == run.position && one.opening == run.opening;
        let answered = given.iter().filter(here).map(|one| one.player).collect();
        let seats = seats(&players);
        let after = |questions| {
            let lines = table(&seats, &given, questions);
            lines.into_iter().map(|line| (line.player, (line.points, line.place))).collect()
        };
        let standings = [after(run.position.saturating_sub(1)), after(run.position)];
        Picture { fixed, run, players, given, credit, counted, answered, standings }
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

    /// The answers that count for a question, with how much of each is right.
    pub fn answers_to(&self, position: usize) -> Vec<(Response, Weight)> {
        let Some(round) = position.checked_sub(1).and_then(|index| self.fixed.rounds.get(index)) else {
            return Vec::new();
        };
        let shape = Shape::of(&round.question);
        let read = |one: &Given| Some((Response::from_json(&shape, &one.response).ok()?, one.share));
        self.players.iter().filter_map(|player| read(self.counts(position, player.id)?)).collect()
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
