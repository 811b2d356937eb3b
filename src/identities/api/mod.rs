//! What papers need of a person, for programs: the same actions as the pages.

pub mod consents;

use super::actions::{self, Shown, education, group, names, reading, saving};
use super::pages::person::day;
use super::rules::draft::{Draft, EducationDraft};
use super::rules::names::Change;
use super::rules::{Identity, NameSpan};
use crate::api::{Api, ApiErrors, Body, Listing, created, ok};
use crate::kernel::{EditionId, Gate, PersonId, PersonName, Word as _};
use crate::web::Reply;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;

/// The description of this room's part of the API.
#[derive(utoipa::OpenApi)]
#[openapi(paths(show, update, record_education, change_name, disclose, group))]
pub struct Doc;

/// A name in its parts.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonNameOut {
    /// Surname.
    surname: String,
    /// First name.
    given_name: String,
    /// Patronymic.
    patronymic: Option<String>,
}

impl PersonNameOut {
    fn new(name: &PersonName) -> PersonNameOut {
        PersonNameOut {
            surname: name.surname.clone(),
            given_name: name.given_name.clone(),
            patronymic: name.patronymic.clone(),
        }
    }
}

/// A document of education.
#[derive(Debug, Serialize, ToSchema)]
pub struct EducationProofOut {
    /// `higher`, `secondary_vocational` or `studying`.
    level: String,
    /// The surname in it, where that is another one.
    surname: Option<String>,
    /// Its series.
    series: Option<String>,
    /// Its number.
    number: String,
    /// The year it was issued in.
    graduated_in: Option<i32>,
    /// Whether there is a scan.
    has_scan: bool,
    /// Whether somebody else than the person has recorded it: it counts only then.
    seen: bool,
}

/// A name with the days in which it held.
#[derive(Debug, Serialize, ToSchema)]
pub struct NameSpanOut {
    /// The name.
    name: PersonNameOut,
    /// Since when, `2026-06-12`; `null` for the name the person came with.
    from: Option<String>,
    /// Its last day; `null` for the present name.
    until: Option<String>,
    /// The document of the change.
    basis: Option<String>,
}

impl NameSpanOut {
    fn new(span: &NameSpan) -> NameSpanOut {
        NameSpanOut {
            name: PersonNameOut::new(&span.name),
            from: span.from.map(|day| day.to_string()),
            until: span.until.map(|day| day.to_string()),
            basis: span.basis.clone(),
        }
    }
}

/// What papers need of a person. Of what lies encrypted it says only whether it is recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct IdentityOut {
    /// The name of the account.
    name: PersonNameOut,
    /// The Russian spelling for registers.
    spelling: Option<PersonNameOut>,
    /// `male` or `female`.
    sex: Option<String>,
    /// What the patronymic hints at, where no sex is recorded.
    suggested_sex: Option<String>,
    /// Three digits of ОКСМ.
    citizenship: Option<String>,
    /// Whether the date of birth is recorded.
    has_born_on: bool,
    /// Whether the СНИЛС is recorded.
    has_snils: bool,
    /// Whether the ИИН is recorded.
    has_iin: bool,
    /// Whether series and number of the passport are recorded.
    has_passport: bool,
    /// The document of education.
    education: Option<EducationProofOut>,
    /// The names through time, the earliest first; empty while no change was recorded.
    names: Vec<NameSpanOut>,
    /// Whether the person consents to be named in public.
    public_name: bool,
}

impl IdentityOut {
    fn new(shown: &Shown) -> IdentityOut {
        let education = shown.education.as_ref().map(|row| EducationProofOut {
            level: row.proof.level.as_str().to_owned(),
            surname: row.proof.surname.clone(),
            series: row.proof.series.clone(),
            number: row.proof.number.clone(),
            graduated_in: row.graduated_in,
            has_scan: row.file.is_some(),
            seen: row.seen,
        });
        IdentityOut {
            name: PersonNameOut::new(&shown.reach.whose.name),
            spelling: shown.basics.spelling.as_ref().map(PersonNameOut::new),
            sex: shown.basics.sex.map(|sex| sex.as_str().to_owned()),
            suggested_sex: shown.suggested.map(|sex| sex.as_str().to_owned()),
            citizenship: shown.basics.citizenship.clone(),
            has_born_on: shown.recorded.born_on,
            has_snils: shown.recorded.snils,
            has_iin: shown.recorded.iin,
            has_passport: shown.recorded.passport,
            education,
            names: shown.basics.names.iter().map(NameSpanOut::new).collect(),
            public_name: shown.basics.public_name,
        }
    }
}

/// What is to be written down of a person. Spelling, sex and citizenship that are left out become empty; of the
/// date of birth and the numbers what is left out stays, and an empty text removes.
#[derive(Debug, Deserialize, ToSchema)]
pub struct IdentityIn {
    /// The surname in Russian letters.
    #[serde(default)]
    spelling_surname: String,
    /// The first name in Russian letters.
    #[serde(default)]
    spelling_given_name: String,
    /// The patronymic in Russian letters.
    #[serde(default)]
    spelling_patronymic: String,
    /// `male` or `female`.
    #[serde(default)]
    sex: String,
    /// Three digits of ОКСМ.
    #[serde(default)]
    citizenship: String,
    /// The date of birth, `1990-03-15`.
    born_on: Option<String>,
    /// The СНИЛС, `112-233-445 95` or eleven digits.
    snils: Option<String>,
    /// The ИИН, twelve digits; only where an organisation of Kazakhstan teaches or sends the person.
    iin: Option<String>,
    /// Series and number of the passport or another paper of identity, for the register book and its extract.
    passport: Option<String>,
}

impl IdentityIn {
    fn draft(self) -> Draft {
        let secrets = [
            ("born_on", &self.born_on),
            ("snils", &self.snils),
            ("iin", &self.iin),
            ("passport", &self.passport),
        ];
        let forget = secrets.iter().filter(|(_, value)| value.as_deref() == Some(""));
        let forget = forget.map(|(name, _)| (*name).to_owned()).collect();
        Draft {
            forget,
            spelling_surname: self.spelling_surname,
            spelling_given_name: self.spelling_given_name,
            spelling_patronymic: self.spelling_patronymic,
            sex: self.sex,
            citizenship: self.citizenship,
            born_on: self.born_on.unwrap_or_default(),
            snils: self.snils.unwrap_or_default(),
            iin: self.iin.unwrap_or_default(),
            passport: self.passport.unwrap_or_default(),
        }
    }
}

/// A document of education to be written down. A scan is sent through the page.
#[derive(Debug, Deserialize, ToSchema)]
pub struct EducationProofIn {
    /// `higher`, `secondary_vocational` or `studying`.
    #[serde(default)]
    level: String,
    /// The surname in it, where that is another one.
    #[serde(default)]
    surname: String,
    /// Its series.
    #[serde(default)]
    series: String,
    /// Its number.
    #[serde(default)]
    number: String,
    /// The year it was issued in.
    graduated_in: Option<i32>,
}

/// A change of name.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NameChangeIn {
    /// The new surname.
    #[serde(default)]
    surname: String,
    /// The new first name.
    #[serde(default)]
    given_name: String,
    /// The new patronymic.
    #[serde(default)]
    patronymic: String,
    /// Since when, `2026-06-12`.
    #[serde(default)]
    from: String,
    /// The document of the change.
    #[serde(default)]
    basis: String,
}

/// What lies encrypted.
#[derive(Debug, Serialize, ToSchema)]
pub struct IdentityDisclosureOut {
    /// The date of birth, `1990-03-15`.
    born_on: Option<String>,
    /// The СНИЛС, `112-233-445 95`.
    snils: Option<String>,
    /// The ИИН, twelve digits.
    iin: Option<String>,
    /// Series and number of the passport.
    passport: Option<String>,
}

impl IdentityDisclosureOut {
    fn new(identity: &Identity) -> IdentityDisclosureOut {
        IdentityDisclosureOut {
            born_on: identity.born_on.map(|day| day.to_string()),
            snils: identity.snils.as_ref().map(|snils| snils.to_string()),
            iin: identity.iin.as_ref().map(|iin| iin.digits().to_owned()),
            passport: identity.passport.clone(),
        }
    }
}

/// Somebody of a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct IdentityLacksOut {
    /// The person.
    person_id: i64,
    /// Their name.
    name: String,
    /// What is not known: `education`, `education-unseen`, `studying`, `spelling`, `born_on`, `sex`, `citizenship`, `snils`.
    lacks: Vec<String>,
    /// Whether they consent to be named in public.
    public_name: bool,
}

/// What papers need of a person: one's own, or of somebody whom an organisation teaches or sends that one administers.
#[utoipa::path(get, path = "/api/v1/people/{person}/identity", tag = "identities", params(("person" = i64, Path)),
    responses((status = 200, body = IdentityOut), (status = 404, body = ApiErrors)))]
pub async fn show(api: Api, path: Path<i64>) -> Reply {
    let id = PersonId(path.into_inner());
    let (_, shown) = api.read(Gate::SignedIn, move |r, me| actions::show(r, me, id)).await?;
    Ok(ok(&IdentityOut::new(&shown)))
}

/// Writes down what papers need of a person.
#[utoipa::path(put, path = "/api/v1/people/{person}/identity", tag = "identities", params(("person" = i64, Path)),
    request_body = IdentityIn,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn update(api: Api, path: Path<i64>, Body(body): Body<IdentityIn>) -> Reply {
    let (id, kit, draft) = (PersonId(path.into_inner()), Arc::clone(&api.web.kit), body.draft());
    let save = move |w: &mut _, me: &_, now| saving::save(w, me, &kit.secrets, (id, &draft), now);
    api.write(Gate::SignedIn, save).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Writes down a person's document of education in the place of the one that counted; its scan stays.
#[utoipa::path(put, path = "/api/v1/people/{person}/identity/education", tag = "identities",
    params(("person" = i64, Path)), request_body = EducationProofIn,
    responses((status = 204), (status = 404, body = ApiErrors), (status = 422, body = ApiErrors)))]
pub async fn record_education(api: Api, path: Path<i64>, Body(body): Body<EducationProofIn>) -> Reply {
    let id = PersonId(path.into_inner());
    let draft = EducationDraft {
        level: body.level,
        surname: body.surname,
        series: body.series,
        number: body.number,
        graduated_in: body.graduated_in.map(|year| year.to_string()).unwrap_or_default(),
    };
    let record = move |w: &mut _, me: &_, now| education::record(w, me, id, (&draft, None), now);
    api.write(Gate::SignedIn, record).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Writes down a change of name; the account follows.
#[utoipa::path(post, path = "/api/v1/people/{person}/identity/names", tag = "identities",
    params(("person" = i64, Path)), request_body = NameChangeIn,
    responses((status = 201, body = PersonNameOut), (status = 403, body = ApiErrors), (status = 404, body = ApiErrors),
        (status = 422, body = ApiErrors)))]
pub async fn change_name(api: Api, path: Path<i64>, Body(body): Body<NameChangeIn>) -> Reply {
    let id = PersonId(path.into_inner());
    api.read(Gate::SignedIn, move |r, me| actions::reach(r, me, id)).await?;
    let change = Change {
        surname: body.surname,
        given_name: body.given_name,
        patronymic: body.patronymic,
        from: day(&body.from)?,
        basis: body.basis,
    };
    let write = move |w: &mut _, me: &_, now| names::change(w, me, (id, &change), now);
    api.write(Gate::SignedIn, write).await?;
    let (_, shown) = api.read(Gate::SignedIn, move |r, me| actions::show(r, me, id)).await?;
    Ok(created(&PersonNameOut::new(&shown.reach.whose.name)))
}

/// What lies encrypted of a person. The look is written down.
#[utoipa::path(post, path = "/api/v1/people/{person}/identity/disclosures", tag = "identities",
    params(("person" = i64, Path)),
    responses((status = 200, body = IdentityDisclosureOut), (status = 404, body = ApiErrors)))]
pub async fn disclose(api: Api, path: Path<i64>) -> Reply {
    let (id, kit) = (PersonId(path.into_inner()), Arc::clone(&api.web.kit));
    let look = move |w: &mut _, me: &_, now| reading::disclose(w, me, &kit.secrets, id, now);
    let (_, identity) = api.write(Gate::SignedIn, look).await?;
    Ok(ok(&IdentityDisclosureOut::new(&identity)))
}

/// Who of an edition lacks what for papers.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/identities", tag = "identities",
    params(("edition" = i64, Path)),
    responses((status = 200, body = Listing<IdentityLacksOut>), (status = 404, body = ApiErrors)))]
pub async fn group(api: Api, path: Path<i64>) -> Reply {
    let id = EditionId(path.into_inner());
    let (_, group) = api.read(Gate::Administrator, move |r, me| group::group(r, me, id)).await?;
    let member = |one: group::Member| IdentityLacksOut {
        person_id: one.person.0,
        name: one.name.full(),
        lacks: one.lacks.iter().map(|lack| lack.as_str().to_owned()).collect(),
        public_name: one.public_name,
    };
    let items = group.people.into_iter().map(member).collect();
    Ok(ok(&Listing { items, next_after: None::<i64> }))
}
