//! Mentors for programs: the same actions as the pages.

pub mod bodies;
pub mod own;
pub mod types;

use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::db::Write;
use crate::kernel::{Actor, Gate, MentorId, MentorPairId, Moment, OrganisationId, Problem};
use crate::mentoring::actions::{self, board, deciding, pairing, recording, setting};
use crate::mentoring::pages::input;
use crate::mentoring::rules::Asked;
use crate::web::{Form, Reply};
use actix_web::web::Path;
use bodies::{
    MentorCheckIn, MentorClosureIn, MentorContactIn, MentorExtensionIn, MentorIn, MentorInterviewIn,
    MentorPairIn, MentorSettingIn, MentorStepIn,
};
use types::{MentorOut, MentorSettingOut};

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    index,
    create,
    show,
    show_setting,
    update_setting,
    check,
    step,
    interview,
    pair,
    begin,
    contact,
    extend,
    close,
    own::own,
    own::apply,
    own::withdraw
))]
pub struct Doc;

/// The mentors of an organisation: those on their way and those who meet a child, then the last of those who left. The look is
/// written down.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/mentors", tag = "mentoring",
    params(("organisation" = i64, Path)),
    responses((status = 200, body = Vec<MentorOut>), (status = 404, body = ApiErrors)))]
pub async fn index(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (OrganisationId(path.into_inner()), api.web.now());
    let (me, board) = api.read(Gate::Coordinator, move |r, me| board::board(r, me, id)).await?;
    api.write(Gate::Coordinator, move |w, me, now| board::note_look(w, me, id, now)).await?;
    let today = now.date_in(me.actor.zone);
    // One's own is read as a mentor reads it.
    let is_own = |path: &actions::Path| me.actor.person == Some(path.row.person);
    let out = |path: &actions::Path| {
        if is_own(path) { MentorOut::own(path, today) } else { MentorOut::new(path, today) }
    };
    Ok(ok(&board.paths.iter().map(out).collect::<Vec<_>>()))
}

/// Writes down an application that came on paper.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/mentors", tag = "mentoring", request_body = MentorIn,
    params(("organisation" = i64, Path)),
    responses((status = 201, body = MentorOut), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, path: Path<i64>, Body(body): Body<MentorIn>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let enter = move |w: &mut Write, me: &Actor, now: Moment| {
        let mentor = deciding::enter(w, me, id, (body.email.trim(), body.application.trim()), now)?;
        answer(w, me, mentor, now)
    };
    Ok(created(&api.write(Gate::Coordinator, enter).await?.1))
}

/// A mentor with all that is known. The look is written down.
#[utoipa::path(get, path = "/api/v1/mentors/{mentor}", tag = "mentoring", params(("mentor" = i64, Path)),
    responses((status = 200, body = MentorOut), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let id = MentorId(path.into_inner());
    let look = move |w: &mut Write, me: &Actor, now: Moment| -> Result<_, Problem> {
        Ok(MentorOut::new(&actions::look(w, me, id, now)?, now.date_in(me.zone)))
    };
    Ok(ok(&api.write(Gate::Coordinator, look).await?.1))
}

/// What an organisation asks of its mentors.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/mentor-settings", tag = "mentoring",
    params(("organisation" = i64, Path)),
    responses((status = 200, body = MentorSettingOut), (status = 404, body = ApiErrors)))]
pub async fn show_setting(api: Api, path: Path<i64>) -> Reply {
    let id = OrganisationId(path.into_inner());
    let (_, shown) = api.read(Gate::Coordinator, move |r, me| setting::show(r, me, id)).await?;
    Ok(ok(&MentorSettingOut::new(&shown)))
}

/// Sets what is asked for from now on.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/mentor-settings", tag = "mentoring",
    request_body = MentorSettingIn, params(("organisation" = i64, Path)),
    responses((status = 200, body = MentorSettingOut), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn update_setting(api: Api, path: Path<i64>, Body(body): Body<MentorSettingIn>) -> Reply {
    let (id, usual) = (OrganisationId(path.into_inner()), Asked::usual());
    let number = |sent: Option<i32>, usual: i32| sent.unwrap_or(usual).to_string();
    let numbers = [
        ("training_hours", number(body.training_hours, usual.training_hours)),
        ("in_person_hours", number(body.in_person_hours, usual.in_person_hours)),
        ("first_contacts", number(body.first_contacts, usual.first_contacts)),
        ("contact_months", number(body.contact_months, usual.contact_months)),
    ];
    let programmes: Vec<String> = body.programme_ids.iter().map(ToString::to_string).collect();
    let mut fields: Vec<(&str, &str)> = numbers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend(body.checks.iter().map(|kind| ("checks", kind.as_str())));
    fields.extend(programmes.iter().map(|id| ("programmes", id.as_str())));
    fields.extend(body.takes_applications.then_some(("takes_applications", "on")));
    let form = Form::of(&fields);
    let set = move |w: &mut Write, me: &Actor, now: Moment| -> Result<_, Problem> {
        let (asked, programmes) = input::setting(&form)?;
        setting::set(w, me, id, (&asked, &programmes), now)?;
        Ok(MentorSettingOut::new(&setting::show(w, me, id)?))
    };
    Ok(ok(&api.write(Gate::Coordinator, set).await?.1))
}

/// Writes down that a paper was seen: number, date and term, never what it says.
#[utoipa::path(post, path = "/api/v1/mentors/{mentor}/checks", tag = "mentoring", request_body = MentorCheckIn,
    params(("mentor" = i64, Path)),
    responses((status = 201, body = MentorOut), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn check(api: Api, path: Path<i64>, Body(body): Body<MentorCheckIn>) -> Reply {
    let id = MentorId(path.into_inner());
    let form = Form::of(&[
        ("kind", &body.kind),
        ("number", &body.number),
        ("dated", &body.dated),
        ("valid_until", &body.valid_until),
    ]);
    let see = move |w: &mut Write, me: &Actor, now: Moment| {
        actions::show(w, me, id)?;
        recording::see(w, me, id, &input::check(&form)?, now)?;
        answer(w, me, id, now)
    };
    Ok(created(&api.write(Gate::Coordinator, see).await?.1))
}

/// Takes a step that is decided on; what is missing for it is named.
#[utoipa::path(post, path = "/api/v1/mentors/{mentor}/steps", tag = "mentoring", request_body = MentorStepIn,
    params(("mentor" = i64, Path)),
    responses((status = 201, body = MentorOut), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn step(api: Api, path: Path<i64>, Body(body): Body<MentorStepIn>) -> Reply {
    let id = MentorId(path.into_inner());
    let form = Form::of(&[("step", &body.step), ("reason", &body.reason)]);
    let take = move |w: &mut Write, me: &Actor, now: Moment| {
        actions::show(w, me, id)?;
        let (step, reason) = input::step(&form)?;
        deciding::take(w, me, id, (step, &reason), now)?;
        answer(w, me, id, now)
    };
    Ok(created(&api.write(Gate::Coordinator, take).await?.1))
}

/// Writes a conversation down.
#[utoipa::path(post, path = "/api/v1/mentors/{mentor}/interviews", tag = "mentoring", request_body = MentorInterviewIn,
    params(("mentor" = i64, Path)),
    responses((status = 201, body = MentorOut), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn interview(api: Api, path: Path<i64>, Body(body): Body<MentorInterviewIn>) -> Reply {
    let id = MentorId(path.into_inner());
    let advice = if body.recommended { "yes" } else { "no" };
    let mut fields =
        vec![("held_on", body.held_on.as_str()), ("recommended", advice), ("notes", body.notes.as_str())];
    fields.extend(body.in_person.then_some(("in_person", "on")));
    let form = Form::of(&fields);
    let hold = move |w: &mut Write, me: &Actor, now: Moment| {
        actions::show(w, me, id)?;
        recording::interview(w, me, id, &input::interview(&form)?, now)?;
        answer(w, me, id, now)
    };
    Ok(created(&api.write(Gate::Coordinator, hold).await?.1))
}

/// Matches a mentor with a child: everything that is asked of a mentor must hold.
#[utoipa::path(post, path = "/api/v1/mentors/{mentor}/pairs", tag = "mentoring", request_body = MentorPairIn,
    params(("mentor" = i64, Path)),
    responses((status = 201, body = MentorOut), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn pair(api: Api, path: Path<i64>, Body(body): Body<MentorPairIn>) -> Reply {
    let id = MentorId(path.into_inner());
    let form = Form::of(&[
        ("mentee_code", &body.mentee_code),
        ("mentee_born_in", &body.mentee_born_in.to_string()),
        ("starts_on", &body.starts_on),
        ("planned_end", &body.planned_end),
        ("consent_by", &body.consent_by),
        ("consent_paper", &body.consent_paper),
        ("consent_on", &body.consent_on),
    ]);
    let pair = move |w: &mut Write, me: &Actor, now: Moment| {
        actions::show(w, me, id)?;
        pairing::pair(w, me, id, &input::pair(&form)?, now)?;
        answer(w, me, id, now)
    };
    Ok(created(&api.write(Gate::Coordinator, pair).await?.1))
}

/// Writes down that a pair has begun to meet.
#[utoipa::path(post, path = "/api/v1/mentor-pairs/{mentor_pair}/start", tag = "mentoring",
    params(("mentor_pair" = i64, Path)),
    responses((status = 201, body = MentorOut), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn begin(api: Api, path: Path<i64>) -> Reply {
    let id = MentorPairId(path.into_inner());
    let begin = move |w: &mut Write, me: &Actor, now: Moment| {
        let (pair, _) = actions::show_pair(w, me, id)?;
        pairing::begin(w, me, id, now)?;
        answer(w, me, pair.candidacy, now)
    };
    Ok(created(&api.write(Gate::Coordinator, begin).await?.1))
}

/// Writes down a contact with a pair.
#[utoipa::path(post, path = "/api/v1/mentor-pairs/{mentor_pair}/contacts", tag = "mentoring", request_body = MentorContactIn,
    params(("mentor_pair" = i64, Path)),
    responses((status = 201, body = MentorOut), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn contact(api: Api, path: Path<i64>, Body(body): Body<MentorContactIn>) -> Reply {
    let id = MentorPairId(path.into_inner());
    let form = Form::of(&[("held_on", &body.held_on), ("way", &body.way), ("note", &body.note)]);
    let contact = move |w: &mut Write, me: &Actor, now: Moment| {
        let (pair, _) = actions::show_pair(w, me, id)?;
        pairing::contact(w, me, id, &input::contact(&form)?, now)?;
        answer(w, me, pair.candidacy, now)
    };
    Ok(created(&api.write(Gate::Coordinator, contact).await?.1))
}

/// Puts the planned end of a pair off.
#[utoipa::path(post, path = "/api/v1/mentor-pairs/{mentor_pair}/extensions", tag = "mentoring", request_body = MentorExtensionIn,
    params(("mentor_pair" = i64, Path)),
    responses((status = 201, body = MentorOut), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn extend(api: Api, path: Path<i64>, Body(body): Body<MentorExtensionIn>) -> Reply {
    let id = MentorPairId(path.into_inner());
    let form = Form::of(&[("planned_end", &body.planned_end), ("reason", &body.reason)]);
    let extend = move |w: &mut Write, me: &Actor, now: Moment| {
        let (pair, _) = actions::show_pair(w, me, id)?;
        let (until, reason) = input::extension(&form)?;
        pairing::extend(w, me, id, (until, &reason), now)?;
        answer(w, me, pair.candidacy, now)
    };
    Ok(created(&api.write(Gate::Coordinator, extend).await?.1))
}

/// Closes a pair, with what was said at the end.
#[utoipa::path(post, path = "/api/v1/mentor-pairs/{mentor_pair}/closure", tag = "mentoring", request_body = MentorClosureIn,
    params(("mentor_pair" = i64, Path)),
    responses((status = 201, body = MentorOut), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn close(api: Api, path: Path<i64>, Body(body): Body<MentorClosureIn>) -> Reply {
    let id = MentorPairId(path.into_inner());
    let form = Form::of(&[
        ("closed_on", &body.closed_on),
        ("reason", &body.reason),
        ("exit_interview", &body.exit_interview),
    ]);
    let close = move |w: &mut Write, me: &Actor, now: Moment| {
        let (pair, _) = actions::show_pair(w, me, id)?;
        pairing::close(w, me, id, &input::closure(&form)?, now)?;
        answer(w, me, pair.candidacy, now)
    };
    Ok(created(&api.write(Gate::Coordinator, close).await?.1))
}

/// A mentor as it stands after an act.
fn answer(w: &mut Write, me: &Actor, id: MentorId, now: Moment) -> Result<MentorOut, Problem> {
    Ok(MentorOut::new(&actions::show(w, me, id)?, now.date_in(me.zone)))
}
