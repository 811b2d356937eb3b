//! The templates, strict about names, with the house helpers.

use super::memo::{Marks, Memo};
use super::{TemplateFiles, Words, helpers, includes};
use handlebars::Handlebars;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A template that cannot be registered or rendered.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A malformed template.
    #[error("template {0}")]
    Template(Box<handlebars::TemplateError>),
    /// A template that does not fit its data.
    #[error("{0}")]
    Render(Box<handlebars::RenderError>),
    /// Data that cannot be serialised.
    #[error("view data: {0}")]
    Data(#[from] serde_json::Error),
}

/// HTML that was sanitised when it was stored, or rendered by us; the only thing templates print unescaped.
#[derive(Debug, Clone, Default, Serialize, PartialEq, Eq)]
#[serde(transparent)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// Marks HTML as safe. Callers are the content importer's output and this room.
    pub fn trusted(html: impl Into<String>) -> SafeHtml {
        SafeHtml(html.into())
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// All templates.
pub struct Templates {
    registry: Handlebars<'static>,
    /// Subjects and plain texts of letters, where `&` is an ampersand and not markup.
    plain: Handlebars<'static>,
    pub(super) memo: Memo,
    pub(super) marks: Marks,
}

impl Templates {
    /// Registers the templates compiled into the program, under their paths without `.hbs`.
    ///
    /// # Errors
    /// [`RenderError::Template`] with the template's name and line.
    pub fn load(words: Arc<Words>) -> Result<Templates, RenderError> {
        let mut plain = Handlebars::new();
        plain.set_strict_mode(true);
        plain.register_escape_fn(handlebars::no_escape);
        helpers::register(&mut plain, words.clone());
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        // An indented partial would indent the text inside a textarea too, and grow it with every save.
        registry.set_prevent_indent(true);
        helpers::register(&mut registry, words);
        let sources = sources();
        for (name, source) in &sources {
            let of_its_kind = if is_plain(name) { &mut plain } else { &mut registry };
            of_its_kind
                .register_template_string(name, source)
                .map_err(|error| RenderError::Template(Box::new(error)))?;
        }
        includes::put_in_place(&mut registry, &sources);
        Ok(Templates { registry, plain, memo: Memo::new(), marks: Marks::new() })
    }

    /// Whether there is a template of this name.
    pub fn has(&self, name: &str) -> bool {
        self.registry.has_template(name)
    }

    /// Renders a template over data whose root carries at least `lang`.
    ///
    /// # Errors
    /// [`RenderError::Render`] when the template asks for what the data do not have.
    pub fn render(&self, name: &str, data: serde_json::Value) -> Result<String, RenderError> {
        self.registry
            .render_with_context(name, &handlebars::Context::from(data))
            .map_err(|error| RenderError::Render(Box::new(error)))
    }

    /// Renders a subject or plain text of a letter: nothing is escaped, because nothing in it is markup.
    ///
    /// # Errors
    /// [`RenderError::Render`] when the template asks for what the data do not have.
    pub fn render_plain(&self, name: &str, data: serde_json::Value) -> Result<String, RenderError> {
        self.plain.render(name, &data).map_err(|error| RenderError::Render(Box::new(error)))
    }
}

fn sources() -> BTreeMap<String, String> {
    let source = |path: std::borrow::Cow<'static, str>| {
        let file = TemplateFiles::get(&path)?;
        Some((path.strip_suffix(".hbs")?.to_owned(), String::from_utf8_lossy(&file.data).into_owned()))
    };
    TemplateFiles::iter().filter_map(source).collect()
}

fn is_plain(name: &str) -> bool {
    name.starts_with("mail/") && (name.ends_with("/subject") || name.ends_with("/text"))
}
