//! People, programmes and editions as tests need them, made by the program's own stores.

use super::app::TestApp;
use super::browser::{ApiClient, Browser};
use birge::access::{SessionKind, store as access};
use birge::db::schema::role_grants;
use birge::kernel::{Actor, Language, MailId, OrganisationId, PersonId, PersonName, ZoneName};
use birge::mail::{self, Letter, Recipient};
use birge::people::actions::{create, set_password_hash};
use birge::people::passwords;
use birge::people::rules::NewPerson;
use birge::secrets::{TokenClaims, token_hash};
use diesel::prelude::*;

/// Somebody with an account.
#[derive(Debug, Clone)]
pub struct Person {
    /// The account.
    pub id: PersonId,
    /// What they sign in with.
    pub email: String,
}

/// The password of everybody a test makes through the people room.
pub const PASSWORD: &str = "birge-test-password";

impl TestApp {
    /// A person with an account and no role.
    pub async fn person(&self, surname: &str) -> Person {
        self.person_speaking(surname, Language::Ru).await
    }

    /// A person who reads a language.
    pub async fn person_speaking(&self, surname: &str, language: Language) -> Person {
        let email = format!("{}@test.example", hex::encode(surname));
        let (email_again, now) = (email.clone(), self.now());
        let new = NewPerson {
            email,
            name: PersonName::new(surname, "Анна", Some("Сергеевна")),
            language,
            zone: ZoneName::MOSCOW,
            organisation: None,
            position: None,
        };
        let id = self.db.write(move |w| create(w, &Actor::program(), &new, now)).await.unwrap();
        Person { id, email: email_again }
    }

    /// Gives somebody the [`PASSWORD`] to sign in with through the page.
    pub async fn give_password(&self, person: &Person) {
        let (id, now, hash) = (person.id, self.now(), passwords::hash(PASSWORD, [1; 16]).unwrap());
        self.db.write(move |w| set_password_hash(w, &Actor::program(), id, &hash, now)).await.unwrap();
    }

    /// An administrator of the site.
    pub async fn administrator(&self) -> Person {
        let person = self.person("Администратор").await;
        self.grant(&person, "administrator").await;
        person
    }

    /// An administrator of one organisation.
    pub async fn administrator_of(&self, surname: &str, organisation: OrganisationId) -> Person {
        let person = self.person(surname).await;
        let (id, now) = (person.id, self.now());
        self.db
            .write(move |w| {
                diesel::insert_into(role_grants::table)
                    .values((
                        role_grants::person_id.eq(id),
                        role_grants::role.eq("administrator"),
                        role_grants::organisation_id.eq(organisation),
                        role_grants::granted_at.eq(now),
                    ))
                    .execute(w.conn())?;
                Ok(())
            })
            .await
            .unwrap();
        person
    }

    /// A member of the teaching staff.
    pub async fn trainer(&self, surname: &str) -> Person {
        let person = self.person(surname).await;
        self.grant(&person, "trainer").await;
        person
    }

    /// Grants a role of the whole site.
    pub async fn grant(&self, person: &Person, role: &'static str) {
        let (id, now) = (person.id, self.now());
        self.db
            .write(move |w| {
                diesel::insert_into(role_grants::table)
                    .values((
                        role_grants::person_id.eq(id),
                        role_grants::role.eq(role),
                        role_grants::granted_at.eq(now),
                    ))
                    .execute(w.conn())?;
                Ok(())
            })
            .await
            .unwrap();
    }

    /// A browser in which the person is signed in, without going through the sign-in page.
    pub async fn sign_in(&self, person: &Person) -> Browser {
        let token = self.open_session(person, SessionKind::Browser).await;
        let browser = Browser::new(&self.url);
        let csrf = self.kit.secrets.seal("csrf", &token);
        browser.with_cookie("birge_session", &token).with_csrf(csrf)
    }

    /// An API client with the person's bearer token.
    pub async fn api(&self, person: &Person) -> ApiClient {
        ApiClient::new(&self.url, Some(self.api_token(person).await))
    }

    /// A bearer token of the person, without going through the API's own door.
    pub async fn api_token(&self, person: &Person) -> String {
        let session = self.open_session(person, SessionKind::Api).await;
        let exp = self.now().plus_minutes(60 * 24 * 365).0.timestamp();
        self.kit.secrets.sign(&TokenClaims { session, exp }).unwrap()
    }

    /// Writes somebody a letter, as rooms do in their transactions; it waits for the jobs.
    pub async fn write_to(&self, person: &Person, name: &'static str) -> MailId {
        let (actor, now) = (self.actor(person).await, self.now());
        let to = Recipient {
            person: actor.person,
            address: actor.email.clone(),
            name: actor.name.full(),
            language: actor.language,
        };
        // What the templates of the letters print that tests write.
        let data = serde_json::json!({
            "name": actor.name.address(), "title": "Волонтёры не пришли", "programme": "Партнёрство",
            "edition": "2-й поток", "term": "1 сентября – 30 ноября", "time": "23:59", "city": "Москве",
            "own": null, "when": "16 сентября, 10:00", "reason": "Болезнь преподавателя", "path": "/next",
        });
        let letter = Letter { name, to, data };
        self.db.write(move |w| mail::send(w, now, &letter)).await.unwrap()
    }

    /// What the letters of a name say that went into the folder of files, the oldest first, with whole lines.
    pub fn sent_files(&self, name: &str) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.data_dir.join("mail")) else { return Vec::new() };
        let paths = entries.map(|entry| entry.unwrap().path());
        let ending = format!("-{name}.eml");
        let mut found: Vec<_> = paths.filter(|path| path.to_string_lossy().ends_with(&ending)).collect();
        found.sort();
        found.iter().map(|path| std::fs::read_to_string(path).unwrap().replace("\r\n", "\n")).collect()
    }

    /// What the file of one letter says.
    pub fn sent_file(&self, id: MailId, name: &str) -> String {
        let entries = std::fs::read_dir(self.data_dir.join("mail")).expect("no letter went into a file");
        let ending = format!("-{:06}-{name}.eml", id.0);
        let mut paths = entries.map(|entry| entry.unwrap().path());
        let path = paths.find(|path| path.to_string_lossy().ends_with(&ending));
        let path = path.unwrap_or_else(|| panic!("no file {ending}"));
        std::fs::read_to_string(path).unwrap().replace("\r\n", "\n")
    }

    /// The actor a person is.
    pub async fn actor(&self, person: &Person) -> Actor {
        let id = person.id;
        self.db.read(move |r| access::actor_of(r, id)).await.unwrap().unwrap()
    }

    /// A fresh session of the person; what the cookie or the API holds of it.
    pub async fn open_session(&self, person: &Person, kind: SessionKind) -> String {
        let (token, now) = (self.kit.secrets.token(), self.now());
        let new = access::NewSession {
            person: person.id,
            kind,
            token_hash: token_hash(&token),
            now,
            expires_at: now.plus_minutes(60 * 24 * 365),
            address: "127.0.0.1".into(),
            agent: "test".into(),
        };
        self.db.write(move |w| access::open(w, &new)).await.unwrap();
        token
    }
}
