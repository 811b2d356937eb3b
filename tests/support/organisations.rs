//! Organisations and the roles people have in them.

use super::app::TestApp;
use super::fixtures::Person;
use birge::kernel::{Actor, OrganisationId};
use birge::organisations::actions;
use birge::organisations::rules::{Details, Sector};
use birge::people::Role;
use birge::people::actions::grant_role;
use birge::people::rules::NewGrant;

impl TestApp {
    /// An organisation.
    pub async fn organisation(&self, name: &str) -> OrganisationId {
        self.organisation_under(name, None).await
    }

    /// An organisation under another.
    pub async fn organisation_under(&self, name: &str, parent: Option<OrganisationId>) -> OrganisationId {
        let details = Details { parent, ..Details::named(name, Sector::State) };
        let now = self.now();
        self.db.write(move |w| actions::create(w, &Actor::program(), &details, now)).await.unwrap()
    }

    /// Grants a role in an organisation.
    pub async fn grant_in(&self, person: &Person, role: Role, organisation: OrganisationId) {
        let (id, now) = (person.id, self.now());
        let grant = NewGrant { role, organisation: Some(organisation) };
        self.db.write(move |w| grant_role(w, &Actor::program(), id, grant, now)).await.unwrap();
    }

    /// Another administrator of the site.
    pub async fn second_administrator(&self) -> Person {
        let person = self.person("Второй").await;
        self.grant(&person, "administrator").await;
        person
    }

    /// How many entries of the audit trail name an action.
    pub async fn audited(&self, action: &'static str) -> i64 {
        use birge::db::schema::audit_entries;
        use diesel::prelude::*;
        let count = move |r: &mut birge::db::Read| {
            Ok(audit_entries::table.filter(audit_entries::action.eq(action)).count().get_result(r.conn())?)
        };
        self.db.read(count).await.unwrap()
    }
}
