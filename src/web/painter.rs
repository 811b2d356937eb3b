//! Parts of pages outside of a request: what a connection that stays open is sent when something changes.

use super::kit::Kit;
use super::view::View;
use crate::kernel::{Language, Problem};
use serde_json::Value;
use std::sync::Arc;

/// Renders views for one reader, without the layout around them.
pub struct Painter {
    kit: Arc<Kit>,
    language: Language,
    csrf: String,
}

impl Painter {
    pub(super) fn new(kit: Arc<Kit>, language: Language, csrf: String) -> Painter {
        Painter { kit, language, csrf }
    }

    /// The view as HTML. Its forms carry the reader's own token.
    ///
    /// # Errors
    /// The template does not fit its view.
    pub fn paint<V: View>(&self, view: &V) -> Result<String, Problem> {
        let mut data = serde_json::to_value(view).map_err(Problem::internal)?;
        if let Value::Object(root) = &mut data {
            root.insert("lang".to_owned(), self.language.tag().into());
            root.insert("csrf".to_owned(), self.csrf.as_str().into());
            root.insert("form_id".to_owned(), self.kit.secrets.token().into());
        }
        self.kit.templates.render(V::TEMPLATE, data).map_err(Problem::internal)
    }
}
