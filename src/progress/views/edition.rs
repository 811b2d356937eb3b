//! «Поток»: an edition at a glance, what waits to be done, and its people.

mod samples;

use crate::editions::rules::{AttendanceBase, Scope};
use crate::kernel::{EditionId, Localised, Minutes, Moment, Permille, ZoneName, dates};
use crate::progress::actions::overview::{Overview, Tasks, Trainee};
use crate::progress::rules::overview::{self as rules, Missing, Risk, Summary};
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// How many people stand on one page.
const PAGE: usize = 100;

/// Which people are shown, in which order, from which page on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Showing {
    /// Which.
    pub show: Show,
    /// In which order.
    pub sort: Sort,
    /// The page, from 0.
    pub page: usize,
}

/// Which people are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Show {
    /// Everybody.
    #[default]
    All,
    /// Those at risk.
    Risk,
    /// Those who have met the rule.
    Ready,
}

/// In which order people stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// Least of the conditions first.
    Conditions,
    /// Least attendance first.
    Attendance,
    /// Fewest hours first.
    Hours,
    /// Longest unseen first.
    Seen,
}

impl Show {
    const ALL: [Show; 3] = [Show::All, Show::Risk, Show::Ready];

    fn as_str(self) -> &'static str {
        match self {
            Show::All => "all",
            Show::Risk => "risk",
            Show::Ready => "ready",
        }
    }

    /// The choice of an address; anything unknown shows everybody.
    pub fn parse(text: &str) -> Show {
        Show::ALL.into_iter().find(|show| show.as_str() == text).unwrap_or_default()
    }

    fn includes(self, summary: &Summary) -> bool {
        match self {
            Show::All => true,
            Show::Risk => summary.risk.is_some(),
            Show::Ready => summary.is_ready(),
        }
    }
}

impl Sort {
    const ALL: [Sort; 5] = [Sort::Name, Sort::Conditions, Sort::Attendance, Sort::Hours, Sort::Seen];

    fn as_str(self) -> &'static str {
        match self {
            Sort::Name => "name",
            Sort::Conditions => "conditions",
            Sort::Attendance => "attendance",
            Sort::Hours => "hours",
            Sort::Seen => "seen",
        }
    }

    /// The choice of an address; anything unknown sorts by name.
    pub fn parse(text: &str) -> Sort {
        Sort::ALL.into_iter().find(|sort| sort.as_str() == text).unwrap_or_default()
    }

    /// People come sorted by name, and a stable sort keeps that order among equals.
    fn apply(self, people: &mut [&Trainee]) {
        match self {
            Sort::Name => {}
            Sort::Conditions => people.sort_by_key(|one| one.summary.met),
            Sort::Attendance => people.sort_by_key(|one| one.summary.attended),
            Sort::Hours => people.sort_by_key(|one| one.summary.credited),
            Sort::Seen => people.sort_by_key(|one| one.summary.last_seen),
        }
    }
}

/// The page.
#[derive(Debug, Serialize)]
pub struct Edition {
    heading: String,
    programme: String,
    term: String,
    stage_key: String,
    running: bool,
    trainers: Option<String>,
    own_people_only: bool,
    list_url: &'static str,
    tabs: Vec<Tab>,
    figures: Vec<Figure>,
    needed_percent: i32,
    quiet_days: i64,
    active_days: i64,
    tasks: Vec<Task>,
    nothing_to_do: bool,
    empty: bool,
    enrol_url: Option<String>,
    filters: Vec<Filter>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    none_shown: bool,
    previous_url: Option<String>,
    next_url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Tab {
    label_key: &'static str,
    url: String,
    current: bool,
}

#[derive(Debug, Serialize)]
struct Figure {
    label_key: &'static str,
    value: String,
    of: Option<i32>,
    attention: bool,
}

/// A message with its arguments.
#[derive(Debug, Clone, Serialize)]
struct Said {
    key: &'static str,
    args: Vec<(&'static str, String)>,
}

#[derive(Debug, Serialize)]
struct Task {
    said: Said,
    url: Option<String>,
}

#[derive(Debug, Serialize)]
struct Filter {
    label_key: String,
    url: String,
    count: usize,
    current: bool,
}

#[derive(Debug, Serialize)]
struct Column {
    label_key: String,
    sort_url: String,
    sorted: bool,
    number: bool,
}

#[derive(Debug, Serialize)]
struct Row {
    name: String,
    url: Option<String>,
    email: String,
    organisation: Option<String>,
    conditions: Said,
    has_attended: bool,
    attended: i32,
    hours: Said,
    hours_url: String,
    seen: Option<String>,
    invited: bool,
    ready: bool,
    has_document: bool,
    risk: Option<Said>,
    missing: Vec<Said>,
    withdraw_url: Option<String>,
}

impl Edition {
    /// The page for a reader, as shown and sorted.
    pub fn new(overview: &Overview, showing: Showing, reader: &Reader) -> Edition {
        let (id, edition) = (overview.edition.id, &overview.edition);
        let people: Vec<&Trainee> = overview.people.iter().collect();
        let mut shown: Vec<&Trainee> = people.clone();
        shown.retain(|one| showing.show.includes(&one.summary));
        showing.sort.apply(&mut shown);
        let page_url = |page| paths::edition_people(id, showing.show.as_str(), showing.sort.as_str(), page);
        let rows = shown.iter().skip(showing.page * PAGE).take(PAGE);
        let tasks = tasks(overview, reader);
        let everyone = overview.scope == Scope::Everyone;
        Edition {
            heading: edition.title.clone(),
            programme: overview.version.title.0.for_reader(reader.language).to_owned(),
            term: dates::period(reader.language, edition.starts_on, edition.ends_on),
            stage_key: format!("overview-stage-{}", overview.stage.as_str()),
            running: overview.stage.as_str() == "running",
            trainers: Some(trainers(overview)).filter(|names| !names.is_empty()),
            own_people_only: !everyone,
            list_url: paths::EDITIONS,
            tabs: tabs(id, everyone, overview.administers),
            figures: figures(overview, everyone),
            needed_percent: edition.rule.0.attendance.as_percent(),
            quiet_days: rules::QUIET_DAYS,
            active_days: rules::ACTIVE_DAYS,
            nothing_to_do: tasks.is_empty(),
            tasks,
            empty: people.is_empty(),
            enrol_url: overview.administers.then(|| paths::new_enrolment(id)),
            filters: filters(id, &people, showing),
            columns: columns(id, showing),
            none_shown: shown.is_empty(),
            rows: rows.map(|one| row(one, overview, reader)).collect(),
            previous_url: (showing.page > 0).then(|| page_url(showing.page - 1)),
            next_url: (shown.len() > (showing.page + 1) * PAGE).then(|| page_url(showing.page + 1)),
        }
    }
}

fn trainers(overview: &Overview) -> String {
    let names: Vec<String> = overview.trainers.iter().map(|(_, name)| name.surname_and_initials()).collect();
    names.join(", ")
}

fn tabs(id: EditionId, everyone: bool, administers: bool) -> Vec<Tab> {
    let tab = |label_key, url| Tab { label_key, url, current: false };
    let mut tabs = vec![Tab { current: true, ..tab("overview-tab-people", paths::edition(id)) }];
    tabs.push(tab("overview-tab-hours", paths::edition_hours(id)));
    if everyone {
        tabs.push(tab("overview-tab-sessions", paths::edition_sessions(id)));
        tabs.push(tab("appointments-desk-title", paths::edition_appointments(id)));
        tabs.push(tab("attendance-papers-title", paths::attendance_matrix(id)));
        tabs.push(tab("reminders-tab", paths::edition_reminders(id)));
        tabs.push(tab("overview-tab-quizzes", paths::edition_quizzes(id)));
        tabs.push(tab("overview-tab-cases", paths::edition_cases(id)));
        tabs.push(tab("overview-tab-site-cases", paths::edition_site_cases(id)));
        tabs.push(tab("overview-tab-teams", paths::team_sets(id)));
        tabs.push(tab("overview-tab-live", paths::live_quizzes(id)));
    }
    tabs.push(tab("overview-tab-training", paths::edition_training(id)));
    if !everyone {
        tabs.push(tab("attendance-papers-title", paths::attendance_matrix(id)));
    }
    if administers {
        tabs.push(tab("overview-tab-enrolment", paths::new_enrolment(id)));
        tabs.push(tab("overview-tab-import", paths::new_enrolment_import(id)));
        tabs.push(tab("entry-condition-title", paths::entry_condition(id)));
        tabs.push(tab("orders-title", paths::edition_orders(id)));
        tabs.push(tab("overview-tab-issue", paths::issue(id)));
        tabs.push(tab("overview-tab-settings", paths::edit_edition(id)));
    }
    tabs
}

fn figures(overview: &Overview, everyone: bool) -> Vec<Figure> {
    let count = |wanted: fn(&Trainee) -> bool| overview.people.iter().filter(|one| wanted(one)).count();
    let figure = |label_key, number: usize| Figure {
        label_key,
        value: number.to_string(),
        of: None,
        attention: false,
    };
    let at_risk = count(|one| one.summary.risk.is_some());
    let capacity = everyone.then_some(overview.edition.capacity);
    vec![
        Figure { of: capacity, ..figure("overview-figure-people", overview.people.len()) },
        figure("overview-figure-active", count(|one| one.summary.active)),
        Figure { attention: at_risk > 0, ..figure("overview-figure-risk", at_risk) },
        figure("overview-figure-ready", count(|one| one.summary.is_ready())),
    ]
}

fn said(key: &'static str, args: &[(&'static str, String)]) -> Said {
    Said { key, args: args.to_vec() }
}

fn counted(key: &'static str, count: impl ToString) -> Said {
    said(key, &[("count", count.to_string())])
}

/// What waits to be done, in the order of urgency; administrators find what only they can do.
fn tasks(overview: &Overview, reader: &Reader) -> Vec<Task> {
    let Tasks { today, unmarked, ungraded, to_issue, never_signed_in, nothing_planned } = &overview.tasks;
    let id = overview.edition.id;
    let mut tasks: Vec<Task> = Vec::new();
    let mut add = |wanted: bool, said: Said, url: Option<String>| {
        if wanted {
            tasks.push(Task { said, url });
        }
    };
    for (session, starts_at, title) in today {
        let time = dates::time(starts_at.local(overview.edition.time_zone).time());
        let args = [("time", time), ("title", title.for_reader(reader.language).to_owned())];
        add(true, said("overview-task-session", &args), Some(paths::session(*session)));
    }
    let first = unmarked.first().copied();
    add(!unmarked.is_empty(), counted("overview-task-unmarked", unmarked.len()), first.map(paths::session));
    add(*ungraded > 0, counted("overview-task-ungraded", ungraded), Some(paths::GRADING.to_owned()));
    let administers = overview.administers;
    add(administers && *to_issue > 0, counted("overview-task-issue", to_issue), Some(paths::issue(id)));
    add(*nothing_planned, said("overview-task-plan", &[]), Some(paths::edition_sessions(id)));
    let no_trainers = administers && overview.trainers.is_empty();
    add(no_trainers, said("overview-task-trainers", &[]), Some(paths::edit_edition(id)));
    add(*never_signed_in > 0, counted("overview-task-invited", never_signed_in), None);
    tasks
}

fn filters(id: EditionId, people: &[&Trainee], showing: Showing) -> Vec<Filter> {
    let filter = |show: Show| Filter {
        label_key: format!("overview-show-{}", show.as_str()),
        url: paths::edition_people(id, show.as_str(), showing.sort.as_str(), 0),
        count: people.iter().filter(|one| show.includes(&one.summary)).count(),
        current: show == showing.show,
    };
    Show::ALL.map(filter).into()
}

fn columns(id: EditionId, showing: Showing) -> Vec<Column> {
    let column = |sort: Sort| Column {
        label_key: format!("overview-column-{}", sort.as_str()),
        sort_url: paths::edition_people(id, showing.show.as_str(), sort.as_str(), 0),
        sorted: sort == showing.sort,
        number: matches!(sort, Sort::Conditions | Sort::Attendance | Sort::Hours),
    };
    Sort::ALL.map(column).into()
}

fn row(trainee: &Trainee, overview: &Overview, reader: &Reader) -> Row {
    let (who, summary) = (&trainee.row, &trainee.summary);
    let edition = &overview.edition;
    Row {
        name: who.name.full(),
        url: overview.administers.then(|| paths::person(who.person)),
        email: who.email.clone(),
        organisation: who.organisation_name.clone(),
        conditions: of("overview-of", summary.met, summary.conditions),
        has_attended: summary.attended.is_some(),
        attended: summary.attended.map(Permille::as_percent).unwrap_or_default(),
        hours: hours(summary, overview.version.academic_hour),
        hours_url: paths::person_hours(who.enrolment),
        seen: summary.last_seen.map(|at| seen(at, edition.time_zone, reader)),
        invited: !who.has_signed_in,
        ready: summary.is_ready() && !trainee.has_document,
        has_document: trainee.has_document,
        risk: summary.risk.map(risk),
        missing: summary.missing.iter().map(|one| missing(one, reader)).collect(),
        withdraw_url: overview.administers.then(|| paths::withdrawal(edition.id, who.enrolment)),
    }
}

fn of(key: &'static str, have: impl ToString, all: impl ToString) -> Said {
    said(key, &[("have", have.to_string()), ("all", all.to_string())])
}

fn hours(summary: &Summary, academic_hour: Minutes) -> Said {
    let (have, all) =
        (summary.credited.academic_hours(academic_hour), summary.planned.academic_hours(academic_hour));
    of("overview-hours", have.0, all.0)
}

fn seen(at: Moment, zone: ZoneName, reader: &Reader) -> String {
    dates::day(reader.language, at.date_in(zone))
}

fn risk(risk: Risk) -> Said {
    match risk {
        Risk::Attendance { share, needed } => {
            of("overview-risk-attendance", share.as_percent(), needed.as_percent())
        }
        Risk::Quiet { days } => counted("overview-risk-quiet", days),
    }
}

fn missing(missing: &Missing, reader: &Reader) -> Said {
    let titled = |one: &'static str, many: &'static str, titles: &[Localised]| match titles {
        [title] => said(one, &[("title", title.for_reader(reader.language).to_owned())]),
        titles => counted(many, titles.len()),
    };
    match missing {
        Missing::Attendance { base, share, needed } => {
            let key = match base {
                AttendanceBase::Planned => "overview-missing-attendance",
                AttendanceBase::Held => "overview-missing-attendance-held",
            };
            of(key, share.as_percent(), needed.as_percent())
        }
        Missing::Hours { share, needed } => {
            of("overview-missing-hours", share.as_percent(), needed.as_percent())
        }
        Missing::Answer(_) => said("overview-missing-answer", &[]),
        Missing::Quizzes(titles) => titled("overview-missing-quiz", "overview-missing-quizzes", titles),
        Missing::Cases(titles) => titled("overview-missing-case", "overview-missing-cases", titles),
    }
}

impl View for Edition {
    const TEMPLATE: &'static str = "pages/progress/edition";

    fn title(&self) -> Title {
        Title::text(&self.heading)
    }

    fn samples() -> Vec<Edition> {
        samples::all()
    }
}
