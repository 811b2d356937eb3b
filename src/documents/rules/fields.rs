//! What a paper prints, out of the facts of its snapshot. Every sentence leaves names in the nominative. Pure.

use super::snapshot::{CourseFacts, Replaced, Snapshot};
use super::titles::title;
use crate::countries::rules::Country;
use crate::kernel::{Language, Localised};
use crate::printing::fields::{
    AssessmentFields, DocumentFields, HolderFields, IssuerFields, LetterFields, ModuleFields, PaperFields,
    ProgrammeFields, ServiceFields, TrailFields,
};
use crate::printing::papers::CompletionPaper;
use crate::printing::phrases;
use crate::programmes::rules::words::DocumentKind;
use chrono::NaiveDate;

/// What a paper prints beside the facts of its snapshot.
pub struct Around<'a> {
    /// By whose law it is issued.
    pub country: Country,
    /// What that law calls the paper, where it says otherwise than the templates.
    pub named: Option<&'a Localised>,
    /// The text of a letter or of a paper about service, in the language asked for.
    pub text: Option<(&'a LetterFields, &'a ServiceFields)>,
}

/// Everything a paper prints in one language.
pub fn of(snapshot: &Snapshot, language: Language, around: &Around<'_>) -> PaperFields {
    let course = snapshot.course.as_ref();
    let (mut letter, service) = match around.text {
        Some((letter, service)) => (letter.clone(), service.clone()),
        None => (LetterFields::default(), ServiceFields::default()),
    };
    if let Some((from, until)) = snapshot.valid {
        letter.valid_from = Some(phrases::issue_date(from, language));
        letter.valid_until = Some(phrases::issue_date(until, language));
    }
    let mut taught = course.map(|course| programme(course, language)).unwrap_or_default();
    if let (Some(_), Some((_, until))) = (course, snapshot.valid) {
        taught.note = Some(phrases::valid_until(until, language));
    }
    if let Some(left) = course.and_then(|course| course.left.as_ref()) {
        letter.reason = left.reason.clone();
    }
    PaperFields {
        language,
        document: document(snapshot, language, around),
        holder: HolderFields::of(&snapshot.holder, snapshot.spelling.as_ref()),
        programme: taught,
        issuer: issuer(snapshot, language, around.country),
        papers: papers(snapshot, language),
        assessment: assessment(snapshot, language),
        letter,
        service,
    }
}

/// The fields of a paper as they stand on another in its place: what the paper itself is changes, and whose name and which
/// issuer the snapshot has; the rest stays.
pub fn renewed(old: &PaperFields, snapshot: &Snapshot) -> PaperFields {
    let language = old.language;
    let mut fields = old.clone();
    let (blank_series, blank_number) = blank(snapshot);
    let (original_number, original_issued_on) = original(snapshot.replaces.as_ref(), language);
    fields.document = DocumentFields {
        number: snapshot.number.clone(),
        blank_series,
        blank_number,
        issued_on: phrases::issue_date(snapshot.issued_on, language),
        duplicate: snapshot.duplicate(),
        original_number,
        original_issued_on,
        sample: snapshot.verify_url.is_none(),
        ..fields.document
    };
    fields.holder = HolderFields::of(&snapshot.holder, snapshot.spelling.as_ref());
    let country = fields.issuer.country;
    fields.issuer = IssuerFields { country, ..issuer(snapshot, language, Country::Kz) };
    fields
}

/// The fields of a document of the first format, in the languages its paper had.
pub fn of_first_format(snapshot: &Snapshot, paper: Option<&CompletionPaper>) -> Vec<PaperFields> {
    let around = Around { country: Country::USUAL, named: None, text: None };
    let texts = paper.map(|paper| paper.texts.as_slice()).unwrap_or_default();
    let fields = texts.iter().map(|text| PaperFields {
        issuer: IssuerFields {
            country: text.country.clone(),
            ..issuer(snapshot, text.language, Country::Kz)
        },
        ..of(snapshot, text.language, &around)
    });
    fields.collect()
}

fn document(snapshot: &Snapshot, language: Language, around: &Around<'_>) -> DocumentFields {
    let (kind_title, subtitle) = title(snapshot.kind, language);
    let named = around.named.map(|named| named.for_reader(language).to_owned());
    let (blank_series, blank_number) = blank(snapshot);
    let (original_number, original_issued_on) = original(snapshot.replaces.as_ref(), language);
    DocumentFields {
        subtitle: if named.is_some() { None } else { subtitle.map(str::to_owned) },
        kind_title: named.unwrap_or_else(|| kind_title.to_owned()),
        number: snapshot.number.clone(),
        blank_series,
        blank_number,
        issued_on: phrases::issue_date(snapshot.issued_on, language),
        duplicate: snapshot.duplicate(),
        original_number,
        original_issued_on,
        sample: snapshot.verify_url.is_none(),
    }
}

fn blank(snapshot: &Snapshot) -> (Option<String>, Option<String>) {
    match &snapshot.blank {
        Some((series, number)) => (series.clone(), Some(number.clone())),
        None => (None, None),
    }
}

/// Only a duplicate names the paper it stands for: a corrected paper is one of its own.
fn original(replaces: Option<&Replaced>, language: Language) -> (Option<String>, Option<String>) {
    match replaces.filter(|replaced| replaced.relation == super::Relation::Duplicate) {
        Some(one) => (Some(one.number.clone()), Some(phrases::issue_date(one.issued_on, language))),
        None => (None, None),
    }
}

fn programme(course: &CourseFacts, language: Language) -> ProgrammeFields {
    let (run, taught) = (&course.run, &course.taught);
    let mark = |place: usize| course.marks.get(place).copied().flatten();
    let modules = course.modules.iter().enumerate().map(|(place, module)| ModuleFields {
        title: module.title.for_reader(language).to_owned(),
        hours: module.hours.0,
        mark: mark(place).map(|mark| mark.phrase(language)),
    });
    ProgrammeFields {
        title: Some(taught.title.for_reader(language).to_owned()),
        hours: Some(taught.hours.0),
        volume: Some(phrases::volume(taught.hours, language)),
        period: Some(phrases::period(run.starts_on, run.ends_on, language)),
        starts_on: Some(phrases::issue_date(run.starts_on, language)),
        ends_on: Some(phrases::issue_date(run.ends_on, language)),
        form: course.form.map(|form| form.phrase(language)),
        qualification: course.qualification.clone(),
        note: None,
        modules: modules.collect(),
    }
}

fn issuer(snapshot: &Snapshot, language: Language, country: Country) -> IssuerFields {
    let issuer = &snapshot.issuer;
    let state =
        matches!(snapshot.kind, DocumentKind::AdvancedTrainingCertificate | DocumentKind::RetrainingDiploma);
    let licensed = state || snapshot.kind == DocumentKind::StudyCertificate;
    IssuerFields {
        name: issuer.name.clone(),
        city: issuer.city.clone(),
        licence: issuer.licence.clone().filter(|_| licensed),
        country: (state && country == Country::Ru && language == Language::Ru)
            .then(|| "Российская Федерация".to_owned()),
        head_post: issuer.head_post.clone(),
        head_name: issuer.head_name.clone(),
    }
}

fn papers(snapshot: &Snapshot, language: Language) -> TrailFields {
    let Some(trail) = &snapshot.trail else { return TrailFields::default() };
    let order = |one: &Option<(String, NaiveDate)>| {
        let (number, dated) = one.as_ref()?;
        Some(order_phrase(number, *dated, language))
    };
    TrailFields {
        enrolment: order(&trail.enrolment),
        protocol: trail.protocol.as_ref().map(|(number, dated)| protocol_phrase(number, *dated, language)),
        closing: order(&trail.closing),
    }
}

fn order_phrase(number: &str, dated: NaiveDate, language: Language) -> String {
    let date = dated.format("%d.%m.%Y");
    match language {
        Language::Ru => format!("Приказ № {number} от {date}"),
        Language::Kk => format!("{date} № {number} бұйрық"),
        Language::En => format!("Order No. {number} of {date}"),
    }
}

fn protocol_phrase(number: &str, dated: NaiveDate, language: Language) -> String {
    let date = dated.format("%d.%m.%Y");
    match language {
        Language::Ru => format!("Протокол № {number} от {date}"),
        Language::Kk => format!("{date} № {number} хаттама"),
        Language::En => format!("Minutes No. {number} of {date}"),
    }
}

fn assessment(snapshot: &Snapshot, language: Language) -> AssessmentFields {
    let course = snapshot.course.as_ref();
    let protocol = snapshot.trail.as_ref().and_then(|trail| trail.protocol.as_ref());
    let failed = course.and_then(|course| course.left.as_ref());
    let decision = match (failed, protocol) {
        (Some(_), _) => Some(not_passed(language).to_owned()),
        (None, Some((number, dated))) => Some(decided(number, *dated, language)),
        (None, None) => None,
    };
    let topic = course.and_then(|course| course.topic.as_ref());
    AssessmentFields {
        mark: course.and_then(|course| course.mark.clone()),
        topic: topic.map(|topic| topic.for_reader(language).to_owned()),
        decision,
    }
}

fn not_passed(language: Language) -> &'static str {
    match language {
        Language::Ru => "Итоговая аттестация не пройдена",
        Language::Kk => "Қорытынды аттестаттау тапсырылмаған",
        Language::En => "The final assessment was not passed",
    }
}

fn decided(number: &str, dated: NaiveDate, language: Language) -> String {
    let date = dated.format("%d.%m.%Y");
    match language {
        Language::Ru => format!("Решение аттестационной комиссии: протокол № {number} от {date}"),
        Language::Kk => format!("Аттестаттау комиссиясының шешімі: {date} № {number} хаттама"),
        Language::En => format!("Decision of the assessment board: minutes No. {number} of {date}"),
    }
}
