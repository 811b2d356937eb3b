//! A paper as it could be, for previews, tests and benchmarks.

use super::{
    AssessmentFields, DocumentFields, HolderFields, IssuerFields, LetterFields, ModuleFields, PaperFields,
    ProgrammeFields, ServiceFields, TrailFields,
};
use crate::kernel::{AcademicHours, Language, PersonName};
use crate::printing::phrases;
use chrono::NaiveDate;

/// The volume of the sample's modules in academic hours.
const HOURS: [i32; 4] = [60, 72, 80, 44];

/// The titles of kinds of papers and what follows them: Russian, Kazakh, English.
type Titles = (&'static str, [&'static str; 3], Option<[&'static str; 3]>);

const TITLES: [Titles; 9] = [
    (
        "advanced_training_certificate",
        ["Удостоверение", "Куәлік", "Certificate"],
        Some(["о повышении квалификации", "біліктілікті арттыру туралы", "of professional development"]),
    ),
    (
        "retraining_diploma",
        ["Диплом", "Диплом", "Diploma"],
        Some([
            "о профессиональной переподготовке",
            "кәсіби қайта даярлау туралы",
            "of professional retraining",
        ]),
    ),
    (
        "study_certificate",
        ["Справка", "Анықтама", "Certificate"],
        Some([
            "об обучении или о периоде обучения",
            "оқу немесе оқу кезеңі туралы",
            "of study or of a period of study",
        ]),
    ),
    (
        "participation_certificate",
        ["Сертификат участника", "Қатысушы сертификаты", "Certificate of participation"],
        None,
    ),
    ("mentor_certificate", ["Сертификат наставника", "Тәлімгер сертификаты", "Mentor’s certificate"], None),
    ("thank_you_letter", ["Благодарственное письмо", "Алғыс хат", "Letter of thanks"], None),
    ("recommendation_letter", ["Рекомендательное письмо", "Ұсыныс хат", "Letter of recommendation"], None),
    (
        "service_record",
        ["Справка о деятельности добровольца", "Еріктінің қызметі туралы анықтама", "Record of service"],
        None,
    ),
    (
        "authority_document",
        [
            "Подтверждение полномочий добровольца",
            "Еріктінің өкілеттігін растау",
            "Confirmation of a volunteer’s authority",
        ],
        None,
    ),
];

impl PaperFields {
    /// A paper in each language with a value in every field that papers print, Russian first.
    pub fn samples() -> Vec<PaperFields> {
        [Language::Ru, Language::Kk, Language::En].map(PaperFields::sample).into()
    }

    /// A paper with a value in every field that papers print, in a language.
    pub fn sample(language: Language) -> PaperFields {
        let of = |texts: [&str; 3]| in_language(language, texts);
        let name = PersonName::new("Құрманғазы", "Әлия", Some("Серікқызы"));
        let spelling = PersonName::new("Курмангазы", "Алия", Some("Сериковна"));
        PaperFields {
            language,
            document: DocumentFields {
                kind_title: of(["Удостоверение", "Куәлік", "Certificate"]),
                subtitle: Some(of([
                    "о повышении квалификации",
                    "біліктілікті арттыру туралы",
                    "of professional development",
                ])),
                number: "УПК-2026/0042".into(),
                blank_series: Some("ПК".into()),
                blank_number: Some("0001234".into()),
                issued_on: phrases::issue_date(day(2026, 11, 21), language),
                duplicate: false,
                original_number: Some("УПК-2026/0007".into()),
                original_issued_on: Some(phrases::issue_date(day(2026, 11, 20), language)),
                sample: false,
            },
            holder: HolderFields::of(&name, Some(&spelling)),
            programme: programme(language),
            issuer: issuer(language),
            papers: papers(language),
            assessment: assessment(language),
            letter: letter(language),
            service: service(language),
        }
    }

    /// A paper of a kind, by the word of the kind, with the title that such papers have.
    pub fn sample_of(kind: &str, language: Language) -> PaperFields {
        let mut fields = PaperFields::sample(language);
        if let Some((_, title, subtitle)) = TITLES.iter().find(|(word, ..)| *word == kind) {
            fields.document.kind_title = in_language(language, *title);
            fields.document.subtitle = subtitle.map(|subtitle| in_language(language, subtitle));
        }
        fields
    }

    /// What a paper of a language prints: Kazakh and then Russian for Kazakh, else the language alone.
    pub fn sample_paper(language: Language) -> Vec<PaperFields> {
        match language {
            Language::Kk => vec![PaperFields::sample(Language::Kk), PaperFields::sample(Language::Ru)],
            other => vec![PaperFields::sample(other)],
        }
    }
}

/// The text of a language: Russian, Kazakh, English.
fn in_language(language: Language, [ru, kk, en]: [&str; 3]) -> String {
    let text = match language {
        Language::Ru => ru,
        Language::Kk => kk,
        Language::En => en,
    };
    text.to_owned()
}

fn programme(language: Language) -> ProgrammeFields {
    let of = |texts: [&str; 3]| in_language(language, texts);
    let titles = [
        [
            "Волонтёрское движение и его право",
            "Еріктілер қозғалысы және оның құқығы",
            "Volunteering and its law",
        ],
        ["Партнёрство власти и НКО", "Билік пен ҮЕҰ әріптестігі", "Partnership of state and NGOs"],
        [
            "Обучение и сопровождение добровольцев",
            "Еріктілерді оқыту және қолдау",
            "Training and guiding volunteers",
        ],
        ["Стажировка и итоговая работа", "Тағылымдама және қорытынды жұмыс", "Placement and final work"],
    ];
    let marks = [["отлично", "өте жақсы", "excellent"], ["зачтено", "сынақтан өтті", "passed"]];
    let modules = titles
        .into_iter()
        .zip(HOURS)
        .zip(marks.into_iter().cycle())
        .map(|((title, hours), mark)| ModuleFields { title: of(title), hours, mark: Some(of(mark)) });
    let (start, end) = (day(2026, 9, 1), day(2026, 11, 20));
    let hours = HOURS.iter().sum();
    ProgrammeFields {
        title: Some(of(["Эффективное партнёрство", "Тиімді әріптестік", "Effective partnership"])),
        hours: Some(hours),
        volume: Some(phrases::volume(AcademicHours(hours), language)),
        period: Some(phrases::period(start, end, language)),
        starts_on: Some(phrases::issue_date(start, language)),
        ends_on: Some(phrases::issue_date(end, language)),
        form: Some(of(["очно-заочная", "күндізгі-сырттай", "part-time"])),
        qualification: Some(of([
            "Организатор добровольческой деятельности",
            "Еріктілер қызметінің ұйымдастырушысы",
            "Organiser of volunteering",
        ])),
        note: Some(of([
            "Вид наставничества: командное наставничество",
            "Тәлімгерлік түрі: командалық тәлімгерлік",
            "Kind of mentoring: team mentoring",
        ])),
        modules: modules.collect(),
    }
}

fn issuer(language: Language) -> IssuerFields {
    let of = |texts: [&str; 3]| in_language(language, texts);
    IssuerFields {
        name: of(["Учебный центр «Бірге»", "«Бірге» оқу орталығы", "Birge Training Centre"]),
        city: Some(of(["г. Иркутск", "Иркутск қ.", "Irkutsk"])),
        licence: Some(of([
            "Лицензия № Л035-01220-38/00190345 от 12 марта 2024 г.",
            "2024 жылғы 12 наурыздағы № Л035-01220-38/00190345 лицензия",
            "Licence No. L035-01220-38/00190345 of 12 March 2024",
        ])),
        country: Some(of(["Российская Федерация", "Ресей Федерациясы", "Russian Federation"])),
        head_post: Some(of(["Директор", "Директор", "Director"])),
        head_name: Some(of(["И. П. Рябинина", "И. П. Рябинина", "I. P. Ryabinina"])),
    }
}

fn papers(language: Language) -> TrailFields {
    let of = |texts: [&str; 3]| Some(in_language(language, texts));
    TrailFields {
        enrolment: of([
            "Приказ № 12-у от 01.09.2026",
            "01.09.2026 ж. № 12-у бұйрық",
            "Order No. 12-у of 1 September 2026",
        ]),
        protocol: of([
            "Протокол № 3 от 20.11.2026",
            "20.11.2026 ж. № 3 хаттама",
            "Protocol No. 3 of 20 November 2026",
        ]),
        closing: of([
            "Приказ № 47-у от 20.11.2026",
            "20.11.2026 ж. № 47-у бұйрық",
            "Order No. 47-у of 20 November 2026",
        ]),
    }
}

fn assessment(language: Language) -> AssessmentFields {
    let of = |texts: [&str; 3]| Some(in_language(language, texts));
    AssessmentFields {
        mark: of(["отлично", "өте жақсы", "excellent"]),
        topic: of([
            "Школа наставников при районной библиотеке",
            "Аудандық кітапхана жанындағы тәлімгерлер мектебі",
            "A school of mentors at the district library",
        ]),
        decision: of([
            "Решением аттестационной комиссии (протокол № 3 от 20.11.2026) предоставлено право на ведение \
             профессиональной деятельности в сфере организации добровольчества",
            "Аттестаттау комиссиясының шешімімен (20.11.2026 ж. № 3 хаттама) еріктілікті ұйымдастыру саласында \
             кәсіби қызметті жүргізу құқығы берілді",
            "The examination board (protocol No. 3 of 20 November 2026) granted the right to work professionally in \
             organising volunteering",
        ]),
    }
}

fn letter(language: Language) -> LetterFields {
    let of = |texts: [&str; 3]| in_language(language, texts);
    LetterFields {
        paragraphs: vec![
            of([
                "За время работы подготовлено двенадцать добровольцев и проведено восемь встреч с жителями района.",
                "Жұмыс барысында он екі ерікті даярланып, аудан тұрғындарымен сегіз кездесу өткізілді.",
                "Twelve volunteers were prepared and eight meetings with residents of the district were held.",
            ]),
            of([
                "Желаем успехов в дальнейшей деятельности.",
                "Алдағы қызметте табыс тілейміз.",
                "We wish every success in the work to come.",
            ]),
        ],
        reason: Some(of([
            "за вклад в развитие добровольчества и подготовку наставников",
            "еріктілікті дамытуға және тәлімгерлерді даярлауға қосқан үлесі үшін",
            "for developing volunteering and preparing mentors",
        ])),
        valid_from: Some(phrases::issue_date(day(2026, 12, 1), language)),
        valid_until: Some(phrases::issue_date(day(2027, 5, 31), language)),
        place: Some(of([
            "Центр помощи семье, г. Иркутск",
            "Отбасыға көмек орталығы, Иркутск қ.",
            "Centre for Families, Irkutsk",
        ])),
        tasks: vec![
            of([
                "Занятия с детьми по чтению и письму",
                "Балалармен оқу және жазу сабақтары",
                "Reading and writing with children",
            ]),
            of([
                "Сопровождение на выездных мероприятиях",
                "Көшпелі іс-шараларда бірге жүру",
                "Accompanying children on outings",
            ]),
        ],
    }
}

fn service(language: Language) -> ServiceFields {
    let of = |texts: [&str; 3]| Some(in_language(language, texts));
    ServiceFields {
        nature: of([
            "Наставничество над детьми, оставшимися без попечения родителей",
            "Ата-анасының қамқорлығынсыз қалған балаларға тәлімгерлік",
            "Mentoring children without parental care",
        ]),
        quality: of([
            "По двенадцати отзывам — 4,8 из 5, замечаний нет",
            "Он екі пікір бойынша — 5-тен 4,8, ескерту жоқ",
            "4.8 of 5 by twelve evaluations, without remarks",
        ]),
        volume: of(["164 часа, 41 встреча", "164 сағат, 41 кездесу", "164 hours, 41 meetings"]),
        level: of([
            "Наставник второй ступени, обучение 72 часа",
            "Екінші деңгейлі тәлімгер, 72 сағат оқыту",
            "Mentor of the second level, 72 hours of training",
        ]),
        length: of([
            "1 год 3 месяца: с 1 сентября 2025 г. по 30 ноября 2026 г.",
            "1 жыл 3 ай: 2025 жылғы 1 қыркүйек — 2026 жылғы 30 қараша",
            "1 year and 3 months, from 1 September 2025 to 30 November 2026",
        ]),
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}
