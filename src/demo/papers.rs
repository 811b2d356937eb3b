//! Documents of the demonstration: the papers of the group are signed, everybody's data for papers recorded, documents issued
//! to all who are ready, one of them revoked.

use super::courses::Story;
use super::stage::{Run, Trainee};
use super::{lost, trail};
use crate::db::Write;
use crate::documents::actions::{self as documents, Issuing, Tools};
use crate::documents::rules::names::not_russian;
use crate::identities::actions::{education, saving};
use crate::identities::rules::draft::{Draft, EducationDraft};
use crate::kernel::{Actor, DocumentId, EnrolmentId, Moment, PersonName, Problem};
use crate::people::store as people;
use crate::programmes::rules::words::DocumentKind;
use crate::web::Kit;
use std::collections::BTreeSet;

/// How many of those who finish become mentors.
const MENTORS: usize = 3;

/// The register's desk.
pub struct Papers<'a> {
    /// Prints and draws ids.
    pub kit: &'a Kit,
    /// Who issues.
    pub admin: &'a Actor,
    /// The first document that was issued.
    pub first: Option<DocumentId>,
}

impl Papers<'_> {
    /// Issues documents to all of an edition who are ready.
    ///
    /// # Errors
    /// What the action answers.
    pub fn issue(&mut self, w: &mut Write, run: &Run, now: Moment) -> Result<(), Problem> {
        let enrolments = self.prepare(w, run, now)?;
        let public_ids = enrolments.iter().map(|_| self.kit.secrets.public_id()).collect();
        let input = Issuing::of(run.id, enrolments, public_ids);
        let issued = documents::issue(w, self.admin, &Tools::of(self.kit), &input, now)?;
        self.first = issued.new.first().map(|(_, document)| document.id);
        self.certify(w, run, &input.enrolments, now)
    }

    /// Makes mentors of a few of those who have finished.
    fn certify(
        &self,
        w: &mut Write,
        run: &Run,
        finished: &BTreeSet<EnrolmentId>,
        now: Moment,
    ) -> Result<(), Problem> {
        let mentors: BTreeSet<EnrolmentId> = finished.iter().rev().take(MENTORS).copied().collect();
        let public_ids = mentors.iter().map(|_| self.kit.secrets.public_id()).collect();
        let kind = Some(DocumentKind::MentorCertificate);
        let input = Issuing { kind, ..Issuing::of(run.id, mentors, public_ids) };
        documents::issue(w, self.admin, &Tools::of(self.kit), &input, now).map(|_| ())
    }

    /// Records what papers need of all who are ready, and signs the papers of the group: after that their documents can be
    /// issued.
    ///
    /// # Errors
    /// What an action answers.
    pub fn prepare(&self, w: &mut Write, run: &Run, now: Moment) -> Result<BTreeSet<EnrolmentId>, Problem> {
        let ready: Vec<&Trainee> = run.trainees.iter().filter(|who| who.plot.story == Story::Ready).collect();
        for (place, who) in ready.iter().enumerate() {
            self.record(w, who, (place, now))?;
        }
        trail::lay(w, self.kit, self.admin, run, now)?;
        Ok(ready.iter().map(|who| who.enrolment).collect())
    }

    /// The document of education and, for a name in Kazakh letters, its Russian spelling.
    fn record(&self, w: &mut Write, who: &Trainee, (place, now): (usize, Moment)) -> Result<(), Problem> {
        let person = who.actor.person_id()?;
        let proof = EducationDraft {
            level: "higher".into(),
            series: "107704".into(),
            number: format!("{:07}", 200_100 + place),
            ..EducationDraft::default()
        };
        education::record(w, self.admin, person, (&proof, None), now)?;
        let name = people::person(w, person)?.ok_or_else(|| lost("a person"))?.name();
        if not_russian(&name).is_empty() {
            return Ok(());
        }
        let spelled = russian(&name);
        let draft = Draft {
            spelling_surname: spelled.surname,
            spelling_given_name: spelled.given_name,
            spelling_patronymic: spelled.patronymic.unwrap_or_default(),
            ..Draft::default()
        };
        saving::save(w, self.admin, &self.kit.secrets, (person, &draft), now)
    }

    /// Revokes the first document.
    ///
    /// # Errors
    /// What the action answers.
    pub fn revoke(&self, w: &mut Write, now: Moment) -> Result<(), Problem> {
        let document = self.first.ok_or_else(|| lost("a document"))?;
        let reason = "Опечатка в отчестве: владелец обнаружил её при получении, документ будет выдан заново";
        documents::revoke(w, self.admin, document, reason, now)?;
        Ok(())
    }
}

/// A name as the registers of Russia spell it: of the letters of Kazakh the nearest Russian ones.
fn russian(name: &PersonName) -> PersonName {
    let spelled = |text: &str| -> String { text.chars().map(nearest).collect() };
    PersonName {
        surname: spelled(&name.surname),
        given_name: spelled(&name.given_name),
        patronymic: name.patronymic.as_deref().map(spelled),
    }
}

fn nearest(letter: char) -> char {
    match letter {
        'Ә' => 'А',
        'ә' => 'а',
        'Ғ' => 'Г',
        'ғ' => 'г',
        'Қ' => 'К',
        'қ' => 'к',
        'Ң' => 'Н',
        'ң' => 'н',
        'Ө' => 'О',
        'ө' => 'о',
        'Ұ' | 'Ү' => 'У',
        'ұ' | 'ү' => 'у',
        'Һ' => 'Х',
        'һ' => 'х',
        'І' => 'И',
        'і' => 'и',
        other => other,
    }
}
