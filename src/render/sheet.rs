//! A page as it is sent: a template for what it says, and a layout around it.

use super::memo::{Filling, Rendered};
use super::templates::{RenderError, Templates};
use serde::Serialize;
use serde_json::Value;
use std::sync::Arc;

/// A page about to be rendered.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a, V, S> {
    /// The template of the view.
    pub template: &'static str,
    /// The template around it.
    pub layout: &'static str,
    /// The tag of the reader's language.
    pub lang: &'static str,
    /// The title, in that language.
    pub title: &'a str,
    /// What the page says.
    pub view: &'a V,
    /// What stands around it.
    pub around: &'a S,
}

/// What is new in every answer, the same data or not.
#[derive(Debug, Clone, Copy)]
pub struct Fresh<'a> {
    /// What ties the page's forms to the browser.
    pub csrf: &'a str,
    /// What makes a form do its work once.
    pub form_id: &'a str,
}

impl Templates {
    /// Renders a page. The template sees the view with `lang`, `page_title`, `csrf` and `form_id`, the layout
    /// sees what is around it with `lang`, `title`, `csrf`, `form_id` and `body`. What was rendered before from
    /// the very same data is not rendered again.
    ///
    /// # Errors
    /// [`RenderError`] when a template asks for what the data do not have.
    pub fn page<V: Serialize, S: Serialize>(
        &self,
        sheet: &Sheet<'_, V, S>,
        fresh: Fresh<'_>,
    ) -> Result<String, RenderError> {
        let Fresh { csrf, form_id } = fresh;
        let named = [("lang", sheet.lang), ("page_title", sheet.title)];
        let body = self.kept(sheet.template, named, None, sheet.view)?;
        let body = body.fill(Filling { csrf, form_id, body: "" });
        let named = [("lang", sheet.lang), ("title", sheet.title)];
        let page = self.kept(sheet.layout, named, Some("body"), sheet.around)?;
        Ok(page.fill(Filling { csrf, form_id, body: &body }))
    }

    fn kept<V: Serialize>(
        &self,
        template: &str,
        named: [(&str, &str); 2],
        body: Option<&str>,
        view: &V,
    ) -> Result<Arc<Rendered>, RenderError> {
        let [(_, lang), (_, title)] = named;
        let mut key = Vec::with_capacity(4096);
        for text in [template, lang, title] {
            key.extend_from_slice(text.as_bytes());
            key.push(0);
        }
        serde_json::to_writer(&mut key, view)?;
        if let Some(kept) = self.memo.find(&key) {
            return Ok(kept);
        }
        let mut data = serde_json::to_value(view)?;
        if let Value::Object(root) = &mut data {
            let open = [("csrf", &self.marks.csrf), ("form_id", &self.marks.form_id)];
            root.extend(named.map(|(name, text)| (name.to_owned(), text.into())));
            root.extend(open.map(|(name, mark)| (name.to_owned(), mark.as_str().into())));
            root.extend(body.map(|name| (name.to_owned(), self.marks.body.as_str().into())));
        }
        let rendered = Arc::new(Rendered::new(key, self.render(template, data)?, &self.marks));
        self.memo.keep(rendered.clone());
        Ok(rendered)
    }
}
