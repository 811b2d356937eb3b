//! What is chosen for an edition, over the API.

use crate::api::{Api, Body, ok};
use crate::federal_register::actions::{self, Choosing, Desk};
use crate::federal_register::rules::Settings;
use crate::federal_register::rules::settings::FIELDS;
use crate::kernel::{EditionId, EnrolmentId, Gate};
use crate::web::Reply;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The documented part of the API that lies in this file.
#[derive(utoipa::OpenApi)]
#[openapi(paths(show, choose))]
pub struct Doc;

/// What is chosen, by field: `area`, `group`, `qualification`, `form`, `funding`, `way`.
#[derive(Debug, Serialize, ToSchema)]
pub struct FederalSettingsDto {
    /// For this edition.
    edition: BTreeMap<String, String>,
    /// For all editions of the version that the organisation runs.
    version: BTreeMap<String, String>,
    /// Who pays for single people.
    funding: Vec<FederalFundingDto>,
    /// The values of the template's lists, by field.
    lists: BTreeMap<String, Vec<String>>,
}

impl FederalSettingsDto {
    fn new(desk: &Desk) -> FederalSettingsDto {
        let funding = desk.of_people.iter();
        let listed = |(field, column): &(&str, usize)| {
            let list = desk.lists.as_ref()?.of(*column)?;
            Some(((*field).to_owned(), list.values.clone()))
        };
        FederalSettingsDto {
            edition: said(&desk.of_edition),
            version: said(&desk.of_version),
            funding: funding
                .map(|(enrolment, settings)| FederalFundingDto {
                    enrolment_id: enrolment.0,
                    funding: settings.funding.clone(),
                })
                .collect(),
            lists: FIELDS.iter().filter_map(listed).collect(),
        }
    }
}

/// Who pays for one person.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct FederalFundingDto {
    enrolment_id: i64,
    /// A value of the template's list; `null` for what the edition says.
    funding: Option<String>,
}

fn said(settings: &Settings) -> BTreeMap<String, String> {
    let pair = |(field, _): &(&str, usize)| Some(((*field).to_owned(), settings.get(field)?.to_owned()));
    FIELDS.iter().filter_map(pair).collect()
}

/// What is to be chosen: one of the three.
#[derive(Debug, Deserialize, ToSchema)]
pub struct FederalChoosingDto {
    /// For this edition, by field; a field that is left out is left open.
    #[serde(default)]
    edition: Option<BTreeMap<String, String>>,
    /// For all editions of the version that the organisation runs.
    #[serde(default)]
    version: Option<BTreeMap<String, String>>,
    /// Who pays for single people.
    #[serde(default)]
    funding: Option<Vec<FederalFundingDto>>,
}

fn settings(fields: &BTreeMap<String, String>) -> Settings {
    fields.iter().fold(Settings::default(), |settings, (field, value)| {
        settings.with(field, Some(value.clone()).filter(|value| !value.is_empty()))
    })
}

/// What is chosen for an edition, its programme and its people.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/federal-settings", tag = "federal register",
    params(("edition" = i64, Path)),
    responses((status = 200, body = FederalSettingsDto), (status = 404, body = crate::api::ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let (id, now) = (EditionId(path.into_inner()), api.web.now());
    let (_, desk) = api.read(Gate::Administrator, move |r, me| actions::desk(r, me, id, now)).await?;
    Ok(ok(&FederalSettingsDto::new(&desk)))
}

/// Chooses from the lists of the template that holds.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/federal-settings", tag = "federal register",
    params(("edition" = i64, Path)), request_body = FederalChoosingDto,
    responses((status = 200, body = FederalSettingsDto), (status = 404, body = crate::api::ApiErrors),
        (status = 422, body = crate::api::ApiErrors)))]
pub async fn choose(api: Api, path: Path<i64>, Body(body): Body<FederalChoosingDto>) -> Reply {
    let id = EditionId(path.into_inner());
    let mut all = Vec::new();
    all.extend(body.edition.as_ref().map(|fields| Choosing::Edition(settings(fields))));
    all.extend(body.version.as_ref().map(|fields| Choosing::Version(settings(fields))));
    all.extend(body.funding.map(|people| {
        Choosing::People(people.into_iter().map(|one| (EnrolmentId(one.enrolment_id), one.funding)).collect())
    }));
    let (_, desk) = api
        .write(Gate::Administrator, move |w, me, now| {
            for choosing in &all {
                actions::choose(w, me, id, choosing, now)?;
            }
            actions::desk(w, me, id, now)
        })
        .await?;
    Ok(ok(&FederalSettingsDto::new(&desk)))
}
