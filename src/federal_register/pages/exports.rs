//! Looking at what would be exported, making the files, and giving them out.

use crate::federal_register::actions::{self, Checked, NewFile, Scope, Shown};
use crate::federal_register::views::{CheckPage, ExportPage, ExportsPage, check_of, place};
use crate::files::store::NewRow;
use crate::kernel::{
    Actor, Fault, FederalExportId, FederalTemplateId, Gate, OrganisationId, Problem, ProblemCode,
};
use crate::printing::sheets::XLSX;
use crate::web::{Failure, Flash, Form, Reply, Web, attachment, paths};
use actix_web::web::{Path, Query, block};
use serde::Deserialize;

/// Behind which place of the queue documents are looked at. Anything that is no place is left out of account.
#[derive(Debug, Default, Deserialize)]
pub struct Behind {
    #[serde(default)]
    after: String,
}

impl Behind {
    /// Which documents that are.
    pub(in crate::federal_register) fn scope(&self) -> Scope {
        Scope { these: None, after: place(&self.after) }
    }
}

/// `GET /organisations/{organisation}/federal-register/check`: what is kept under lock is looked at, so it is written.
pub async fn check(web: Web, path: Path<i64>, behind: Query<Behind>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, (organisation, _)) =
        web.read(Gate::Administrator, move |r, me| actions::federal(r, me, id)).await?;
    match checked(&web, &me.actor, id, behind.scope()).await {
        Ok(checked) => web.page(&me, &CheckPage::new(&checked, me.actor.language)),
        // The only fault there can be: no template holds.
        Err(failure) => {
            failure.about_the_form()?;
            web.page(&me, &CheckPage::without_template(&organisation))
        }
    }
}

/// The rows as they would be today, of all open documents or of some.
pub(in crate::federal_register) async fn checked(
    web: &Web,
    actor: &Actor,
    id: OrganisationId,
    scope: Scope,
) -> Result<Checked, Failure> {
    let (kit, actor) = (web.kit.clone(), actor.clone());
    web.write_anyone(move |w, now| actions::check(w, &actor, &kit.secrets, (id, &scope), now)).await
}

/// Fills the template and lays the files away; with the template they were made with.
pub(in crate::federal_register) async fn made(
    web: &Web,
    checked: Checked,
) -> Result<(FederalTemplateId, Vec<NewFile>), Failure> {
    let template = checked.template.id;
    let bytes = web.kit.files.get(&checked.template_key).await?;
    let filled = block(move || actions::export(&checked, &bytes)).await;
    let filled = filled.map_err(|_| Problem::new(ProblemCode::Busy))??;
    if filled.is_empty() {
        return Err(Problem::invalid(vec![Fault::new("documents", "federal-nothing-fine")]).into());
    }
    let mut files = Vec::new();
    for one in filled {
        let blob = web.kit.files.put(one.bytes).await?;
        let file = NewRow { blob, media_type: XLSX, name: String::new() };
        files.push(NewFile { file, documents: one.documents });
    }
    Ok((template, files))
}

/// `POST /organisations/{organisation}/federal-register/exports`: all files, or none.
pub async fn create(web: Web, path: Path<i64>, form: Form) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, _) = web.read(Gate::Administrator, move |r, me| actions::federal(r, me, id).map(|_| ())).await?;
    let scope = Scope { these: None, after: place(form.raw("after")) };
    let back = check_of(id, scope.after);
    let outcome = match checked(&web, &me.actor, id, scope).await {
        Ok(checked) => made(&web, checked).await,
        Err(failure) => Err(failure),
    };
    let done = match outcome {
        Ok((template, files)) => {
            web.write(Gate::Administrator, &form, move |w, me, now| {
                actions::record(w, me, (id, template), &files, now)
            })
            .await
        }
        Err(failure) => Err(failure),
    };
    match done {
        Ok((_, files)) => {
            let flash = Flash::good("federal-flash-exported").with("count", files.len());
            web.see_other(paths::federal_exports(id), flash)
        }
        Err(Failure::Repeated) => web.redirect(paths::federal_exports(id)),
        // Nothing was fine: the page says why.
        Err(failure) => {
            failure.about_the_form()?;
            web.see_other(back, Flash::attention("federal-flash-nothing"))
        }
    }
}

/// `GET /organisations/{organisation}/federal-register/exports`
pub async fn index(web: Web, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (me, exports) = web.read(Gate::Administrator, move |r, me| actions::exports(r, me, id)).await?;
    web.page(&me, &ExportsPage::new(&exports, &web.reader(&me)))
}

/// `GET /organisations/{organisation}/federal-register/exports/{federal_export}`
pub async fn show(web: Web, path: Path<(i64, i64)>) -> Reply {
    let which = ids(path);
    let (me, shown) = web.read(Gate::Administrator, move |r, me| Shown::load(r, me, which)).await?;
    web.page(&me, &ExportPage::new(&shown, None, (&web.say(&me), &web.reader(&me))))
}

/// `GET /organisations/{organisation}/federal-register/exports/{federal_export}/file`: it is taken away, so it is noted.
pub async fn file(web: Web, path: Path<(i64, i64)>) -> Reply {
    let which = ids(path);
    let (me, ()) = web.read(Gate::Administrator, |_, _| Ok(())).await?;
    let (row, key) = web.write_anyone(move |w, now| actions::file(w, &me.actor, which, now)).await?;
    let bytes = web.kit.files.get(&key).await?;
    Ok(attachment(&row.name, XLSX, bytes))
}

pub(in crate::federal_register) fn ids(path: Path<(i64, i64)>) -> (OrganisationId, FederalExportId) {
    let (organisation, export) = path.into_inner();
    (OrganisationId(organisation), FederalExportId(export))
}
