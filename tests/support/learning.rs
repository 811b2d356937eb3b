//! Programmes, editions and enrolments as tests need them.

use super::app::TestApp;
use super::fixtures::Person;
use crate::content::Course;
use birge::db::schema::{edition_trainers, editions, enrolments, organisations};
use birge::db::{Json, Write};
use birge::editions::rules::CompletionRule;
use birge::kernel::{
    ActivityId, Actor, EditionId, EnrolmentId, Moment, OrganisationId, Permille, Problem, ProgrammeVersionId,
    ZoneName,
};
use birge::programmes::rules::Programme;
use birge::programmes::rules::quiz::QuizSettings;
use birge::programmes::{actions, store};
use birge::quizzes::rules::setup::{Section, Settings};
use birge::quizzes::store::{self as quizzes, setups};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::path::Path;
use std::sync::Arc;

/// How an edition of a test is set up: a run of three months around [`super::app::START`], all of its day.
pub struct NewEdition {
    /// The programme version.
    pub version: ProgrammeVersionId,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// The zone of its days.
    pub zone: ZoneName,
    /// How many people fit.
    pub capacity: i32,
    /// What it asks.
    pub rule: CompletionRule,
}

impl NewEdition {
    /// An ordinary edition of a version.
    pub fn of(version: ProgrammeVersionId) -> NewEdition {
        NewEdition {
            version,
            starts_on: "2026-09-01".parse().unwrap(),
            ends_on: "2026-11-30".parse().unwrap(),
            zone: ZoneName::MOSCOW,
            capacity: 60,
            rule: CompletionRule {
                attendance: Permille::percent(80),
                attendance_of: Default::default(),
                hours: Permille::WHOLE,
                every_quiz: true,
                every_case: true,
                quiz_pass: None,
                case_pass: None,
                valid_months: None,
            },
        }
    }
}

impl TestApp {
    /// The small sample course, imported: a session, a lesson, a quiz that waits for it, and a case.
    pub async fn programme(&self) -> ProgrammeVersionId {
        self.import(Course::sample().programme()).await
    }

    /// A course of the repository, imported.
    pub async fn shipped(&self, slug: &str) -> ProgrammeVersionId {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("course-content").join(slug);
        self.import(actions::check(&folder).unwrap().programme.unwrap()).await
    }

    /// A programme, imported.
    pub async fn import(&self, programme: Programme) -> ProgrammeVersionId {
        let (media, now) = (actions::lay_away(&self.kit.files, &programme).await.unwrap(), self.now());
        let programme = Arc::new(programme);
        let job = move |w: &mut Write| actions::import(w, &Actor::program(), &programme, &media, now);
        self.db.write(job).await.unwrap().version
    }

    /// An activity by its key.
    pub async fn activity(&self, version: ProgrammeVersionId, key: &str) -> ActivityId {
        let rows = self.db.read(move |r| store::activities(r, version)).await.unwrap();
        rows.into_iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no activity {key}")).id
    }

    /// The organisation that runs the editions of tests.
    pub async fn centre(&self) -> OrganisationId {
        let now = self.now();
        self.db.write(move |w| centre(w, now)).await.unwrap()
    }

    /// An ordinary edition of a version.
    pub async fn edition(&self, version: ProgrammeVersionId) -> EditionId {
        self.open_edition(NewEdition::of(version)).await
    }

    /// An edition.
    pub async fn open_edition(&self, new: NewEdition) -> EditionId {
        let (organisation, now) = (self.centre().await, self.now());
        self.db.write(move |w| insert_edition(w, &new, organisation, now)).await.unwrap()
    }

    /// Enrols a person.
    pub async fn enrol(&self, edition: EditionId, person: &Person) -> EnrolmentId {
        let (person, now) = (person.id, self.now());
        self.db
            .write(move |w| {
                Ok(diesel::insert_into(enrolments::table)
                    .values((
                        enrolments::edition_id.eq(edition),
                        enrolments::person_id.eq(person),
                        enrolments::enrolled_at.eq(now),
                    ))
                    .returning(enrolments::id)
                    .get_result(w.conn())?)
            })
            .await
            .unwrap()
    }

    /// Sets a quiz of an edition up: the course file's settings, changed, and sections.
    pub async fn set_up(
        &self,
        edition: EditionId,
        quiz: ActivityId,
        change: impl FnOnce(&mut QuizSettings),
        sections: Vec<Section>,
    ) {
        let now = self.now();
        let known = self.db.read(move |r| quizzes::settings(r, quiz)).await.unwrap();
        let mut settings = Settings { quiz: known.unwrap(), ..Settings::default() };
        change(&mut settings.quiz);
        let write = move |w: &mut Write| {
            let number = setups::next_number(w, edition, quiz)?;
            let new = setups::NewSetup {
                edition,
                activity: quiz,
                number,
                settings: &settings,
                sections: &sections,
                password_hash: None,
            };
            setups::insert(w, &new, (None, now))
        };
        self.db.write(write).await.unwrap();
    }

    /// Makes a person trainer of an edition.
    pub async fn teach(&self, edition: EditionId, person: &Person) {
        let (person, now) = (person.id, self.now());
        self.db
            .write(move |w| {
                diesel::insert_into(edition_trainers::table)
                    .values((
                        edition_trainers::edition_id.eq(edition),
                        edition_trainers::person_id.eq(person),
                        edition_trainers::added_at.eq(now),
                    ))
                    .execute(w.conn())?;
                Ok(())
            })
            .await
            .unwrap();
    }
}

fn centre(w: &mut Write, now: Moment) -> Result<OrganisationId, Problem> {
    let known = organisations::table
        .filter(organisations::name_fold.eq("учебный центр"))
        .select(organisations::id)
        .first(w.conn())
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    Ok(diesel::insert_into(organisations::table)
        .values((
            organisations::name.eq("Учебный центр"),
            organisations::short_name.eq("Центр"),
            organisations::name_fold.eq("учебный центр"),
            organisations::sector.eq("state"),
            organisations::created_at.eq(now),
        ))
        .returning(organisations::id)
        .get_result(w.conn())?)
}

fn insert_edition(
    w: &mut Write,
    new: &NewEdition,
    organisation: OrganisationId,
    now: Moment,
) -> Result<EditionId, Problem> {
    Ok(diesel::insert_into(editions::table)
        .values((
            editions::version_id.eq(new.version),
            editions::organisation_id.eq(organisation),
            editions::title.eq("2-й поток, осень 2026"),
            editions::starts_on.eq(new.starts_on),
            editions::ends_on.eq(new.ends_on),
            editions::time_zone.eq(new.zone),
            editions::capacity.eq(new.capacity),
            editions::rule.eq(Json(new.rule)),
            editions::opened_at.eq(now),
        ))
        .returning(editions::id)
        .get_result(w.conn())?)
}
