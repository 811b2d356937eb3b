//! HTML handlers of levels.

use super::actions::{self, Asked, PAGE, Registry, Show, Sort};
use super::api::steps_of;
use super::rules::{Level, LevelRule};
use super::views::{self, PersonPage, RegistryPage, RulePage};
use crate::db::Write;
use crate::kernel::{
    Actor, Fault, Gate, Language, Localised, Moment, OrganisationId, PersonId, Problem, ProgrammeId,
    Word as _,
};
use crate::levels::rules::{LONGEST_NAME, MOST_CYCLES, Step};
use crate::printing::sheets;
use crate::programmes::rules::words::DocumentKind;
use crate::web::{Failure, Flash, Form, FormErrors, Me, Reply, Web, attachment, paths};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// What the registry is asked for. Anything it does not know is left out of account.
#[derive(Debug, Default, Deserialize)]
pub struct Question {
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    show: String,
    #[serde(default)]
    level: String,
    #[serde(default)]
    sort: String,
    /// The page, from 0.
    #[serde(default)]
    page: String,
}

impl Question {
    /// The question in the words of the registry.
    pub(super) fn asked(&self) -> Asked {
        let usual = Asked::default();
        Asked {
            organisation: self.organisation.parse().ok(),
            show: Show::parse(&self.show).unwrap_or(usual.show),
            level: Level::parse(&self.level),
            search: self.q.trim().chars().take(100).collect(),
            sort: Sort::parse(&self.sort).unwrap_or(usual.sort),
        }
    }

    /// The page that is meant.
    pub(super) fn page(&self) -> u16 {
        self.page.parse().unwrap_or_default()
    }
}

async fn load(web: &Web, question: &Question, stretch: (i64, i64)) -> Result<(Me, Registry), Failure> {
    let (asked, now) = (question.asked(), web.now());
    web.read(Gate::Coordinator, move |r, me| actions::registry(r, me, &asked, stretch, now)).await
}

/// `GET /mentors`
pub async fn registry(web: Web, question: Query<Question>) -> Reply {
    let page = question.page();
    let (me, registry) = load(&web, &question, (i64::from(page) * PAGE, PAGE)).await?;
    let (words, reader) = (&web.kit.words, web.reader(&me));
    let say = |key: &str, args: &[(&str, &str)]| words.text_with(reader.language, key, args);
    web.page(&me, &RegistryPage::new(&registry, page.into(), &reader, &say))
}

/// `GET /mentor-tables/{format}`: `csv` or `xlsx`.
pub async fn table(web: Web, path: Path<String>, question: Query<Question>) -> Reply {
    let format = path.into_inner();
    let (me, registry) = load(&web, &question, (0, i64::MAX)).await?;
    let (words, language) = (&web.kit.words, me.actor.language);
    let sheet = views::sheet(&registry, language, &|key, args| words.text_with(language, key, args));
    let name = format!("{} – {}.{format}", words.text(language, "levels-registry-title"), registry.name);
    match format.as_str() {
        "csv" => Ok(attachment(&name, sheets::CSV, sheets::csv(&sheet, language != Language::En))),
        "xlsx" => {
            let bytes = sheets::xlsx(&sheet).map_err(Problem::internal)?;
            Ok(attachment(&name, sheets::XLSX, bytes))
        }
        _ => Err(Problem::not_found().into()),
    }
}

/// `GET /levels`
pub async fn own(web: Web) -> Reply {
    let now = web.now();
    let (me, levels) = web.read(Gate::SignedIn, move |r, me| actions::own(r, me, now)).await?;
    web.page(&me, &PersonPage::new(&levels, &web.reader(&me)))
}

/// `GET /people/{person}/levels`
pub async fn person(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (PersonId(path.into_inner()), web.now());
    let (me, levels) = web.read(Gate::SignedIn, move |r, me| actions::person(r, me, id, now)).await?;
    web.page(&me, &PersonPage::new(&levels, &web.reader(&me)))
}

/// `GET /organisations/{organisation}/level-rules`
pub async fn rule(web: Web, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, sheet) = web.read(Gate::Administrator, move |r, me| actions::sheet(r, me, id)).await?;
    web.page(&me, &RulePage::new(&sheet, None, &web.reader(&me)))
}

fn step(errors: &mut FormErrors, form: &Form, level: Level) -> Step {
    let word = level.as_str();
    let cycles = errors.number(form, &format!("{word}_cycles"), 0, MOST_CYCLES);
    let mut name = Localised::default();
    for language in [Language::Ru, Language::Kk, Language::En] {
        let field = format!("{word}_name_{}", language.tag());
        name.put(language, errors.required(form, &field, LONGEST_NAME));
    }
    Step { cycles, name }
}

fn typed(form: &Form) -> Result<LevelRule, Problem> {
    let mut errors = FormErrors::new();
    let steps = Level::ALL.map(|level| step(&mut errors, form, level));
    let kinds: Vec<Option<DocumentKind>> =
        form.all("kinds").iter().map(|word| DocumentKind::parse(word)).collect();
    if kinds.is_empty() || kinds.contains(&None) {
        errors.add(Fault::new("kinds", "level-kinds"));
    }
    let programmes: Vec<Option<ProgrammeId>> =
        form.all("programmes").iter().map(|id| id.parse().ok()).collect();
    if programmes.contains(&None) {
        errors.add(Fault::new("programmes", "level-programme"));
    }
    let (kinds, programmes) = (kinds.into_iter().flatten(), programmes.into_iter().flatten());
    let rule = steps_of(steps, kinds.collect(), programmes.collect());
    // The order of the thresholds is the rule's to judge, once each of them is a number.
    errors.into_result(rule)
}

/// `POST /organisations/{organisation}/level-rules`
pub async fn set_rule(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrganisationId(path.into_inner());
    let rule = typed(&form);
    let set = move |w: &mut Write, me: &Actor, now: Moment| {
        // Whose the organisation is stays hidden from others even when the form is faulty.
        actions::sheet(w, me, id)?;
        match &rule {
            Ok(rule) => actions::set_rule(w, me, id, rule, now),
            Err(problem) => Err(Problem::invalid(problem.faults.clone())),
        }
    };
    match web.write(Gate::Administrator, &form, set).await {
        Ok(_) => web.see_other(paths::level_rule(id), Flash::good("levels-flash-rule")),
        Err(Failure::Repeated) => web.redirect(paths::level_rule(id)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let (me, sheet) = web.read(Gate::Administrator, move |r, me| actions::sheet(r, me, id)).await?;
            web.invalid(Some(&me), &RulePage::new(&sheet, Some((&form, &problem)), &web.reader(&me)))
        }
    }
}
