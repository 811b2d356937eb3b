//! One question being read, and the small things that many kinds have.

use super::{Element, images};
use crate::questions::rules::exchange::desk::Desk;
use crate::questions::rules::exchange::html::{self, Markup};
use crate::questions::rules::exchange::{Code, Image, number};
use crate::questions::rules::{Decimal, Question, Weight};

pub(super) struct Page<'e, 'd> {
    pub(super) element: &'e Element,
    pub(super) desk: &'d mut Desk,
    pub(super) images: Vec<Image>,
    /// Whether the layout of a gap was told to be lost.
    pub(super) layout_told: bool,
}

impl Page<'_, '_> {
    /// The text of an element as it was written, its images taken, and how it is marked up.
    pub(super) fn raw(&mut self, element: &Element) -> (String, Markup) {
        let markup = element.attribute("format").and_then(Markup::of_word).unwrap_or(Markup::Html);
        let text = element.value("text").unwrap_or_default();
        if markup == Markup::Plain {
            return (text.to_owned(), markup);
        }
        let shown = images::taken(text, element);
        for (code, name) in shown.findings {
            self.desk.name(element.line, code, &name);
        }
        for image in shown.images {
            if !self.images.contains(&image) {
                self.images.push(image);
            }
        }
        (shown.html, markup)
    }

    pub(super) fn html(&mut self, element: Option<&Element>) -> String {
        self.cleaned(element, html::clean)
    }

    pub(super) fn inline(&mut self, element: Option<&Element>) -> String {
        self.cleaned(element, html::inline)
    }

    pub(super) fn prose(&mut self, element: Option<&Element>) -> String {
        self.cleaned(element, html::prose)
    }

    fn cleaned(
        &mut self,
        element: Option<&Element>,
        clean: fn(&str, Markup) -> Result<String, Code>,
    ) -> String {
        let Some(element) = element else { return String::new() };
        let (text, markup) = self.raw(element);
        self.desk.elements_shown(element.line, &text, markup);
        let html = clean(&text, markup);
        let html = self.desk.noted(element.line, html).unwrap_or_default();
        self.desk.images_shown(element.line, html)
    }

    /// Plain text, its lines kept.
    pub(super) fn plain(&mut self, element: Option<&Element>) -> String {
        let Some(element) = element else { return String::new() };
        let (text, markup) = self.raw(element);
        if markup == Markup::Plain {
            return text.trim().to_owned();
        }
        let html = html::clean(&text, markup);
        html::plain(&self.desk.noted(element.line, html).unwrap_or_default())
    }

    /// The grade as whole points, at least one.
    pub(super) fn points(&mut self, otherwise: u32) -> u32 {
        let Some(text) = self.element.value("defaultgrade") else { return otherwise };
        let line = self.element.child("defaultgrade").map_or(self.element.line, |grade| grade.line);
        let Some((grade, _)) = number::decimal(text) else {
            self.desk.name(line, Code::NumberSyntax, text);
            return 1;
        };
        let one = Decimal::whole(1).0;
        let points = grade.0.saturating_add(one - 1).div_euclid(one).clamp(1, 1000);
        let points = u32::try_from(points).unwrap_or(1);
        if Decimal::whole(i64::from(points)) != grade {
            let args = [("text", text.to_owned()), ("points", points.to_string())];
            self.desk.add(line, Code::GradeRounded, &args);
        }
        points
    }

    /// What every further try takes off.
    pub(super) fn penalty(&mut self) -> Weight {
        let Some(text) = self.element.value("penalty") else { return Question::USUAL_PENALTY };
        let line = self.element.child("penalty").map_or(self.element.line, |penalty| penalty.line);
        match number::scaled(text, 7) {
            Some((share, _)) => {
                let share = share.clamp(0, i64::from(Weight::WHOLE.0));
                i32::try_from(share).map(Weight).unwrap_or(Question::USUAL_PENALTY)
            }
            None => {
                self.desk.name(line, Code::NumberSyntax, text);
                Question::USUAL_PENALTY
            }
        }
    }

    /// The weight in an answer's attribute.
    pub(super) fn weight(&mut self, answer: &Element) -> Weight {
        let text = answer.attribute("fraction").unwrap_or("0");
        match number::weight(text) {
            Some(Ok(weight)) => weight,
            Some(Err(())) => {
                self.desk.name(answer.line, Code::WeightRange, text);
                Weight(0)
            }
            None => {
                self.desk.name(answer.line, Code::WeightSyntax, text);
                Weight(0)
            }
        }
    }

    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        self.element.value(name).map(|text| matches!(text, "true" | "1"))
    }

    /// A number, or the fault in its place.
    pub(super) fn number(&mut self, line: u32, text: &str) -> Option<Decimal> {
        match number::decimal(text) {
            Some((value, rounded)) => {
                if rounded {
                    self.desk.name(line, Code::NumberRounded, text);
                }
                Some(value)
            }
            None => {
                self.desk.name(line, Code::NumberSyntax, text);
                None
            }
        }
    }
}
