//! Visits, and what was reported of them.

use crate::agendas::rules::Visit;
use crate::db::schema::{people, session_visit_reports, session_visits};
use crate::db::{Read, Write, each};
use crate::kernel::{Moment, OrganisationId, PersonId, PersonName, Problem, SessionId};
use diesel::prelude::*;

/// What a trainer says of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The text.
    pub text: String,
    /// When it was written last.
    pub at: Moment,
    /// By whom.
    pub by: Option<PersonName>,
}

/// A visit as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitRow {
    /// Whom, where and with what.
    pub visit: Visit,
    /// The host, where it is an organisation we know.
    pub host_id: Option<OrganisationId>,
    /// What came of it.
    pub report: Option<Report>,
}

/// The visit that a session is, with its report.
pub fn of_session(r: &mut Read, session: SessionId) -> Result<Option<VisitRow>, Problem> {
    use session_visit_reports as reports;
    use session_visits as rows;
    type Said = (String, Option<OrganisationId>, String, Option<String>, Option<String>, Option<String>);
    type Name = (Option<String>, Option<String>, Option<String>);
    type Row = (Said, (Option<String>, Option<Moment>), Name);
    let found: Option<Row> = rows::table
        .left_join(reports::table)
        .left_join(people::table.on(people::id.nullable().eq(reports::reported_by)))
        .filter(rows::session_id.eq(session))
        .select((
            (rows::host, rows::host_id, rows::address, rows::contact, rows::phone, rows::bring),
            (reports::text.nullable(), reports::reported_at.nullable()),
            (people::surname.nullable(), people::given_name.nullable(), people::patronymic.nullable()),
        ))
        .first(r.conn())
        .optional()?;
    let row = |(said, (text, at), (surname, given_name, patronymic)): Row| {
        let (host, host_id, address, contact, phone, bring) = said;
        let by = surname.zip(given_name);
        let by = by.map(|(surname, given_name)| PersonName { surname, given_name, patronymic });
        let report = text.zip(at).map(|(text, at)| Report { text, at, by });
        VisitRow { visit: Visit { host, address, contact, phone, bring }, host_id, report }
    };
    Ok(found.map(row))
}

/// Makes a session this visit.
pub fn set(
    w: &mut Write,
    session: SessionId,
    visit: &Visit,
    host: Option<OrganisationId>,
) -> Result<(), Problem> {
    use session_visits as rows;
    let said = (
        rows::host.eq(visit.host.clone()),
        rows::host_id.eq(host),
        rows::address.eq(visit.address.clone()),
        rows::contact.eq(visit.contact.clone()),
        rows::phone.eq(visit.phone.clone()),
        rows::bring.eq(visit.bring.clone()),
    );
    let insert = diesel::insert_into(rows::table).values((rows::session_id.eq(session), said.clone()));
    each!(w.conn(), c => { insert.on_conflict(rows::session_id).do_update().set(said).execute(c)? });
    Ok(())
}

/// Makes a session no visit any more.
pub fn remove(w: &mut Write, session: SessionId) -> Result<(), Problem> {
    diesel::delete(session_visits::table.filter(session_visits::session_id.eq(session))).execute(w.conn())?;
    Ok(())
}

/// Writes down what came of a visit.
pub fn report(
    w: &mut Write,
    session: SessionId,
    text: &str,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    use session_visit_reports as rows;
    let text = text.to_owned();
    let insert = diesel::insert_into(rows::table).values((
        rows::session_id.eq(session),
        rows::text.eq(text.clone()),
        rows::reported_at.eq(now),
        rows::reported_by.eq(by),
    ));
    each!(w.conn(), c => {
        insert
            .on_conflict(rows::session_id)
            .do_update()
            .set((rows::text.eq(text), rows::reported_at.eq(now), rows::reported_by.eq(by)))
            .execute(c)?
    });
    Ok(())
}
