//! The hours of one person, module by module: for the trainee, for staff, and for whoever sent the person.

use super::conditions::Wording;
use super::numbers::{Kind, Numbers, kinds, sample_kinds};
use crate::kernel::{EnrolmentId, Minutes};
use crate::programmes::rules::words::Word as _;
use crate::progress::actions::hours::{ActivityHours, ModuleHours, PersonHours, Viewer};
use crate::render::Words;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct PersonPage {
    name: String,
    crumbs: Vec<Crumb>,
    programme: String,
    /// For the trainee it says «вы».
    own: bool,
    academic_hour: i32,
    all: Numbers,
    all_url: String,
    kinds: Vec<Kind>,
    modules: Vec<ModuleView>,
    /// The programme as the trainee has it; coordinators do not see it.
    course_url: Option<String>,
}

/// A step of the way down to a page.
#[derive(Debug, Clone, Serialize)]
pub struct Crumb {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub url: String,
}

#[derive(Debug, Clone, Serialize)]
struct ModuleView {
    title: String,
    numbers: Numbers,
    url: String,
    activities: Vec<Line>,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    title: String,
    kind_key: String,
    /// Credited, but not asked of the person any more.
    elsewhere: bool,
    numbers: Numbers,
    /// Where the number comes from, where there is one.
    url: Option<String>,
}

impl PersonPage {
    /// The page for a reader.
    pub fn new(data: &PersonHours, reader: &Reader, words: &Words) -> PersonPage {
        let row = &data.row;
        let who = row.enrolment.id;
        let wording = Wording { words, language: reader.language, academic_hour: row.academic_hour };
        let entries = |field, word| Some(paths::hours_entries(who, &[(field, word)]));
        PersonPage {
            name: data.name.full(),
            crumbs: crumbs(data, &wording),
            programme: row.title.0.for_reader(reader.language).to_owned(),
            own: data.viewer == Viewer::Own,
            academic_hour: row.academic_hour.0,
            all: Numbers::of(&data.totals.all, &wording),
            all_url: paths::hours_entries(who, &[]),
            kinds: kinds(&data.totals, &wording, entries),
            modules: data.modules.iter().map(|module| of_module(who, module, &wording)).collect(),
            course_url: (data.viewer != Viewer::Sender).then(|| paths::course(who)),
        }
    }
}

/// The way down to somebody's hours: trainees come from their own, others from those of the edition.
pub fn crumbs(data: &PersonHours, wording: &Wording<'_>) -> Vec<Crumb> {
    let edition = &data.row.edition;
    match data.viewer {
        Viewer::Own => {
            let label = wording.say("progress-hours-title", &[]);
            vec![Crumb { label, url: paths::MY_HOURS.to_owned() }]
        }
        Viewer::Staff | Viewer::Sender => vec![
            Crumb { label: edition.title.clone(), url: paths::edition(edition.id) },
            Crumb { label: wording.say("progress-totals-title", &[]), url: paths::edition_hours(edition.id) },
        ],
    }
}

fn of_module(who: EnrolmentId, module: &ModuleHours, wording: &Wording<'_>) -> ModuleView {
    ModuleView {
        title: module.title.for_reader(wording.language).to_owned(),
        numbers: Numbers::of(&module.hours, wording),
        url: paths::hours_entries(who, &[("module", &module.id.to_string())]),
        activities: module.activities.iter().map(|one| line(who, one, wording)).collect(),
    }
}

fn line(who: EnrolmentId, one: &ActivityHours, wording: &Wording<'_>) -> Line {
    let credited = one.credits.sum();
    let numbers = Numbers::of(&one.hours, wording);
    Line {
        title: one.fact.title.for_reader(wording.language).to_owned(),
        kind_key: format!("progress-nature-{}", one.fact.nature.as_str()),
        elsewhere: !one.theirs,
        numbers: if one.theirs { numbers } else { Numbers { earned: wording.hours(credited), ..numbers } },
        url: (credited != Minutes::ZERO)
            .then(|| paths::hours_entries(who, &[("activity", &one.fact.id.to_string())])),
    }
}

impl View for PersonPage {
    const TEMPLATE: &'static str = "pages/progress/person_hours";

    fn title(&self) -> Title {
        Title::with("progress-person-title", vec![("name", self.name.clone())])
    }

    fn samples() -> Vec<PersonPage> {
        let url = || paths::hours_entries(EnrolmentId(1), &[("activity", "4")]);
        let line = |elsewhere, url| Line {
            title: "Лекция о партнёрстве".into(),
            kind_key: "progress-nature-theory".into(),
            elsewhere,
            numbers: Numbers::sample(),
            url,
        };
        let page = PersonPage {
            name: "Ли Анна".into(),
            crumbs: vec![Crumb { label: "2-й поток".into(), url: "/editions/1".into() }],
            programme: "Эффективное партнёрство".into(),
            own: false,
            academic_hour: 45,
            all: Numbers::sample(),
            all_url: paths::hours_entries(EnrolmentId(1), &[]),
            kinds: sample_kinds(),
            modules: vec![ModuleView {
                title: "Зачем нужны партнёры".into(),
                numbers: Numbers { full: true, ..Numbers::sample() },
                url: url(),
                activities: vec![line(false, Some(url())), line(false, None), line(true, Some(url()))],
            }],
            course_url: Some("/learn/1".into()),
        };
        let own = PersonPage { own: true, ..page.clone() };
        vec![page.clone(), own, PersonPage { course_url: None, modules: Vec::new(), ..page }]
    }
}
