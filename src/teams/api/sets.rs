//! Sets of teams, for those who teach or administer an edition.

use super::types::{
    BalanceDto, NewTeamSetDto, ProposalDto, SignUpDto, TeamBoardDto, TeamChoiceDto, TeamNameDto, TeamSetsDto,
    UsesDto,
};
use crate::api::{Api, ApiErrors, Body, created, ok};
use crate::db::Write;
use crate::kernel::{
    ActivityId, Actor, EditionId, EnrolmentId, Fault, Gate, Moment, Problem, TeamId, TeamSetId,
};
use crate::teams::actions::{self, NewSet, Wish};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;

/// What a team is called before its number, where a program makes it.
const WORD: &str = "Команда";

/// The sets of an edition, and its team cases with the set that each uses.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/team-sets", tag = "teams", params(("edition" = i64, Path)),
    responses((status = 200, body = TeamSetsDto), (status = 404, body = ApiErrors)))]
pub async fn index(api: Api, path: Path<EditionId>) -> Reply {
    let id = path.into_inner();
    let (me, found) = api.read(Gate::Trainer, move |r, me| actions::edition_teams(r, me, id)).await?;
    Ok(ok(&TeamSetsDto::new(&found, me.actor.language)))
}

/// Makes a set with empty teams. Team cases that have no set yet use it.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/team-sets", tag = "teams", params(("edition" = i64, Path)),
    request_body = NewTeamSetDto, responses((status = 201, body = TeamBoardDto), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn create(api: Api, path: Path<EditionId>, body: Body<NewTeamSetDto>) -> Reply {
    let (id, sent) = (path.into_inner(), body.0);
    let new = NewSet { name: sent.name, teams: sent.teams, word: WORD.to_owned() };
    let job = move |w: &mut Write, me: &Actor, now| {
        let set = actions::create_set(w, me, id, &new, now)?;
        actions::board(w, me, set)
    };
    let (_, board) = api.write(Gate::Trainer, job).await?;
    Ok(created(&TeamBoardDto::new(&board)))
}

/// A set with its teams and everybody who has none.
#[utoipa::path(get, path = "/api/v1/team-sets/{set}", tag = "teams", params(("set" = i64, Path)),
    responses((status = 200, body = TeamBoardDto), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<TeamSetId>) -> Reply {
    let id = path.into_inner();
    let (_, board) = api.read(Gate::Trainer, move |r, me| actions::board(r, me, id)).await?;
    Ok(ok(&TeamBoardDto::new(&board)))
}

/// Changes a set and answers with what it is then.
async fn changed(
    api: &Api,
    set: TeamSetId,
    change: impl Fn(&mut Write, &Actor, Moment) -> Result<(), Problem> + Send + Sync + 'static,
) -> Reply {
    let job = move |w: &mut Write, me: &Actor, now| {
        change(w, me, now)?;
        actions::board(w, me, set)
    };
    let (_, board) = api.write(Gate::Trainer, job).await?;
    Ok(ok(&TeamBoardDto::new(&board)))
}

/// Adds an empty team.
#[utoipa::path(post, path = "/api/v1/team-sets/{set}/teams", tag = "teams", params(("set" = i64, Path)),
    request_body = TeamNameDto, responses((status = 200, body = TeamBoardDto), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn add_team(api: Api, path: Path<TeamSetId>, body: Body<TeamNameDto>) -> Reply {
    let (set, name) = (path.into_inner(), body.0.name);
    changed(&api, set, move |w, me, now| actions::add_team(w, me, set, &name, now).map(|_| ())).await
}

/// Gives a team another name.
#[utoipa::path(put, path = "/api/v1/teams/{team}", tag = "teams", params(("team" = i64, Path)),
    request_body = TeamNameDto, responses((status = 204), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn rename(api: Api, path: Path<TeamId>, body: Body<TeamNameDto>) -> Reply {
    let (id, name) = (path.into_inner(), body.0.name);
    api.write(Gate::Trainer, move |w, me, now| actions::rename_team(w, me, id, &name, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes an empty team out of its set. While somebody is in it, the answer is 409.
#[utoipa::path(delete, path = "/api/v1/teams/{team}", tag = "teams", params(("team" = i64, Path)),
    responses((status = 204), (status = 404, body = ApiErrors), (status = 409, body = ApiErrors)))]
pub async fn remove(api: Api, path: Path<TeamId>) -> Reply {
    let id = path.into_inner();
    api.write(Gate::Trainer, move |w, me, now| actions::remove_team(w, me, id, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Lets somebody be in a team, or in none. Works that were handed in keep the members they had.
#[utoipa::path(put, path = "/api/v1/team-sets/{set}/members/{enrolment}", tag = "teams",
    params(("set" = i64, Path), ("enrolment" = i64, Path)), request_body = TeamChoiceDto,
    responses((status = 200, body = TeamBoardDto), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn place(api: Api, path: Path<(TeamSetId, EnrolmentId)>, body: Body<TeamChoiceDto>) -> Reply {
    let ((set, who), team) = (path.into_inner(), body.0.team_id.map(TeamId));
    changed(&api, set, move |w, me, now| actions::place(w, me, set, (who, team), now)).await
}

/// Lets trainees choose their team until a moment, or not any more.
#[utoipa::path(put, path = "/api/v1/team-sets/{set}/sign-up", tag = "teams", params(("set" = i64, Path)),
    request_body = SignUpDto, responses((status = 200, body = TeamBoardDto), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn sign_up(api: Api, path: Path<TeamSetId>, body: Body<SignUpDto>) -> Reply {
    let (set, sent) = (path.into_inner(), body.0);
    let until = sent.until.as_ref().map(|text| Moment::parse(text));
    changed(&api, set, move |w, me, now| {
        let until = match &until {
            None => None,
            Some(Some(until)) => Some(*until),
            Some(None) => {
                // Who may not open it learns nothing of what the body should be.
                actions::board(w, me, set)?;
                return Err(Problem::invalid(vec![Fault::new("until", "unknown")]));
            }
        };
        actions::open_sign_up(w, me, set, (until, sent.places), now)
    })
    .await
}

/// Lets team cases use this set.
#[utoipa::path(put, path = "/api/v1/team-sets/{set}/cases", tag = "teams", params(("set" = i64, Path)),
    request_body = UsesDto, responses((status = 200, body = TeamBoardDto), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn use_for(api: Api, path: Path<TeamSetId>, body: Body<UsesDto>) -> Reply {
    let (set, cases) = (path.into_inner(), body.0.cases.into_iter().map(ActivityId).collect::<Vec<_>>());
    changed(&api, set, move |w, me, now| actions::use_for(w, me, set, &cases, now)).await
}

/// Teams as they would be if everybody was dealt anew by organisation, sector, city and position; with `take`, they are so.
/// Once a team has handed something in, the answer is 409.
#[utoipa::path(post, path = "/api/v1/team-sets/{set}/balances", tag = "teams", params(("set" = i64, Path)),
    request_body = BalanceDto, responses((status = 200, body = ProposalDto), (status = 404, body = ApiErrors),
        (status = 409, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn balance(api: Api, path: Path<TeamSetId>, body: Body<BalanceDto>) -> Reply {
    let (set, sent) = (path.into_inner(), body.0);
    let wish = Wish { teams: sent.teams, seed: sent.seed, word: WORD.to_owned() };
    let seen = sent.of.as_ref().map(|of| of.parse::<u64>().unwrap_or(0));
    let job = move |w: &mut Write, me: &Actor, now| {
        let found = actions::preview(w, me, set, &wish)?;
        if sent.take {
            actions::take(w, me, set, (&wish, seen), now)?;
        }
        Ok(found)
    };
    let (_, found) = api.write(Gate::Trainer, job).await?;
    Ok(ok(&ProposalDto::new(&found)))
}
