//! A document as it could be, for samples of pages, tests and benchmarks.

use super::conditions::{CaseState, Decided};
use super::form::{FormOfStudy, StudyForm};
use super::grounds::{Bearer, Grounds, Particulars};
use super::marks::ModuleMark;
use super::snapshot::{Issuer, Run, Snapshot, Taught, TrailFacts};
use crate::countries::rules::{Country, shipped};
use crate::editions::rules::{AttendanceBase, CompletionRule};
use crate::kernel::{
    AcademicHours, ActivityId, EditionId, Language, Localised, Minutes, OrganisationId, Permille, PersonName,
    ProgrammeVersionId, ZoneName,
};
use crate::printing::papers::PaperModule;
use crate::programmes::rules::words::{DocumentKind, ProgrammeKind};
use crate::progress::rules::held::SoFar;
use crate::registers::rules::usual;
use chrono::NaiveDate;

impl Issuer {
    /// A training centre.
    pub fn sample() -> Issuer {
        Issuer {
            id: OrganisationId(1),
            name: "Учебный центр «Бірге»".into(),
            city: Some("г. Иркутск".into()),
            licence: Some("Лицензия № Л035-01220-38/00190345 от 12 марта 2024 г.".into()),
            head_post: Some("Директор".into()),
            head_name: Some("И. П. Рябинина".into()),
        }
    }
}

impl Grounds {
    /// An edition of «Эффективное партнёрство», in a language.
    pub fn sample(kind: DocumentKind, language: Language) -> Grounds {
        let title = |ru: &str, kk: &str| Localised { ru: Some(ru.into()), kk: Some(kk.into()), en: None };
        let hours = [6, 8, 10, 8, 18, 10];
        let modules = hours.iter().zip(1..).map(|(hours, number): (&i32, i32)| PaperModule {
            title: title(&format!("Модуль {number}"), &format!("{number}-модуль")),
            hours: AcademicHours(*hours),
        });
        Grounds {
            kind,
            languages: if language == Language::Kk { vec![language, Language::Ru] } else { vec![language] },
            country: Country::Ru,
            named: None,
            programme: ProgrammeKind::AdvancedTraining,
            template: None,
            issuer: Issuer::sample(),
            taught: Taught {
                version: ProgrammeVersionId(1),
                number: 3,
                content_hash: "9f".repeat(32),
                title: title("Эффективное партнёрство", "Тиімді әріптестік"),
                hours: AcademicHours(hours.iter().sum()),
            },
            run: Run {
                id: EditionId(1),
                title: "2-й поток, осень 2026".into(),
                starts_on: day(2026, 9, 1),
                ends_on: day(2026, 11, 20),
                time_zone: ZoneName::MOSCOW,
            },
            rule: CompletionRule {
                attendance: Permille::percent(80),
                attendance_of: Default::default(),
                hours: Permille::WHOLE,
                every_quiz: true,
                every_case: true,
                quiz_pass: None,
                case_pass: None,
                valid_months: None,
            },
            modules: modules.collect(),
            form: Some(FormOfStudy { form: StudyForm::Mixed, remote: true }),
        }
    }
}

impl Bearer {
    /// Somebody who has finished.
    pub fn sample() -> Bearer {
        let paper = |number: &str, date| Some((number.to_owned(), date));
        Bearer {
            holder: PersonName::new("Құрманғазы", "Әлия", Some("Серікқызы")),
            spelling: Some(PersonName::new("Курмангазы", "Алия", Some("Сериккызы"))),
            conditions: Decided::samples(),
            mark: Some("зачтено".into()),
            trail: Some(TrailFacts {
                enrolment: paper("12-у", day(2026, 8, 31)),
                protocol: paper("3", day(2026, 11, 20)),
                closing: paper("31-у", day(2026, 11, 20)),
            }),
            part: None,
            qualification: None,
            topic: Some(Localised::only(Language::Ru, "Партнёрство приюта и школы волонтёров")),
            marks: [Some(92), None, Some(87), Some(75), None, Some(100)]
                .map(|percent| Some(ModuleMark { percent }))
                .into(),
        }
    }
}

impl Snapshot {
    /// The document of somebody, with a number.
    pub fn sample(kind: DocumentKind, language: Language, number: i32) -> Snapshot {
        let particulars = Particulars {
            number: usual(&shipped::profile(Country::Ru), kind).number(2026, number),
            issued_on: day(2026, 11, 21),
            verify_url: Some("https://birge.example/v/k3xw9abcdefghjkmnpqrstuvwxyz2345".into()),
            blank: None,
            replaces: None,
        };
        Grounds::sample(kind, language).snapshot(Bearer::sample(), particulars)
    }
}

impl Decided {
    /// One of each kind, the last one unmet.
    pub fn samples() -> Vec<Decided> {
        let title = |text| Localised::only(Language::Ru, text);
        let (planned, needed) = (Minutes(1080), Permille::percent(80));
        vec![
            Decided::Attendance {
                met: true,
                attended: Minutes(1000),
                planned,
                share: Permille(925),
                so_far: Some(SoFar { attended: Minutes(1000), held: planned }),
                base: AttendanceBase::Planned,
                needed,
            },
            Decided::Hours { met: true, credited: planned, planned, share: Permille::WHOLE, needed },
            Decided::Declaration {
                met: false,
                key: "orphan-care".into(),
                question: title("Работали ли вы раньше с детьми-сиротами?"),
            },
            Decided::Quiz {
                met: true,
                activity: ActivityId(1),
                title: title("Итоговый тест"),
                best: Some(Permille(850)),
            },
            Decided::Case {
                met: false,
                activity: ActivityId(2),
                title: title("Добровольцы не пришли"),
                state: CaseState::Waiting,
            },
        ]
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::rules::grounds::holder_fault;
    use crate::documents::rules::letters::{self, LetterFacts, LetterText};
    use crate::documents::rules::relation::attests_a_course;
    use crate::kernel::Word as _;
    use crate::printing::PaperFields;
    use crate::printing::fields::{LetterFields, ServiceFields};

    const KIND: DocumentKind = DocumentKind::AdvancedTrainingCertificate;

    fn no_hieroglyphs(text: &str) -> Vec<char> {
        text.chars().filter(|letter| ('一'..='龥').contains(letter)).collect()
    }

    #[test]
    fn a_paper_of_two_languages_says_everything_twice() {
        let languages = |language| {
            let snapshot = Snapshot::sample(KIND, language, 1);
            snapshot.fields.iter().map(|text| text.language).collect::<Vec<_>>()
        };
        assert_eq!(languages(Language::Kk), [Language::Kk, Language::Ru]);
        assert_eq!(languages(Language::Ru), [Language::Ru]);
        let kazakh = &Snapshot::sample(KIND, Language::Kk, 1).fields[0];
        assert_eq!(kazakh.papers.protocol.as_deref(), Some("20.11.2026 № 3 хаттама"));
        assert_eq!(kazakh.issuer.country, None, "the line above a Russian paper is Russian");
    }

    #[test]
    fn a_snapshot_comes_back_as_it_was_kept() {
        let snapshot = Snapshot::sample(KIND, Language::Kk, 42);
        let kept = serde_json::to_string(&snapshot).unwrap();
        assert_eq!(serde_json::from_str::<Snapshot>(&kept).unwrap(), snapshot);
        assert!(kept.contains("УПК-2026/0042") && kept.contains(&"9f".repeat(32)), "{kept}");
        assert!(!snapshot.fields[0].document.sample);
        assert_eq!(snapshot.hours(), Some(AcademicHours(60)));
    }

    #[test]
    fn a_document_kept_before_form_topic_and_marks_were_reads_and_prints_as_it_was() {
        let snapshot = Snapshot::sample(DocumentKind::RetrainingDiploma, Language::Ru, 1);
        let mut kept = serde_json::to_value(&snapshot).unwrap();
        for name in ["form", "topic", "marks"] {
            assert!(kept["course"].as_object_mut().unwrap().remove(name).is_some(), "{name}");
        }
        let read: Snapshot = serde_json::from_value(kept).unwrap();
        assert_eq!(read.fields, snapshot.fields, "what is printed is kept, not looked up");
        let course = read.course.unwrap();
        assert_eq!((course.form, course.topic, course.marks), (None, None, Vec::new()));
    }

    /// A document as the first version of the program kept it.
    const FIRST: &str = r#"{"format":1,"kind":"participation_certificate","language":"ru","number":"СУ-2026/0001",
        "issued_on":"2026-12-01","verify_url":"https://birge.example/v/x","title":"Сертификат участника СУ-2026/0001",
        "paper":{"texts":[{"language":"ru","country":null,"issuer":"Центр","city":"г. Иркутск","licence":null,
        "title":"Сертификат участника","subtitle":null,"holder":"Ли Анна","period":"1 сентября 2026 г.",
        "programme":"Пример","volume":"в объёме 16 академических часов","note":null,"decision":null,
        "issued_on":"«01» декабря 2026 г.","signatory_post":"Директор","signatory_name":"И. П. Рябинина"}],
        "register_number":"СУ-2026/0001","blank":null,"duplicate":false,"sample":false,
        "modules":[{"title":{"ru":"Первый"},"hours":16}],"total_hours":16},
        "holder":{"surname":"Ли","given_name":"Анна","patronymic":null},
        "issuer":{"id":1,"name":"Центр","city":"г. Иркутск","licence":null,"head_post":"Директор","head_name":"И. П. Рябинина"},
        "taught":{"version":1,"number":1,"content_hash":"9f","title":{"ru":"Пример"},"hours":16},
        "run":{"id":1,"title":"Поток","starts_on":"2026-09-01","ends_on":"2026-09-01","time_zone":"Asia/Irkutsk"},
        "rule":{"attendance":800,"hours":1000,"every_quiz":true,"every_case":true,"quiz_pass":null,"case_pass":null},
        "conditions":[]}"#;

    #[test]
    fn a_document_of_the_first_format_is_read_whole() {
        let first: Snapshot = serde_json::from_str(FIRST).unwrap();
        assert_eq!((first.format, first.hours()), (1, Some(AcademicHours(16))));
        assert_eq!(first.programme().and_then(|title| title.exact(Language::Ru)), Some("Пример"));
        assert_eq!(first.zone().0.name(), "Asia/Irkutsk");
        assert_eq!(first.paper.as_ref().unwrap().texts[0].holder, "Ли Анна");
        assert!(first.fields.is_empty() && first.trail.is_none() && !first.duplicate());
        assert_eq!(first.course.unwrap().modules.len(), 1);
    }

    /// The barest paper of a kind that the rules let pass.
    fn barest(kind: DocumentKind) -> Snapshot {
        let issuer = Issuer { licence: None, ..Issuer::sample() };
        let named = Some(Localised::only(Language::Ru, "Бумага"));
        let holder = PersonName::new("О", "И", None);
        let particulars =
            Particulars { number: "1".into(), issued_on: day(2026, 11, 21), ..Particulars::default() };
        if attests_a_course(kind) {
            let modules = Vec::new();
            let grounds = Grounds::sample(kind, Language::Kk);
            let grounds = Grounds { country: Country::Kz, named, issuer, modules, form: None, ..grounds };
            assert_eq!(grounds.faults(&no_hieroglyphs), []);
            let bearer = Bearer {
                holder,
                spelling: None,
                conditions: Vec::new(),
                mark: None,
                trail: None,
                part: None,
                qualification: None,
                topic: None,
                marks: Vec::new(),
            };
            return grounds.snapshot(bearer, particulars);
        }
        let text = barest_text(kind);
        let valid = (kind == DocumentKind::AuthorityDocument).then(|| (day(2026, 12, 1), day(2027, 5, 31)));
        let profile = shipped::profile(Country::Ru);
        assert_eq!(letters::faults(&profile, kind, std::slice::from_ref(&text), valid), []);
        let facts = LetterFacts {
            kind,
            country: Country::Kz,
            named,
            issuer,
            holder,
            spelling: None,
            texts: vec![text],
            valid,
            zone: ZoneName::MOSCOW,
            template: None,
        };
        facts.snapshot(particulars)
    }

    fn barest_text(kind: DocumentKind) -> LetterText {
        let (mut letter, mut service) = (LetterFields::default(), ServiceFields::default());
        let said = || Some("А".to_owned());
        match kind {
            DocumentKind::ServiceRecord => {
                service = ServiceFields {
                    nature: said(),
                    quality: said(),
                    volume: said(),
                    level: said(),
                    length: said(),
                };
            }
            DocumentKind::AuthorityDocument => {
                (letter.place, letter.tasks) = (said(), vec!["А".to_owned()]);
            }
            _ => letter.paragraphs = vec!["А".to_owned()],
        }
        LetterText { language: Language::Ru, letter, service }
    }

    #[test]
    fn what_a_paper_always_has_is_what_the_barest_one_has() {
        for kind in DocumentKind::WORDS.iter().filter_map(|word| DocumentKind::parse(word)) {
            let gaps = PaperFields::may_lack(kind.as_str());
            for fields in barest(kind).fields {
                assert_eq!(fields.lacking(&gaps), fields, "{kind:?} has what papers of it may lack");
                for path in PaperFields::always(kind.as_str()) {
                    assert_ne!(fields.lacking(&[path.to_owned()]), fields, "{kind:?} lacks {path}");
                }
            }
        }
    }

    #[test]
    fn what_is_missing_of_the_issuer_is_named() {
        let mut grounds = Grounds::sample(KIND, Language::Ru);
        assert_eq!(grounds.faults(&no_hieroglyphs), []);
        grounds.issuer = Issuer { city: None, head_post: None, head_name: None, ..grounds.issuer };
        let faults = grounds.faults(&no_hieroglyphs);
        let fields: Vec<_> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["issuer.city", "issuer.head_post", "issuer.head_name"]);
    }

    #[test]
    fn letters_that_cannot_be_printed_are_named_with_their_place() {
        let mut grounds = Grounds::sample(KIND, Language::Ru);
        grounds.issuer.name.push('明');
        grounds.modules[0].title.put(Language::Ru, "Модуль 李");
        let faults = grounds.faults(&no_hieroglyphs);
        let places: Vec<_> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(places, ["issuer", "programme"]);
        let holder = PersonName::new("Ли", "Мин 李明", None);
        let fault = holder_fault(&holder, "enrolments.1", &no_hieroglyphs).unwrap();
        assert!(fault.args.contains(&("letters".into(), "李 明".into())), "{fault:?}");
    }
}
