//! Reminders and warnings over the API: the rule, what is to go and what went, and the warning of one person.

use super::actions::{self, Sheet, Warning};
use super::rules::ReminderRule;
use super::store::warnings::Missed;
use crate::api::{Api, ApiErrors, Body, ok};
use crate::db::{Read, Write};
use crate::kernel::{AbsenceWarningId, Actor, EditionId, EnrolmentId, Gate, Language, Permille};
use crate::web::Reply;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(show, rule, set_rule, own))]
pub struct Doc;

/// Of what the people of an edition are reminded, and when they are warned.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ReminderRuleDto {
    /// How many hours before a session its people are reminded: at most three, from 1 to 336; empty: nobody is.
    #[serde(default)]
    leads: Vec<i32>,
    /// Whoever attended less than this share of the time held and marked is warned, in thousandths; `null`: nobody is.
    #[serde(default)]
    share_permille: Option<i32>,
    /// Whoever missed so many sessions in a row is warned; `null`: nobody is.
    #[serde(default)]
    in_a_row: Option<i32>,
}

impl ReminderRuleDto {
    fn new(rule: &ReminderRule) -> ReminderRuleDto {
        ReminderRuleDto {
            leads: rule.leads.clone(),
            share_permille: rule.share.map(|share| share.0),
            in_a_row: rule.in_a_row,
        }
    }

    fn rule(&self) -> ReminderRule {
        ReminderRule {
            leads: self.leads.clone(),
            share: self.share_permille.map(Permille),
            in_a_row: self.in_a_row,
        }
    }
}

/// The reminders and warnings of an edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct RemindersDto {
    /// The edition.
    edition_id: i64,
    /// What holds.
    rule: ReminderRuleDto,
    /// The next reminders, the first one first.
    next: Vec<NextReminderDto>,
    /// The reminders of sessions to come that went already.
    sent: Vec<SentReminderDto>,
    /// The warnings, the newest first.
    warnings: Vec<AbsenceWarningDto>,
    /// For the next page: the warnings `before` this one; `null` on the last page.
    next_before: Option<i64>,
}

/// A reminder that is to go.
#[derive(Debug, Serialize, ToSchema)]
pub struct NextReminderDto {
    /// When, RFC 3339.
    at: String,
    /// How many hours before the session.
    lead_hours: i32,
    /// The session.
    session_id: i64,
    /// What is taught, in the bearer's language.
    title: String,
    /// When it begins, RFC 3339.
    starts_at: String,
}

/// A reminder of a session to come that went.
#[derive(Debug, Serialize, ToSchema)]
pub struct SentReminderDto {
    /// The session.
    session_id: i64,
    /// How many hours before.
    lead_hours: i32,
    /// To how many people.
    people: i64,
}

/// A warning about missed sessions.
#[derive(Debug, Serialize, ToSchema)]
pub struct AbsenceWarningDto {
    /// The warning.
    id: i64,
    /// Whose.
    enrolment_id: i64,
    /// Surname, first name, patronymic.
    name: String,
    /// `planned`, `sent` or `dropped`: there was no reason any more when it should go.
    state: String,
    /// When it was found, RFC 3339.
    planned_at: String,
    /// When the letter was written, RFC 3339.
    sent_at: Option<String>,
    /// Whether the share attended was below the rule's.
    by_share: bool,
    /// How many were missed in a row, where that was a reason.
    in_a_row: Option<i32>,
    /// What was attended of the time held and marked then, in thousandths.
    share_permille: Option<i32>,
    /// The missed sessions that it names.
    missed: Vec<MissedDto>,
}

/// A missed session.
#[derive(Debug, Serialize, ToSchema)]
pub struct MissedDto {
    /// The session.
    session_id: i64,
    /// What was taught, in the bearer's language.
    title: String,
    /// On which day by the wall of the edition, as `2026-09-15`.
    held_on: String,
}

/// How one person stands with what they missed.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnWarningDto {
    /// The enrolment.
    enrolment_id: i64,
    /// Whether the person is warned; everything below is left out where they are not.
    warned: bool,
    /// The missed sessions that count.
    missed: Vec<MissedDto>,
    /// Minutes attended of what was held and marked.
    attended_minutes: Option<i32>,
    /// Minutes held and marked.
    held_minutes: Option<i32>,
    /// The share attended of them, in thousandths.
    share_permille: Option<i32>,
    /// The share that the document asks for, in thousandths.
    needed_permille: Option<i32>,
    /// How many of the sessions ahead can be missed, whichever.
    can_miss: Option<usize>,
    /// How many sessions are ahead.
    ahead: Option<usize>,
    /// How many minutes have to be made up for even when all of them are attended.
    short_minutes: Option<i32>,
}

fn missed(these: &[Missed], language: Language) -> Vec<MissedDto> {
    let one = |one: &Missed| MissedDto {
        session_id: one.session.0,
        title: one.title.for_reader(language).to_owned(),
        held_on: one.held_on.to_string(),
    };
    these.iter().map(one).collect()
}

impl RemindersDto {
    fn new(sheet: &Sheet, language: Language) -> RemindersDto {
        let next = sheet.ahead.iter().map(|one| NextReminderDto {
            at: one.at.rfc3339(),
            lead_hours: one.lead,
            session_id: one.coming.session.id.0,
            title: one.coming.title.0.for_reader(language).to_owned(),
            starts_at: one.coming.session.starts_at.rfc3339(),
        });
        let sent = sheet.gone.iter().map(|(_, gone)| SentReminderDto {
            session_id: gone.which.session.0,
            lead_hours: gone.which.lead,
            people: gone.sent,
        });
        let warnings = sheet.warnings.iter().map(|one| AbsenceWarningDto {
            id: one.row.id.0,
            enrolment_id: one.row.enrolment.0,
            name: one.row.name.full(),
            state: one.row.state().to_owned(),
            planned_at: one.row.planned_at.rfc3339(),
            sent_at: one.row.sent_at.map(|at| at.rfc3339()),
            by_share: one.row.why.by_share,
            in_a_row: one.row.why.in_a_row,
            share_permille: one.row.so_far.share().map(|share| share.0),
            missed: missed(&one.missed, language),
        });
        RemindersDto {
            edition_id: sheet.edition.id.0,
            rule: ReminderRuleDto::new(&sheet.rule),
            next: next.collect(),
            sent: sent.collect(),
            warnings: warnings.collect(),
            next_before: sheet.more.map(|id| id.0),
        }
    }
}

impl OwnWarningDto {
    fn new(who: EnrolmentId, warning: Option<&Warning>, language: Language) -> OwnWarningDto {
        let chances = warning.map(|one| one.chances);
        OwnWarningDto {
            enrolment_id: who.0,
            warned: warning.is_some(),
            missed: warning.map(|one| missed(&one.missed, language)).unwrap_or_default(),
            attended_minutes: warning.map(|one| one.so_far.attended.0),
            held_minutes: warning.map(|one| one.so_far.held.0),
            share_permille: warning.and_then(|one| one.so_far.share()).map(|share| share.0),
            needed_permille: chances.map(|chances| chances.needed.0),
            can_miss: chances.map(|chances| chances.spare),
            ahead: chances.map(|chances| chances.ahead),
            short_minutes: chances.map(|chances| chances.short.0),
        }
    }
}

/// Which warnings are asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// Those before this one.
    before: Option<i64>,
}

/// The reminders and warnings of an edition, for those who teach or administer it.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/reminders", tag = "reminders",
    params(("edition" = i64, Path), ("before" = Option<i64>, Query)),
    responses((status = 200, body = RemindersDto), (status = 403, body = ApiErrors),
        (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>, wanted: Query<Wanted>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), api.web.now());
    let before = wanted.before.map(AbsenceWarningId);
    let sheet = move |r: &mut Read, me: &Actor| actions::sheet(r, me, (id, before), now);
    let (me, sheet) = api.read(Gate::Trainer, sheet).await?;
    Ok(ok(&RemindersDto::new(&sheet, me.actor.language)))
}

/// Of what the people of an edition are reminded, and when they are warned; the usual rule where none was set.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/reminder-rule", tag = "reminders",
    params(("edition" = i64, Path)),
    responses((status = 200, body = ReminderRuleDto), (status = 403, body = ApiErrors),
        (status = 404, body = ApiErrors)))]
pub async fn rule(api: Api, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (_, rule) = api.read(Gate::Trainer, move |r, me| actions::rule(r, me, id)).await?;
    Ok(ok(&ReminderRuleDto::new(&rule)))
}

/// Sets it; earlier rules are kept.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/reminder-rule", tag = "reminders",
    params(("edition" = i64, Path)), request_body = ReminderRuleDto,
    responses((status = 200, body = ReminderRuleDto), (status = 403, body = ApiErrors),
        (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn set_rule(api: Api, path: Path<i64>, Body(body): Body<ReminderRuleDto>) -> Reply {
    let (id, rule) = (EditionId(path.into_inner()), body.rule());
    let set = move |w: &mut Write, me: &Actor, now| actions::set_rule(w, me, id, &rule, now);
    api.write(Gate::Trainer, set).await?;
    let (_, rule) = api.read(Gate::Trainer, move |r, me| actions::rule(r, me, id)).await?;
    Ok(ok(&ReminderRuleDto::new(&rule)))
}

/// The warning of one person: for that person, and for those who teach or administer the edition.
#[utoipa::path(get, path = "/api/v1/learn/{enrolment}/absence-warning", tag = "reminders",
    params(("enrolment" = i64, Path)),
    responses((status = 200, body = OwnWarningDto), (status = 404, body = ApiErrors)))]
pub async fn own(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (EnrolmentId(path.into_inner()), api.web.now());
    let (me, warning) = api.read(Gate::SignedIn, move |r, me| actions::of_one(r, me, id, now)).await?;
    Ok(ok(&OwnWarningDto::new(id, warning.as_ref(), me.actor.language)))
}
