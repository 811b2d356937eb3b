//! The quizzes of an edition and their setups.

use crate::db::{Read, Write};
use crate::kernel::{ActivityId, Actor, EditionId, Gate, Problem};
use crate::people::actions::hashing;
use crate::quizzes::actions::{self, Desk};
use crate::quizzes::rules::draft::{Draft, Password, SetupInput};
use crate::quizzes::views;
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/quizzes`.
pub async fn index(web: Web, path: Path<EditionId>) -> Reply {
    let id = path.into_inner();
    let (me, (edition, lines)) = web.read(Gate::SignedIn, move |r, me| actions::list(r, me, id)).await?;
    web.page(&me, &views::Quizzes::new(&edition, &lines, &web.reader(&me)))
}

/// `GET /editions/{edition}/quizzes/{activity}/setup`.
pub async fn show(web: Web, path: Path<(EditionId, ActivityId)>) -> Reply {
    let (me, desk) = desk(&web, path.into_inner()).await?;
    web.page(&me, &views::SetupForm::new(&desk, &web.reader(&me), &web.say(&me)))
}

/// `POST /editions/{edition}/quizzes/{activity}/setup`.
pub async fn create(web: Web, path: Path<(EditionId, ActivityId)>, form: Form) -> Reply {
    let (at, draft) = (path.into_inner(), super::draft(&form));
    let (me, desk) = desk(&web, at).await?;
    match set(&web, (&desk, at), &draft, &form).await {
        Ok(()) => web.see_other(paths::quiz_setup(at.0, at.1), Flash::good("setups-flash-set")),
        Err(Failure::Repeated) => web.redirect(paths::quiz_setup(at.0, at.1)),
        Err(failure) => {
            let problem = failure.about_the_form()?;
            let typed = (&draft, problem.faults.as_slice());
            web.invalid(Some(&me), &views::SetupForm::of(&desk, typed, &web.reader(&me), &web.say(&me)))
        }
    }
}

/// What the page of a setup shows.
pub(super) async fn desk(web: &Web, at: (EditionId, ActivityId)) -> Result<(Me, Desk), Failure> {
    web.read(Gate::SignedIn, move |r: &mut Read, me: &Actor| actions::desk(r, me, at)).await
}

async fn set(
    web: &Web,
    (desk, at): (&Desk, (EditionId, ActivityId)),
    draft: &Draft,
    form: &Form,
) -> Result<(), Failure> {
    let input = draft.setup(desk.edition.time_zone)?;
    let hash = password(web, desk, &input).await?;
    let write = move |w: &mut Write, me: &Actor, now| {
        actions::set(w, me, at, (&input, hash.as_deref()), now).map(|_| ())
    };
    web.write(Gate::SignedIn, form, write).await.map(|_| ())
}

/// The hash of the password from now on.
pub(in crate::quizzes) async fn password(
    web: &Web,
    desk: &Desk,
    input: &SetupInput,
) -> Result<Option<String>, Problem> {
    match &input.password {
        Password::None => Ok(None),
        Password::Keep => Ok(desk.setup.as_ref().and_then(|setup| setup.password_hash.clone())),
        Password::New(password) => hashing::hash(&web.kit, password).await.map(Some),
    }
}
