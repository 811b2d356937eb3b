//! Groups, papers and drafts for the samples of the pages.

use crate::db::Json;
use crate::editions::rules::CompletionRule;
use crate::editions::store::EditionRow;
use crate::kernel::{
    AcademicHours, CertifyingExceptionId, EditionId, EnrolmentId, Fault, Language, Localised, Moment,
    OrderId, OrganisationId, Permille, PersonId, PersonName, Problem, ProgrammeVersionId, ZoneName,
};
use crate::orders::actions::{Desk, Group, Shown};
use crate::orders::rules::Exception;
use crate::orders::rules::content::{Content, Ending, Entry, Leaver, Listed, Member, MemberRole, Outcome};
use crate::orders::rules::standing::{Named, Paper, Standing};
use crate::orders::rules::words::{OrderKind, Part};
use crate::orders::store::group::{Colleague, Taught, Trainee};
use crate::orders::store::{OrderRow, SignedColumns};
use crate::organisations::rules::Sector;
use crate::organisations::store::OrganisationRow;
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};
use crate::web::Form;
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

const WHO: EnrolmentId = EnrolmentId(1);

fn day(of_month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, of_month).unwrap_or_default()
}

fn name() -> PersonName {
    PersonName::new("Ахметова", "Динара", Some("Серікқызы"))
}

/// A form of which one field is at fault.
pub(super) fn refused(field: &str) -> (Form, Problem) {
    let fault = Fault::new(field, "required");
    (Form::of(&[(field, "")]), Problem::invalid(vec![fault, Fault::new("paper", "order-needs-group")]))
}

fn members() -> Vec<Member> {
    let member = |role, person, surname: &str| Member {
        role,
        person,
        name: PersonName::new(surname, "Ирина", Some("Павловна")),
        post: "методист".into(),
    };
    vec![
        member(MemberRole::Chair, Some(PersonId(1)), "Рябинина"),
        member(MemberRole::Member, None, "Ким"),
        member(MemberRole::Secretary, None, "Ли"),
    ]
}

fn contents() -> Vec<Content> {
    let listed = Listed { enrolment: WHO, ground: "Заявление слушателя".into() };
    let entry = Entry {
        enrolment: WHO,
        outcome: Outcome::Passed,
        percent: Some(92),
        grade: Some("отлично".into()),
        topic: Some("Партнёрство приюта и школы волонтёров".into()),
    };
    vec![
        Content::Enrolment {
            responsible_post: "методист".into(),
            responsible_name: "И. П. Ким".into(),
            people: vec![listed],
        },
        Content::Commission { members: members() },
        Content::AssessmentSheet { assessment: "Зачёт".into(), entries: vec![entry] },
        Content::Protocol {
            present: BTreeSet::from([1, 2, 3]),
            topic: "Итоговая аттестация".into(),
            questions: vec!["Вопрос".into()],
            opinions: None,
        },
        Content::Closing { people: vec![Leaver { enrolment: WHO, ending: Ending::Document }] },
        Content::Expulsion {
            enrolment: WHO,
            reason: "По собственному желанию".into(),
            ground: "Заявление".into(),
        },
        Content::Correction {
            change: "Вместо «60» читать «72»".into(), ground: "Докладная".into()
        },
        Content::Cancellation { ground: "Ошибка в составе".into() },
    ]
}

fn row(id: i64, content: Content, number: Option<&str>) -> OrderRow {
    let at = Moment::from_utc(Default::default());
    OrderRow {
        id: OrderId(id),
        organisation_id: OrganisationId(1),
        edition_id: EditionId(1),
        kind: content.kind(),
        about_id: None,
        revision: 0,
        content: Json(content),
        drafted_at: at,
        edited_at: at,
        discarded_at: None,
        signed: SignedColumns {
            number_text: number.map(str::to_owned),
            dated: number.map(|_| day(5)),
            despite: None,
            snapshot: None,
            snapshot_sha256: None,
            code: None,
            signed_at: number.map(|_| at),
            signed_by: None,
        },
    }
}

fn group(filled: bool) -> Group {
    let rule = CompletionRule {
        attendance: Permille(800),
        attendance_of: Default::default(),
        hours: Permille(1000),
        every_quiz: true,
        every_case: true,
        quiz_pass: None,
        case_pass: None,
    };
    let edition = EditionRow {
        id: EditionId(1),
        version_id: ProgrammeVersionId(1),
        organisation_id: OrganisationId(1),
        title: "2-й поток, осень 2026".into(),
        starts_on: day(1),
        ends_on: day(20),
        time_zone: ZoneName::MOSCOW,
        capacity: 30,
        rule: Json(rule),
        closed_at: None,
    };
    let person = |id: i64| Trainee {
        enrolment: EnrolmentId(id),
        person: PersonId(id),
        name: name(),
        sender: None,
        sent_by: Some("Городской центр".into()),
        withdrawn_at: None,
    };
    Group {
        edition,
        organisation: organisation(),
        taught: taught(),
        number: filled.then(|| "1-ПК-26".to_owned()),
        proposal: "1-ПК-26".into(),
        languages: vec![Language::Ru],
        trainees: vec![person(1), person(2)],
        standing: if filled { standing() } else { Standing::default() },
        today: day(21),
    }
}

fn organisation() -> OrganisationRow {
    OrganisationRow {
        id: OrganisationId(1),
        name: "Учебный центр «Бірге»".into(),
        short_name: "Центр".into(),
        sector: Sector::State,
        parent_id: None,
        city: Some("г. Иркутск".into()),
        licence: None,
        head_post: Some("Директор".into()),
        head_name: Some("И. П. Рябинина".into()),
    }
}

fn taught() -> Taught {
    let hours = AcademicHours(20);
    Taught {
        number: 1,
        content_hash: "0".repeat(64),
        kind: ProgrammeKind::AdvancedTraining,
        title: Localised::only(Language::Ru, "Эффективное партнёрство"),
        hours: AcademicHours(60),
        parts: (hours, hours, hours),
        document: DocumentKind::AdvancedTrainingCertificate,
    }
}

fn standing() -> Standing {
    let paper = |id, kind, number: &str, people| Paper {
        id: OrderId(id),
        kind,
        number: number.to_owned(),
        dated: day(1),
        about: None,
        grounds: Vec::new(),
        people,
    };
    let enrolled = vec![Named { enrolment: WHO, part: Part::Enrolled, mark: None }];
    Standing::of(vec![
        paper(1, OrderKind::Enrolment, "1-ОД", enrolled),
        paper(2, OrderKind::Commission, "2-ОД", Vec::new()),
    ])
}

/// A group of which nothing is there yet, or one under way.
pub(super) fn desk(filled: bool) -> Desk {
    let contents = contents();
    let numbers = [Some("1-ОД"), Some("2-ОД"), None, None, None, None, Some("9-ОД")];
    let rows = (1..).zip(contents.into_iter().zip(numbers)).map(|(id, (one, number))| row(id, one, number));
    let exception = Exception {
        id: CertifyingExceptionId(1),
        person: None,
        name: "Ким Ирина Павловна".into(),
        reason: "Один специалист в городе".into(),
    };
    Desk {
        group: group(filled),
        orders: if filled { rows.collect() } else { Vec::new() },
        commission: members(),
        ties: Default::default(),
        exceptions: if filled { vec![exception] } else { Vec::new() },
        colleagues: vec![Colleague { person: PersonId(1), name: name(), post: None }],
        names: HashMap::new(),
    }
}

fn shown_of(row: OrderRow) -> Shown {
    let conflict = Fault::new("person-1", "order-conflict-trainer").with("name", "Рябинина Ирина Павловна");
    Shown {
        row,
        desk: desk(true),
        snapshot: None,
        faults: vec![conflict],
        cancelled_by: None,
        corrected_by: Vec::new(),
        dated: day(21),
    }
}

/// A draft of each kind.
pub(super) fn drafts() -> Vec<Shown> {
    (1..).zip(contents()).map(|(id, content)| shown_of(row(id, content, None))).collect()
}

/// Drafts, and a paper that is signed, corrected and cancelled.
pub(super) fn shown() -> Vec<Shown> {
    let mut all = drafts();
    let mut signed = shown_of(row(1, contents().swap_remove(1), Some("2-ОД")));
    signed.snapshot = Some(snapshot());
    signed.row.signed.snapshot_sha256 = Some("0".repeat(64));
    all.push(signed.clone());
    let later = row(9, Content::Cancellation { ground: "Ошибка".into() }, Some("9-ОД"));
    all.push(Shown { cancelled_by: Some(later.clone()), corrected_by: vec![later], ..signed });
    all
}

fn snapshot() -> crate::orders::rules::Snapshot {
    use crate::orders::rules::snapshot::{Line, Signatory};
    use crate::printing::official::OfficialPaper;
    crate::orders::rules::Snapshot {
        format: 1,
        kind: OrderKind::Commission,
        number: "2-ОД".into(),
        dated: day(5),
        title: "Приказ № 2-ОД от 05.11.2026. О составе комиссии".into(),
        organisation: OrganisationId(1),
        edition: EditionId(1),
        group: "1-ПК-26".into(),
        programme: Localised::only(Language::Ru, "Эффективное партнёрство"),
        hours: AcademicHours(60),
        content_hash: "0".repeat(64),
        term: (day(1), day(20)),
        content: Content::Commission { members: members() },
        people: vec![Line { enrolment: WHO, name: name(), part: Part::Passed, mark: Some("92 %".into()) }],
        commission: members(),
        grounds: Vec::new(),
        exceptions: Vec::new(),
        signatory: Some(Signatory {
            post: "Директор".into(), name: "И. П. Рябинина".into()
        }),
        despite: None,
        paper: OfficialPaper { texts: Vec::new(), long_storage: true, draft: false },
    }
}
