//! What papers say, in the languages of the country: composed once, at signing, and kept with the paper. Every sentence
//! needs nothing but the nominative.

mod commission;
mod group;
mod parts;

use super::group::Desk;
use crate::kernel::{Language, OrderId};
use crate::orders::rules::Exception;
use crate::orders::rules::content::Content;
use crate::orders::rules::snapshot::{Line, Signatory};
use crate::orders::rules::standing::Paper;
use crate::orders::rules::words::OrderKind;
use crate::printing::official::{Familiar, OfficialPaper, OfficialPart, OfficialSignature, OfficialText};
use crate::printing::phrases;
use crate::render::Words;
use chrono::NaiveDate;

/// What a paper is composed from.
pub(super) struct Composing<'a> {
    /// The group and its commission.
    pub desk: &'a Desk,
    /// What was written into the draft.
    pub content: &'a Content,
    /// What it is about.
    pub about: Option<OrderId>,
    /// The number, once there is one.
    pub number: Option<&'a str>,
    /// The date, once there is one.
    pub dated: Option<NaiveDate>,
    /// Who signs an order.
    pub signatory: &'a Signatory,
    /// Why an unusual date is right.
    pub despite: Option<&'a str>,
    /// Whom it names.
    pub people: &'a [Line],
    /// What it rests on.
    pub grounds: &'a [OrderId],
    /// Under which exceptions somebody certifies.
    pub exceptions: &'a [Exception],
}

/// What is said in one language.
struct Said<'a> {
    of: &'a Composing<'a>,
    words: &'a Words,
    language: Language,
}

/// What a kind of paper adds to what all have.
struct Body {
    subtitle: Option<String>,
    title: String,
    parts: Vec<OfficialPart>,
    signatures: Vec<OfficialSignature>,
    familiar: Vec<String>,
}

/// The paper in all its languages.
pub(super) fn compose(of: &Composing<'_>, words: &Words) -> OfficialPaper {
    let text = |language: &Language| Said { of, words, language: *language }.text();
    OfficialPaper {
        texts: of.desk.group.languages.iter().map(text).collect(),
        // Orders on trainees and protocols of commissions are kept long; sheets are not.
        long_storage: of.content.kind() != OrderKind::AssessmentSheet,
        draft: of.number.is_none(),
    }
}

/// The title of the file: «Приказ № 12-ОД от 05.11.2026. О составе аттестационной комиссии».
pub(super) fn file_title(of: &Composing<'_>, words: &Words) -> String {
    let said = Said { of, words, language: of.desk.group.language() };
    format!("{}. {}", said.named(), said.body().title)
}

impl Said<'_> {
    fn say(&self, key: &str) -> String {
        self.words.text(self.language, key)
    }

    /// A sentence with what was typed in it, which may bring its own full stop.
    fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        parts::one_stop(self.words.text_with(self.language, key, args))
    }

    fn text(&self) -> OfficialText {
        let (group, body) = (&self.of.desk.group, self.body());
        let kind = match self.of.content.kind() {
            OrderKind::AssessmentSheet => "orders-print-sheet",
            OrderKind::Protocol => "orders-print-protocol",
            _ => "orders-print-order",
        };
        let blank = || "________".to_owned();
        let dated = self.of.dated.map(|date| phrases::issue_date(date, self.language));
        let number = self.of.number.map_or_else(blank, str::to_owned);
        let familiar = (!body.familiar.is_empty())
            .then(|| Familiar { label: self.say("orders-print-familiar"), names: body.familiar });
        OfficialText {
            language: self.language,
            organisation: group.organisation.name.clone(),
            kind: self.say(kind),
            subtitle: body.subtitle,
            date: dated.unwrap_or_else(blank),
            number: self.with("orders-print-number", &[("number", number.as_str())]),
            place: group.organisation.city.clone().unwrap_or_default(),
            title: body.title,
            parts: body.parts,
            signatures: body.signatures,
            familiar,
            code: self.named(),
        }
    }

    fn body(&self) -> Body {
        match self.of.content {
            Content::Enrolment { responsible_post, responsible_name, people } => {
                self.enrolment((responsible_post, responsible_name), people)
            }
            Content::Commission { members } => self.commission(members),
            Content::AssessmentSheet { assessment, entries } => self.sheet(assessment, entries),
            Content::Protocol { present, topic, questions, opinions } => {
                self.protocol(present, (topic, questions), opinions.as_deref())
            }
            Content::Closing { people } => self.closing(people),
            Content::Expulsion { reason, ground, .. } => self.expulsion(reason, ground),
            Content::Correction { change, ground } => self.correction(change, ground),
            Content::Cancellation { ground } => self.cancellation(ground),
        }
    }

    /// «Приказ № 12-ОД от 05.11.2026»: what the paper is called by others.
    fn named(&self) -> String {
        let dated = self.of.dated.map(short).unwrap_or_else(|| "________".to_owned());
        self.name_of(self.of.content.kind(), (self.of.number.unwrap_or("________"), dated.as_str()))
    }

    fn name_of(&self, kind: OrderKind, (number, dated): (&str, &str)) -> String {
        let key = match kind {
            OrderKind::AssessmentSheet => "orders-print-named-sheet",
            OrderKind::Protocol => "orders-print-named-protocol",
            _ => "orders-print-named-order",
        };
        self.with(key, &[("number", number), ("date", dated)])
    }

    fn paper(&self, paper: &Paper) -> String {
        self.name_of(paper.kind, (paper.number.as_str(), short(paper.dated).as_str()))
    }

    /// The papers of a kind that this one rests on, one after another.
    fn grounds(&self, kind: OrderKind) -> String {
        let papers = self.of.desk.group.standing.papers().iter();
        let of_kind = papers.filter(|paper| paper.kind == kind && self.of.grounds.contains(&paper.id));
        of_kind.map(|paper| self.paper(paper)).collect::<Vec<_>>().join("; ")
    }

    /// The programme with its kind before the law, its volume and its period.
    fn programme(&self, key: &str) -> String {
        let group = &self.of.desk.group;
        let kind = self.say(programme_key(group.taught.kind));
        let volume = phrases::volume(group.taught.hours, self.language);
        let period = phrases::period(group.edition.starts_on, group.edition.ends_on, self.language);
        let args = [
            ("kind", kind.as_str()),
            ("programme", group.taught.title.for_reader(self.language)),
            ("volume", volume.as_str()),
            ("period", period.as_str()),
            ("group", self.group()),
        ];
        self.with(key, &args)
    }

    fn group(&self) -> &str {
        self.of.desk.group.number.as_deref().unwrap_or("________")
    }

    /// The signature of an order.
    fn head(&self) -> Vec<OfficialSignature> {
        let Signatory { post, name } = self.of.signatory.clone();
        vec![OfficialSignature { post, name }]
    }
}

/// A date in figures.
fn short(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

fn programme_key(kind: crate::programmes::rules::words::ProgrammeKind) -> &'static str {
    use crate::programmes::rules::words::ProgrammeKind;
    match kind {
        ProgrammeKind::AdvancedTraining => "orders-print-programme-advanced",
        ProgrammeKind::Retraining => "orders-print-programme-retraining",
        ProgrammeKind::ShortCourse => "orders-print-programme-short",
    }
}
