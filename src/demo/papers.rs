use super::stage::Run;
use crate::db::Write;
use crate::kernel::{Actor, DocumentId, Moment, Problem};
use crate::web::Kit;
pub struct Papers<'a> { pub kit: &'a Kit, pub admin: &'a Actor, pub first: Option<DocumentId> }
impl Papers<'_> {
    pub fn issue(&mut self, _: &mut Write, _: &Run, _: Moment) -> Result<(), Problem> { Ok(()) }
    pub fn revoke(&self, _: &mut Write, _: Moment) -> Result<(), Problem> { Ok(()) }
}
