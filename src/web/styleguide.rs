//! The living page of every component, in demonstration mode.

use super::context::{Reply, Web};
use super::view::{Title, View};
use crate::kernel::Problem;
use serde::Serialize;

/// The page; its examples stand in the template.
#[derive(Debug, Serialize)]
pub struct Styleguide {}

impl View for Styleguide {
    const TEMPLATE: &'static str = "pages/styleguide/show";

    fn title(&self) -> Title {
        Title::key("shell-styleguide-title")
    }

    fn samples() -> Vec<Self> {
        vec![Styleguide {}]
    }
}

/// `GET /styleguide`; not there outside of demonstration mode.
pub async fn show(web: Web) -> Reply {
    if !web.kit.settings.demo {
        return Err(Problem::not_found().into());
    }
    let (me, ()) = web.read_anyone(|_, _| Ok(())).await?;
    web.page_for_anyone(me.as_ref(), &Styleguide {})
}
