//! What organisations ask of their mentors: rows that are only added to, the newest of each holds.

use crate::db::schema::{
    mentor_setting_checks, mentor_setting_programmes, mentor_settings, organisations, programme_versions,
};
use crate::db::{Json, Read, Write};
use crate::kernel::{Localised, MentorSettingId, Moment, OrganisationId, PersonId, Problem, ProgrammeId};
use crate::mentoring::rules::{Asked, CheckKind};
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// What an organisation has set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingRow {
    /// The how manieth of it, from 1; 0 where nobody has set anything.
    pub number: i32,
    /// What is asked for.
    pub asked: Asked,
    /// The programmes whose hours count as training.
    pub programmes: Vec<ProgrammeId>,
}

impl SettingRow {
    /// What holds where nobody has set anything: no programme is named yet.
    pub fn usual() -> SettingRow {
        SettingRow { number: 0, asked: Asked::usual(), programmes: Vec::new() }
    }
}

type Columns = ((MentorSettingId, OrganisationId, i32), (i32, i32, i32, i32), bool);

/// What some organisations have set, in three queries.
pub fn of(r: &mut Read, among: &[OrganisationId]) -> Result<HashMap<OrganisationId, SettingRow>, Problem> {
    let rows: Vec<Columns> = mentor_settings::table
        .filter(mentor_settings::organisation_id.eq_any(among.to_vec()))
        .order((mentor_settings::organisation_id, mentor_settings::number))
        .select((
            (mentor_settings::id, mentor_settings::organisation_id, mentor_settings::number),
            (
                mentor_settings::training_hours,
                mentor_settings::in_person_hours,
                mentor_settings::first_contacts,
                mentor_settings::contact_months,
            ),
            mentor_settings::takes_applications,
        ))
        .load(r.conn())?;
    let ids: Vec<MentorSettingId> = rows.iter().map(|((id, ..), ..)| *id).collect();
    let checks: Vec<(MentorSettingId, CheckKind)> = mentor_setting_checks::table
        .filter(mentor_setting_checks::setting_id.eq_any(ids.clone()))
        .order((mentor_setting_checks::setting_id, mentor_setting_checks::kind))
        .select((mentor_setting_checks::setting_id, mentor_setting_checks::kind))
        .load(r.conn())?;
    let programmes: Vec<(MentorSettingId, ProgrammeId)> = mentor_setting_programmes::table
        .filter(mentor_setting_programmes::setting_id.eq_any(ids))
        .order((mentor_setting_programmes::setting_id, mentor_setting_programmes::programme_id))
        .select((mentor_setting_programmes::setting_id, mentor_setting_programmes::programme_id))
        .load(r.conn())?;
    let mut settings = HashMap::new();
    for ((id, organisation, number), (training, in_person, first, months), takes_applications) in rows {
        let mut also: Vec<CheckKind> =
            checks.iter().filter(|(of, _)| *of == id).map(|(_, kind)| *kind).collect();
        also.sort_unstable();
        let asked = Asked {
            training_hours: training,
            in_person_hours: in_person,
            first_contacts: first,
            contact_months: months,
            takes_applications,
            also,
        };
        let named = programmes.iter().filter(|(of, _)| *of == id).map(|(_, programme)| *programme);
        // In the order of their numbers: the newest stays.
        settings.insert(organisation, SettingRow { number, asked, programmes: named.collect() });
    }
    Ok(settings)
}

/// What an organisation has set.
pub fn of_one(r: &mut Read, organisation: OrganisationId) -> Result<SettingRow, Problem> {
    Ok(of(r, &[organisation])?.remove(&organisation).unwrap_or_else(SettingRow::usual))
}

/// Sets something else from now on.
pub fn insert(
    w: &mut Write,
    organisation: OrganisationId,
    row: &SettingRow,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    let asked = &row.asked;
    let inserted = diesel::insert_into(mentor_settings::table)
        .values((
            mentor_settings::organisation_id.eq(organisation),
            mentor_settings::number.eq(row.number),
            mentor_settings::training_hours.eq(asked.training_hours),
            mentor_settings::in_person_hours.eq(asked.in_person_hours),
            mentor_settings::first_contacts.eq(asked.first_contacts),
            mentor_settings::contact_months.eq(asked.contact_months),
            mentor_settings::takes_applications.eq(asked.takes_applications),
            mentor_settings::set_at.eq(now),
            mentor_settings::set_by.eq(by),
        ))
        .returning(mentor_settings::id)
        .get_result(w.conn());
    let id: MentorSettingId = inserted.map_err(super::again)?;
    for kind in &asked.also {
        diesel::insert_into(mentor_setting_checks::table)
            .values((mentor_setting_checks::setting_id.eq(id), mentor_setting_checks::kind.eq(*kind)))
            .execute(w.conn())?;
    }
    for programme in &row.programmes {
        let named = mentor_setting_programmes::programme_id.eq(*programme);
        diesel::insert_into(mentor_setting_programmes::table)
            .values((mentor_setting_programmes::setting_id.eq(id), named))
            .execute(w.conn())?;
    }
    Ok(())
}

/// Every programme under its newest title.
pub fn programmes(r: &mut Read) -> Result<Vec<(ProgrammeId, Localised)>, Problem> {
    let rows: Vec<(ProgrammeId, Json<Localised>)> = programme_versions::table
        .order((programme_versions::programme_id, programme_versions::number))
        .select((programme_versions::programme_id, programme_versions::title))
        .load(r.conn())?;
    // In the order of their numbers: the newest stays.
    let newest: BTreeMap<ProgrammeId, Localised> =
        rows.into_iter().map(|(id, title)| (id, title.0)).collect();
    Ok(newest.into_iter().collect())
}

/// The organisations that take applications, in the order of the alphabet.
pub fn taking_applications(r: &mut Read) -> Result<Vec<(OrganisationId, String)>, Problem> {
    let with: Vec<OrganisationId> = mentor_settings::table
        .filter(mentor_settings::takes_applications.eq(true))
        .select(mentor_settings::organisation_id)
        .distinct()
        .load(r.conn())?;
    let settings = of(r, &with)?;
    let mut rows: Vec<(OrganisationId, String)> = organisations::table
        .filter(organisations::id.eq_any(with))
        .order(organisations::name_fold)
        .select((organisations::id, organisations::name))
        .load(r.conn())?;
    rows.retain(|(id, _)| settings.get(id).is_some_and(|row| row.asked.takes_applications));
    Ok(rows)
}
