//! What a document needs beside the course: a document of education, the name in Russian letters, and the papers of the
//! group in their order.

use super::app::TestApp;
use super::fixtures::Person;
use birge::db::schema::{enrolments, people};
use birge::identities::actions::{education, saving};
use birge::identities::rules::draft::{Draft, EducationDraft};
use birge::identities::store as identities;
use birge::kernel::{EditionId, EnrolmentId, PersonId, PersonName};
use diesel::prelude::*;

impl TestApp {
    /// Records what papers need of everybody in an edition, and takes the group through its orders.
    pub async fn ready_for_papers(&self, by: &Person, edition: EditionId) {
        for (_, person) in self.learners(edition).await {
            self.record_diploma(by, person).await;
            self.spell_in_russian(by, person).await;
        }
        self.close_group(by, edition).await;
    }

    /// Takes everybody of an edition who is not in a closing order yet through the papers of the group.
    pub async fn close_group(&self, by: &Person, edition: EditionId) {
        let closed = self.db.read(move |r| birge::orders::store::trail_of(r, edition)).await.unwrap().closed;
        if self.learners(edition).await.iter().any(|(enrolment, _)| !closed.contains(enrolment)) {
            self.trail(by, edition).await;
        }
    }

    async fn learners(&self, edition: EditionId) -> Vec<(EnrolmentId, PersonId)> {
        self.db
            .read(move |r| {
                Ok(enrolments::table
                    .filter(enrolments::edition_id.eq(edition))
                    .filter(enrolments::withdrawn_at.is_null())
                    .order(enrolments::id)
                    .select((enrolments::id, enrolments::person_id))
                    .load(r.conn())?)
            })
            .await
            .unwrap()
    }

    /// The diploma of a person who has none recorded.
    pub async fn record_diploma(&self, by: &Person, person: PersonId) {
        let (actor, now) = (self.actor(by).await, self.now());
        let proof = EducationDraft {
            level: "higher".into(),
            series: "107704".into(),
            number: "0200100".into(),
            ..EducationDraft::default()
        };
        self.db
            .write(move |w| {
                let known = identities::basics_of(w, &[person])?.remove(&person);
                if known.is_some_and(|known| known.education.is_some()) {
                    return Ok(());
                }
                education::record(w, &actor, person, (&proof, None), now).map(|_| ())
            })
            .await
            .unwrap();
    }

    /// The Russian spelling of a name in other letters, where none is recorded.
    pub async fn spell_in_russian(&self, by: &Person, person: PersonId) {
        let (actor, now, kit) = (self.actor(by).await, self.now(), self.kit.clone());
        self.db
            .write(move |w| {
                let known = identities::basics_of(w, &[person])?.remove(&person);
                let (surname, given_name, patronymic): (String, String, Option<String>) = people::table
                    .filter(people::id.eq(person))
                    .select((people::surname, people::given_name, people::patronymic))
                    .first(w.conn())?;
                let name = PersonName { surname, given_name, patronymic };
                let spelled = known.is_some_and(|known| known.spelling.is_some());
                if spelled || birge::documents::rules::names::not_russian(&name).is_empty() {
                    return Ok(());
                }
                let russian = |text: &str| {
                    let spelled: String = text.chars().filter_map(nearest).collect();
                    spelled.trim_matches('-').to_owned()
                };
                let draft = Draft {
                    spelling_surname: russian(&name.surname),
                    spelling_given_name: russian(&name.given_name),
                    spelling_patronymic: name.patronymic.as_deref().map(&russian).unwrap_or_default(),
                    ..Draft::default()
                };
                saving::save(w, &actor, &kit.secrets, (person, &draft), now)
            })
            .await
            .unwrap();
    }
}

/// The Russian letter for a Kazakh one; digits, which only names of tests have, are left out.
fn nearest(letter: char) -> Option<char> {
    Some(match letter {
        'Қ' => 'К',
        'қ' => 'к',
        'Ұ' | 'Ү' => 'У',
        'ұ' | 'ү' => 'у',
        'Ғ' => 'Г',
        'ғ' => 'г',
        'Ң' => 'Н',
        'Ө' => 'О',
        'І' => 'И',
        'Һ' | 'һ' => 'х',
        'Ә' => 'А',
        'ә' => 'а',
        'ң' => 'н',
        'ө' => 'о',
        'і' => 'и',
        digit if digit.is_ascii_digit() => return None,
        other => other,
    })
}
