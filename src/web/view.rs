//! What a page is: typed data for one template, with samples that a test renders in every language.

use serde::Serialize;
use serde_json::Value;

/// The title of a page: a message, or the name of the thing itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Title {
    /// A Fluent key with arguments.
    Key(&'static str, Vec<(&'static str, String)>),
    /// A text that is data, such as the title of a lesson.
    Text(String),
}

impl Title {
    /// A message without arguments.
    pub fn key(key: &'static str) -> Title {
        Title::Key(key, Vec::new())
    }

    /// A message with arguments.
    pub fn with(key: &'static str, args: Vec<(&'static str, String)>) -> Title {
        Title::Key(key, args)
    }

    /// The name of the thing itself.
    pub fn text(text: impl Into<String>) -> Title {
        Title::Text(text.into())
    }
}

/// Says a key in the reader's language: for labels of choices, which a template cannot translate.
pub type Say<'a> = &'a dyn Fn(&str) -> String;

/// The data of one page.
pub trait View: Serialize {
    /// The template, as its path under `templates/` without `.hbs`.
    const TEMPLATE: &'static str;
    /// The layout around it.
    const LAYOUT: &'static str = "layouts/base";

    /// The page's title.
    fn title(&self) -> Title;

    /// The page in its typical states, for the test that renders all of them in every language.
    fn samples() -> Vec<Self>
    where
        Self: Sized;

    /// Whether search engines must leave the page alone. Only the public catalogue is for them.
    fn no_index(&self) -> bool {
        true
    }
}

/// One rendered-to-JSON sample of a view.
pub struct Sample {
    /// The template it belongs to.
    pub template: &'static str,
    /// The title, as a key where it is one.
    pub title: Title,
    /// The data.
    pub data: Value,
}

/// The samples of a view, for the registry.
///
/// # Errors
/// The view cannot be serialised.
pub fn samples_of<V: View>() -> Result<Vec<Sample>, serde_json::Error> {
    V::samples()
        .iter()
        .map(|view| {
            Ok(Sample { template: V::TEMPLATE, title: view.title(), data: serde_json::to_value(view)? })
        })
        .collect()
}
