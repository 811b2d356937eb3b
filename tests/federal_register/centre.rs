//! A training centre with a template, and documents that were issued.

use crate::content::Course;
use crate::support::federal::LookAlike;
use crate::support::{Person, TestApp};
use birge::db::schema::{documents, registers};
use birge::documents::rules::snapshot::{CourseFacts, Issuer, Run, Snapshot, Taught};
use birge::editions::store as editions;
use birge::identities::actions::{education, saving};
use birge::identities::rules::draft::{Draft, EducationDraft};
use birge::kernel::{
    AcademicHours, Actor, DocumentId, EditionId, EnrolmentId, Language, Localised, OrganisationId, PersonId,
    PersonName, PublicId, RegisterId, ZoneName,
};
use birge::programmes::rules::words::{DocumentKind, ProgrammeKind};
use diesel::prelude::*;
use serde_json::json;

/// The day on which the tests look.
pub const NOW: &str = "2026-09-10T09:00:00Z";

pub struct Centre {
    pub app: TestApp,
    pub administrator: Person,
    pub organisation: OrganisationId,
    pub edition: EditionId,
    pub person: Person,
    pub enrolment: EnrolmentId,
    register: RegisterId,
    sample: Snapshot,
}

impl Centre {
    /// With a template and everything chosen; nothing is known of the person.
    pub async fn new() -> Centre {
        let centre = Centre::bare().await;
        let template = LookAlike { prepared: 5, ..LookAlike::new() };
        centre.app.federal_template(&centre.administrator, centre.organisation, &template).await;
        centre
            .choose(json!({ "version": {
                "area": "Социальное обслуживание",
                "group": "Социология и социальная работа",
                "form": "Очная",
                "funding": "Платное обучение",
                "way": "в образовательной организации",
            }}))
            .await;
        centre
    }

    /// Without a template.
    pub async fn bare() -> Centre {
        let app = TestApp::at(NOW).await;
        let version = app.import(Course::sample().programme()).await;
        let edition = app.edition(version).await;
        let organisation = app.centre().await;
        let administrator = app.administrator().await;
        let person = app.person("Ахметова").await;
        let enrolment = app.enrol(edition, &person).await;
        let register = app
            .db
            .write(move |w| {
                Ok(diesel::insert_into(registers::table)
                    .values((
                        registers::organisation_id.eq(organisation),
                        registers::kind.eq(DocumentKind::AdvancedTrainingCertificate),
                        registers::year.eq(2026),
                        registers::last_number.eq(0),
                    ))
                    .returning(registers::id)
                    .get_result::<RegisterId>(w.conn())?)
            })
            .await
            .unwrap();
        let row = app.db.read(move |r| editions::edition(r, edition)).await.unwrap().unwrap();
        let taught = Taught {
            version,
            number: 1,
            content_hash: "0".repeat(64),
            title: Localised::only(Language::Ru, "Эффективное партнёрство"),
            hours: AcademicHours(72),
        };
        let run = Run {
            id: edition,
            title: row.title.clone(),
            starts_on: "2026-06-01".parse().unwrap(),
            ends_on: "2026-08-31".parse().unwrap(),
            time_zone: ZoneName::MOSCOW,
        };
        let course = CourseFacts {
            taught,
            run,
            rule: row.rule.0,
            conditions: Vec::new(),
            mark: None,
            kind: Some(ProgrammeKind::AdvancedTraining),
            modules: Vec::new(),
            left: None,
            qualification: None,
            form: None,
            topic: None,
            marks: Vec::new(),
        };
        let sample = snapshot(organisation, course);
        Centre { app, administrator, organisation, edition, person, enrolment, register, sample }
    }

    pub async fn choose(&self, what: serde_json::Value) {
        let path = format!("/api/v1/editions/{}/federal-settings", self.edition);
        let page = self.app.api(&self.administrator).await.post(&path, what).await;
        assert_eq!(page.status, 200, "{}", page.html);
    }

    /// Records everything that the register asks of the person.
    pub async fn know(&self) {
        let draft = Draft {
            spelling_surname: "Ахметова".into(),
            spelling_given_name: "Алия".into(),
            spelling_patronymic: "Сериковна".into(),
            sex: "female".into(),
            citizenship: "643".into(),
            born_on: "1990-02-03".into(),
            snils: "112-233-445 95".into(),
            ..Draft::default()
        };
        let proof = EducationDraft {
            level: "higher".into(),
            surname: "Иванова".into(),
            series: "ВСГ".into(),
            number: "1234567".into(),
            graduated_in: String::new(),
        };
        let (kit, person, now) = (self.app.kit.clone(), self.person.id, self.app.now());
        self.app
            .db
            .write(move |w| {
                saving::save(w, &Actor::program(), &kit.secrets, (person, &draft), now)?;
                education::record(w, &Actor::program(), person, (&proof, None), now)?;
                Ok(())
            })
            .await
            .unwrap();
    }

    /// Documents of the person, issued on a day; the number of the first.
    pub async fn issue(&self, first: i32, count: i32, issued_on: &str) -> Vec<DocumentId> {
        self.issue_with(first, count, issued_on, |_| {}).await
    }

    /// The same with the snapshots changed.
    pub async fn issue_with(
        &self,
        first: i32,
        count: i32,
        issued_on: &str,
        change: impl Fn(&mut Snapshot),
    ) -> Vec<DocumentId> {
        let made = (first..first + count).map(|number| {
            let mut snapshot = Snapshot {
                number: format!("УПК-2026/{number:04}"),
                issued_on: issued_on.parse().unwrap(),
                ..self.sample.clone()
            };
            change(&mut snapshot);
            (number, snapshot)
        });
        let made: Vec<(i32, Snapshot)> = made.collect();
        let place = (self.register, self.organisation, self.edition, self.enrolment);
        let (person, now) = (self.person.id, self.app.now());
        self.app
            .db
            .write(move |w| {
                made.iter()
                    .map(|(number, snapshot)| insert(w, place, person, (*number, snapshot), now))
                    .collect()
            })
            .await
            .unwrap()
    }
}

type Place = (RegisterId, OrganisationId, EditionId, EnrolmentId);

fn insert(
    w: &mut birge::db::Write,
    (register, organisation, edition, enrolment): Place,
    person: PersonId,
    (number, snapshot): (i32, &Snapshot),
    now: birge::kernel::Moment,
) -> Result<DocumentId, birge::kernel::Problem> {
    let mut random = [0; 20];
    random[..4].copy_from_slice(&number.to_le_bytes());
    let replaces = snapshot.replaces.as_ref();
    if let Some(replaced) = replaces {
        diesel::update(documents::table.find(replaced.document))
            .set(documents::live_key.eq(None::<String>))
            .execute(w.conn())?;
    }
    Ok(diesel::insert_into(documents::table)
        .values((
            documents::public_id.eq(PublicId::from_random(random)),
            documents::person_id.eq(person),
            documents::organisation_id.eq(organisation),
            documents::edition_id.eq(edition),
            documents::enrolment_id.eq(enrolment),
            documents::kind.eq(snapshot.kind),
            documents::register_id.eq(register),
            documents::number.eq(number),
            documents::number_text.eq(&snapshot.number),
            documents::issued_on.eq(snapshot.issued_on),
            documents::language.eq(Language::Ru),
            documents::holder.eq(snapshot.holder.full()),
            documents::search_text.eq(""),
            documents::snapshot.eq(serde_json::to_string(snapshot).unwrap()),
            documents::snapshot_sha256.eq("0".repeat(64)),
            documents::live_key.eq(format!("test-{number}")),
            documents::replaces_id.eq(replaces.map(|replaced| replaced.document)),
            documents::relation.eq(replaces.map(|replaced| birge::kernel::Word::as_str(replaced.relation))),
            documents::issued_at.eq(now),
        ))
        .returning(documents::id)
        .get_result(w.conn())?)
}

fn snapshot(organisation: OrganisationId, course: CourseFacts) -> Snapshot {
    Snapshot {
        format: 2,
        kind: DocumentKind::AdvancedTrainingCertificate,
        language: Language::Ru,
        number: String::new(),
        issued_on: "2026-09-01".parse().unwrap(),
        verify_url: None,
        title: "Удостоверение".into(),
        fields: Vec::new(),
        holder: PersonName::new("Ахметова", "Әлия", Some("Сериковна")),
        spelling: None,
        issuer: Issuer {
            id: organisation,
            name: "Учебный центр".into(),
            city: None,
            licence: None,
            head_post: None,
            head_name: None,
        },
        course: Some(course),
        trail: None,
        blank: None,
        template: None,
        replaces: None,
        valid: None,
        time_zone: None,
        paper: None,
    }
}
