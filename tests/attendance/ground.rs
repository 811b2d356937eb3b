//! An edition in Irkutsk with its trainer, its people and a programme that is mostly attended.

use crate::support::app::TestApp;
use crate::support::browser::{Browser, Page};
use crate::support::fixtures::Person;
use crate::support::learning::NewEdition;
use birge::attendance::actions;
use birge::attendance::rules::{Booking, SessionMode};
use birge::db::schema::{activities, editions, ledger_entries, modules, programme_versions, programmes};
use birge::db::{Json, Write};
use birge::kernel::{
    ActivityId, EditionId, EnrolmentId, Language, Localised, Moment, Problem, ProgrammeVersionId, SessionId,
    ZoneName,
};
use diesel::prelude::*;

/// An edition with its people.
pub struct Ground {
    pub app: TestApp,
    pub version: ProgrammeVersionId,
    pub edition: EditionId,
    pub trainer: Person,
    /// The people in the order of the sheet.
    pub people: Vec<(Person, EnrolmentId)>,
    /// Three hours of theory.
    pub lecture: ActivityId,
    /// An hour and a half of practice.
    pub practicum: ActivityId,
    /// Six hours of practice.
    pub game: ActivityId,
}

/// Tuesday, 15 September, ten in the morning in Irkutsk.
pub const TEN_IN_IRKUTSK: &str = "2026-09-15T02:00:00Z";

/// What the programme asks for a document.
const RULE: &str = r#"{"attendance":800,"hours":1000,"every_quiz":true,"every_case":true,"quiz_pass":null,"case_pass":null}"#;

impl Ground {
    /// An edition with so many people, at ten in the morning.
    pub async fn with(people: usize) -> Ground {
        Ground::on(TestApp::at(TEN_IN_IRKUTSK).await, people).await
    }

    /// The same on an application of another kind.
    pub async fn on(app: TestApp, people: usize) -> Ground {
        let trainer = app.trainer("Ким").await;
        let now = app.now();
        let (version, activities) = app.db.write(move |w| insert_programme(w, now)).await.unwrap();
        let edition = edition(&app, version, "2-й поток").await;
        app.teach(edition, &trainer).await;
        let mut enrolled = Vec::new();
        for number in 0..people {
            let person = app.person(&format!("Слушатель{number:04}")).await;
            let id = app.enrol(edition, &person).await;
            enrolled.push((person, id));
        }
        let (lecture, practicum, game) = (activities[0], activities[1], activities[2]);
        Ground { app, version, edition, trainer, people: enrolled, lecture, practicum, game }
    }

    /// A session of an activity today, held so.
    pub async fn session(
        &self,
        activity: ActivityId,
        (from, to): (&str, &str),
        mode: SessionMode,
    ) -> SessionId {
        let booking = self.booking(activity, (from, to), mode);
        let (actor, edition, now) = (self.app.actor(&self.trainer).await, self.edition, self.app.now());
        self.app.db.write(move |w| actions::book(w, &actor, edition, &booking, now)).await.unwrap()
    }

    /// A booking of an activity today.
    pub fn booking(&self, activity: ActivityId, (from, to): (&str, &str), mode: SessionMode) -> Booking {
        let time = |text: &str| format!("{text}:00").parse().unwrap();
        Booking {
            activity,
            held_on: "2026-09-15".parse().unwrap(),
            starts: time(from),
            ends: time(to),
            mode,
            place: Some("Иркутск, ул. Ленина, 5, ауд. 12".into()),
            link: Some("https://meet.example.org/birge".into()),
            trainer: Some(self.trainer.id),
        }
    }

    /// Moves a session to another day, at the same hours.
    pub async fn move_to(&self, session: SessionId, activity: ActivityId, times: (&str, &str), day: &str) {
        let booking =
            Booking { held_on: day.parse().unwrap(), ..self.booking(activity, times, SessionMode::InPerson) };
        let (actor, now) = (self.app.actor(&self.trainer).await, self.app.now());
        let change = move |w: &mut Write| actions::change(w, &actor, session, &booking, now);
        self.app.db.write(change).await.unwrap();
    }

    /// The ledger of a person: minutes and mode, as they were written.
    pub async fn ledger(&self, place: usize) -> Vec<(i32, String)> {
        let enrolment = self.people[place].1;
        self.app
            .db
            .read(move |r| {
                Ok(ledger_entries::table
                    .filter(ledger_entries::enrolment_id.eq(enrolment))
                    .order(ledger_entries::id)
                    .select((ledger_entries::minutes, ledger_entries::mode))
                    .load(r.conn())?)
            })
            .await
            .unwrap()
    }

    /// The minutes of a person, all corrections counted.
    pub async fn minutes(&self, place: usize) -> i32 {
        self.ledger(place).await.iter().map(|(minutes, _)| minutes).sum()
    }
}

/// Another edition of the same programme, by the same organisation.
pub async fn another_edition(ground: &Ground, title: &'static str) -> EditionId {
    edition(&ground.app, ground.version, title).await
}

async fn edition(app: &TestApp, version: ProgrammeVersionId, title: &'static str) -> EditionId {
    let zone = ZoneName::parse("Asia/Irkutsk").unwrap();
    let id = app.open_edition(NewEdition { zone, ..NewEdition::of(version) }).await;
    let rename = move |w: &mut Write| {
        diesel::update(editions::table.filter(editions::id.eq(id)))
            .set(editions::title.eq(title))
            .execute(w.conn())?;
        Ok(id)
    };
    app.db.write(rename).await.unwrap()
}

fn insert_programme(w: &mut Write, now: Moment) -> Result<(ProgrammeVersionId, Vec<ActivityId>), Problem> {
    let programme: i64 = diesel::insert_into(programmes::table)
        .values((programmes::slug.eq("partnership"), programmes::created_at.eq(now)))
        .returning(programmes::id)
        .get_result(w.conn())?;
    let version = insert_version(w, programme, now)?;
    let module: i64 = diesel::insert_into(modules::table)
        .values((
            modules::version_id.eq(version),
            modules::position.eq(0),
            modules::key.eq("m"),
            modules::title.eq("{}"),
        ))
        .returning(modules::id)
        .get_result(w.conn())?;
    let rows = [
        ("lecture", "session", "theory", 180),
        ("practicum", "session", "practice", 90),
        ("game", "game", "practice", 360),
        ("reading", "lesson", "theory", 45),
    ];
    let mut ids = Vec::new();
    for (position, (key, kind, nature, minutes)) in (0..).zip(rows) {
        let title = Json(Localised::only(Language::Ru, format!("Занятие {key}")));
        let id: ActivityId = diesel::insert_into(activities::table)
            .values((
                (
                    activities::version_id.eq(version),
                    activities::module_id.eq(module),
                    activities::position.eq(position),
                    activities::key.eq(key),
                    activities::kind.eq(kind),
                    activities::format.eq("seminar"),
                ),
                activities::mode.eq("in_person"),
                activities::nature.eq(nature),
                activities::hours.eq(minutes / 45),
                activities::minutes.eq(minutes),
                activities::after_keys.eq("[]"),
                activities::title.eq(title),
            ))
            .returning(activities::id)
            .get_result(w.conn())?;
        ids.push(id);
    }
    Ok((version, ids))
}

fn insert_version(w: &mut Write, programme: i64, now: Moment) -> Result<ProgrammeVersionId, Problem> {
    use programme_versions as version;
    Ok(diesel::insert_into(version::table)
        .values((
            version::programme_id.eq(programme),
            version::number.eq(1),
            version::content_hash.eq("hash"),
            version::kind.eq("advanced_training"),
            version::title.eq("{}"),
            version::summary.eq("{}"),
            version::audience.eq("{}"),
            version::languages.eq("[\"ru\"]"),
            version::academic_hour_minutes.eq(45),
            version::theory_hours.eq(5),
            version::practice_hours.eq(10),
            version::document_kind.eq("advanced_training_certificate"),
            version::rule.eq(RULE),
            version::imported_at.eq(now),
        ))
        .returning(version::id)
        .get_result(w.conn())?)
}

/// A form as it stands on a page, to be filled in and sent without any script.
pub struct Sheet {
    pub page: Page,
    fields: Vec<(String, String)>,
}

impl Sheet {
    /// Opens a page with a form.
    pub async fn open(browser: &Browser, path: &str) -> Sheet {
        Sheet::of(browser.get(path).await)
    }

    /// The form of a page.
    pub fn of(page: Page) -> Sheet {
        let form = page.html.split("<main").nth(1).unwrap_or_default();
        let fields = form.split("<input ").skip(1).filter_map(control).collect();
        Sheet { page, fields }
    }

    /// The same with what is chosen in its lists: the first choice where none is.
    pub fn with_lists(mut self) -> Sheet {
        let form = self.page.html.split("<main").nth(1).unwrap_or_default();
        let lists: Vec<(String, String)> = form.split("<select ").skip(1).filter_map(list).collect();
        self.fields.extend(lists);
        self
    }

    /// What stands in a field.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }

    /// Fills in a field.
    pub fn set(mut self, name: &str, value: &str) -> Sheet {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Marks a person.
    pub fn mark(self, enrolment: EnrolmentId, status: &str) -> Sheet {
        self.set(&format!("status-{enrolment}"), status)
    }

    /// Sends it.
    pub async fn send(&self, browser: &Browser, path: &str) -> Page {
        let fields: Vec<(&str, &str)> =
            self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        browser.post_raw(path, &fields).await
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!("{name}=\""))?;
    Some(rest.split('"').next()?.replace("&#x3D;", "="))
}

/// A list as it would be sent: name and what is chosen.
fn list(text: &str) -> Option<(String, String)> {
    let (tag, rest) = text.split_once('>')?;
    let options: Vec<&str> = rest.split("</select>").next()?.split("<option ").skip(1).collect();
    let chosen = options.iter().find(|option| option.split('>').next().unwrap().contains(" selected"));
    Some((attribute(tag, "name")?, attribute(chosen.or(options.first())?, "value")?))
}

/// A control that would be sent: name and value. Unticked choices and buttons are not.
fn control(tag: &str) -> Option<(String, String)> {
    let tag = tag.split('>').next()?;
    let attribute = |name: &str| attribute(tag, name);
    let choice = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
    if choice && !tag.contains(" checked") {
        return None;
    }
    Some((attribute("name")?, attribute(" value").unwrap_or_default()))
}
