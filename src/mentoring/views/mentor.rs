//! One mentor, for those who accompany them.

use super::forms::{Forms, Refused, Sent};
use super::path::PathView;
use super::{faulty, refusal, samples};
use crate::kernel::Fault;
use crate::mentoring::actions::Path;
use crate::mentoring::rules::StepKind;
use crate::web::{Field, Form, Reader, Say, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct MentorPage {
    board_url: String,
    path: PathView,
    forms: Forms,
    /// What stands in the way of a step that was asked for nevertheless.
    step: Field,
    fields: Vec<Field>,
}

impl MentorPage {
    /// The page; with what was typed into the form that was refused.
    pub fn new(path: &Path, sent: Sent<'_>, reader: &Reader, say: Say<'_>) -> MentorPage {
        let forms = Forms::new(path, reader.now.date_in(reader.zone), sent, say);
        let faults = sent.map(|(_, _, problem)| problem.faults.clone()).unwrap_or_default();
        let step = Field { id: "next-step".to_owned(), ..Field::with_faults("step", "", &faults) };
        let mut fields = faulty(&[&step]);
        fields.extend(faulty(&forms.fields()));
        MentorPage {
            board_url: paths::mentors(path.row.organisation),
            path: PathView::new(path, reader, say),
            forms,
            step,
            fields,
        }
    }
}

impl View for MentorPage {
    const TEMPLATE: &'static str = "pages/mentoring/mentor";

    fn title(&self) -> Title {
        Title::key("mentoring-mentor-title")
    }

    fn samples() -> Vec<MentorPage> {
        let (reader, say) = (samples::reader(), |key: &str| key.to_owned());
        let page = |path: &Path, sent: Sent<'_>| MentorPage::new(path, sent, &reader, &say);
        let mut pages: Vec<MentorPage> = samples::every_path().iter().map(|path| page(path, None)).collect();
        let form = Form::of(&[("kind", "medical"), ("number", "7"), ("recommended", "no"), ("way", "call")]);
        let fault = |field: &str, code| Fault::new(field, code).with("limit", 3);
        let check = refusal(vec![
            fault("dated", "mentoring-date-ahead"),
            fault("valid_until", "mentoring-term-needed"),
            fault("valid_until", "mentoring-term-before"),
        ]);
        let pair = refusal(vec![
            fault("mentee_code", "mentoring-mentee-name"),
            fault("mentee_born_in", "mentoring-mentee-age").with("low", 5).with("high", 23),
            fault("starts_on", "mentoring-start-past"),
            fault("planned_end", "mentoring-end"),
        ]);
        let contact = refusal(vec![
            fault("held_on", "mentoring-before-match"),
            fault("held_on", "mentoring-pair-closed"),
        ]);
        let short =
            refusal(vec![fault("exit_interview", "mentoring-text-short"), fault("reason", "required")]);
        let extension = refusal(vec![
            fault("planned_end", "mentoring-extension"),
            fault("reason", "mentoring-text-short"),
        ]);
        let lacks = samples::every_lack();
        let step = refusal(lacks.iter().map(|lack| lack.fault("step")).collect());
        let at = |state| samples::path(state);
        pages.push(page(&at(StepKind::Applied), Some((Refused::Check, &form, &check))));
        pages.push(page(&at(StepKind::Admitted), Some((Refused::Pair, &form, &pair))));
        pages.push(page(&at(StepKind::Active), Some((Refused::Contact, &form, &contact))));
        pages.push(page(&at(StepKind::Active), Some((Refused::Extension, &form, &extension))));
        pages.push(page(&at(StepKind::Active), Some((Refused::Closure, &form, &short))));
        let late = Reader { now: samples::at_the_end(), ..samples::reader() };
        pages.push(MentorPage::new(&at(StepKind::Active), None, &late, &say));
        pages.push(page(&at(StepKind::Trained), Some((Refused::Interview, &form, &step))));
        pages.push(page(&at(StepKind::Interviewed), Some((Refused::Step, &form, &step))));
        pages
    }
}
