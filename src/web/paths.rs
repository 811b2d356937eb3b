//! Every address of the product, made in one place. Patterns are for the route table, functions for links.
//! Templates and redirects never spell an address themselves.

use crate::kernel::{
    ActivityId, BrowserSessionId, EditionId, EnrolmentId, EnrolmentImportId, ExtensionId, GradingExceptionId,
    Language, LiveQuizId, MailId, ModuleId, OrganisationId, PassageCommentId, PersonId, PhraseId, QuestionId,
    QuizOverrideId, RoleGrantId, StoredFileId, SubmissionId,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stays as it is in a value of a query, so that a date can still be read there (RFC 3986, 2.3).
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

macro_rules! fixed {
    ($($(#[$doc:meta])* $name:ident = $path:literal;)*) => {
        $($(#[$doc])* pub const $name: &str = $path;)*
        /// Addresses without parameters, for the route test.
        pub const FIXED: &[&str] = &[$($path,)*];
    };
}

fixed! {
    /// Sends everybody to what they should do next.
    HOME = "/";
    /// Sign-in.
    SIGN_IN = "/sign-in";
    /// Sign-out (POST).
    SIGN_OUT = "/sign-out";
    /// Asking for a password reset.
    PASSWORD_RESET = "/password-reset";
    /// One's own profile.
    PROFILE = "/profile";
    /// Changing one's own password.
    PASSWORD = "/profile/password";
    /// The version for weak sight (POST).
    SIGHT = "/sight";
    /// The trainee's «Дальше».
    NEXT = "/next";
    /// The trainee's schedule.
    SCHEDULE = "/schedule";
    /// The trainee's consultations.
    APPOINTMENTS = "/appointments";
    /// The calendar of whoever is signed in.
    CALENDAR = "/calendar";
    /// The addresses to which other calendars subscribe; POST makes one.
    CALENDAR_FEEDS = "/calendar/feeds";
    /// The choice of invitations by mail (POST).
    CALENDAR_INVITATIONS = "/calendar/invitations";
    /// The trainee's hours.
    MY_HOURS = "/hours";
    /// The trainee's documents.
    MY_DOCUMENTS = "/documents";
    /// The trainer's day.
    TODAY = "/today";
    /// The trainer's queue of works.
    GRADING = "/grading";
    /// Answers and appeals that wait for a trainer.
    MARKING = "/marking";
    /// The trainer's own saved phrases.
    MARKING_PHRASES = "/marking/phrases";
    /// People.
    PEOPLE = "/people";
    /// A new person.
    NEW_PERSON = "/people/new";
    /// Organisations.
    ORGANISATIONS = "/organisations";
    /// A new organisation.
    NEW_ORGANISATION = "/organisations/new";
    /// Programmes.
    PROGRAMMES = "/programmes";
    /// The formats of activities (GET lists them, POST adds one).
    FORMATS = "/formats";
    /// Importing a programme version from the content folder (GET lists what is there, POST imports).
    PROGRAMME_IMPORTS = "/programmes/imports";
    /// The question bank.
    QUESTIONS = "/questions";
    /// A new question.
    NEW_QUESTION = "/questions/new";
    /// What a question that is being written looks like (POST).
    QUESTION_PREVIEWS = "/questions/previews";
    /// Looking at what a file of questions would bring (POST).
    QUESTION_IMPORTS = "/questions/imports";
    /// Choosing a file of questions.
    NEW_QUESTION_IMPORT = "/questions/imports/new";
    /// A table of questions to fill in.
    QUESTION_IMPORT_EXAMPLE = "/questions/imports/example.csv";
    /// Taking over the questions of a file that was looked at (POST).
    QUESTION_IMPORT_CONFIRMATIONS = "/questions/imports/confirmations";
    /// Questions as a file for another system.
    QUESTION_EXPORTS = "/question-exports";
    /// The categories of the question bank.
    QUESTION_CATEGORIES = "/question-categories";
    /// Editions.
    EDITIONS = "/editions";
    /// Opening an edition.
    NEW_EDITION = "/editions/new";
    /// What was issued to many people at once.
    DOCUMENT_BATCHES = "/document-batches";
    /// Writing letters to many people; POST issues them.
    LETTERS = "/letters";
    /// What a letter would look like (POST).
    LETTER_PREVIEWS = "/letters/previews";
    /// One's own requests for records of service; POST asks for one.
    SERVICE_RECORDS = "/service-records";
    /// Requests for records of service, for coordinators.
    SERVICE_RECORD_REQUESTS = "/service-record-requests";
    /// Documents of authority; POST gives one.
    AUTHORITY_DOCUMENTS = "/authority-documents";
    /// The register of issued documents.
    REGISTER = "/register";
    /// Coming into a live quiz by its code.
    JOIN = "/join";
    /// Marking oneself at a session by its code.
    HERE = "/here";
    /// Letters, in demonstration mode.
    MAILS = "/mails";
    /// The living page of components, in demonstration mode.
    STYLEGUIDE = "/styleguide";
    /// The process lives.
    HEALTH_LIVE = "/health/live";
    /// The process can serve.
    HEALTH_READY = "/health/ready";
}

/// Switching the language and coming back.
pub fn language(language: Language, back: &str) -> String {
    format!("/language/{}?back={}", language.tag(), utf8_percent_encode(back, NON_ALPHANUMERIC))
}

/// The letters before one.
pub fn mails_before(mail: MailId) -> String {
    format!("{MAILS}?before={mail}")
}

/// The people a search finds, after one of them.
pub fn people_list(search: &str, after: Option<PersonId>) -> String {
    let search = utf8_percent_encode(search, NON_ALPHANUMERIC);
    match after {
        Some(after) => format!("{PEOPLE}?q={search}&after={after}"),
        None => format!("{PEOPLE}?q={search}"),
    }
}

/// The organisations a search finds, after one of them.
pub fn organisations_list(search: &str, after: Option<OrganisationId>) -> String {
    let after = after.map(|after| after.to_string()).unwrap_or_default();
    asking(ORGANISATIONS, &[("q", search), ("after", &after)])
}

/// The editions after one of them.
pub fn editions_after(after: EditionId) -> String {
    asking(EDITIONS, &[("after", &after.to_string())])
}

/// The questions that a search finds: its fields with their values.
pub fn questions(fields: &[(&str, &str)]) -> String {
    asking(QUESTIONS, fields)
}

/// The queue of works, narrowed: its fields with their values.
pub fn grading_queue(fields: &[(&str, &str)]) -> String {
    asking(GRADING, fields)
}

/// The form of an import of questions, with what was chosen there before.
pub fn new_question_import(fields: &[(&str, &str)]) -> String {
    asking(NEW_QUESTION_IMPORT, fields)
}

/// An address with those of its fields that ask for something.
fn asking(path: &str, fields: &[(&str, &str)]) -> String {
    let encoded = fields.iter().filter(|(_, value)| !value.is_empty());
    let pairs: Vec<String> =
        encoded.map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, UNRESERVED))).collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

/// The questions that a search finds, as a file in a format.
pub fn question_export(format: &str, fields: &[(&str, &str)]) -> String {
    let list = questions(fields);
    let query = list.split_once('?').map(|(_, query)| format!("&{query}")).unwrap_or_default();
    format!("{QUESTION_EXPORTS}?format={format}{query}")
}

/// The people of an edition, as shown and sorted, from a page on.
pub fn edition_people(edition: EditionId, show: &str, sort: &str, page: usize) -> String {
    format!("{}?show={show}&sort={sort}&page={page}", self::edition(edition))
}

/// Signing in and coming back.
pub fn sign_in_and_back(back: &str) -> String {
    format!("{SIGN_IN}?back={}", utf8_percent_encode(back, NON_ALPHANUMERIC))
}

macro_rules! with_ids {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $kind:ty),*) = $path:literal;)*) => {$(
        $(#[$doc])*
        pub fn $name($($arg: $kind),*) -> String {
            format!($path)
        }
    )*};
}

mod absences;
mod afterwards;
mod agendas;
mod appointments;
mod attempts;
mod attendance_papers;
mod authoring;
mod calendars;
mod continuing_training;
mod countries;
mod credentials;
mod document_batches;
mod documents;
mod federal_register;
mod group_files;
mod holidays;
mod hours;
mod identities;
mod letters;
mod levels;
mod make_ups;
mod mentoring;
mod messages;
mod orders;
mod outside_proofs;
mod paper_templates;
mod personal_records;
mod questions;
mod registers;
mod reminders;
mod roll_calls;
mod sessions;
mod sign_ups;
mod signatures;
mod site_cases;
mod teams;
mod timetables;
mod webinars;

pub use absences::*;
pub use afterwards::*;
pub use agendas::*;
pub use appointments::*;
pub use attempts::*;
pub use attendance_papers::*;
pub use authoring::*;
pub use calendars::*;
pub use continuing_training::*;
pub use countries::*;
pub use credentials::*;
pub use document_batches::*;
pub use documents::*;
pub use federal_register::*;
pub use group_files::*;
pub use holidays::*;
pub use hours::*;
pub use identities::*;
pub use letters::*;
pub use levels::*;
pub use make_ups::*;
pub use mentoring::*;
pub use messages::*;
pub use orders::*;
pub use outside_proofs::*;
pub use paper_templates::*;
pub use personal_records::*;
pub use questions::*;
pub use registers::*;
pub use reminders::*;
pub use roll_calls::*;
pub use sessions::*;
pub use sign_ups::*;
pub use signatures::*;
pub use site_cases::*;
pub use teams::*;
pub use timetables::*;
pub use webinars::*;

with_ids! {
    /// A signed one-time link (invitation or reset).
    link(token: &str) = "/links/{token}";
    /// Ending one of one's own sessions (POST).
    session_revocation(session: BrowserSessionId) = "/profile/sessions/{session}/revocation";
    /// A person.
    person(person: PersonId) = "/people/{person}";
    /// Putting an account right.
    edit_person(person: PersonId) = "/people/{person}/edit";
    /// Inviting a person again (POST).
    invitation(person: PersonId) = "/people/{person}/invitation";
    /// Granting a role (POST).
    role_grants(person: PersonId) = "/people/{person}/roles";
    /// Taking a role back (POST).
    role_revocation(person: PersonId, grant: RoleGrantId) = "/people/{person}/roles/{grant}/revocation";
    /// Closing an account (POST).
    deactivation(person: PersonId) = "/people/{person}/deactivation";
    /// Opening a closed account again (POST).
    reactivation(person: PersonId) = "/people/{person}/reactivation";
    /// An organisation.
    organisation(organisation: OrganisationId) = "/organisations/{organisation}";
    /// The names of a format.
    format(key: &str) = "/formats/{key}";
    /// A programme with its versions.
    programme(slug: &str) = "/programmes/{slug}";
    /// A programme with one of its versions.
    programme_version(slug: &str, number: i32) = "/programmes/{slug}?version={number}";
    /// A lesson as trainers and administrators look at it, outside of any edition.
    lesson_preview(activity: ActivityId) = "/lessons/{activity}";
    /// An edition.
    edition(edition: EditionId) = "/editions/{edition}";
    /// Changing an edition.
    edit_edition(edition: EditionId) = "/editions/{edition}/edit";
    /// Enrolling people one by one.
    new_enrolment(edition: EditionId) = "/editions/{edition}/enrolments/new";
    /// The people of an edition.
    enrolments(edition: EditionId) = "/editions/{edition}/enrolments";
    /// Withdrawing a person (POST).
    withdrawal(edition: EditionId, enrolment: EnrolmentId) = "/editions/{edition}/enrolments/{enrolment}/withdrawal";
    /// Enrolling from a file.
    new_enrolment_import(edition: EditionId) = "/editions/{edition}/enrolment-imports/new";
    /// The files of an edition (POST).
    enrolment_imports(edition: EditionId) = "/editions/{edition}/enrolment-imports";
    /// An empty file to fill in.
    enrolment_import_template(edition: EditionId) = "/editions/{edition}/enrolment-imports/template";
    /// A dry run.
    enrolment_import(edition: EditionId, import: EnrolmentImportId) = "/editions/{edition}/enrolment-imports/{import}";
    /// Confirming a dry run (POST).
    import_confirmation(edition: EditionId, import: EnrolmentImportId) = "/editions/{edition}/enrolment-imports/{import}/confirmation";
    /// The programme as one trainee has it.
    course(enrolment: EnrolmentId) = "/learn/{enrolment}";
    /// The programme as one trainee has it, at the questions about experience.
    course_questions(enrolment: EnrolmentId) = "/learn/{enrolment}#asked";
    /// Answering a question about experience (POST).
    declaration_answers(enrolment: EnrolmentId, declaration: &str) = "/learn/{enrolment}/declarations/{declaration}/answers";
    /// What a trainee answered, and which extra modules follow from it.
    extra_modules(enrolment: EnrolmentId) = "/learn/{enrolment}/extra-modules";
    /// Deciding over the answer about an extra module (POST).
    module_decisions(enrolment: EnrolmentId, module: ModuleId) = "/learn/{enrolment}/extra-modules/{module}/decisions";
    /// A lesson.
    lesson(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/lessons/{activity}";
    /// Marking a lesson read (POST).
    lesson_reading(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/lessons/{activity}/reading";
    /// Keeping the place in a lesson (POST).
    lesson_place(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/lessons/{activity}/place";
    /// A file that the texts of a programme link to.
    lesson_media(enrolment: EnrolmentId, path: &str) = "/learn/{enrolment}/media/{path}";
    /// The same file in the preview of a lesson.
    preview_media(activity: ActivityId, path: &str) = "/lessons/{activity}/media/{path}";
    /// How an edition takes a quiz.
    quiz_setup(edition: EditionId, activity: ActivityId) = "/editions/{edition}/quizzes/{activity}/setup";
    /// The exceptions from it.
    quiz_exceptions(edition: EditionId, activity: ActivityId) = "/editions/{edition}/quizzes/{activity}/exceptions";
    /// Taking an exception back (POST).
    quiz_exception_revocation(edition: EditionId, activity: ActivityId, exception: QuizOverrideId) = "/editions/{edition}/quizzes/{activity}/exceptions/{exception}/revocation";
    /// More time for a person wherever there is a clock (POST).
    accommodations(person: PersonId) = "/people/{person}/accommodations";
    /// The cases of an edition, and how far their works are.
    edition_cases(edition: EditionId) = "/editions/{edition}/cases";
    /// Releasing every decided grade of a case (POST).
    case_releases(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}/releases";
    /// Letting a trainer grade colleagues (POST).
    grading_exceptions(edition: EditionId) = "/editions/{edition}/grading-exceptions";
    /// Taking that back (POST).
    grading_exception_revocation(exception: GradingExceptionId) = "/grading-exceptions/{exception}/revocation";
    /// How an edition takes a case.
    case_setup(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}/setup";
    /// The extensions of a case.
    case_extensions(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}/extensions";
    /// Taking an extension back (POST).
    case_extension_revocation(edition: EditionId, activity: ActivityId, extension: ExtensionId) = "/editions/{edition}/cases/{activity}/extensions/{extension}/revocation";
    /// How an edition takes its quizzes.
    quiz_setups(edition: EditionId) = "/editions/{edition}/quiz-setups";
    /// The next answer to a question that waits for a person.
    answers_to_mark(edition: EditionId, activity: ActivityId, question: QuestionId) = "/editions/{edition}/quizzes/{activity}/questions/{question}/answers";
    /// An answer on the desk, by a number that says nothing of its author.
    answer_to_mark(edition: EditionId, activity: ActivityId, question: QuestionId, answer: i64) = "/editions/{edition}/quizzes/{activity}/questions/{question}/answers/{answer}";
    /// Marking an answer (POST).
    answer_mark(edition: EditionId, activity: ActivityId, question: QuestionId, answer: i64) = "/editions/{edition}/quizzes/{activity}/questions/{question}/answers/{answer}/mark";
    /// Taking a saved phrase away (POST).
    phrase_removal(phrase: PhraseId) = "/marking/phrases/{phrase}/removal";
    /// Marking a quiz of an edition without names, or with them again (POST).
    blind_marking(edition: EditionId, activity: ActivityId) = "/editions/{edition}/quizzes/{activity}/blind-marking";
    /// The regrades of a quiz in an edition (POST).
    quiz_regrades(edition: EditionId, activity: ActivityId) = "/editions/{edition}/quizzes/{activity}/regrades";
    /// Looking what a regrade of a question would change.
    new_regrade(edition: EditionId, activity: ActivityId, question: QuestionId) = "/editions/{edition}/quizzes/{activity}/regrades/new?question={question}";
    /// Choosing what a question is marked by again (the question is in the query).
    new_regrades(edition: EditionId, activity: ActivityId) = "/editions/{edition}/quizzes/{activity}/regrades/new";
    /// The quizzes of an edition.
    edition_quizzes(edition: EditionId) = "/editions/{edition}/quizzes";
    /// The attempts at a quiz in an edition.
    quiz_results(edition: EditionId, activity: ActivityId) = "/editions/{edition}/quizzes/{activity}/results";
    /// The statistics of a quiz in an edition.
    quiz_statistics(edition: EditionId, activity: ActivityId) = "/editions/{edition}/quizzes/{activity}/statistics";
    /// The statistics as a table: `csv` or `xlsx`.
    quiz_statistics_table(edition: EditionId, activity: ActivityId, format: &str) = "/editions/{edition}/quizzes/{activity}/statistics/{format}";
    /// The live quizzes of an edition; POST starts one.
    live_quizzes(edition: EditionId) = "/editions/{edition}/live-quizzes";
    /// Setting a live quiz up.
    new_live_quiz(edition: EditionId, activity: ActivityId) = "/editions/{edition}/live-quizzes/new?activity={activity}";
    /// A live quiz under the trainer's hand.
    live_quiz(quiz: LiveQuizId) = "/live-quizzes/{quiz}";
    /// The page for the projector.
    live_screen(quiz: LiveQuizId) = "/live-quizzes/{quiz}/screen";
    /// The page for the projector, without controls.
    live_bare_screen(quiz: LiveQuizId) = "/live-quizzes/{quiz}/screen?controls=off";
    /// What happens, for the trainer's pages.
    live_stage_events(quiz: LiveQuizId, view: &str) = "/live-quizzes/{quiz}/events?view={view}";
    /// A step of the trainer (POST).
    live_steps(quiz: LiveQuizId) = "/live-quizzes/{quiz}/steps";
    /// Letting the results count (POST).
    live_credit(quiz: LiveQuizId) = "/live-quizzes/{quiz}/credit";
    /// Question by question, after the end.
    live_debriefing(quiz: LiveQuizId) = "/live-quizzes/{quiz}/debriefing";
    /// Coming into a live quiz with the code filled in.
    live_door(code: &str) = "/join?code={code}";
    /// A live quiz on a phone.
    live_play(code: &str) = "/live/{code}";
    /// Answering the question on show (POST).
    live_answers(code: &str) = "/live/{code}/answers";
    /// A picture of a question that was shown.
    live_image(code: &str, name: &str) = "/live/{code}/images/{name}";
    /// What happens, for a phone.
    live_events(code: &str) = "/live/{code}/events";
    /// A case.
    case(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/cases/{activity}";
    /// The draft of a case (POST).
    case_draft(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/cases/{activity}/draft";
    /// Handing a case in (POST).
    case_submissions(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/cases/{activity}/submissions";
    /// The steps of a staged case; POST opens the next one.
    case_steps(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/cases/{activity}/steps";
    /// The place on that page where it goes on.
    case_steps_now(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/cases/{activity}/steps#now";
    /// Deciding at a step (POST).
    case_decision(enrolment: EnrolmentId, activity: ActivityId, step: i32) = "/learn/{enrolment}/cases/{activity}/steps/{step}/decision";
    /// A decision in words while it is written (POST).
    case_step_draft(enrolment: EnrolmentId, activity: ActivityId, step: i32) = "/learn/{enrolment}/cases/{activity}/steps/{step}/draft";
    /// The way that a work's author took through the steps.
    case_path(submission: SubmissionId) = "/submissions/{submission}/path";
    /// A case in an edition: who went where, and the debrief.
    edition_case(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}";
    /// Opening the debrief of a case to everybody (POST).
    case_debrief(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}/debrief";
    /// A case as its authors look at it, outside of any edition.
    case_preview(activity: ActivityId) = "/cases/{activity}";
    /// A work and its grading desk.
    submission(submission: SubmissionId) = "/submissions/{submission}";
    /// Hiding a version.
    hiding(submission: SubmissionId) = "/submissions/{submission}/hiding";
    /// What was hidden (POST, as the look is written down).
    hidden_work(submission: SubmissionId) = "/submissions/{submission}/hidden-work";
    /// One file of it (POST).
    hidden_file(submission: SubmissionId, file: StoredFileId) = "/submissions/{submission}/hidden-files/{file}";
    /// Grading a work (POST).
    grading(submission: SubmissionId) = "/submissions/{submission}/grading";
    /// Correcting a grade (POST).
    grading_correction(submission: SubmissionId) = "/submissions/{submission}/correction";
    /// Taking a work to grade (POST).
    work_claim(submission: SubmissionId) = "/submissions/{submission}/claim";
    /// Leaving it to others (POST).
    work_claim_removal(submission: SubmissionId) = "/submissions/{submission}/claim/removal";
    /// Giving a work to a trainer (POST).
    work_assignment(submission: SubmissionId) = "/submissions/{submission}/assignment";
    /// Marks saved as they are typed (POST).
    marking_draft(submission: SubmissionId) = "/submissions/{submission}/marking-draft";
    /// Remarks on passages of a work (POST).
    passage_comments(submission: SubmissionId) = "/submissions/{submission}/comments";
    /// Taking such a remark back (POST).
    passage_comment_removal(comment: PassageCommentId) = "/passage-comments/{comment}/removal";
    /// The rubric of a case with its versions; a POST makes another one.
    case_rubric(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}/rubric";
    /// Changing it.
    case_rubric_form(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}/rubric/edit";
    /// A grade by an earlier version of the rubric, to be given anew.
    regrading(submission: SubmissionId) = "/submissions/{submission}/regrading";
    /// Deciding that it stays (POST).
    rubric_decision(submission: SubmissionId) = "/submissions/{submission}/rubric-decision";
    /// Works of a case that every grader marks first.
    case_calibration(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}/calibration";
    /// Marking such a work (POST).
    calibration_marking(submission: SubmissionId) = "/submissions/{submission}/calibration";
    /// Taking a work out of them (POST).
    calibration_removal(submission: SubmissionId) = "/submissions/{submission}/calibration/removal";
    /// How well the graders of a case agree.
    case_agreement(edition: EditionId, activity: ActivityId) = "/editions/{edition}/cases/{activity}/agreement";
    /// Releasing a grade (POST).
    grade_release(submission: SubmissionId) = "/submissions/{submission}/release";
    /// An uploaded file, as an attachment.
    file(file: StoredFileId) = "/files/{file}";
    /// The same, to be looked at.
    file_preview(file: StoredFileId) = "/files/{file}/preview";
    /// A letter.
    mail(mail: MailId) = "/mails/{mail}";
}
