//! What a team of before handed in with a trainee.

use super::teams::VersionTeam;
use super::versions::VersionView;
use crate::cases::actions::{Case, Former, State, Version};
use crate::kernel::{Moment, dates};
use crate::web::Reader;
use serde::Serialize;

/// A team of before.
#[derive(Debug, Clone, Serialize)]
pub struct FormerView {
    /// The team.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// The message of when that was: for the trainee, or for staff who read their page.
    pub when_key: &'static str,
    /// Since when the trainee was in it.
    pub from: String,
    /// Until when, where they have left it.
    pub to: Option<String>,
    /// The versions, the latest first.
    pub versions: Vec<VersionView>,
}

impl FormerView {
    /// The teams of before, the latest first.
    pub(super) fn all(case: &Case, reader: &Reader) -> Vec<FormerView> {
        let me = case.standing.enrolment.id;
        let version = |version: &Version| VersionView {
            team: VersionTeam::new(version, Some(me)),
            ..VersionView::new(version, &case.definition, reader)
        };
        let day = |at: Moment| dates::date(reader.language, at.date_in(reader.zone));
        let team = |former: &Former| FormerView {
            id: former.team.0,
            name: former.name.clone(),
            when_key: match (case.state == State::Preview, former.to.is_some()) {
                (false, true) => "case-teams-former-when",
                (false, false) => "case-teams-former-since",
                (true, true) => "case-teams-former-when-staff",
                (true, false) => "case-teams-former-since-staff",
            },
            from: day(former.from),
            to: former.to.map(day),
            versions: former.versions.iter().rev().map(version).collect(),
        };
        case.former.iter().rev().map(team).collect()
    }
}
