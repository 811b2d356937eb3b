//! Groups, papers and drafts for the samples of the pages.

mod group;

use crate::db::Json;
use crate::kernel::{
    AcademicHours, CertifyingExceptionId, EditionId, EnrolmentId, Fault, Language, Localised, Moment,
    OrderId, OrganisationId, PersonId, PersonName, Problem, Word as _,
};
use crate::orders::actions::{Cancelling, Desk, Shown, Version};
use crate::orders::rules::Exception;
use crate::orders::rules::content::{Content, Ending, Entry, Leaver, Listed, Member, MemberRole, Outcome};
use crate::orders::rules::effects::{Return, Undone};
use crate::orders::rules::words::{OrderKind, Part};
use crate::orders::store::group::Colleague;
use crate::orders::store::{OrderRow, SignedColumns};
use crate::web::Form;
use chrono::NaiveDate;
use group::group;
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
        outcome: Some(Outcome::Passed),
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
        edited_by: None,
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
        pdf_sha256: None,
        cancelling: None,
        colleagues: vec![Colleague { person: PersonId(1), name: name(), post: None }],
        versions: Vec::new(),
    }
}

/// Drafts that say less than what is saved: nobody is enrolled, nobody's assessment decided.
pub(super) fn changed() -> impl Iterator<Item = (Shown, Content)> {
    let less = |content: &Content| match content.clone() {
        Content::Enrolment { responsible_post, responsible_name, .. } => {
            Some(Content::Enrolment { responsible_post, responsible_name, people: Vec::new() })
        }
        Content::AssessmentSheet { assessment, entries } => {
            let entries = entries.into_iter().map(|entry| Entry { outcome: None, ..entry });
            Some(Content::AssessmentSheet { assessment, entries: entries.collect() })
        }
        _ => None,
    };
    drafts().into_iter().filter_map(move |shown| {
        let mine = less(&shown.row.content.0)?;
        Some((shown, mine))
    })
}

/// A draft of each kind.
pub(super) fn drafts() -> Vec<Shown> {
    (1..).zip(contents()).map(|(id, content)| shown_of(row(id, content, None))).collect()
}

/// Drafts, and a paper that is signed, corrected and cancelled.
pub(super) fn shown() -> Vec<Shown> {
    let mut all = drafts();
    all.extend(changed().map(|(shown, before)| {
        let now = shown.row.content.0.clone();
        Shown { versions: vec![version(2, &now), version(1, &now), version(0, &before)], ..shown }
    }));
    let mut signed = shown_of(row(1, contents().swap_remove(1), Some("2-ОД")));
    signed.snapshot = Some(snapshot());
    signed.row.signed.snapshot_sha256 = Some("0".repeat(64));
    all.push(Shown { pdf_sha256: Some("a1".repeat(32)), ..signed.clone() });
    let later = row(9, Content::Cancellation { ground: "Ошибка".into() }, Some("9-ОД"));
    all.push(Shown {
        cancelled_by: Some(later.clone()),
        corrected_by: vec![later.clone()],
        ..signed.clone()
    });
    all.extend(cancelling().flat_map(|what| {
        let drafted = row(10, Content::Cancellation { ground: "Ошибка".into() }, None);
        let cancelled = Shown { cancelled_by: Some(later.clone()), ..signed.clone() };
        [
            Shown { cancelling: Some(what.clone()), ..shown_of(drafted) },
            Shown { cancelling: Some(what), ..cancelled },
        ]
    }));
    all
}

fn version(revision: i32, content: &Content) -> Version {
    let by = (revision == 2).then(name);
    Version { revision, content: content.clone(), at: Moment::from_utc(Default::default()), by }
}

/// Every line of the table of cancellations, and every way in which somebody comes back or does not.
fn cancelling() -> impl Iterator<Item = Cancelling> {
    let undone = Undone::WORDS.iter().filter_map(|word| Undone::parse(word));
    let all = undone.map(|undone| Cancelling { undone, person: None });
    let returns = Return::WORDS.iter().filter_map(|word| Return::parse(word));
    let people = returns.map(|back| (name().full(), back));
    all.chain(people.map(|person| Cancelling { undone: Undone::ComesBack, person: Some(person) }))
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
