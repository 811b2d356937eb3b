//! The matrix, the page of one person, and papers as files.

pub mod papers;

use super::actions::{self, Asked, Span};
use super::rules::choice::{Choice, Month};
use super::views::matrix::PAGE;
use super::views::{MatrixPage, PersonPage, Wording};
use crate::kernel::{EditionId, EnrolmentId, Gate, Language, ModuleId};
use crate::web::{Me, Reply, Web};
use actix_web::web::{Path, Query};
use serde::Deserialize;

/// What is asked of a page or a paper. Modules, months and places in the list that there are not leave nothing out.
#[derive(Debug, Default, Deserialize)]
pub struct Question {
    /// The language of a paper.
    #[serde(default, rename = "in")]
    pub(super) language: String,
    #[serde(default)]
    module: String,
    #[serde(default)]
    month: String,
    #[serde(default)]
    from: String,
}

impl Question {
    /// Which sessions are looked at.
    pub(super) fn choice(&self) -> Choice {
        Choice { module: self.module.parse().ok().map(ModuleId), month: Month::parse(&self.month) }
    }

    fn span(&self) -> Span {
        Span { from: self.from.parse().unwrap_or_default(), limit: PAGE }
    }
}

/// How a language says things.
fn wording(web: &Web, language: Language) -> Wording<'_> {
    Wording { words: &web.kit.words, language }
}

fn own(web: &Web, me: &Me) -> (crate::web::Reader, Language) {
    (web.reader(me), me.actor.language)
}

/// `GET /editions/{edition}/attendance`
pub async fn index(web: Web, path: Path<i64>, question: Query<Question>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), web.now());
    let (choice, span) = (question.choice(), question.span());
    let read = move |r: &mut crate::db::Read, me: &crate::kernel::Actor| {
        actions::matrix(r, me, id, &Asked { choice, span, language: me.language }, now)
    };
    let (me, matrix) = web.read(Gate::SignedIn, read).await?;
    let (reader, language) = own(&web, &me);
    web.page(&me, &MatrixPage::new(&matrix, span, (&reader, wording(&web, language))))
}

/// `GET /learn/{enrolment}/attendance`
pub async fn show(web: Web, path: Path<i64>) -> Reply {
    let (id, now) = (EnrolmentId(path.into_inner()), web.now());
    let (me, person) = web.read(Gate::SignedIn, move |r, me| actions::person(r, me, id, now)).await?;
    let (reader, language) = own(&web, &me);
    web.page(&me, &PersonPage::new(&person, (&reader, wording(&web, language))))
}
