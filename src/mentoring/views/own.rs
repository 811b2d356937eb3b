//! One's own path.

use super::path::PathView;
use super::{Typed, faulty, field, refusal, samples};
use crate::kernel::{Fault, MentorId, OrganisationId};
use crate::mentoring::actions::own::Own;
use crate::mentoring::rules::StepKind;
use crate::web::{Choice, Field, Form, Reader, Say, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct OwnPage {
    url: &'static str,
    data_url: &'static str,
    hours_url: &'static str,
    paths: Vec<OwnPath>,
    fields: Vec<Field>,
    organisation: Field,
    organisations: Vec<Choice>,
    application: Field,
}

#[derive(Debug, Clone, Serialize)]
struct OwnPath {
    path: PathView,
    withdrawal_url: Option<String>,
    reason: Field,
}

/// What was typed into which form: the one of a candidacy, or that of a new application.
pub type Sent<'a> = Option<(Option<MentorId>, Typed<'a>)>;

impl OwnPage {
    /// One's own path, with what was typed into a form that was refused.
    pub fn new(own: &Own, sent: Sent<'_>, reader: &Reader, say: Say<'_>) -> OwnPage {
        let today = reader.now.date_in(reader.zone);
        let typed =
            |of: Option<MentorId>| sent.filter(|(whose, _)| *whose == of).and_then(|(_, typed)| typed);
        let applying = |name: &str| field(typed(None), "apply", name);
        let (organisation, application) = (applying("organisation"), applying("application"));
        let own_path = |path: &crate::mentoring::actions::Path| OwnPath {
            withdrawal_url: path
                .lacks(StepKind::Withdrawn, today)
                .is_empty()
                .then(|| paths::mentor_withdrawal(path.row.id)),
            reason: field(typed(Some(path.row.id)), &format!("withdraw-{}", path.row.id), "reason"),
            path: PathView::new(path, reader, say),
        };
        let paths: Vec<OwnPath> = own.paths.iter().map(own_path).collect();
        let mut fields = faulty(&[&organisation, &application]);
        fields.extend(paths.iter().flat_map(|path| faulty(&[&path.reason])));
        OwnPage {
            url: paths::MY_MENTORING,
            data_url: paths::MY_MENTORING_DATA,
            hours_url: paths::MY_HOURS,
            paths,
            fields,
            organisations: own
                .takers
                .iter()
                .map(|(id, name)| Choice::new(id, name.clone(), &organisation.value))
                .collect(),
            organisation,
            application,
        }
    }
}

impl View for OwnPage {
    const TEMPLATE: &'static str = "pages/mentoring/own";

    fn title(&self) -> Title {
        Title::key("mentoring-own-title")
    }

    fn samples() -> Vec<OwnPage> {
        let (reader, say) = (samples::reader(), |key: &str| key.to_owned());
        let takers = vec![(OrganisationId(1), "Учебный центр «Бірге»".to_owned())];
        let everything = Own { paths: samples::every_path(), takers: takers.clone() };
        let nothing = Own { paths: Vec::new(), takers: Vec::new() };
        let fresh = Own { paths: vec![samples::path(StepKind::Active)], takers };
        let form = Form::of(&[("organisation", "1"), ("application", "Да"), ("reason", "x")]);
        let fault = |field: &str, code| Fault::new(field, code).with("limit", 3);
        let wrong = refusal(vec![
            fault("organisation", "mentoring-no-applications"),
            fault("organisation", "mentoring-applied-already"),
            fault("application", "mentoring-text-short"),
            fault("reason", "mentoring-pair-first"),
            fault("reason", "mentoring-no-step"),
        ]);
        let page = |own: &Own, sent: Sent<'_>| OwnPage::new(own, sent, &reader, &say);
        vec![
            page(&nothing, None),
            OwnPage::new(&fresh, None, &Reader { now: samples::at_the_end(), ..samples::reader() }, &say),
            page(&everything, None),
            page(&fresh, Some((None, Some((&form, &wrong))))),
            page(&fresh, Some((Some(MentorId(1)), Some((&form, &wrong))))),
        ]
    }
}
