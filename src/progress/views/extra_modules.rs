//! What a trainee answered about experience, which modules follow from it, and what staff decided over it.

use super::asked::answer_key;
use crate::kernel::{EnrolmentId, Fault, ModuleId, PersonName, dates};
use crate::progress::actions::declaring::{Asked, ExtraModule, LONGEST_NOTE, Sheet};
use crate::progress::rules::assignment::{Assignment, Decision};
use crate::web::{Choice, Field, Reader, Title, View, paths};
use serde::Serialize;

/// The page.
#[derive(Debug, Clone, Serialize)]
pub struct ExtraModules {
    name: String,
    crumbs: Vec<Crumb>,
    questions: Vec<QuestionView>,
    limit: usize,
    wrong: Vec<Field>,
    course_url: String,
}

#[derive(Debug, Clone, Serialize)]
struct Crumb {
    label: String,
    url: String,
}

#[derive(Debug, Clone, Serialize)]
struct QuestionView {
    question: String,
    answers: Vec<Line>,
    modules: Vec<ModuleView>,
}

/// Who said what, when and why.
#[derive(Debug, Clone, Serialize)]
struct Line {
    key: String,
    by: Option<String>,
    at: String,
    note: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct ModuleView {
    title: String,
    state_key: String,
    theirs: bool,
    waits: bool,
    decisions: Vec<Line>,
    form: Option<DecisionForm>,
}

#[derive(Debug, Clone, Serialize)]
struct DecisionForm {
    url: String,
    decision: Field,
    choices: Vec<Chosen>,
    note: Field,
}

/// A choice whose label is a message.
#[derive(Debug, Clone, Serialize)]
struct Chosen {
    key: String,
    choice: Choice,
}

/// What was typed about one module, and what was wrong with it.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'t> {
    /// The module.
    pub module: ModuleId,
    /// The decision, as sent.
    pub decision: &'t str,
    /// The note, as sent.
    pub note: &'t str,
    /// What was wrong.
    pub faults: &'t [Fault],
}

impl ExtraModules {
    /// The page, with what was typed before.
    pub fn new(
        (sheet, name): (&Sheet, &PersonName),
        typed: Option<Typed<'_>>,
        reader: &Reader,
    ) -> ExtraModules {
        let who = sheet.enrolment.id;
        let questions: Vec<QuestionView> =
            sheet.asked.iter().map(|one| question(one, (who, sheet.decides), typed, reader)).collect();
        let forms = questions.iter().flat_map(|one| &one.modules).filter_map(|module| module.form.as_ref());
        let fields = forms.flat_map(|form| [&form.decision, &form.note]);
        ExtraModules {
            name: name.full(),
            crumbs: vec![Crumb { label: sheet.edition.title.clone(), url: paths::edition(sheet.edition.id) }],
            wrong: fields.filter(|field| !field.faults.is_empty()).cloned().collect(),
            questions,
            limit: LONGEST_NOTE,
            course_url: paths::course(who),
        }
    }
}

fn question(
    asked: &Asked,
    (who, decides): (EnrolmentId, bool),
    typed: Option<Typed<'_>>,
    reader: &Reader,
) -> QuestionView {
    let answer = |row: &crate::progress::store::assignment::AnswerRow| Line {
        key: answer_key(row.experienced).to_owned(),
        by: row.by.as_ref().map(PersonName::full),
        at: dates::day_and_time(reader.language, row.at, reader.zone),
        note: None,
    };
    QuestionView {
        question: asked.question.for_reader(reader.language).to_owned(),
        answers: asked.answers.iter().map(answer).collect(),
        modules: asked
            .modules
            .iter()
            .map(|one| module(one, (who, decides), typed.filter(|typed| typed.module == one.id), reader))
            .collect(),
    }
}

fn module(
    module: &ExtraModule,
    (who, decides): (EnrolmentId, bool),
    typed: Option<Typed<'_>>,
    reader: &Reader,
) -> ModuleView {
    let decision = |row: &crate::progress::store::assignment::DecisionRow| Line {
        key: format!("progress-decision-{}", row.decision.as_str()),
        by: row.by.as_ref().map(PersonName::full),
        at: dates::day_and_time(reader.language, row.at, reader.zone),
        note: Some(row.note.clone()),
    };
    ModuleView {
        title: module.title.for_reader(reader.language).to_owned(),
        state_key: format!("progress-extra-state-{}", module.assignment.as_str()),
        theirs: module.assignment == Assignment::Theirs,
        waits: module.assignment == Assignment::Waiting,
        decisions: module.decisions.iter().map(decision).collect(),
        form: decides.then(|| form(module, who, typed)),
    }
}

fn form(module: &ExtraModule, who: EnrolmentId, typed: Option<Typed<'_>>) -> DecisionForm {
    let chosen = typed.map_or("", |typed| typed.decision);
    let faults = typed.map_or(&[][..], |typed| typed.faults);
    // Ids are told apart by the module: a page may have several forms.
    let field = |name: &str, value: &str| {
        let field = Field::with_faults(name, value, faults);
        Field { id: format!("{}-{}", field.id, module.id), ..field }
    };
    // There is nothing to take back where nothing was decided.
    let offered = |decision: &Decision| *decision != Decision::ByAnswer || module.decided().is_some();
    let choice = |decision: Decision| Chosen {
        key: format!("progress-decide-{}", decision.as_str()),
        choice: Choice::new(decision.as_str(), String::new(), chosen),
    };
    DecisionForm {
        url: paths::module_decisions(who, module.id),
        decision: field("decision", chosen),
        choices: Decision::ALL.into_iter().filter(offered).map(choice).collect(),
        note: field("note", typed.map_or("", |typed| typed.note)),
    }
}

impl View for ExtraModules {
    const TEMPLATE: &'static str = "pages/progress/extra_modules";

    fn title(&self) -> Title {
        Title::with("progress-extra-title", vec![("name", self.name.clone())])
    }

    fn samples() -> Vec<ExtraModules> {
        let line = |key: &str, note: Option<&str>| Line {
            key: key.into(),
            by: Some("Ким Ольга Викторовна".into()),
            at: "21 ноября, 14:05".into(),
            note: note.map(str::to_owned),
        };
        let form = |faults: &[Fault]| DecisionForm {
            url: "/learn/1/extra-modules/7/decisions".into(),
            decision: Field::with_faults("decision", "assigned", faults),
            choices: Decision::ALL
                .map(|one| Chosen {
                    key: format!("progress-decide-{}", one.as_str()),
                    choice: Choice::new(one.as_str(), "", "assigned"),
                })
                .into(),
            note: Field::with_faults("note", "", faults),
        };
        let module = |assignment: Assignment, form| ModuleView {
            title: "Первый опыт общения с детьми-сиротами".into(),
            state_key: format!("progress-extra-state-{}", assignment.as_str()),
            theirs: assignment == Assignment::Theirs,
            waits: assignment == Assignment::Waiting,
            decisions: Decision::ALL
                .map(|one| line(&format!("progress-decision-{}", one.as_str()), Some("Волонтёр с 2019 года")))
                .into(),
            form,
        };
        let page = |answers, module, wrong| ExtraModules {
            name: "Иванова Анна Петровна".into(),
            crumbs: vec![Crumb { label: "2-й поток".into(), url: "/editions/2".into() }],
            questions: vec![QuestionView {
                question: "Работали ли вы раньше с детьми-сиротами?".into(),
                answers,
                modules: vec![module],
            }],
            limit: LONGEST_NOTE,
            wrong,
            course_url: "/learn/1".into(),
        };
        let answers = vec![line("progress-experience-no", None), line("progress-experience-yes", None)];
        let faults = [Fault::new("note", "required"), Fault::new("decision", "choose-one")];
        let faulty = form(&faults);
        let wrong = vec![faulty.decision.clone(), faulty.note.clone()];
        vec![
            page(answers.clone(), module(Assignment::Theirs, Some(form(&[]))), Vec::new()),
            page(Vec::new(), module(Assignment::Waiting, Some(faulty)), wrong),
            page(answers, module(Assignment::NotTheirs, None), Vec::new()),
        ]
    }
}
