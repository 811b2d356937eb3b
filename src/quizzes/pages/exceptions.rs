//! Exceptions from the setup of a quiz.

use crate::db::{Read, Write};
use crate::kernel::{ActivityId, Actor, EditionId, Fault, Gate, Problem, QuizOverrideId};
use crate::quizzes::actions::{self, Desk, Excepting};
use crate::quizzes::rules::draft::Draft;
use crate::quizzes::store::overrides::Whom;
use crate::quizzes::views;
use crate::web::{Failure, Flash, Form, Me, Reply, Web, paths};
use actix_web::web::Path;

/// `GET /editions/{edition}/quizzes/{activity}/exceptions`.
pub async fn index(web: Web, path: Path<(EditionId, ActivityId)>) -> Reply {
    let (me, (desk, excepting)) = read(&web, path.into_inner()).await?;
    let view = views::Exceptions::new(
        (&desk, &excepting),
        (&Draft::default(), &[], &[]),
        &web.reader(&me),
        &web.say(&me),
    );
    web.page(&me, &view)
}

/// `POST /editions/{edition}/quizzes/{activity}/exceptions`.
pub async fn create(web: Web, path: Path<(EditionId, ActivityId)>, form: Form) -> Reply {
    let (at, draft, chosen) = (path.into_inner(), super::draft(&form), form.all("whom").to_vec());
    let (me, (desk, excepting)) = read(&web, at).await?;
    let (zone, typed, ticked) = (desk.edition.time_zone, draft.clone(), chosen.clone());
    let make = move |w: &mut Write, me: &Actor, now| {
        let (whom, input) = both(whom(&ticked), typed.exception(zone))?;
        actions::except(w, me, at, (&whom, &input), now)
    };
    match web.write(Gate::SignedIn, &form, make).await {
        Ok((_, made)) => {
            let flash = Flash::good("setups-flash-excepted").with("count", made.len());
            web.see_other(paths::quiz_exceptions(at.0, at.1), flash)
        }
        Err(Failure::Repeated) => web.redirect(paths::quiz_exceptions(at.0, at.1)),
        Err(failure) => {
            let faults = failure.about_the_form()?.faults;
            let (reader, say) = (web.reader(&me), web.say(&me));
            let read = (&desk, &excepting);
            web.invalid(Some(&me), &views::Exceptions::new(read, (&draft, &chosen, &faults), &reader, &say))
        }
    }
}

/// `POST /editions/{edition}/quizzes/{activity}/exceptions/{exception}/revocation`.
pub async fn revoke(web: Web, path: Path<(EditionId, ActivityId, QuizOverrideId)>, form: Form) -> Reply {
    let (edition, quiz, id) = path.into_inner();
    let take_back = move |w: &mut Write, me: &Actor, now| actions::take_back(w, me, (edition, quiz), id, now);
    match web.write(Gate::SignedIn, &form, take_back).await {
        Ok(_) | Err(Failure::Repeated) => {
            web.see_other(paths::quiz_exceptions(edition, quiz), Flash::good("setups-flash-taken-back"))
        }
        Err(failure) => Err(failure),
    }
}

async fn read(web: &Web, at: (EditionId, ActivityId)) -> Result<(Me, (Desk, Excepting)), Failure> {
    let read =
        move |r: &mut Read, me: &Actor| Ok((actions::desk(r, me, at)?, actions::exceptions(r, me, at)?));
    web.read(Gate::SignedIn, read).await
}

/// For whom: each `trainee-7` or `sender-3`, at least one.
fn whom(ticked: &[String]) -> Result<Vec<Whom>, Problem> {
    let one = |text: &String| {
        let trainee = text.strip_prefix("trainee-").and_then(|id| id.parse().ok()).map(Whom::Trainee);
        let sender = || text.strip_prefix("sender-").and_then(|id| id.parse().ok()).map(Whom::SentBy);
        trainee.or_else(sender)
    };
    let whom: Vec<Whom> = ticked.iter().filter_map(one).collect();
    if whom.is_empty() { Err(Problem::invalid(vec![Fault::new("whom", "choose-some")])) } else { Ok(whom) }
}

/// Both, or the faults of both at once.
fn both<A, B>(one: Result<A, Problem>, other: Result<B, Problem>) -> Result<(A, B), Problem> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(mut one), Err(other)) => {
            one.faults.extend(other.faults);
            Err(one)
        }
        (Err(problem), _) | (_, Err(problem)) => Err(problem),
    }
}
