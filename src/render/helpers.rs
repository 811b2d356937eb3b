//! What templates may call: `{{t "key" name=value}}` and `{{fault this}}`.

use super::Words;
use crate::kernel::Language;
use handlebars::{
    Context, Handlebars, Helper, HelperDef, RenderContext, RenderError, RenderErrorReason, ScopedJson,
};
use serde_json::Value;
use std::sync::Arc;

pub(super) fn register(registry: &mut Handlebars<'static>, words: Arc<Words>) {
    registry.register_helper("t", Box::new(Translate(words.clone())));
    registry.register_helper("fault", Box::new(FaultText(words)));
    registry.register_helper("concat", Box::new(Concat));
}

fn language(context: &Context) -> Language {
    context.data().get("lang").and_then(Value::as_str).and_then(Language::from_tag).unwrap_or_default()
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// `{{t "key" name=value}}`: the message in the reader's language. The result is plain text, which
/// Handlebars escapes, so an argument can never carry markup.
struct Translate(Arc<Words>);

impl HelperDef for Translate {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        context: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let missing = || RenderErrorReason::ParamNotFoundForIndex("t", 0);
        let key = helper.param(0).and_then(|param| param.value().as_str()).ok_or_else(missing)?;
        let values: Vec<(&str, String)> =
            helper.hash().iter().map(|(name, value)| (*name, plain(value.value()))).collect();
        let args: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let named = helper.param(1).map(|param| pairs(param.value())).unwrap_or_default();
        let args: Vec<(&str, &str)> = args
            .into_iter()
            .chain(named.iter().map(|(name, value)| (name.as_str(), value.as_str())))
            .collect();
        Ok(ScopedJson::Derived(Value::String(self.0.text_with(language(context), key, &args))))
    }
}

/// `{{fault this}}`: a [`crate::kernel::Fault`] in words.
struct FaultText(Arc<Words>);

impl HelperDef for FaultText {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        context: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let missing = || RenderErrorReason::ParamNotFoundForIndex("fault", 0);
        let fault = helper.param(0).map(|param| param.value()).ok_or_else(missing)?;
        let code = fault.get("code").and_then(Value::as_str).ok_or_else(missing)?;
        let values = fault.get("args").map(pairs).unwrap_or_default();
        let args: Vec<(&str, &str)> =
            values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let text = self.0.text_with(language(context), &format!("fault-{code}"), &args);
        Ok(ScopedJson::Derived(Value::String(text)))
    }
}

/// Named arguments as a list of pairs, the form in which problems and flashes carry them.
fn pairs(value: &Value) -> Vec<(String, String)> {
    let pair = |pair: &Value| Some((plain(pair.get(0)?), plain(pair.get(1)?)));
    value.as_array().map(|list| list.iter().filter_map(pair).collect()).unwrap_or_default()
}

/// `(concat "a" b)`: for keys under a declared prefix.
struct Concat;

impl HelperDef for Concat {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let text: String = helper.params().iter().map(|param| plain(param.value())).collect();
        Ok(ScopedJson::Derived(Value::String(text)))
    }
}
