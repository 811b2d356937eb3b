//! What a trainee answered, read from a form or from JSON against the shape of its question.
//!
//! The wire form, the same in the API and in stored steps: `null` nothing · one choice `3` · several `[1,4]` ·
//! true or false `true` · a number `"2.5"` · an order `[3,null,1]`, a choice or nothing for each place ·
//! pairs `{"1": 5}`, left to right · a scale `4`.

use crate::kernel::QuestionId;
use crate::programmes::rules::quiz::{Choice, ChoiceId, Question, Thousandths};
use crate::programmes::rules::words::QuestionKind;
use serde::{Serialize, Serializer};
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
    Number(#[serde(serialize_with = "as_text")] Thousandths),
    /// What stands on each place.
    Order(Vec<Option<ChoiceId>>),
    /// A right side for some of the lefts.
    Match(BTreeMap<ChoiceId, ChoiceId>),
    /// 1 to [`SCALE_TOP`].
    Scale(u8),
}

fn as_text<S: Serializer>(number: &Thousandths, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(number)
}

/// What a response to a question may consist of. Says nothing about what is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// How it is answered.
    pub kind: QuestionKind,
    /// The numbers of its choices, or of the lefts of its pairs.
    pub choices: Vec<ChoiceId>,
    /// The numbers of the rights of its pairs.
    pub rights: Vec<ChoiceId>,
}

impl Shape {
    /// The shape of a question; the same in each of its languages.
    pub fn of(question: &Question) -> Shape {
        let text = question.texts.values().next();
        let ids = |choices: &[Choice]| choices.iter().map(|one| one.id).collect();
        Shape {
            kind: question.kind,
            choices: text.map(|text| ids(&text.choices)).unwrap_or_default(),
            rights: text.map(|text| ids(&text.rights)).unwrap_or_default(),
        }
    }

    fn choice(&self, number: u64) -> Result<ChoiceId, &'static str> {
        known(&self.choices, number)
    }
}

fn known(ids: &[ChoiceId], number: u64) -> Result<ChoiceId, &'static str> {
    ids.iter().copied().find(|id| u64::from(id.0) == number).ok_or(UNKNOWN)
}

/// The code of a fault: it is no answer to this kind of question.
pub const UNFIT: &str = "answer-unfit";
/// The code of a fault: a choice that the question does not have.
pub const UNKNOWN: &str = "unknown";
/// The code of a fault: two things on one place, or one thing on two.
pub const PLACE_TAKEN: &str = "place-taken";
/// The code of a fault: not a number of at most three decimals.
pub const NOT_A_NUMBER: &str = "not-a-number";

/// The name under which forms send the answer to a question.
pub fn field_name(question: QuestionId) -> String {
    format!("q{question}")
}

impl Response {
    /// Whether nothing is answered.
    pub fn is_blank(&self) -> bool {
        *self == Response::Blank
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
                Value::String(text) => number(text)?,
                Value::Number(given) => number(&given.to_string())?,
                _ => return Err(UNFIT),
            },
            QuestionKind::Order => order(shape, value)?,
            QuestionKind::Match => pairs(shape, value)?,
            QuestionKind::Scale => scale(value.as_u64().ok_or(UNFIT)?)?,
        })
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
            _ if typed.is_empty() => Ok(Response::Blank),
            QuestionKind::One => Ok(Response::One(shape.choice(whole(&typed)?)?)),
            QuestionKind::TrueFalse => match whole(&typed)? {
                id if id == u64::from(ChoiceId::TRUE.0) => Ok(Response::TrueFalse(true)),
                id if id == u64::from(ChoiceId::FALSE.0) => Ok(Response::TrueFalse(false)),
                _ => Err(UNKNOWN),
            },
            QuestionKind::Number => number(&typed),
            QuestionKind::Scale => scale(whole(&typed)?),
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

/// A number as people type it: comma or dot, spaces between thousands, and a unit after it, which is
/// passed over.
fn number(text: &str) -> Result<Response, &'static str> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Ok(Response::Blank);
    }
    let end = text.find(|c: char| !(c.is_ascii_digit() || ".,-−".contains(c))).unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    if unit.contains(|c: char| c.is_ascii_digit()) {
        return Err(NOT_A_NUMBER);
    }
    let digits = digits.trim_end_matches(['.', ',']);
    Thousandths::parse(digits).map(Response::Number).ok_or(NOT_A_NUMBER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn shape(kind: QuestionKind) -> Shape {
        Shape { kind, choices: [1, 2, 3].map(ChoiceId).into(), rights: [4, 5, 6].map(ChoiceId).into() }
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
        for text in ["семь", "1.2345", "7 из 10", "--1", "."] {
            assert_eq!(typed(QuestionKind::Number, &[("q7", text)]), Err(NOT_A_NUMBER), "{text}");
        }
    }
}
