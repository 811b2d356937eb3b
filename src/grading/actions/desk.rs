//! A work on the desk, with everything that a grader needs, and nothing that a blind one must not see.

use super::letters;
use crate::cases::actions::{Grades, Version, Which, is_nameless, versions};
use crate::cases::rules::{self, CaseSetup, Rubrics, graded_by};
use crate::cases::store::{self as cases, RatingRow, ShareRow};
use crate::db::Read;
use crate::editions::store::trainers::{self, Named};
use crate::grading::rules::{
    Footing, FormerMarks, Held, Proposal, Stance, WorkState, conflicted, proposal, stance, state_of,
};
use crate::grading::store::{self, DraftRow, MarkingRow, RevisionRow, SeatRow, WaitingRow, WorkRow};
use crate::kernel::{Actor, Moment, Permille, PersonId, PersonName, Problem, ProblemCode, SubmissionId};
use crate::phrases::actions::{self as phrases, PhraseRow};
use crate::programmes::rules::CaseDefinition;
use crate::programmes::rules::words::ActivityKind;
use crate::progress::actions::{self as progress, Standing};
use crate::progress::rules::ActivityFact;
use crate::teams::store::{TeamRow, team};

/// A work on the desk.
#[derive(Debug, Clone)]
pub struct Work {
    /// The author's place in the edition.
    pub standing: Standing,
    /// The case.
    pub fact: ActivityFact,
    /// Its definition, with the trainer's notes, and with the version of the rubric that this work is graded by.
    pub definition: CaseDefinition,
    /// The number of that version: the one its grade was given by; before that the one its first grader used, else the
    /// newest.
    pub by: i32,
    /// Every version of the rubric.
    pub rubrics: Rubrics,
    /// Whether a grade by an earlier version is given anew by the newest.
    pub regrades: bool,
    /// Whether somebody has decided that a grade by an earlier version stays.
    pub stays: bool,
    /// How the edition takes it.
    pub setup: CaseSetup,
    /// How far the work is.
    pub row: WorkRow,
    /// The author; nobody while the work is graded without names.
    pub author: Option<PersonName>,
    /// The version on the desk.
    pub version: Version,
    /// The versions before and after it.
    pub others: Vec<Version>,
    /// The reader.
    pub reader: Option<PersonId>,
    /// The points that pass in this edition.
    pub pass_points: u32,
    /// Whether the reader wrote it.
    pub own: bool,
    /// Whether the reader is of the author's organisation, and no exception was recorded.
    pub conflict: bool,
    /// The places at it.
    pub seats: Vec<SeatRow>,
    /// How the reader stands to it.
    pub stance: Stance,
    /// The marks as the reader has typed them.
    pub draft: Option<DraftRow>,
    /// Works of the case that the reader has to mark before real marks count.
    pub calibration: Vec<SubmissionId>,
    /// What is offered under the remark.
    pub phrases: Vec<PhraseRow>,
    /// What each of several graders said; nothing before the grade is decided, and nothing of one's own work.
    pub markings: Vec<MarkingRow>,
    /// What the grade was before its corrections, the latest first; nothing of one's own work.
    pub revisions: Vec<RevisionRow>,
    /// Whom the reader may give it to: the edition's trainers who have not marked it, for an administrator of it.
    pub trainers: Vec<Named>,
    /// What waits besides, the oldest first.
    pub queue: Vec<WaitingRow>,
    /// The team whose work it is; nobody while it is graded without names.
    pub team: Option<TeamRow>,
    /// Its members on the day it came, for the rules, names or not: views ask [`Work::members`].
    pub(super) shares: Vec<ShareRow>,
    /// What they said of each other; nothing of one's own work.
    pub ratings: Vec<RatingRow>,
    /// What the reviews of other trainees come to, where the edition shows that; nothing of one's own work.
    pub proposal: Option<Proposal>,
}

impl Work {
    /// Where it stands. Its own author is told no more than every trainee: it waits, or its grade is released.
    pub fn state(&self, now: Moment) -> WorkState {
        if self.own && self.row.closed_at.is_none() {
            return WorkState::NotMarked;
        }
        let at_work = self.seats.iter().any(|seat| seat.held.at_work(now));
        state_of(self.row.begun_at, self.row.settled_at, self.row.closed_at, at_work)
    }

    /// How the reader stands to it, as far as marking goes.
    pub fn footing(&self) -> Footing {
        Footing {
            own: self.own,
            hidden: self.version.hidden.is_some(),
            graded: self.version.grade.is_some(),
            closed: self.row.closed_at.is_some(),
            conflict: self.conflict,
            stance: self.stance,
        }
    }

    /// Whether the reader marks this work first, before real marks of the case count.
    pub fn calibrates(&self) -> bool {
        self.calibration.contains(&self.row.submission)
    }

    /// Lets marks pass that were written by the version of the rubric that counts; programs need not name it.
    ///
    /// # Errors
    /// `RubricChanged` with the number of the version that counts.
    pub(super) fn require_rubric(&self, written_by: Option<i32>) -> Result<(), Problem> {
        match written_by {
            Some(number) if number != self.by => {
                Err(Problem::new(ProblemCode::RubricChanged).with("number", self.by))
            }
            _ => Ok(()),
        }
    }

    /// Takes another version of the rubric.
    pub(super) fn grade_by(&mut self, number: i32) {
        let definition = graded_by(self.definition.clone(), self.rubrics.by(number));
        self.pass_points = rules::pass_points(&definition, self.standing.edition.rule.0.case_pass);
        (self.definition, self.by) = (definition, number);
    }

    /// Marks as the reader typed them by other versions of the rubric, as far as this one does not know them.
    pub fn left_behind(&self) -> Vec<FormerMarks> {
        let Some(draft) = self.draft.as_ref().filter(|_| self.version.grade.is_none()) else {
            return Vec::new();
        };
        let now = (draft.rubric != self.by).then(|| draft.marks.strange(&self.definition)).flatten();
        let now = now.map(|marks| FormerMarks { rubric: draft.rubric, marks });
        draft.former.iter().cloned().chain(now).collect()
    }

    /// Lets work that anybody can still see pass.
    ///
    /// # Errors
    /// `Conflict` when it was hidden.
    pub(super) fn require_visible(&self) -> Result<(), Problem> {
        if self.version.hidden.is_some() { Err(Problem::new(ProblemCode::Conflict)) } else { Ok(()) }
    }

    /// The points that count of a sum, after what lateness takes off.
    pub(super) fn counted(&self, sum: u32) -> u32 {
        rules::after_lateness(sum, Permille(self.version.row.deduction))
    }

    /// The least sum of points that passes, after what lateness takes off; more than there are when none does.
    pub fn enough(&self) -> u32 {
        let most = self.definition.most_points();
        if self.calibrates() {
            return self.pass_points;
        }
        (self.pass_points..=most).find(|sum| self.counted(*sum) >= self.pass_points).unwrap_or(most + 1)
    }

    /// Whether somebody wrote it, alone or in the team.
    pub(super) fn is_by(&self, person: PersonId) -> bool {
        self.row.author == person || self.shares.iter().any(|share| share.person == person)
    }

    /// The members of the team on the day it came; nobody while it is graded without names.
    pub fn members(&self) -> &[ShareRow] {
        if self.is_nameless() { &[] } else { &self.shares }
    }

    /// The ratings of each member by number, for as long as nobody may be named: without what was said beside them.
    pub fn nameless_ratings(&self) -> Vec<Vec<i32>> {
        let of = |share: &ShareRow| {
            let about = self.ratings.iter().filter(|row| row.rated == share.enrolment);
            about.map(|row| row.rating).collect::<Vec<_>>()
        };
        if self.is_nameless() {
            self.shares.iter().map(of).filter(|all| !all.is_empty()).collect()
        } else {
            Vec::new()
        }
    }

    /// Whose it is: the team's, or the author's; nothing while it is graded without names.
    pub fn whose(&self) -> Option<String> {
        let team = self.team.as_ref().map(|team| team.name.clone());
        team.or_else(|| self.author.as_ref().map(PersonName::full))
    }

    /// Whether nothing may tell whose it is.
    pub fn is_nameless(&self) -> bool {
        self.author.is_none()
    }
}

/// How many waiting works stand beside the one on the desk.
const NEIGHBOURS: i64 = 9;

/// A work for those who teach its edition.
///
/// # Errors
/// `NotFound` for anybody else: whose work it is stays hidden.
pub fn work(r: &mut Read, actor: &Actor, id: SubmissionId, now: Moment) -> Result<Work, Problem> {
    let mut work = load(r, actor, id, now)?;
    work.calibration = super::calibration::left(r, actor, &work)?;
    work.phrases = phrases::offered(r, actor, work.row.edition)?;
    work.queue = super::queue::beside(r, actor, NEIGHBOURS, now)?;
    if work.row.team.is_some() && !work.own {
        work.ratings = cases::ratings(r, &[id], None)?;
    }
    if work.calibrates() {
        work.grade_by(super::calibration::rubric_of(r, id, &work.rubrics)?);
    }
    if !work.own {
        let reviews = store::proposed(r, (work.row.edition, work.row.activity), (id, work.by))?;
        work.proposal = proposal(&work.definition.rubric, &reviews);
    }
    if let Some(grade) = work.version.grade.as_ref().filter(|_| !work.own) {
        work.stays = store::stays(r, grade.row.id, work.rubrics.newest())?;
        work.revisions = store::revisions(r, grade.row.id)?;
        work.markings = store::markings(r, id)?;
    }
    if actor.require_administrator_of(work.standing.edition.organisation_id).is_ok() {
        let mut trainers = trainers::of_edition(r, work.row.edition)?;
        let marked = |person| work.seats.iter().any(|seat| seat.held.person == person && seat.held.marked);
        trainers.retain(|(person, _)| !work.is_by(*person) && !marked(*person));
        work.trainers = trainers;
    }
    Ok(work)
}

/// What every action about a work begins with.
pub(super) fn load(r: &mut Read, actor: &Actor, id: SubmissionId, now: Moment) -> Result<Work, Problem> {
    let row = store::work(r, id)?.ok_or_else(Problem::not_found)?;
    let standing = progress::standing(r, actor, row.enrolment)?;
    if !actor.teaches(standing.edition.id, standing.edition.organisation_id) {
        return Err(Problem::not_found());
    }
    let fact = standing.activity(row.activity, ActivityKind::Case)?.clone();
    let (definition, rubrics) =
        cases::graded_case(r, (row.edition, row.activity))?.ok_or_else(Problem::not_found)?;
    let (_, setup) = cases::setup(r, (row.edition, row.activity))?;
    let which = Which { enrolment: row.enrolment, activity: row.activity };
    let members = cases::shares(r, &[id])?;
    let mut people = members.iter().map(|share| share.person).chain([row.author]);
    let own = people.any(|person| actor.person == Some(person));
    // Whoever teaches and learns in one edition sees of their own works what every trainee sees.
    let seen = if own { Grades::Released } else { Grades::All };
    let all = versions(r, which, row.team, (seen, &rubrics))?;
    let (mut this, mut others): (Vec<_>, Vec<_>) = all.into_iter().partition(|version| version.row.id == id);
    let mut version = this.pop().ok_or_else(Problem::not_found)?;
    let author = author_of(r, &row, &version, &setup)?;
    for version in std::iter::once(&mut version).chain(&mut others) {
        keep_for(version, actor, (author.is_none(), own));
    }
    let by = rubric_of(r, (&row, own), &version, &rubrics)?;
    let definition = graded_by(definition, rubrics.by(by));
    let pass_points = rules::pass_points(&definition, standing.edition.rule.0.case_pass);
    let seats = store::seats(r, id)?;
    let draft = actor.person.map(|person| store::draft(r, (id, person))).transpose()?.flatten();
    Ok(Work {
        reader: actor.person,
        own,
        conflict: conflict(r, actor, &row, &members)?,
        ratings: Vec::new(),
        team: if author.is_none() { None } else { row.team.map(|id| team(r, id)).transpose()?.flatten() },
        shares: members,
        stance: stance(&held(&seats), row.graders, actor.person, now),
        standing,
        fact,
        definition,
        by,
        rubrics,
        regrades: false,
        stays: false,
        setup,
        row,
        author,
        version,
        others,
        pass_points,
        seats,
        draft,
        calibration: Vec::new(),
        phrases: Vec::new(),
        markings: Vec::new(),
        revisions: Vec::new(),
        trainers: Vec::new(),
        queue: Vec::new(),
        proposal: None,
    })
}

fn held(seats: &[SeatRow]) -> Vec<Held> {
    seats.iter().map(|seat| seat.held).collect()
}

/// The author, unless the work is graded without names.
fn author_of(
    r: &mut Read,
    row: &WorkRow,
    version: &Version,
    setup: &CaseSetup,
) -> Result<Option<PersonName>, Problem> {
    // What was hidden is closed; but its author never saw a grade, and is still graded without a name.
    let released = version.grade.as_ref().is_some_and(|grade| grade.row.released_at.is_some());
    let nameless = is_nameless(r, (row.edition, row.activity), row.enrolment)?
        || (setup.blind && version.hidden.is_some() && !released);
    if nameless { Ok(None) } else { Ok(Some(letters::account(r, row.author)?.name)) }
}

/// A work whose grade was given by an earlier version of the rubric, to be graded anew by the newest. One without a grade,
/// or with one by the newest already, is as [`work`] gives it.
///
/// # Errors
/// As [`work`].
pub fn regrading(r: &mut Read, actor: &Actor, id: SubmissionId, now: Moment) -> Result<Work, Problem> {
    let mut work = work(r, actor, id, now)?;
    if work.version.grade.as_ref().is_some_and(|grade| grade.row.rubric != work.rubrics.newest()) {
        work.grade_by(work.rubrics.newest());
        work.regrades = true;
    }
    Ok(work)
}

/// By which version of the rubric a work is graded. All graders of one work mark by the same: by the one that the first
/// of them used.
fn rubric_of(
    r: &mut Read,
    (row, own): (&WorkRow, bool),
    version: &Version,
    rubrics: &Rubrics,
) -> Result<i32, Problem> {
    if let Some(grade) = &version.grade {
        return Ok(grade.row.rubric);
    }
    let first =
        if row.graders > 1 && !own { store::markings(r, row.submission)?.into_iter().next() } else { None };
    Ok(first.map_or(rubrics.newest(), |marking| marking.rubric))
}

/// Takes out of a version what is not for this grader.
fn keep_for(version: &mut Version, actor: &Actor, (nameless, own): (bool, bool)) {
    // What one grader says is not for the others before the grade is decided.
    let graded = version.grade.is_some();
    version.comments.retain(|one| graded || Some(one.person) == actor.person);
    if nameless || own {
        version.adjustments.clear();
    }
    if nameless {
        version.shares.clear();
    }
}

/// Whether the actor is of the author's organisation, or of that of a member of the team, and no exception was recorded.
fn conflict(r: &mut Read, actor: &Actor, row: &WorkRow, members: &[ShareRow]) -> Result<bool, Problem> {
    let Some(person) = actor.person else { return Ok(false) };
    let senders: Vec<_> = members.iter().map(|share| share.organisation).chain([row.organisation]).collect();
    if senders.iter().all(Option::is_none) {
        return Ok(false);
    }
    let (excepted, works_for) = (store::is_excepted(r, row.edition, person)?, store::works_for(r, person)?);
    Ok(senders.into_iter().any(|sender| conflicted(works_for, sender, excepted)))
}
