//! Coming in: who may play, under which name, in which team.

use crate::db::{Read, Write};
use crate::kernel::name::{fold, tidy};
use crate::kernel::{Actor, Fault, LivePlayerId, LiveQuizId, Moment, Problem, ProblemCode};
use crate::live_quizzes::rules::settings::{LONGEST_NAME, MOST_PLAYERS};
use crate::live_quizzes::rules::{Phase, Run};
use crate::live_quizzes::store::players::{self, NewPlayer, PlayerRow};
use crate::live_quizzes::store::{self, LiveQuizRow};

/// How somebody may come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Joining {
    /// As the player they are already.
    Back(LivePlayerId),
    /// Under the name of the account.
    Known(String),
    /// Under a name of their own.
    Guest,
    /// Not at all: only trainees of the edition play.
    Closed,
    /// The live quiz is over.
    Over,
}

/// A live quiz at its door.
#[derive(Debug, Clone)]
pub struct Door {
    /// The live quiz.
    pub quiz: LiveQuizRow,
    /// How this person may come in.
    pub joining: Joining,
}

/// The door of a live quiz for somebody; `None` when there is no such code.
///
/// # Errors
/// The database's.
pub fn door(
    r: &mut Read,
    actor: Option<&Actor>,
    (code, cookie): (&str, Option<LivePlayerId>),
    now: Moment,
) -> Result<Option<Door>, Problem> {
    let Some(id) = store::by_code(r, code)? else { return Ok(None) };
    let quiz = store::live_quiz(r, id)?.ok_or_else(Problem::not_found)?;
    let joining = joining(r, actor, &quiz, cookie, now)?;
    Ok(Some(Door { quiz, joining }))
}

fn joining(
    r: &mut Read,
    actor: Option<&Actor>,
    quiz: &LiveQuizRow,
    cookie: Option<LivePlayerId>,
    now: Moment,
) -> Result<Joining, Problem> {
    if let Some(player) = player_here(r, actor, quiz.id, cookie)? {
        return Ok(Joining::Back(player.id));
    }
    let run = Run::of(&store::steps(r, quiz.id)?, quiz.settings.0.seconds);
    if run.phase(now) == Phase::Ended {
        return Ok(Joining::Over);
    }
    let person = actor.and_then(|actor| Some((actor, actor.person?)));
    if let Some((actor, person)) = person {
        let trainee = players::is_trainee(r, quiz.edition_id, person)?;
        if trainee || quiz.settings.0.guests {
            return Ok(Joining::Known(actor.name.surname_and_initials()));
        }
        return Ok(Joining::Closed);
    }
    Ok(if quiz.settings.0.guests { Joining::Guest } else { Joining::Closed })
}

/// The player that somebody is in a live quiz: by the account, else by the cookie of this browser. A cookie of
/// another live quiz means nobody here.
///
/// # Errors
/// The database's.
pub fn player_here(
    r: &mut Read,
    actor: Option<&Actor>,
    quiz: LiveQuizId,
    cookie: Option<LivePlayerId>,
) -> Result<Option<PlayerRow>, Problem> {
    if let Some(person) = actor.and_then(|actor| actor.person)
        && let Some(player) = players::of_person(r, quiz, person)?
    {
        return Ok(Some(player));
    }
    let Some(cookie) = cookie else { return Ok(None) };
    Ok(players::player(r, cookie)?.filter(|player| player.live_quiz_id == quiz))
}

/// Somebody who comes in.
#[derive(Debug, Clone)]
pub struct Newcomer {
    /// The code.
    pub code: String,
    /// The player that the cookie of this browser names.
    pub cookie: Option<LivePlayerId>,
    /// The name of a guest.
    pub name: String,
    /// The team, from 1.
    pub team: Option<i32>,
}

/// Comes in, or comes back as the player that somebody is already.
///
/// # Errors
/// `NotFound` for a code that nothing has; `Invalid` for a name that is missing, too long or taken and for a
/// team that is missing; `Forbidden` when only trainees play; `LiveQuizOver`; `LiveQuizFull` beyond a thousand.
pub fn join(
    w: &mut Write,
    actor: Option<&Actor>,
    new: &Newcomer,
    now: Moment,
) -> Result<LivePlayerId, Problem> {
    let door = door(w, actor, (&new.code, new.cookie), now)?.ok_or_else(Problem::not_found)?;
    let (quiz, person) = (&door.quiz, actor.and_then(|actor| actor.person));
    let mut faults = Vec::new();
    let name = match door.joining {
        Joining::Back(player) => return Ok(player),
        Joining::Over => return Err(Problem::new(ProblemCode::LiveQuizOver)),
        Joining::Closed => return Err(Problem::forbidden()),
        Joining::Known(name) => free_name(w, quiz.id, &name)?,
        Joining::Guest => guest_name(w, quiz.id, &new.name, &mut faults)?,
    };
    let team = quiz.settings.0.teams.and_then(|teams| {
        let chosen = new.team.filter(|team| (1..=teams).contains(team));
        if chosen.is_none() {
            faults.push(Fault::new("team", "required"));
        }
        chosen
    });
    if !faults.is_empty() {
        return Err(Problem::invalid(faults));
    }
    if usize::try_from(players::count(w, quiz.id)?).unwrap_or(usize::MAX) >= MOST_PLAYERS {
        return Err(Problem::new(ProblemCode::LiveQuizFull));
    }
    let folded = fold(&name);
    let new = NewPlayer { live_quiz: quiz.id, person, name: &name, folded: &folded, team };
    players::insert(w, &new, now)
}

fn guest_name(
    r: &mut Read,
    quiz: LiveQuizId,
    typed: &str,
    faults: &mut Vec<Fault>,
) -> Result<String, Problem> {
    let name = tidy(typed);
    if name.is_empty() {
        faults.push(Fault::new("name", "required"));
    } else if name.chars().count() > LONGEST_NAME {
        faults.push(Fault::new("name", "too-long").with("limit", LONGEST_NAME));
    } else if players::is_taken(r, quiz, &fold(&name))? {
        faults.push(Fault::new("name", "live-name-taken"));
    }
    Ok(name)
}

/// The name of an account, with a number where two people have the same.
fn free_name(r: &mut Read, quiz: LiveQuizId, name: &str) -> Result<String, Problem> {
    let mut free = name.to_owned();
    for number in 2..=MOST_PLAYERS {
        if !players::is_taken(r, quiz, &fold(&free))? {
            break;
        }
        free = format!("{name} {number}");
    }
    Ok(free)
}
