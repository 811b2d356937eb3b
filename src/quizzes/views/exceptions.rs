//! The exceptions from a setup, and the form of a further one.

use super::parts::Link;
use super::samples;
use super::sections::Say;
use super::setups::edge;
use crate::kernel::{Fault, dates};
use crate::quizzes::actions::{Desk, Excepting};
use crate::quizzes::rules::draft::Draft;
use crate::quizzes::store::overrides::OverrideRow;
use crate::web::{Choice, Field, Reader, Title, View, paths};
use serde::Serialize;
use std::collections::BTreeMap;

/// The page.
#[derive(Debug, Serialize)]
pub struct Exceptions {
    crumbs: Vec<Link>,
    quiz: String,
    zone: &'static str,
    url: String,
    rows: Vec<Row>,
    form: BTreeMap<&'static str, Field>,
    trainees: Vec<Choice>,
    senders: Vec<Choice>,
    wrong: Vec<Field>,
}

#[derive(Debug, Serialize)]
struct Row {
    whom: String,
    reason: String,
    opens: Option<String>,
    closes: Option<String>,
    minutes: Option<i32>,
    attempts: Option<u32>,
    when: String,
    revocation_url: String,
}

const FIELDS: [&str; 8] =
    ["whom", "opens_on", "opens_at", "closes_on", "closes_at", "time_limit_minutes", "attempts", "reason"];

impl Exceptions {
    /// The exceptions of a quiz with a form as it was typed.
    pub fn new(
        (desk, excepting): (&Desk, &Excepting),
        (draft, ticked, faults): (&Draft, &[String], &[Fault]),
        reader: &Reader,
        say: Say<'_>,
    ) -> Exceptions {
        let (edition, quiz) = (desk.edition.id, desk.quiz);
        let field = |name: &&'static str| (*name, Field::with_faults(name, draft.text(name), faults));
        let form: BTreeMap<&'static str, Field> = FIELDS.iter().map(field).collect();
        let choice =
            |value: String, label: String| Choice { selected: ticked.contains(&value), value, label };
        let trainees = excepting.trainees.iter();
        let senders = excepting.senders.iter();
        Exceptions {
            crumbs: vec![
                Link { label: desk.edition.title.clone(), url: paths::edition(edition) },
                Link { label: say("setups-list-title"), url: paths::quiz_setups(edition) },
            ],
            quiz: desk.title.for_reader(reader.language).to_owned(),
            zone: desk.edition.time_zone.name(),
            url: paths::quiz_exceptions(edition, quiz),
            rows: excepting.rows.iter().map(|row| line(row, (desk, excepting), reader)).collect(),
            trainees: trainees.map(|(id, name)| choice(format!("trainee-{id}"), name.full())).collect(),
            senders: senders.map(|(id, name)| choice(format!("sender-{id}"), name.clone())).collect(),
            wrong: form.values().filter(|field| !field.faults.is_empty()).cloned().collect(),
            form,
        }
    }
}

fn line(row: &OverrideRow, (desk, excepting): (&Desk, &Excepting), reader: &Reader) -> Row {
    let trainee = excepting.trainees.iter().find(|(id, _)| Some(*id) == row.enrolment_id);
    let sender = excepting.senders.iter().find(|(id, _)| Some(*id) == row.organisation_id);
    let whom = trainee.map(|(_, name)| name.full()).or(sender.map(|(_, name)| name.clone()));
    let changes = &row.changes.0;
    Row {
        whom: whom.unwrap_or_else(|| "–".to_owned()),
        reason: row.reason.clone(),
        opens: edge(changes.opens, &desk.edition, reader.language),
        closes: edge(changes.closes, &desk.edition, reader.language),
        minutes: changes.time_limit.map(|limit| limit.0),
        attempts: changes.attempts,
        when: dates::day_and_time(reader.language, row.set_at, desk.edition.time_zone),
        revocation_url: paths::quiz_exception_revocation(desk.edition.id, desk.quiz, row.id),
    }
}

impl View for Exceptions {
    const TEMPLATE: &'static str = "pages/quizzes/exceptions";

    fn title(&self) -> Title {
        Title::with("setups-exceptions-title", vec![("quiz", self.quiz.clone())])
    }

    fn samples() -> Vec<Exceptions> {
        let (desk, excepting, say) = (samples::desk(), samples::excepting(), |key: &str| key.to_owned());
        let (empty, faults) =
            (Draft::default(), [Fault::new("reason", "required"), Fault::new("whom", "choose-some")]);
        let ticked = ["trainee-3".to_owned()];
        vec![
            Exceptions::new((&desk, &excepting), (&empty, &[], &[]), &samples::reader(), &say),
            Exceptions::new((&desk, &Excepting::default()), (&empty, &[], &faults), &samples::reader(), &say),
            Exceptions::new((&desk, &excepting), (&empty, &ticked, &faults), &samples::reader(), &say),
        ]
    }
}
