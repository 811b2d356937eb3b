//! The closed lists of words that course files use.

pub use crate::kernel::Word;
use crate::kernel::words;
pub use crate::questions::rules::QuestionKind;

words! {
    /// What a programme is before the law.
    ProgrammeKind {
        /// Повышение квалификации.
        AdvancedTraining = "advanced_training",
        /// Профессиональная переподготовка.
        Retraining = "retraining",
        /// A course without a state document.
        ShortCourse = "short_course",
    }
}

impl ProgrammeKind {
    /// The fewest academic hours of this kind. Source: Порядок, утв. приказом Минобрнауки России
    /// от 24.03.2025 № 266, п. 18.
    pub fn fewest_hours(self) -> i32 {
        match self {
            ProgrammeKind::AdvancedTraining => 16,
            ProgrammeKind::Retraining => 250,
            ProgrammeKind::ShortCourse => 0,
        }
    }
}

words! {
    /// The paper a trainee gets at the end.
    DocumentKind {
        /// Удостоверение о повышении квалификации.
        AdvancedTrainingCertificate = "advanced_training_certificate",
        /// Диплом о профессиональной переподготовке, with an appendix.
        RetrainingDiploma = "retraining_diploma",
        /// Справка об обучении или о периоде обучения: of a part of a programme.
        StudyCertificate = "study_certificate",
        /// Сертификат участника.
        ParticipationCertificate = "participation_certificate",
        /// Сертификат наставника.
        MentorCertificate = "mentor_certificate",
        /// Благодарственное письмо, алғыс хат.
        ThankYouLetter = "thank_you_letter",
        /// Рекомендательное письмо, ұсыныс хат.
        RecommendationLetter = "recommendation_letter",
        /// A volunteer's record of service: nature, quality, volume, level of qualification, length.
        ServiceRecord = "service_record",
        /// A paper that confirms a volunteer's authority: period, place and tasks.
        AuthorityDocument = "authority_document",
    }
}

words! {
    /// What a trainee does in an activity, and so how it is completed.
    ActivityKind {
        /// Completed when marked as read.
        Lesson = "lesson",
        /// Completed when passed, or when submitted if it is diagnostic.
        Quiz = "quiz",
        /// Completed when graded at or above its pass mark.
        Case = "case",
        /// Completed by attendance.
        Session = "session",
        /// Completed by attendance.
        Game = "game",
        /// Completed by attendance.
        Placement = "placement",
        /// Completed by attendance.
        Hackathon = "hackathon",
    }
}

impl ActivityKind {
    /// Whether it has a text of its own; the others complete by attendance.
    pub fn has_text(self) -> bool {
        matches!(self, ActivityKind::Lesson | ActivityKind::Quiz | ActivityKind::Case)
    }

    /// What follows the language in the names of its text files.
    pub fn text_ending(self) -> &'static str {
        match self {
            ActivityKind::Quiz => ".quiz.md",
            ActivityKind::Case => ".case.md",
            _ => ".md",
        }
    }
}

words! {
    /// Where an activity takes place.
    DeliveryMode {
        /// Очно.
        InPerson = "in_person",
        /// Онлайн, at a set time.
        Online = "online",
        /// Заочно, at the trainee's own time.
        Distance = "distance",
    }
}

words! {
    /// Which part of the declared hours an activity counts in.
    Nature {
        /// Теория.
        Theory = "theory",
        /// Практика.
        Practice = "practice",
        /// Самостоятельная работа: what a trainee works through alone. Counted apart from theory and practice, and
        /// part of the volume all the same (Порядок, утв. приказом Минобрнауки России от 24.03.2025 № 266).
        SelfStudy = "self_study",
    }
}

words! {
    /// When right answers and explanations become visible.
    Release {
        /// As soon as the attempt is handed in.
        AfterSubmit = "after_submit",
        /// When the quiz or the edition is over; the result itself at once.
        AfterClose = "after_close",
        /// The result too only when the quiz or the edition is over: an attestation.
        MarksAfterClose = "marks_after_close",
        /// After each question, as soon as it is checked.
        AfterEach = "after_each",
    }
}

words! {
    /// When an answer is marked, and how often it may be tried.
    Behaviour {
        /// Everything when the attempt is handed in.
        Deferred = "deferred",
        /// Each question once, when the trainee asks for it.
        Immediate = "immediate",
        /// Each question in several tries; each further one costs.
        Interactive = "interactive",
        /// By a person, whatever the kind of question.
        Manual = "manual",
    }
}

words! {
    /// How the questions of an attempt stand on its pages.
    Layout {
        /// All of them on one.
        OnePage = "one_page",
        /// Each on a page of its own, with a way to the next, the one before and any other.
        OneQuestion = "one_question",
    }
}

words! {
    /// Which of several attempts counts.
    Counting {
        /// The one with the best result.
        Best = "best",
        /// The latest.
        Last = "last",
        /// The first.
        First = "first",
        /// The average of all.
        Average = "average",
    }
}

words! {
    /// What may be handed in for a case.
    Accepts {
        /// Text written on the page.
        Text = "text",
        /// Uploaded files.
        Files = "files",
    }
}

words! {
    /// Whether trainees judge their own work by the rubric before they hand it in.
    SelfAssessment {
        /// They may, for all criteria or some.
        Offered = "offered",
        /// Nothing is taken without a level for each criterion.
        Required = "required",
    }
}

words! {
    /// What a part of a work is.
    PartKind {
        /// Text written on the page.
        Text = "text",
        /// Uploaded files.
        File = "file",
        /// An address on the web.
        Link = "link",
    }
}

words! {
    /// The sorts of files that a part may ask for.
    FileSort {
        /// Portable document.
        Pdf = "pdf",
        /// Photo or drawing.
        Image = "image",
        /// Word processor, spreadsheet or slides.
        Office = "office",
        /// Plain text.
        Text = "text",
    }
}
