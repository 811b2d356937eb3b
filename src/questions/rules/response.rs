//! What a trainee answered, read from a form or from JSON against the shape of its question.
//!
//! The wire form, the same in the API and in stored steps: `null` nothing · one choice `3` · several `[1,4]` ·
//! true or false `true` · a number `"2.5"` · an order `[3,null,1]`, a choice or nothing for each place ·
//! pairs `{"1": 5}`, left to right · a scale `4` · a text or an essay `"…"` · gaps `{"1": 3, "2": "слово"}`, the
//! number of a choice or what was typed.

use crate::kernel::QuestionId;
pub use crate::questions::rules::shape::Shape;
use crate::questions::rules::typed_number::{self, Said};
use crate::questions::rules::{ChoiceId, Decimal, QuestionKind};
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The largest answer on a self-rating scale; the smallest is 1.
pub const SCALE_TOP: u8 = 5;

/// A response to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Response {
    /// Nothing, or an answer taken back.
    Blank,
    /// One choice.
    One(ChoiceId),
    /// Several choices.
    Many(BTreeSet<ChoiceId>),
    /// Whether the statement is true.
    TrueFalse(bool),
    /// A number.
    Number(Decimal),
    /// A number with the unit that was typed after it.
    Measured {
        /// The number.
        number: Decimal,
        /// The unit.
        unit: String,
    },
    /// What stands on each place.
    Order(Vec<Option<ChoiceId>>),
    /// A right side for some of the lefts.
    Match(BTreeMap<ChoiceId, ChoiceId>),
    /// 1 to [`SCALE_TOP`].
    Scale(u8),
    /// What was typed.
    Text(String),
    /// What fills some of the gaps.
    Gaps(BTreeMap<ChoiceId, Filling>),
}

/// What fills one gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Filling {
    /// One of its choices.
    Choice(ChoiceId),
    /// Something typed.
    Text(String),
}

pub(super) fn known(ids: &[ChoiceId], number: u64) -> Result<ChoiceId, &'static str> {
    ids.iter().copied().find(|id| u64::from(id.0) == number).ok_or(UNKNOWN)
}

/// The code of a fault: it is no answer to this kind of question.
pub const UNFIT: &str = "answer-unfit";
/// The code of a fault: a choice that the question does not have.
pub const UNKNOWN: &str = "unknown";
/// The code of a fault: two things on one place, or one thing on two.
pub const PLACE_TAKEN: &str = "place-taken";
/// The code of a fault: no number can be read.
pub const NOT_A_NUMBER: &str = "not-a-number";
/// The code of a fault: no number can be read in a gap that takes one.
pub const GAP_NOT_A_NUMBER: &str = "gap-not-a-number";

/// The code of a fault: a unit the question does not know.
pub const UNIT_UNKNOWN: &str = "unit-unknown";
/// The code of a fault: a text that is too long.
pub const TOO_LONG: &str = "answer-too-long";
/// The longest short answer or filling of a gap, in characters.
pub const LONGEST_TEXT: usize = 300;
/// The longest essay, in characters.
pub const LONGEST_ESSAY: usize = 30_000;

/// The name under which forms send the answer to a question.
pub fn field_name(question: QuestionId) -> String {
    format!("q{question}")
}

impl Response {
    /// Whether nothing is answered.
    pub fn is_blank(&self) -> bool {
        *self == Response::Blank
    }

    /// The choices it names, those in gaps too; where feedback is looked for.
    pub fn choices(&self) -> Vec<ChoiceId> {
        match self {
            Response::One(id) => vec![*id],
            Response::Many(ids) => ids.iter().copied().collect(),
            Response::TrueFalse(said) => vec![if *said { ChoiceId::TRUE } else { ChoiceId::FALSE }],
            Response::Gaps(fillings) => {
                let chosen = |filling: &Filling| match filling {
                    Filling::Choice(id) => Some(*id),
                    Filling::Text(_) => None,
                };
                fillings.values().filter_map(chosen).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The wire form.
    pub fn to_json(&self) -> Value {
        serde_json::to_value(self).unwrap_or(Value::Null)
    }

    /// Reads the wire form.
    ///
    /// # Errors
    /// The code of the fault.
    pub fn from_json(shape: &Shape, value: &Value) -> Result<Response, &'static str> {
        if value.is_null() {
            return Ok(Response::Blank);
        }
        Ok(match shape.kind {
            QuestionKind::One => Response::One(shape.choice(value.as_u64().ok_or(UNFIT)?)?),
            QuestionKind::Many => several(shape, value)?,
            QuestionKind::TrueFalse => Response::TrueFalse(value.as_bool().ok_or(UNFIT)?),
            QuestionKind::Number => match value {
                Value::String(text) => number(shape, text)?,
                Value::Number(given) => number(shape, &given.to_string())?,
                Value::Object(given) => {
                    let part = |name: &str| given.get(name).and_then(Value::as_str).ok_or(UNFIT);
                    number(shape, &format!("{} {}", part("number")?, part("unit")?))?
                }
                _ => return Err(UNFIT),
            },
            QuestionKind::Order => order(shape, value)?,
            QuestionKind::Match => pairs(shape, value)?,
            QuestionKind::Scale => scale(value.as_u64().ok_or(UNFIT)?)?,
            QuestionKind::Text => text(value.as_str().ok_or(UNFIT)?, LONGEST_TEXT)?,
            QuestionKind::Essay => essay(shape, value.as_str().ok_or(UNFIT)?)?,
            QuestionKind::Gaps => {
                let fields = value.as_object().ok_or(UNFIT)?;
                gaps(
                    shape,
                    fields.iter().filter(|(_, filled)| !filled.is_null()).map(|(gap, filled)| {
                        let typed = filled.as_str().map(str::to_owned);
                        (gap.as_str(), typed.unwrap_or_else(|| filled.to_string()))
                    }),
                )?
            }
        })
    }

    /// Reads the wire form as it was stored. What was taken when numbers in gaps were not read yet is still an answer.
    ///
    /// # Errors
    /// The code of the fault.
    pub fn recorded(shape: &Shape, value: &Value) -> Result<Response, &'static str> {
        if shape.numbers.is_empty() {
            return Response::from_json(shape, value);
        }
        Response::from_json(&Shape { numbers: BTreeSet::new(), ..shape.clone() }, value)
    }

    /// Reads the fields of a form: `values("q7")` gives what was sent under `q7`. Orders and pairs have a
    /// field for each choice, `q7-2`: its place, or the number of its right side.
    ///
    /// # Errors
    /// The code of the fault.
    pub fn from_fields(
        shape: &Shape,
        name: &str,
        values: &dyn Fn(&str) -> Vec<String>,
    ) -> Result<Response, &'static str> {
        let first = |name: &str| values(name).first().map(|text| text.trim().to_owned()).unwrap_or_default();
        let typed = first(name);
        let whole = |text: &str| text.parse::<u64>().map_err(|_| UNKNOWN);
        match shape.kind {
            QuestionKind::Many => {
                let ids =
                    values(name).iter().map(|text| shape.choice(whole(text)?)).collect::<Result<_, _>>()?;
                Ok(Response::Many(ids).or_blank())
            }
            QuestionKind::Order => {
                let of = |id: ChoiceId| first(&format!("{name}-{id}", id = id.0));
                placed(shape, shape.choices.iter().map(|id| (*id, of(*id))))
            }
            QuestionKind::Match => {
                let mut pairs = BTreeMap::new();
                for left in &shape.choices {
                    let text = first(&format!("{name}-{left}", left = left.0));
                    if !text.is_empty() {
                        pairs.insert(*left, known(&shape.rights, whole(&text)?)?);
                    }
                }
                Ok(Response::Match(pairs).or_blank())
            }
            QuestionKind::Gaps => {
                let fields =
                    shape.gaps.keys().map(|gap| (gap.0.to_string(), first(&format!("{name}-{}", gap.0))));
                let fields: Vec<_> = fields.collect();
                gaps(shape, fields.iter().map(|(gap, filled)| (gap.as_str(), filled.clone())))
            }
            _ if typed.is_empty() => Ok(Response::Blank),
            QuestionKind::One => Ok(Response::One(shape.choice(whole(&typed)?)?)),
            QuestionKind::TrueFalse => match whole(&typed)? {
                id if id == u64::from(ChoiceId::TRUE.0) => Ok(Response::TrueFalse(true)),
                id if id == u64::from(ChoiceId::FALSE.0) => Ok(Response::TrueFalse(false)),
                _ => Err(UNKNOWN),
            },
            QuestionKind::Number => number(shape, &typed),
            QuestionKind::Scale => scale(whole(&typed)?),
            QuestionKind::Text => text(&typed, LONGEST_TEXT),
            QuestionKind::Essay => essay(shape, &typed),
        }
    }

    /// The fields that [`Response::from_fields`] reads as this response.
    pub fn to_fields(&self, name: &str) -> Vec<(String, String)> {
        let whole = |value: u16| vec![(name.to_owned(), value.to_string())];
        let of = |choice: &ChoiceId| format!("{name}-{}", choice.0);
        match self {
            Response::Blank => Vec::new(),
            Response::One(id) => whole(id.0),
            Response::Many(ids) => ids.iter().flat_map(|id| whole(id.0)).collect(),
            Response::TrueFalse(true) => whole(ChoiceId::TRUE.0),
            Response::TrueFalse(false) => whole(ChoiceId::FALSE.0),
            Response::Number(number) => vec![(name.to_owned(), number.to_string())],
            Response::Measured { number, unit } => vec![(name.to_owned(), format!("{number} {unit}"))],
            Response::Text(text) => vec![(name.to_owned(), text.clone())],
            Response::Gaps(fillings) => {
                let field = |(gap, filling): (&ChoiceId, &Filling)| match filling {
                    Filling::Choice(id) => (of(gap), id.0.to_string()),
                    Filling::Text(text) => (of(gap), text.clone()),
                };
                fillings.iter().map(field).collect()
            }
            Response::Order(places) => {
                let placed =
                    (1..).zip(places).filter_map(|(place, id): (usize, _)| Some((id.as_ref()?, place)));
                placed.map(|(id, place)| (of(id), place.to_string())).collect()
            }
            Response::Match(pairs) => {
                pairs.iter().map(|(left, right)| (of(left), right.0.to_string())).collect()
            }
            Response::Scale(value) => whole(u16::from(*value)),
        }
    }

    fn or_blank(self) -> Response {
        let empty = match &self {
            Response::Many(ids) => ids.is_empty(),
            Response::Order(places) => places.iter().all(Option::is_none),
            Response::Match(pairs) => pairs.is_empty(),
            Response::Gaps(fillings) => fillings.is_empty(),
            Response::Text(text) => text.is_empty(),
            _ => false,
        };
        if empty { Response::Blank } else { self }
    }
}

fn several(shape: &Shape, value: &Value) -> Result<Response, &'static str> {
    let list = value.as_array().ok_or(UNFIT)?;
    let ids = list.iter().map(|id| shape.choice(id.as_u64().ok_or(UNFIT)?));
    Ok(Response::Many(ids.collect::<Result<_, _>>()?).or_blank())
}

fn order(shape: &Shape, value: &Value) -> Result<Response, &'static str> {
    let list = value.as_array().ok_or(UNFIT)?;
    if list.len() != shape.choices.len() {
        return Err(UNFIT);
    }
    let mut places = Vec::new();
    for id in list {
        let id = if id.is_null() { None } else { Some(shape.choice(id.as_u64().ok_or(UNFIT)?)?) };
        if id.is_some() && places.contains(&id) {
            return Err(PLACE_TAKEN);
        }
        places.push(id);
    }
    Ok(Response::Order(places).or_blank())
}

/// An order out of a place for each choice; an empty text is no place.
fn placed(shape: &Shape, of: impl Iterator<Item = (ChoiceId, String)>) -> Result<Response, &'static str> {
    let mut places = vec![None; shape.choices.len()];
    for (id, text) in of.filter(|(_, text)| !text.is_empty()) {
        let place = text.parse::<usize>().ok().and_then(|place| place.checked_sub(1)).ok_or(UNKNOWN)?;
        let slot = places.get_mut(place).ok_or(UNKNOWN)?;
        if slot.replace(id).is_some() {
            return Err(PLACE_TAKEN);
        }
    }
    Ok(Response::Order(places).or_blank())
}

fn pairs(shape: &Shape, value: &Value) -> Result<Response, &'static str> {
    let mut pairs = BTreeMap::new();
    for (left, right) in value.as_object().ok_or(UNFIT)? {
        let left = shape.choice(left.parse().map_err(|_| UNKNOWN)?)?;
        if !right.is_null() {
            pairs.insert(left, known(&shape.rights, right.as_u64().ok_or(UNFIT)?)?);
        }
    }
    Ok(Response::Match(pairs).or_blank())
}

fn scale(value: u64) -> Result<Response, &'static str> {
    let value = u8::try_from(value).map_err(|_| UNKNOWN)?;
    if (1..=SCALE_TOP).contains(&value) { Ok(Response::Scale(value)) } else { Err(UNKNOWN) }
}

/// A text without what a form adds at its ends and lines.
fn text(typed: &str, longest: usize) -> Result<Response, &'static str> {
    let typed = typed.replace("\r\n", "\n").trim().to_owned();
    if typed.chars().count() > longest { Err(TOO_LONG) } else { Ok(Response::Text(typed).or_blank()) }
}

/// An essay. What its field began with is no answer yet.
fn essay(shape: &Shape, typed: &str) -> Result<Response, &'static str> {
    let read = text(typed, LONGEST_ESSAY)?;
    let untouched = |template: &String| text(template, LONGEST_ESSAY).as_ref() == Ok(&read);
    Ok(if shape.templates.iter().any(untouched) { Response::Blank } else { read })
}

fn gaps<'f>(
    shape: &Shape,
    fields: impl Iterator<Item = (&'f str, String)>,
) -> Result<Response, &'static str> {
    let mut fillings = BTreeMap::new();
    for (gap, filled) in fields {
        let gap = ChoiceId(gap.parse().map_err(|_| UNKNOWN)?);
        let choices = shape.gaps.get(&gap).ok_or(UNKNOWN)?;
        let filled = filled.trim();
        if filled.is_empty() {
            continue;
        }
        let filling = if choices.is_empty() {
            if shape.numbers.contains(&gap) && typed_number::read(filled, &[]).is_err() {
                return Err(GAP_NOT_A_NUMBER);
            }
            Filling::Text(filled.to_owned())
        } else {
            Filling::Choice(known(choices, filled.parse().map_err(|_| UNKNOWN)?)?)
        };
        if filled.chars().count() > LONGEST_TEXT {
            return Err(TOO_LONG);
        }
        fillings.insert(gap, filling);
    }
    Ok(Response::Gaps(fillings).or_blank())
}

fn number(shape: &Shape, text: &str) -> Result<Response, &'static str> {
    if text.trim().is_empty() {
        return Ok(Response::Blank);
    }
    let Said { number, unit } = typed_number::read(text, &shape.units)?;
    Ok(match unit {
        Some(unit) => Response::Measured { number, unit },
        None => Response::Number(number),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn shape(kind: QuestionKind) -> Shape {
        let gaps = [(ChoiceId(1), [1, 2].map(ChoiceId).to_vec()), (ChoiceId(2), Vec::new())].into();
        let (choices, rights) = ([1, 2, 3].map(ChoiceId).into(), [4, 5, 6].map(ChoiceId).into());
        Shape { kind, choices, rights, gaps, ..Shape::empty() }
    }

    fn read(kind: QuestionKind, value: Value) -> Result<Response, &'static str> {
        Response::from_json(&shape(kind), &value)
    }

    fn typed(kind: QuestionKind, fields: &[(&str, &str)]) -> Result<Response, &'static str> {
        let all = |name: &str| {
            fields.iter().filter(|(field, _)| *field == name).map(|(_, value)| (*value).to_owned()).collect()
        };
        Response::from_fields(&shape(kind), "q7", &all)
    }

    #[test]
    fn what_is_written_is_read_again() {
        let cases = [
            (QuestionKind::One, json!(2)),
            (QuestionKind::Many, json!([1, 3])),
            (QuestionKind::TrueFalse, json!(false)),
            (QuestionKind::Number, json!("-2.5")),
            (QuestionKind::Order, json!([3, null, 1])),
            (QuestionKind::Match, json!({"1": 5, "3": 4})),
            (QuestionKind::Scale, json!(5)),
            (QuestionKind::Many, Value::Null),
            (QuestionKind::Text, json!("бірге")),
            (QuestionKind::Essay, json!("две\nстроки")),
            (QuestionKind::Gaps, json!({"1": 2, "2": "слово"})),
        ];
        for (kind, value) in cases {
            let response = read(kind, value.clone()).unwrap();
            assert_eq!(response.to_json(), value, "{kind:?}");
            let fields = response.to_fields("q7");
            let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            assert_eq!(typed(kind, &fields), Ok(response), "{kind:?}");
        }
    }

    #[test]
    fn forms_and_json_mean_the_same() {
        let pairs = [
            (typed(QuestionKind::One, &[("q7", "2")]), read(QuestionKind::One, json!(2))),
            (typed(QuestionKind::Many, &[("q7", "3"), ("q7", "1")]), read(QuestionKind::Many, json!([1, 3]))),
            (typed(QuestionKind::Many, &[]), read(QuestionKind::Many, json!([]))),
            (typed(QuestionKind::TrueFalse, &[("q7", "2")]), read(QuestionKind::TrueFalse, json!(false))),
            (
                typed(QuestionKind::Number, &[("q7", " 1 060,5 ч. ")]),
                read(QuestionKind::Number, json!(1060.5)),
            ),
            (
                typed(QuestionKind::Order, &[("q7-1", "3"), ("q7-2", ""), ("q7-3", "1")]),
                read(QuestionKind::Order, json!([3, null, 1])),
            ),
            (
                typed(QuestionKind::Match, &[("q7-1", "5"), ("q7-2", "")]),
                read(QuestionKind::Match, json!({"1": 5, "2": null})),
            ),
            (typed(QuestionKind::Scale, &[("q7", "4")]), read(QuestionKind::Scale, json!(4))),
            (typed(QuestionKind::Scale, &[]), read(QuestionKind::Scale, Value::Null)),
        ];
        for (form, json) in pairs {
            assert_eq!(form, json);
            assert!(form.is_ok());
        }
    }

    #[test]
    fn a_unit_counts_where_the_question_knows_units() {
        let shape = Shape { units: vec!["ч".into(), "кв. м".into()], ..shape(QuestionKind::Number) };
        let read = |text: &str| Response::from_json(&shape, &json!(text));
        let measured = |unit: &str| Response::Measured { number: Decimal(2_500_000), unit: unit.into() };
        assert_eq!(read("2,5 ч"), Ok(measured("ч")));
        assert_eq!(read("2,5кв.м"), Ok(measured("кв. м")));
        assert_eq!(Response::from_json(&shape, &measured("ч").to_json()), Ok(measured("ч")));
        assert_eq!(read("2,5"), Ok(Response::Number(Decimal(2_500_000))));
        assert_eq!(read("2,5 мин"), Err(UNIT_UNKNOWN));
    }

    #[test]
    fn a_gap_for_a_number_takes_nothing_else_and_what_was_stored_before_stays() {
        let shape = Shape { numbers: [ChoiceId(2)].into(), ..shape(QuestionKind::Gaps) };
        for text in ["0.3333333", ".5", "+5", "–5", "1e3", "5 м2"] {
            assert!(Response::from_json(&shape, &json!({ "2": text })).is_ok(), "{text}");
        }
        let typed = json!({"2": "пять"});
        assert_eq!(Response::from_json(&shape, &typed), Err(GAP_NOT_A_NUMBER));
        let fields = |name: &str| if name == "q7-2" { vec!["пять".to_owned()] } else { Vec::new() };
        assert_eq!(Response::from_fields(&shape, "q7", &fields), Err(GAP_NOT_A_NUMBER));
        assert_eq!(Response::recorded(&shape, &typed).unwrap().to_json(), typed);
    }

    #[test]
    fn an_essay_that_is_still_its_template_is_no_answer() {
        let shape = Shape { templates: vec!["Кто:\nКогда:\n".into()], ..shape(QuestionKind::Essay) };
        let read = |text: &str| Response::from_json(&shape, &json!(text));
        assert_eq!(read("Кто:\r\nКогда: "), Ok(Response::Blank));
        assert_eq!(read("Кто: мы\nКогда:"), Ok(Response::Text("Кто: мы\nКогда:".into())));
    }

    #[test]
    fn gaps_are_chosen_or_typed_and_never_foreign() {
        assert_eq!(read(QuestionKind::Gaps, json!({"1": 9})), Err(UNKNOWN));
        assert_eq!(read(QuestionKind::Gaps, json!({"3": "x"})), Err(UNKNOWN));
        assert_eq!(read(QuestionKind::Gaps, json!({"1": null, "2": "  "})), Ok(Response::Blank));
        let typed = typed(QuestionKind::Gaps, &[("q7-1", "2"), ("q7-2", " слово ")]);
        assert_eq!(typed, read(QuestionKind::Gaps, json!({"1": 2, "2": "слово"})));
        let long = "а".repeat(LONGEST_TEXT + 1);
        assert_eq!(read(QuestionKind::Gaps, json!({ "2": long })), Err(TOO_LONG));
        assert_eq!(read(QuestionKind::Text, json!(long)), Err(TOO_LONG));
        assert_eq!(read(QuestionKind::Text, json!(7)), Err(UNFIT));
    }

    #[test]
    fn what_does_not_fit_is_named() {
        assert_eq!(read(QuestionKind::One, json!("2")), Err(UNFIT));
        assert_eq!(read(QuestionKind::One, json!(9)), Err(UNKNOWN));
        assert_eq!(read(QuestionKind::Many, json!([1, 9])), Err(UNKNOWN));
        assert_eq!(read(QuestionKind::Order, json!([1, 1, null])), Err(PLACE_TAKEN));
        assert_eq!(read(QuestionKind::Order, json!([1, 2])), Err(UNFIT));
        assert_eq!(read(QuestionKind::Match, json!({"1": 2})), Err(UNKNOWN));
        assert_eq!(read(QuestionKind::Scale, json!(6)), Err(UNKNOWN));
        assert_eq!(read(QuestionKind::Scale, json!(0)), Err(UNKNOWN));
        assert_eq!(typed(QuestionKind::Order, &[("q7-1", "2"), ("q7-2", "2")]), Err(PLACE_TAKEN));
        assert_eq!(typed(QuestionKind::Order, &[("q7-1", "4")]), Err(UNKNOWN));
        for text in ["семь", "7 из 10", "--1", "."] {
            assert_eq!(typed(QuestionKind::Number, &[("q7", text)]), Err(NOT_A_NUMBER), "{text}");
        }
    }
}
