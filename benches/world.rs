//! A training centre in a data folder of its own, made by the program's own actions: one edition of
//! "Effective partnership" with as many trainees as asked for. The benches and the test that kills the
//! server stand on it.

use birge::access::{SessionKind, store as access};
use birge::db::{Db, OpenOptions, Write};
use birge::editions::actions as editions;
use birge::editions::rules::Term;
use birge::editions::rules::draft::Plan;
use birge::editions::rules::entry::Newcomer;
use birge::files::FileStore;
use birge::kernel::{
    ActivityId, Actor, AttemptId, Clock, EditionId, EnrolmentId, Language, Moment, OrganisationId, PersonId,
    PersonName, Problem, QuestionId, ZoneName,
};
use birge::organisations::actions as organisations;
use birge::organisations::rules::{Details, Sector};
use birge::people::Role;
use birge::people::actions as people;
use birge::people::rules::{NewGrant, NewPerson};
use birge::programmes::actions as programmes;
use birge::programmes::rules::{ActivityKind, Programme, QuestionKind};
use birge::programmes::store as content;
use birge::quizzes::{actions as quizzes, store as quiz_store};
use birge::secrets::{Secrets, TokenClaims, token_hash};
use chrono::TimeDelta;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The centre.
pub struct World {
    /// Where it lies; `birge serve --data-dir` serves it.
    pub data_dir: PathBuf,
    /// Its database, as production opens it.
    pub db: Db,
    /// Its key.
    pub secrets: Secrets,
    /// Administrator of the site.
    pub admin: Actor,
    /// The edition.
    pub edition: EditionId,
    /// When it runs: it began twenty days ago.
    pub term: Term,
    /// Its activities in programme order.
    pub activities: Vec<(ActivityKind, ActivityId)>,
    /// Its trainees.
    pub trainees: Vec<Trainee>,
}

/// Somebody in the edition.
#[derive(Debug, Clone, Copy)]
pub struct Trainee {
    /// The account.
    pub person: PersonId,
    /// The place in the edition.
    pub enrolment: EnrolmentId,
}

/// An attempt under way, at a question that is answered with a number from 1 to 5.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The attempt.
    pub attempt: AttemptId,
    /// The question.
    pub question: QuestionId,
    /// The trainee's bearer token.
    pub bearer: String,
}

/// Where the key of the world's data folder comes from.
pub const KEY: [u8; 32] = [7; 32];

impl World {
    /// Founds it in an empty folder.
    pub async fn found(data_dir: &Path, trainees: usize) -> World {
        std::fs::write(data_dir.join("secret.key"), KEY).unwrap();
        let url = format!("sqlite://{}", data_dir.join("birge.db").display());
        let db = Db::open(&url, OpenOptions::default()).unwrap();
        db.migrate().unwrap();
        let now = Clock::System.now();
        let programme = Arc::new(shipped());
        let files = FileStore::in_folder(&data_dir.join("files")).unwrap();
        let media = programmes::lay_away(&files, &programme).await.unwrap();
        let (admin, plan) = db
            .write(move |w| {
                let admin = administrator(w, now)?;
                let centre = Details::named("Учебный центр", Sector::State);
                let centre = organisations::create(w, &admin, &centre, now)?;
                let version = programmes::import(w, &admin, &programme, &media, now)?.version;
                let rule = editions::usual_rule(&programme.rule);
                Ok((admin, plan(version, centre, rule, now)))
            })
            .await
            .unwrap();
        let (term, version, opener) = (plan.term, plan.version, admin.clone());
        let edition = db.write(move |w| editions::open(w, &opener, &plan, now)).await.unwrap();
        let rows = db.read(move |r| content::activities(r, version)).await.unwrap();
        let activities = rows.iter().map(|row| (row.kind, row.id)).collect();
        let secrets = Secrets::new(KEY);
        let data_dir = data_dir.to_owned();
        let mut world =
            World { data_dir, db, secrets, admin, edition, term, activities, trainees: Vec::new() };
        world.enrol(trainees).await;
        world
    }

    async fn enrol(&mut self, count: usize) {
        let (admin, edition, now) = (self.admin.clone(), self.edition, Clock::System.now());
        let enrolled =
            self.db.write(move |w| (0..count).map(|n| newcomer(w, &admin, edition, n, now)).collect());
        let enrolled: Vec<Trainee> = enrolled.await.unwrap();
        self.trainees.extend(enrolled);
    }

    /// The activities of a kind.
    pub fn of_kind(&self, kind: ActivityKind) -> impl Iterator<Item = ActivityId> + '_ {
        self.activities.iter().filter(move |(other, _)| *other == kind).map(|(_, id)| *id)
    }

    /// The actor somebody is.
    pub async fn actor(&self, person: PersonId) -> Actor {
        self.db.read(move |r| access::actor_of(r, person)).await.unwrap().unwrap()
    }

    /// Opens a session and gives its token: the value of the session cookie.
    pub async fn session(&self, person: PersonId, kind: SessionKind) -> String {
        let (token, now) = (self.secrets.token(), Clock::System.now());
        let new = access::NewSession {
            person,
            kind,
            token_hash: token_hash(&token),
            now,
            expires_at: now.plus_minutes(60 * 24),
            address: "127.0.0.1".into(),
            agent: "load".into(),
        };
        self.db.write(move |w| access::open(w, &new)).await.unwrap();
        token
    }

    /// Sits trainees down before the first quiz, each in an attempt of their own.
    pub async fn seats(&self, count: usize) -> Vec<Seat> {
        self.seats_begun(count, Clock::System.now()).await
    }

    /// The same, in attempts that began so many seconds later than now.
    pub async fn seats_begun(&self, count: usize, begun: Moment) -> Vec<Seat> {
        let quiz = self.of_kind(ActivityKind::Quiz).next().unwrap();
        let questions = self.db.read(move |r| quiz_store::questions(r, quiz)).await.unwrap();
        let question = questions.iter().find(|(_, one)| one.kind == QuestionKind::Scale).unwrap().0;
        let trainees: Vec<Trainee> = self.trainees.iter().take(count).copied().collect();
        let mut bearers = Vec::new();
        for trainee in &trainees {
            let session = self.session(trainee.person, SessionKind::Api).await;
            let exp = begun.plus_minutes(60 * 24).0.timestamp();
            bearers.push(self.secrets.sign(&TokenClaims { session, exp }).unwrap());
        }
        // All at once: a short exam must not be over before the last has sat down.
        let start = move |w: &mut Write| -> Result<Vec<AttemptId>, Problem> {
            let begin = |one: &Trainee| {
                let actor = access::actor_of(w, one.person)?.ok_or_else(Problem::not_found)?;
                quizzes::start(w, &actor, (one.enrolment, quiz), 1, begun)
            };
            trainees.iter().map(begin).collect()
        };
        let attempts = self.db.write(start).await.unwrap();
        attempts
            .into_iter()
            .zip(bearers)
            .map(|(attempt, bearer)| Seat { attempt, question, bearer })
            .collect()
    }
}

fn shipped() -> Programme {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("course-content/effective-partnership");
    programmes::check(&folder).unwrap().programme.unwrap()
}

fn administrator(w: &mut Write, now: Moment) -> Result<Actor, Problem> {
    let program = Actor::program();
    let new = account("Администратор", "admin@load.example");
    let person = people::create(w, &program, &new, now)?;
    people::grant_role(w, &program, person, NewGrant { role: Role::Administrator, organisation: None }, now)?;
    access::actor_of(w, person)?.ok_or_else(Problem::not_found)
}

fn account(surname: &str, email: &str) -> NewPerson {
    NewPerson {
        email: email.to_owned(),
        name: PersonName::new(surname, "Анна", Some("Сергеевна")),
        language: Language::Ru,
        zone: ZoneName::MOSCOW,
        organisation: None,
        position: None,
    }
}

fn plan(
    version: birge::kernel::ProgrammeVersionId,
    organisation: OrganisationId,
    rule: birge::editions::rules::CompletionRule,
    now: Moment,
) -> Plan {
    let (zone, today) = (ZoneName::MOSCOW, now.date_in(ZoneName::MOSCOW));
    let term = Term { starts_on: today - TimeDelta::days(20), ends_on: today + TimeDelta::days(60), zone };
    Plan {
        version,
        organisation,
        title: "Большой поток".into(),
        term,
        capacity: 5000,
        trainers: Vec::new(),
        rule,
    }
}

fn newcomer(
    w: &mut Write,
    admin: &Actor,
    edition: EditionId,
    n: usize,
    now: Moment,
) -> Result<Trainee, Problem> {
    let email = format!("trainee{n}@load.example");
    let name = PersonName::new(&format!("Слушатель{n}"), "Анна", Some("Сергеевна"));
    let one = Newcomer { name, email: email.clone(), language: Language::Ru, position: None };
    let enrolment = editions::enrol_newcomer(w, admin, (edition, None), (&one, None), now)?;
    Ok(Trainee { person: people::by_email(w, &email)?.id, enrolment })
}
