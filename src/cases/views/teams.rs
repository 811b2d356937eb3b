//! The team on the page of a case: who is in it, who was present, what they say of each other.

use super::case::Typed;
use crate::cases::actions::{Case, Version};
use crate::cases::store::ShareRow;
use crate::kernel::{EnrolmentId, Fault};
use crate::teams::rules::sign_up_is_open;
use crate::web::{Choice, Field, Reader, Say, paths};
use serde::Serialize;

/// The trainee's team.
#[derive(Debug, Clone, Serialize)]
pub struct TeamCard {
    /// Its name; nothing while the trainee has none.
    pub name: Option<String>,
    /// Who is in it.
    pub members: Vec<String>,
    /// Where the teams are; nothing while none were made.
    pub url: Option<String>,
    /// Whether the trainee can choose a team now.
    pub open: bool,
    /// How large a team is at least,
    pub least: u32,
    /// and at most.
    pub most: u32,
}

impl TeamCard {
    pub(super) fn new(case: &Case, reader: &Reader) -> Option<TeamCard> {
        let place = case.team.as_ref()?;
        let own = case.state != crate::cases::actions::State::Preview;
        let url = |set: &crate::teams::store::SetRow| paths::own_teams(case.standing.enrolment.id, set.id);
        Some(TeamCard {
            name: place.team.as_ref().map(|team| team.name.clone()),
            members: place.members.iter().map(|one| one.name.full()).collect(),
            url: place.set.as_ref().filter(|_| own).map(url),
            open: place.set.as_ref().is_some_and(|set| sign_up_is_open(set.sign_up_until, reader.now)),
            least: place.size.least,
            most: place.size.most,
        })
    }
}

/// The team of a version, as of the day it came.
#[derive(Debug, Clone, Serialize)]
pub struct VersionTeam {
    /// Who had a part in it.
    pub present: Vec<String>,
    /// Who had none.
    pub absent: Vec<String>,
    /// Whether the reader had none.
    pub is_absent: bool,
    /// What the reader gets, where that is another total than the team's.
    pub own: Option<OwnTotal>,
}

/// A total of one's own.
#[derive(Debug, Clone, Serialize)]
pub struct OwnTotal {
    /// The points.
    pub total: i32,
    /// What was added or taken off.
    pub points: i32,
    /// Why.
    pub reason: String,
}

impl VersionTeam {
    /// For the trainee whose page it is; for graders nobody is.
    pub(super) fn new(version: &Version, reader: Option<EnrolmentId>) -> Option<VersionTeam> {
        if version.shares.is_empty() {
            return None;
        }
        let names = |present: bool| {
            let some = version.shares.iter().filter(|share| share.present == present);
            some.map(|share| share.name.full()).collect()
        };
        let mine = version.shares.iter().find(|share| Some(share.enrolment) == reader);
        let own = |share: &ShareRow| {
            let total = share.total.filter(|_| share.points != 0)?;
            let reason = version.adjustments.iter().find(|one| one.enrolment == share.enrolment);
            let reason = reason.map(|one| one.reason.clone()).unwrap_or_default();
            Some(OwnTotal { total, points: share.points, reason })
        };
        Some(VersionTeam {
            present: names(true),
            absent: names(false),
            is_absent: reader.is_some() && !mine.is_some_and(|share| share.present),
            own: mine.and_then(own),
        })
    }
}

/// The question who was present, for one of the others.
#[derive(Debug, Clone, Serialize)]
pub struct PresentField {
    /// Who.
    pub name: String,
    /// Its field.
    pub field: Field,
    /// Yes or no.
    pub options: Vec<Choice>,
}

impl PresentField {
    /// For each of the others in the team.
    pub(super) fn all(case: &Case, typed: &Typed, say: Say<'_>) -> Vec<PresentField> {
        let others = case.team.iter().flat_map(|place| &place.members);
        let others = others.filter(|one| one.enrolment != case.standing.enrolment.id);
        let field = |one: &crate::teams::store::Trainee| {
            let kept = case.draft.as_ref().and_then(|draft| draft.row.present.0.get(&one.enrolment));
            let said = typed.present.get(&one.enrolment).or(kept);
            let chosen = said.map_or("", |yes| if *yes { "yes" } else { "no" });
            let choice = |word: &str| Choice::new(word, say(&format!("case-teams-present-{word}")), chosen);
            PresentField {
                name: one.name.full(),
                field: Field::with_faults(&format!("present.{}", one.enrolment), chosen, &typed.faults),
                options: vec![choice("yes"), choice("no")],
            }
        };
        others.map(field).collect()
    }
}

/// What a member says of the others.
#[derive(Debug, Clone, Serialize)]
pub struct RatingForm {
    /// Where it is sent.
    pub url: String,
    /// One for each of the others.
    pub members: Vec<RatedMember>,
    /// Whether something was said already.
    pub is_done: bool,
    /// What is wrong.
    pub wrong: Vec<Field>,
}

/// One of the others.
#[derive(Debug, Clone, Serialize)]
pub struct RatedMember {
    /// Who.
    pub name: String,
    /// The field of the number.
    pub rating: Field,
    /// From 1 to 4.
    pub options: Vec<Choice>,
    /// The field of the remark.
    pub remark: Field,
}

impl RatingForm {
    /// While the newest version of the team waits, for a member who had a part in it.
    pub(super) fn new(case: &Case, typed: &Typed, say: Say<'_>) -> Option<RatingForm> {
        let me = case.standing.enrolment.id;
        let own = case.state != crate::cases::actions::State::Preview;
        let waits =
            |version: &&Version| version.grade.is_none() && version.hidden.is_none() && !version.withheld;
        let version = case.versions.iter().rev().find(waits).filter(|_| own)?;
        if !version.shares.iter().any(|share| share.enrolment == me && share.present) {
            return None;
        }
        let others = version.shares.iter().filter(|share| share.present && share.enrolment != me);
        let known = |who: EnrolmentId| {
            let said = case.ratings.iter().find(|row| row.submission == version.row.id && row.rated == who);
            let kept = said.map(|row| (row.rating, row.remark.clone()));
            typed.ratings.as_ref().map_or(kept, |typed| typed.get(&who).cloned())
        };
        let member = |share: &ShareRow| RatedMember::new(share, known(share.enrolment), &typed.faults, say);
        let members: Vec<RatedMember> = others.map(member).collect();
        let fields = members.iter().flat_map(|one| [&one.rating, &one.remark]);
        Some(RatingForm {
            url: paths::case_ratings(me, case.fact.id, version.row.id),
            is_done: case.ratings.iter().any(|row| row.submission == version.row.id),
            wrong: fields.filter(|field| !field.faults.is_empty()).cloned().collect(),
            members,
        })
        .filter(|form| !form.members.is_empty())
    }
}

impl RatedMember {
    fn new(share: &ShareRow, said: Option<(i32, String)>, faults: &[Fault], say: Say<'_>) -> RatedMember {
        let (rating, remark) = said.unwrap_or_default();
        let chosen = if rating == 0 { String::new() } else { rating.to_string() };
        let choice = |number: i32| Choice::new(number, say(&format!("case-teams-rating-{number}")), &chosen);
        RatedMember {
            name: share.name.full(),
            rating: Field::with_faults(&format!("rating.{}", share.enrolment), &chosen, faults),
            options: (1..=4).rev().map(choice).collect(),
            remark: Field::with_faults(&format!("remark.{}", share.enrolment), remark, faults),
        }
    }
}
