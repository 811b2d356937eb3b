//! The pages of organisations.

use super::actions::{Listed, Shown};
use super::rules::{Draft, Sector};
use crate::kernel::{Fault, OrganisationId};
use crate::web::paging::Part;
use crate::web::{Choice, Field, Say, Title, View, paths};
use serde::Serialize;

/// The list.
#[derive(Debug, Serialize)]
pub struct Index {
    search: Field,
    search_url: &'static str,
    new_url: &'static str,
    holidays_url: &'static str,
    countries_url: &'static str,
    paper_templates_url: &'static str,
    /// The keys of digital credentials, for the site's administrators.
    keys_url: Option<&'static str>,
    rows: Vec<Row>,
    searched: bool,
    count: usize,
    first_url: Option<String>,
    further_url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Row {
    url: String,
    name: String,
    short_name: Option<String>,
    parent: Option<String>,
    depth: usize,
    sector_key: String,
    city: String,
    people: i64,
}

impl Index {
    /// The list, as searched, after one of its rows.
    pub fn new(listed: Vec<Listed>, wanted: &str, after: Option<OrganisationId>) -> Index {
        let part = Part::after(listed, after, |listed| listed.row.id);
        Index {
            search: Field::filled("q", wanted),
            search_url: paths::ORGANISATIONS,
            new_url: paths::NEW_ORGANISATION,
            holidays_url: paths::HOLIDAYS,
            countries_url: paths::COUNTRIES,
            paper_templates_url: paths::PAPER_TEMPLATES,
            keys_url: None,
            searched: !wanted.is_empty(),
            count: part.count,
            first_url: part.later.then(|| paths::organisations_list(wanted, None)),
            further_url: part.next_after.map(|last| paths::organisations_list(wanted, Some(last))),
            rows: part.rows.into_iter().map(row).collect(),
        }
    }

    /// The list with the way to the keys of digital credentials, for whoever may change them.
    pub fn with_keys(self, shown: bool) -> Index {
        Index { keys_url: shown.then_some(paths::CREDENTIAL_KEYS), ..self }
    }
}

fn row(listed: Listed) -> Row {
    let organisation = listed.row;
    Row {
        url: paths::organisation(organisation.id),
        short_name: Some(organisation.short_name).filter(|short| *short != organisation.name),
        name: organisation.name,
        parent: listed.parent,
        depth: listed.depth.min(4),
        sector_key: sector_key(organisation.sector),
        city: organisation.city.unwrap_or_default(),
        people: listed.people,
    }
}

/// The Fluent key of a sector.
pub fn sector_key(sector: Sector) -> String {
    format!("organisations-sector-{}", sector.as_str().replace('_', "-"))
}

impl View for Index {
    const TEMPLATE: &'static str = "pages/organisations/index";

    fn title(&self) -> Title {
        Title::key("organisations-index-title")
    }

    fn samples() -> Vec<Index> {
        let sample = Row {
            url: paths::organisation(OrganisationId(1)),
            name: "Городской волонтёрский центр".into(),
            short_name: Some("ГВЦ".into()),
            parent: Some("Министерство".into()),
            depth: 1,
            sector_key: sector_key(Sector::State),
            city: "Иркутск".into(),
            people: 12,
        };
        let none = |wanted| Index::new(Vec::new(), wanted, None);
        let with_rows = Index {
            rows: vec![sample],
            count: 101,
            first_url: Some(paths::organisations_list("центр", None)),
            further_url: Some(paths::organisations_list("центр", Some(OrganisationId(7)))),
            ..none("центр")
        };
        vec![with_rows, none("нет такой"), none("")]
    }
}

/// One organisation: a form for those who may change it, facts for others.
#[derive(Debug, Serialize)]
pub struct Edit {
    /// An organisation that exists.
    existing: bool,
    heading: String,
    may_change: bool,
    url: String,
    list_url: &'static str,
    same_url: Option<String>,
    /// Which country it is in, once it exists.
    country_url: Option<String>,
    registers_url: Option<String>,
    levels_url: Option<String>,
    mentors_url: Option<String>,
    licences_url: Option<String>,
    form: EditForm,
    fields: Vec<Field>,
}

#[derive(Debug, Serialize)]
struct EditForm {
    name: Field,
    short_name: Field,
    sector: Field,
    sectors: Vec<Choice>,
    parent: Field,
    parents: Vec<Choice>,
    city: Field,
    licence: Field,
    head_post: Field,
    head_name: Field,
}

/// Organisations to choose from: id and short name.
pub type Parents = [(OrganisationId, String)];

impl Edit {
    /// A form for a new organisation, as typed so far.
    pub fn new(draft: &Draft, faults: &[Fault], parents: &Parents, say: Say<'_>) -> Edit {
        let form = EditForm::new(draft, faults, parents, say);
        Edit {
            existing: false,
            heading: String::new(),
            may_change: true,
            url: paths::ORGANISATIONS.to_owned(),
            list_url: paths::ORGANISATIONS,
            same_url: same_url(faults),
            country_url: None,
            registers_url: None,
            levels_url: None,
            mentors_url: None,
            licences_url: None,
            fields: form.fields(),
            form,
        }
    }

    /// An organisation that exists, with what was typed into its form.
    pub fn of(shown: &Shown, draft: &Draft, faults: &[Fault], say: Say<'_>) -> Edit {
        Edit {
            existing: true,
            heading: shown.row.name.clone(),
            may_change: shown.may_change,
            url: paths::organisation(shown.row.id),
            country_url: Some(paths::organisation_country(shown.row.id)),
            registers_url: shown.may_change.then(|| paths::registers(shown.row.id)),
            levels_url: shown.may_change.then(|| paths::level_rule(shown.row.id)),
            mentors_url: shown.may_change.then(|| paths::mentors(shown.row.id)),
            licences_url: shown.may_change.then(|| paths::licences(shown.row.id)),
            ..Edit::new(draft, faults, &shown.parents, say)
        }
    }
}

/// The organisation that has the wanted name already, so that the reader can open it.
fn same_url(faults: &[Fault]) -> Option<String> {
    let fault = faults.iter().find(|fault| fault.code == "organisation-exists")?;
    let (_, id) = fault.args.iter().find(|(name, _)| name == "id")?;
    Some(paths::organisation(id.parse().ok()?))
}

impl EditForm {
    fn new(draft: &Draft, faults: &[Fault], parents: &Parents, say: Say<'_>) -> EditForm {
        let field = |name: &str, value: &str| Field::with_faults(name, value, faults);
        let sectors = Sector::ALL.iter();
        EditForm {
            name: field("name", &draft.name),
            short_name: field("short_name", &draft.short_name),
            sector: field("sector", &draft.sector),
            sectors: sectors
                .map(|sector| Choice::new(sector.as_str(), say(&sector_key(*sector)), &draft.sector))
                .collect(),
            parent: field("parent", &draft.parent),
            parents: parents.iter().map(|(id, name)| Choice::new(id, name, &draft.parent)).collect(),
            city: field("city", &draft.city),
            licence: field("licence", &draft.licence),
            head_post: field("head_post", &draft.head_post),
            head_name: field("head_name", &draft.head_name),
        }
    }

    fn fields(&self) -> Vec<Field> {
        let all = [&self.name, &self.short_name, &self.sector, &self.parent, &self.city, &self.licence];
        let rest = [&self.head_post, &self.head_name];
        all.into_iter().chain(rest).filter(|field| !field.faults.is_empty()).cloned().collect()
    }
}

impl View for Edit {
    const TEMPLATE: &'static str = "pages/organisations/edit";

    fn title(&self) -> Title {
        if self.existing { Title::text(&self.heading) } else { Title::key("organisations-new-title") }
    }

    fn samples() -> Vec<Edit> {
        let say = |key: &str| key.to_owned();
        let parents = [(OrganisationId(1), "Министерство".to_owned())];
        let faults = [
            Fault::new("name", "organisation-exists").with("name", "Фонд «Рядом»").with("id", 3),
            Fault::new("parent", "organisation-under-itself"),
        ];
        let draft = Draft { name: "Фонд «Рядом»".into(), parent: "1".into(), ..Draft::default() };
        let existing = |may_change| Edit {
            existing: true,
            heading: "Фонд «Рядом»".into(),
            may_change,
            country_url: Some(paths::organisation_country(OrganisationId(3))),
            registers_url: may_change.then(|| paths::registers(OrganisationId(1))),
            levels_url: may_change.then(|| paths::level_rule(OrganisationId(1))),
            mentors_url: may_change.then(|| paths::mentors(OrganisationId(1))),
            licences_url: may_change.then(|| paths::licences(OrganisationId(1))),
            ..Edit::new(&draft, &[], &parents, &say)
        };
        vec![Edit::new(&draft, &faults, &parents, &say), existing(true), existing(false)]
    }
}
