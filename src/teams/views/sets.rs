//! The sets of an edition.

use super::people::Crumb;
use crate::kernel::Fault;
use crate::teams::actions::EditionTeams;
use crate::web::{Field, Form, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct TeamsPage {
    pub(super) crumbs: Vec<Crumb>,
    pub(super) people: usize,
    pub(super) sets: Vec<SetView>,
    pub(super) cases: Vec<CaseView>,
    pub(super) url: String,
    pub(super) set_name: Field,
    pub(super) teams: Field,
    pub(super) wrong: Vec<Field>,
}

/// A set.
#[derive(Debug, Serialize)]
pub struct SetView {
    pub(super) name: String,
    pub(super) url: String,
    pub(super) teams: usize,
    pub(super) unplaced: usize,
}

/// A case that teams hand in.
#[derive(Debug, Serialize)]
pub struct CaseView {
    pub(super) title: String,
    pub(super) set: Option<String>,
    pub(super) least: u32,
    pub(super) most: u32,
}

impl TeamsPage {
    /// The sets with the form of a further one as it was typed.
    pub fn new(found: &EditionTeams, (form, faults): (&Form, &[Fault]), reader: &Reader) -> TeamsPage {
        let edition = &found.edition;
        let named =
            |id| found.sets.iter().find(|line| Some(line.set.id) == id).map(|line| line.set.name.clone());
        let field = |name: &str, usual: String| {
            let value = if form.ticked(name) { form.raw(name).to_owned() } else { usual };
            Field::with_faults(name, value, faults)
        };
        let size =
            found.cases.first().map_or(5, |(case, _)| (case.size.least + case.size.most).div_ceil(2).max(1));
        let usual = found.people.div_ceil(usize::try_from(size).unwrap_or(5)).max(1);
        let (set_name, teams) = (field("name", String::new()), field("teams", usual.to_string()));
        TeamsPage {
            crumbs: vec![Crumb { label: edition.title.clone(), url: paths::edition(edition.id) }],
            people: found.people,
            sets: found
                .sets
                .iter()
                .map(|line| SetView {
                    name: line.set.name.clone(),
                    url: paths::team_set(line.set.id),
                    teams: line.teams,
                    unplaced: line.unplaced,
                })
                .collect(),
            cases: found
                .cases
                .iter()
                .map(|(case, set)| CaseView {
                    title: case.title.for_reader(reader.language).to_owned(),
                    set: named(*set),
                    least: case.size.least,
                    most: case.size.most,
                })
                .collect(),
            url: paths::team_sets(edition.id),
            wrong: [&set_name, &teams]
                .into_iter()
                .filter(|field| !field.faults.is_empty())
                .cloned()
                .collect(),
            set_name,
            teams,
        }
    }
}

impl View for TeamsPage {
    const TEMPLATE: &'static str = "pages/teams/index";

    fn title(&self) -> Title {
        Title::key("teams-title")
    }

    fn samples() -> Vec<TeamsPage> {
        super::samples::sets()
    }
}
