//! Every page in its typical states and every language: the template fits its view, no message is missing.

use birge::kernel::Language;
use birge::render::{Templates, Words};
use birge::web::view::{Title, samples_of};
use birge::web::{Sample, View};
use serde_json::Value;
use std::sync::Arc;

macro_rules! samples {
    ($($($part:ident)::+,)*) => {
        /// The samples of every view.
        fn samples() -> Vec<Sample> {
            [$(of::<birge::$($part)::+>(),)*].into_iter().flatten().collect()
        }
    };
}

birge::every_view!(samples);

fn of<V: View>() -> Vec<Sample> {
    let samples = samples_of::<V>().unwrap();
    assert!(!samples.is_empty(), "{} has no samples", V::TEMPLATE);
    samples
}

#[test]
fn every_sample_renders_in_every_language() {
    let words = Arc::new(Words::load().unwrap());
    let templates = Templates::load(words.clone()).unwrap();
    for sample in samples() {
        for language in Language::ALL {
            let title = match &sample.title {
                Title::Text(text) => text.clone(),
                Title::Key(key, args) => {
                    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
                    words.text_with(language, key, &args)
                }
            };
            let mut data = sample.data.clone();
            let Value::Object(root) = &mut data else { panic!("{}: the view is no object", sample.template) };
            for (name, value) in [("lang", language.tag()), ("csrf", "c"), ("form_id", "f"), ("page_title", &title)] {
                root.insert(name.to_owned(), value.into());
            }
            let html = templates
                .render(sample.template, data)
                .unwrap_or_else(|error| panic!("{} in {}: {error}", sample.template, language.tag()));
            let place = |text: &str| html.find(text).map(|at| html[at..].chars().take(80).collect::<String>());
            assert_eq!(place("⟦"), None, "{} in {}", sample.template, language.tag());
            assert!(!title.contains('⟦') && !title.is_empty(), "{}: {title}", sample.template);
        }
    }
}
