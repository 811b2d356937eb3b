//! A session as somebody has it who may miss it.

use super::{FileLink, Tone, samples, state};
use crate::absences::actions::Own;
use crate::absences::rules::{FIELD, Phase, WORDS, When as Session, refusal};
use crate::absences::store::DecisionRow;
use crate::attendance::rules::ReasonCode;
use crate::attendance::views::{Telling, When, mode_key, reason_key};
use crate::kernel::{Moment, Problem, dates};
use crate::web::{Choice, Field, Form, Title, View, paths};
use serde::Serialize;

/// What an upload may carry, said before it is sent.
#[derive(Debug, Clone, Copy)]
pub struct Uploads {
    /// In bytes.
    pub most_bytes: usize,
}

/// The page.
#[derive(Debug, Serialize)]
pub struct OwnPage {
    title: String,
    edition: String,
    when: When,
    place: Option<String>,
    mode_key: &'static str,
    schedule_url: &'static str,
    wrong: Vec<Field>,
    told: Option<Told>,
    form: Option<TellingForm>,
    /// Why nothing can be told now, as a key.
    closed_key: Option<String>,
    take_back_url: Option<String>,
    place_url: Option<String>,
}

/// What was told.
#[derive(Debug, Serialize)]
struct Told {
    reason_key: &'static str,
    words: Option<String>,
    file: Option<FileLink>,
    at: String,
    state_key: &'static str,
    tone: Tone,
    help_key: &'static str,
    answer: Option<String>,
}

#[derive(Debug, Serialize)]
struct TellingForm {
    url: String,
    late: bool,
    reason: Field,
    reasons: Vec<Choice>,
    words: Field,
    limit: usize,
    file: Field,
    most_bytes: usize,
    most_megabytes: usize,
}

impl OwnPage {
    /// The page for its reader; with what was typed, when that could not be told.
    pub fn new(
        own: &Own,
        typed: Option<(&Form, &Problem)>,
        uploads: Uploads,
        telling: Telling<'_>,
    ) -> OwnPage {
        let (session, now) = (&own.session, telling.reader.now);
        let when = Session {
            held_on: session.held_on,
            zone: session.time_zone,
            starts_at: session.starts_at,
            cancelled: session.cancelled_at.is_some(),
        };
        let refusal = refusal(when, own.mark.as_ref().map(|mark| mark.status), now);
        let late = when.phase(now) != Phase::InTime;
        let form = (!own.told() && refusal.is_none())
            .then(|| TellingForm::new(own, (late, uploads), typed, telling));
        let page = OwnPage {
            title: own.title.for_reader(telling.reader.language).to_owned(),
            edition: own.edition.clone(),
            when: When::new(session, telling.reader),
            place: session.place.clone(),
            mode_key: mode_key(session.mode),
            schedule_url: paths::SCHEDULE,
            wrong: Vec::new(),
            told: Told::of(own, telling),
            form,
            closed_key: refusal.filter(|_| !own.told()).map(|code| format!("fault-{code}")),
            take_back_url: (own.notice.is_some() && !late).then(|| paths::own_absence_withdrawal(session.id)),
            place_url: (own.has_place && !late).then(|| paths::own_sign_up(session.id)),
        };
        OwnPage { wrong: page.faulty(typed.map(|(_, problem)| problem)), ..page }
    }

    /// The fields at fault; what is wrong with telling at all stands at the head of the page.
    fn faulty(&self, problem: Option<&Problem>) -> Vec<Field> {
        let Some(problem) = problem else { return Vec::new() };
        let mut fields = vec![Field::with_faults(FIELD, "", &problem.faults)];
        fields.iter_mut().for_each(|field| field.id = FIELD.to_owned());
        if let Some(form) = &self.form {
            fields.extend([&form.reason, &form.words, &form.file].map(Clone::clone));
        }
        fields.retain(|field| !field.faults.is_empty());
        fields
    }
}

impl Told {
    fn of(own: &Own, telling: Telling<'_>) -> Option<Told> {
        let notice = own.notice.as_ref()?;
        let (state_key, tone) = state(notice, own.decision.as_ref(), own.session.held_on);
        let said = |at: Moment| dates::day_and_time(telling.reader.language, at, own.session.time_zone);
        Some(Told {
            reason_key: reason_key(notice.reason),
            words: notice.words.clone(),
            file: FileLink::of(notice),
            at: said(notice.given_at),
            state_key,
            tone,
            help_key: help_key(own, own.decision.as_ref()),
            answer: own.decision.as_ref().and_then(|one| one.words.clone()),
        })
    }
}

fn help_key(own: &Own, decision: Option<&DecisionRow>) -> &'static str {
    if own.notice.is_some() && !own.told() {
        return "absences-help-moved";
    }
    let late = own.notice.as_ref().is_some_and(|notice| notice.late);
    match (late, decision.map(|one| one.accepted)) {
        (false, _) => "absences-help-early",
        (true, None) => "absences-help-late",
        (true, Some(true)) => "absences-help-accepted",
        (true, Some(false)) => "absences-help-refused",
    }
}

impl TellingForm {
    fn new(
        own: &Own,
        (late, uploads): (bool, Uploads),
        typed: Option<(&Form, &Problem)>,
        telling: Telling<'_>,
    ) -> TellingForm {
        let field = |name: &str| match typed {
            Some((form, problem)) => Field::typed(name, form, problem),
            None => Field::empty(name),
        };
        let reason = field("reason");
        let choice =
            |one: &ReasonCode| Choice::new(one.as_str(), telling.say(reason_key(*one)), &reason.value);
        TellingForm {
            url: paths::own_absence(own.session.id),
            late,
            reasons: ReasonCode::ALL.iter().map(choice).collect(),
            reason,
            words: field("words"),
            limit: WORDS,
            // A file cannot be shown again; only what was wrong with it.
            file: Field { value: String::new(), ..field("file") },
            most_bytes: uploads.most_bytes,
            most_megabytes: uploads.most_bytes / (1024 * 1024),
        }
    }
}

impl View for OwnPage {
    const TEMPLATE: &'static str = "pages/absences/own";

    fn title(&self) -> Title {
        Title::text(&self.title)
    }

    fn samples() -> Vec<OwnPage> {
        let (say, reader) = (|key: &str| key.to_owned(), samples::reader());
        let telling = Telling { reader: &reader, say: &say };
        let uploads = Uploads { most_bytes: 20 * 1024 * 1024 };
        let (owns, problem) = (samples::owns(), samples::mistakes());
        let form = Form::of(&[("reason", "other"), ("words", "")]);
        let mut pages: Vec<OwnPage> =
            owns.iter().map(|own| OwnPage::new(own, None, uploads, telling)).collect();
        pages.extend(owns.first().map(|own| OwnPage::new(own, Some((&form, &problem)), uploads, telling)));
        pages
    }
}
