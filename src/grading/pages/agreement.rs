//! How well the graders of a case agree.

use crate::grading::actions;
use crate::grading::views::AgreementPage;
use crate::kernel::{ActivityId, EditionId, Gate};
use crate::web::{Reply, Web};
use actix_web::web::Path;

/// `GET /editions/{edition}/cases/{activity}/agreement`.
pub async fn show(web: Web, path: Path<(EditionId, ActivityId)>) -> Reply {
    let at = path.into_inner();
    let (me, found) = web.read(Gate::Trainer, move |r, me| actions::agreement(r, me, at)).await?;
    web.page(&me, &AgreementPage::new(&found, &web.reader(&me)))
}
