//! The demonstration: two training centres, 25 institutions and 60 invented people in four editions, with all
//! that they have done until today. It is made by the same actions that people use, each at its own time, so
//! that hours, letters and the audit trail are those of real work.

mod afterwards;
mod agendas;
mod ahead;
mod answers;
mod cases;
mod consultations;
mod courses;
mod coursework;
mod dice;
mod entry;
mod hall;
mod identities;
mod institutions;
mod mentoring;
mod names;
mod papers;
mod play;
mod roll;
mod rubrics;
mod script;
mod shipped;
mod sign_in;
mod site_cases;
mod staff;
mod stage;
mod steps;
mod teamwork;
mod trail;
mod works;

use crate::kernel::{Actor, Moment, Problem, ProgrammeVersionId};
use crate::people::actions::hashing;
use crate::programmes::actions as programmes;
use crate::programmes::rules::{CompletionShares, Limits};
use crate::web::Kit;
use actix_web::web::Data;
use anyhow::anyhow;
use std::collections::HashMap;
use std::sync::Arc;

pub use shipped::lay_out;
pub use sign_in::sign_in_table;

/// The password of everybody in the demonstration.
pub const PASSWORD: &str = "birge-demo";

/// An imported programme.
pub struct Version {
    id: ProgrammeVersionId,
    rule: CompletionShares,
}

/// The imported programmes by slug.
pub type Versions = HashMap<String, Version>;

/// Fills an empty database with the demonstration: all of it, or nothing but the programmes.
///
/// # Errors
/// The course content is not where the settings say, or an action refuses: a fault of the demonstration.
pub async fn furnish(kit: &Data<Kit>) -> Result<(), Problem> {
    let now = kit.clock.now();
    let versions = import_programmes(kit, now).await?;
    let hash = hashing::hash(kit, PASSWORD).await?;
    let kit_of_play = kit.clone();
    let work = move |w: &mut crate::db::Write| {
        let kit = &kit_of_play;
        let props = stage::Props { secrets: &kit.secrets, versions: &versions, hash: &hash, now };
        let stage = stage::set(w, &props)?;
        play::perform(w, kit, &stage, &script::write(&stage, now))?;
        afterwards::follow(w, &stage, now)?;
        site_cases::bring(w, &stage, now)?;
        hall::open(w, &kit.secrets, &stage, now)?;
        ahead::arrange(w, &stage, now)?;
        entry::ask(w, &stage, now)?;
        consultations::offer(w, &stage, now)?;
        identities::record(w, &kit.secrets, &stage, now)?;
        mentoring::accompany(w, &stage, now)?;
        cases::begin(w, &stage.admin, now.plus_minutes(-90))
    };
    kit.db.write(work).await
}

async fn import_programmes(kit: &Data<Kit>, now: Moment) -> Result<Versions, Problem> {
    let content = kit.settings.content_dir.clone();
    let imported_at = now.plus_minutes(-240 * 24 * 60);
    let mut versions = Versions::new();
    for folder in programmes::check_all(content.clone(), Limits::russia()).await? {
        let programme = folder.outcome.ok().and_then(|checked| checked.programme).map(Arc::new);
        let Some(programme) = programme else {
            return Err(Problem::internal(anyhow!("{} has faults; see birge content check", folder.name)));
        };
        let media = programmes::lay_away(&kit.files, &programme).await?;
        let (slug, rule) = (programme.slug.clone(), programme.rule);
        let write = move |w: &mut crate::db::Write| {
            programmes::import(w, &Actor::program(), &programme, &media, imported_at)
        };
        let id = kit.db.write(write).await?.version;
        versions.insert(slug, Version { id, rule });
    }
    let missing = courses::Course::ALL.into_iter().find(|course| !versions.contains_key(course.slug()));
    match missing {
        None => Ok(versions),
        Some(course) => Err(Problem::internal(anyhow!(
            "{}: the programme {} is not there",
            content.display(),
            course.slug()
        ))),
    }
}

/// Something that the demonstration has made and does not find: a fault of its own.
fn lost(what: &str) -> Problem {
    Problem::internal(anyhow!("the demonstration has lost {what}"))
}
