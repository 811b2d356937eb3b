//! A record as it could be, for samples of pages and for tests.

use super::{Course, Document, Record, State, Status};
use crate::kernel::{
    AcademicHours, DocumentId, EditionId, EnrolmentId, Language, Localised, Minutes, Moment, PersonId,
    PersonName, PublicId,
};
use crate::programmes::rules::words::DocumentKind;
use crate::progress::rules::totals::Totals;
use chrono::NaiveDate;

impl Record {
    /// A record as it could be, for samples and tests.
    pub fn sample() -> Record {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        let course = |title: &str, state, earned: [i32; 3]| Course {
            enrolment: EnrolmentId(1),
            edition: EditionId(1),
            title: title.into(),
            programme: Localised {
                ru: Some("Эффективное партнёрство".into()),
                kk: Some("Тиімді әріптестік".into()),
                en: None,
            },
            organisation: "Учебный центр «Бірге»".into(),
            starts_on: day("2026-09-01"),
            ends_on: day("2026-11-20"),
            state,
            academic_hour: Minutes(45),
            totals: sample_totals(earned),
            left: state == State::Withdrawn,
            readable: true,
        };
        let document = |id: i64, status| Document {
            id: DocumentId(id),
            public_id: PublicId::from_random([1; 20]),
            enrolment: Some(EnrolmentId(1)),
            kind: DocumentKind::AdvancedTrainingCertificate,
            number: format!("УПК-2026/{:04}", 41 + id),
            issued_on: day("2026-11-21"),
            issuer: "Учебный центр «Бірге»".into(),
            programme: Some(Localised::only(Language::Ru, "Эффективное партнёрство")),
            hours: Some(AcademicHours(60)),
            status,
            verify_url: Some("https://birge.example/v/k3xw9".into()),
            readable: status != Status::Expired,
        };
        Record {
            person: PersonId(1),
            name: PersonName::new("Құрманғазы", "Әлия", Some("Серікқызы")),
            email: "aliya@birge.example".into(),
            whole: true,
            at: Moment::parse("2026-12-01T09:00:00Z").unwrap_or_else(|| Moment::from_utc(Default::default())),
            courses: vec![
                course("3-й поток", State::Studying, [100, 0, 0]),
                course("2-й поток", State::WithDocument, [1215, 1215, 270]),
                course("1-й поток", State::WithoutDocument, [80, 20, 0]),
                course("Вводный поток", State::Withdrawn, [0, 45, 0]),
            ],
            documents: vec![
                document(1, Status::Valid),
                document(2, Status::Revoked),
                document(3, Status::Expired),
            ],
        }
    }
}

/// Minutes of theory, practice and self-study, out of a programme of sixty hours.
fn sample_totals([theory, practice, self_study]: [i32; 3]) -> Totals {
    let mut totals = Totals::default();
    totals.natures.theory.earned = Minutes(theory);
    totals.natures.practice.earned = Minutes(practice);
    totals.natures.self_study.earned = Minutes(self_study);
    totals.all.earned = Minutes(theory + practice + self_study);
    totals.all.planned = Minutes(2700);
    totals
}
