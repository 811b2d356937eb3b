//! Forms: one session, and below a whole timetable.

mod plan;

pub use plan::{PlanForm, WEEKDAYS};

use super::timetable::Crumb;
use super::{Telling, mode_key};
use crate::attendance::actions::Setting;
use crate::attendance::rules::SessionMode;
use crate::attendance::store::sessions::SessionRow;
use crate::kernel::{PersonId, Problem, SessionId, dates};
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// The fields of the form, in its order.
const FIELDS: [&str; 10] = [
    "activity",
    "held_on",
    "starts",
    "ends",
    "mode",
    "place",
    "link",
    "trainer",
    "trainees",
    "despite_reason",
];

/// The form of a session, new or existing.
#[derive(Debug, Serialize)]
pub struct SessionForm {
    crumbs: Vec<Crumb>,
    about: About,
    action_url: String,
    activity: Field,
    activities: Vec<Choice>,
    held_on: Field,
    starts: Field,
    ends: Field,
    mode: Field,
    modes: Vec<Choice>,
    place: Field,
    link: Field,
    trainer: Field,
    trainers: Vec<Choice>,
    day_off: Option<String>,
    clash: Option<Clash>,
    fields: Vec<Field>,
    cancellation: Option<Cancellation>,
}

/// What both forms say of their edition.
#[derive(Debug, Serialize)]
struct About {
    edition: String,
    term: String,
    city: &'static str,
}

/// People who are asked elsewhere at the time, and the box by which the session is held nevertheless.
#[derive(Debug, Serialize)]
struct Clash {
    trainees: Field,
    despite: Field,
    ticked: bool,
    reason: Field,
}

impl Clash {
    /// Shown where somebody is, and where the box was ticked already.
    fn typed(form: &Form, problem: &Problem) -> Option<Clash> {
        let field = |name| Field::typed(name, form, problem);
        let ticked = form.ticked("despite");
        let clash = Clash {
            trainees: field("trainees"),
            despite: field("despite"),
            ticked,
            reason: field("despite_reason"),
        };
        (ticked || !clash.trainees.faults.is_empty()).then_some(clash)
    }
}

#[derive(Debug, Serialize)]
struct Cancellation {
    url: String,
    reason: Field,
}

impl SessionForm {
    /// An empty form.
    pub fn new(setting: &Setting, telling: Telling<'_>) -> SessionForm {
        let form = Form::of(&[("mode", SessionMode::InPerson.as_str())]);
        SessionForm::typed(setting, (&form, &Problem::invalid(Vec::new())), telling)
    }

    /// The form as it was typed, with its faults.
    pub fn typed(setting: &Setting, (form, problem): (&Form, &Problem), telling: Telling<'_>) -> SessionForm {
        let field = |name| Field::typed(name, form, problem);
        let fields: Vec<Field> = FIELDS.map(field).into();
        let activities = setting.activities.iter().map(|activity| {
            let title = activity.title.0.for_reader(telling.reader.language);
            Choice::new(activity.id, title, form.raw("activity"))
        });
        let modes = SessionMode::ALL
            .iter()
            .map(|mode| Choice::new(mode.as_str(), telling.say(mode_key(*mode)), form.raw("mode")));
        SessionForm {
            crumbs: crumbs(setting, telling),
            about: About::new(setting, telling),
            action_url: paths::edition_sessions(setting.edition.id),
            activity: field("activity"),
            activities: activities.collect(),
            held_on: field("held_on"),
            starts: field("starts"),
            ends: field("ends"),
            mode: field("mode"),
            modes: modes.collect(),
            place: field("place"),
            link: field("link"),
            trainer: field("trainer"),
            trainers: trainers(setting, form),
            day_off: None,
            clash: Clash::typed(form, problem),
            fields,
            cancellation: None,
        }
    }

    /// The form of an existing session, with the way to cancel it.
    pub fn of(session: &SessionRow, setting: &Setting, telling: Telling<'_>) -> SessionForm {
        let trainer = session.trainer_id.map(|PersonId(id)| id.to_string()).unwrap_or_default();
        let form = Form::of(&[
            ("activity", &session.activity_id.to_string()),
            ("held_on", &session.held_on.to_string()),
            ("starts", &dates::time(session.starts_local)),
            ("ends", &dates::time(session.ends_local)),
            ("mode", session.mode.as_str()),
            ("place", session.place.as_deref().unwrap_or_default()),
            ("link", session.link.as_deref().unwrap_or_default()),
            ("trainer", &trainer),
        ]);
        let typed = SessionForm::typed(setting, (&form, &Problem::invalid(Vec::new())), telling);
        typed.editing(session.id, Field::empty("reason"))
    }

    /// The same form with what the day off is called that the session is held on.
    pub fn on_day_off(self, day_off: Option<String>) -> SessionForm {
        SessionForm { day_off, ..self }
    }

    /// The same form for changing a session.
    pub fn editing(mut self, session: SessionId, reason: Field) -> SessionForm {
        self.action_url = paths::edit_session(session);
        if !reason.faults.is_empty() {
            self.fields.push(reason.clone());
        }
        self.cancellation = Some(Cancellation { url: paths::session_cancellation(session), reason });
        self
    }
}

impl About {
    fn new(setting: &Setting, telling: Telling<'_>) -> About {
        let (edition, language) = (&setting.edition, telling.reader.language);
        About {
            edition: edition.title.clone(),
            term: dates::period(language, edition.starts_on, edition.ends_on),
            city: dates::zone_city(language, edition.time_zone),
        }
    }

    fn sample() -> About {
        About {
            edition: "2-й поток".into(), term: "1 сентября – 30 ноября 2026 г.".into(), city: "Иркутску"
        }
    }
}

fn crumbs(setting: &Setting, telling: Telling<'_>) -> Vec<Crumb> {
    let edition = &setting.edition;
    vec![
        Crumb { label: edition.title.clone(), url: paths::edition(edition.id) },
        Crumb { label: telling.say("attendance-sessions-title"), url: paths::edition_sessions(edition.id) },
    ]
}

fn trainers(setting: &Setting, form: &Form) -> Vec<Choice> {
    let choice = |(id, name): &(PersonId, crate::kernel::PersonName)| {
        Choice::new(id, name.full(), form.raw("trainer"))
    };
    setting.trainers.iter().map(choice).collect()
}

impl View for SessionForm {
    const TEMPLATE: &'static str = "pages/attendance/session_form";

    fn title(&self) -> Title {
        Title::key(if self.cancellation.is_some() { "attendance-edit-title" } else { "attendance-new-title" })
    }

    fn samples() -> Vec<SessionForm> {
        let choice = || Choice::new("1", "Волонтёр в учреждении: практикум", "1");
        let empty = || SessionForm {
            crumbs: Vec::new(),
            about: About::sample(),
            action_url: paths::EDITIONS.into(),
            activity: Field::filled("activity", "1"),
            activities: vec![choice()],
            held_on: Field::empty("held_on"),
            starts: Field::empty("starts"),
            ends: Field::empty("ends"),
            mode: Field::filled("mode", "in_person"),
            modes: vec![choice()],
            place: Field::empty("place"),
            link: Field::empty("link"),
            trainer: Field::empty("trainer"),
            trainers: vec![choice()],
            day_off: None,
            clash: None,
            fields: Vec::new(),
            cancellation: None,
        };
        let fault = |name, code| {
            let fault =
                crate::kernel::Fault::new(name, code).with("title", "Игра").with("edition", "1-й поток");
            let fault = fault
                .with("when", "сб, 21 ноября, 10:00–13:00")
                .with("from", "01.09.2026")
                .with("to", "30.11.2026")
                .with("what", "Уроки")
                .with("time", "02:30");
            let fault =
                fault.with("count", "5").with("names", "Ли А. В., Ким О. В., Цой В. Р.").with("more", "2");
            Field { faults: vec![fault], ..Field::filled(name, "…") }
        };
        let mut wrong = empty().editing(SessionId(1), fault("reason", "session-has-marks"));
        wrong.fields = vec![
            fault("activity", "session-has-marks"),
            fault("held_on", "outside-edition"),
            fault("ends", "end-not-after-start"),
            fault("place", "place-busy"),
            fault("place", "place-needed"),
            fault("link", "link-needed"),
            fault("link", "not-a-link"),
            fault("trainer", "trainer-busy"),
            fault("starts", "closed-hours"),
            fault("starts", "time-left-out"),
            fault("trainees", "trainees-busy"),
        ];
        let clash = Clash {
            trainees: fault("trainees", "trainees-busy"),
            despite: Field::empty("despite"),
            ticked: true,
            reason: fault("despite_reason", "required"),
        };
        wrong.clash = Some(clash);
        vec![empty(), wrong.on_day_off(Some("День народного единства".into()))]
    }
}
