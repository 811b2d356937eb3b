//! Orders on the people of a group, and on other orders.

use super::parts::{item, table, text, words};
use super::{Body, Said};
use crate::orders::rules::content::{Ending, Leaver, Listed};
use crate::orders::rules::snapshot::Line;
use crate::orders::rules::words::{OrderKind, Part};
use crate::printing::official::OfficialPart;
use crate::programmes::rules::words::Word as _;

impl Said<'_> {
    fn command(&self) -> OfficialPart {
        OfficialPart::Command { text: self.say("orders-print-command") }
    }

    fn control(&self, number: usize) -> OfficialPart {
        item(number, self.say("orders-print-control"))
    }

    /// Whether somebody was enrolled before this order.
    fn supplements(&self) -> bool {
        self.of.desk.group.standing.last(OrderKind::Enrolment).is_some()
    }

    fn despite(&self) -> Option<OfficialPart> {
        let reason = self.of.despite?;
        Some(text(self.with("orders-print-despite", &[("reason", reason)])))
    }

    pub(super) fn enrolment(&self, (post, name): (&str, &str), listed: &[Listed]) -> Body {
        let (title, first) = if self.supplements() {
            ("orders-print-supplement-title", "orders-print-supplement-of")
        } else {
            ("orders-print-enrolment-title", "orders-print-enrolment-open")
        };
        let ground = |line: &Line| {
            let listed = listed.iter().find(|one| one.enrolment == line.enrolment);
            listed.map(|one| one.ground.clone()).unwrap_or_default()
        };
        let rows = self.of.people.iter().map(|line| vec![line.name.full(), ground(line)]).collect();
        let columns =
            vec![words(self.say("orders-print-column-name")), words(self.say("orders-print-column-ground"))];
        let mut parts = vec![text(self.say("orders-print-enrolment-preamble"))];
        parts.extend(self.despite());
        parts.push(self.command());
        parts.push(item(1, self.programme(first)));
        parts.push(item(2, self.with("orders-print-enrolment-people", &[("group", self.group())])));
        parts.push(table(columns, rows));
        let responsible = self.with("orders-print-responsible", &[("post", post), ("name", name)]);
        parts.extend([item(3, responsible), self.control(4)]);
        Body {
            subtitle: None,
            title: self.say(title),
            parts,
            signatures: self.head(),
            familiar: vec![name.to_owned()],
        }
    }

    fn leaving(&self, part: Part) -> Vec<&Line> {
        self.of.people.iter().filter(|line| line.part == part).collect()
    }

    fn people_with_ground(&self, lines: &[&Line]) -> OfficialPart {
        let own = self.of.desk.group.standing.own();
        let ground = |line: &Line| {
            let own = own.get(&line.enrolment);
            let named = own.and_then(|own| own.protocol.as_ref().or(own.enrolment.as_ref()));
            let paper = named.and_then(|paper| self.of.desk.group.standing.paper(paper.id));
            paper.map_or_else(|| self.say("orders-print-ground-none"), |paper| self.paper(paper))
        };
        let rows = lines.iter().map(|line| vec![line.name.full(), ground(line)]).collect();
        let columns =
            vec![words(self.say("orders-print-column-name")), words(self.say("orders-print-column-ground"))];
        table(columns, rows)
    }

    pub(super) fn closing(&self, people: &[Leaver]) -> Body {
        let mut parts = vec![text(self.programme("orders-print-closing-preamble"))];
        parts.extend(self.despite());
        parts.push(self.command());
        let mut number = 0;
        for ending in [Ending::Document, Ending::StudyCertificate] {
            if !people.iter().any(|one| one.ending == ending) {
                continue;
            }
            number += 1;
            let (part, said) = match ending {
                Ending::Document => {
                    let kind = self.of.desk.group.taught.document.as_str();
                    (Part::Document, self.say(&format!("orders-print-closing-{kind}")))
                }
                Ending::StudyCertificate => {
                    (Part::StudyCertificate, self.say("orders-print-closing-study_certificate"))
                }
            };
            parts.push(item(number, said));
            parts.push(self.people_with_ground(&self.leaving(part)));
        }
        parts.push(item(number + 1, self.with("orders-print-closing-course", &[("group", self.group())])));
        parts.push(self.control(number + 2));
        let protocols = self.grounds(OrderKind::Protocol);
        if !protocols.is_empty() {
            parts.push(text(self.with("orders-print-grounds", &[("grounds", protocols.as_str())])));
        }
        Body {
            subtitle: None,
            title: self.say("orders-print-closing-title"),
            parts,
            signatures: self.head(),
            familiar: Vec::new(),
        }
    }

    pub(super) fn expulsion(&self, reason: &str, ground: &str) -> Body {
        let rows = self.of.people.iter();
        let rows = rows.map(|line| vec![line.name.full(), reason.to_owned(), ground.to_owned()]).collect();
        let columns = vec![
            words(self.say("orders-print-column-name")),
            words(self.say("orders-print-column-reason")),
            words(self.say("orders-print-column-ground")),
        ];
        let mut parts = vec![self.command(), item(1, self.programme("orders-print-expulsion-what"))];
        parts.push(table(columns, rows));
        parts.push(self.control(2));
        let enrolled = self.grounds(OrderKind::Enrolment);
        if !enrolled.is_empty() {
            parts.push(text(self.with("orders-print-enrolled-by", &[("grounds", enrolled.as_str())])));
        }
        Body {
            subtitle: None,
            title: self.say("orders-print-expulsion-title"),
            parts,
            signatures: self.head(),
            familiar: self.of.people.iter().map(|line| line.name.surname_and_initials()).collect(),
        }
    }

    fn about(&self) -> String {
        self.of.desk.group.paper(self.of.about).map(|paper| self.paper(paper)).unwrap_or_default()
    }

    pub(super) fn correction(&self, change: &str, ground: &str) -> Body {
        let about = self.about();
        Body {
            subtitle: None,
            title: self.say("orders-print-correction-title"),
            parts: vec![
                self.command(),
                item(1, self.with("orders-print-correction-what", &[("paper", about.as_str())])),
                text(change),
                item(2, self.say("orders-print-correction-rest")),
                self.control(3),
                text(self.with("orders-print-grounds", &[("grounds", ground)])),
            ],
            signatures: self.head(),
            familiar: Vec::new(),
        }
    }

    pub(super) fn cancellation(&self, ground: &str) -> Body {
        let about = self.about();
        Body {
            subtitle: None,
            title: self.say("orders-print-cancellation-title"),
            parts: vec![
                self.command(),
                item(1, self.with("orders-print-cancellation-what", &[("paper", about.as_str())])),
                self.control(2),
                text(self.with("orders-print-grounds", &[("grounds", ground)])),
            ],
            signatures: self.head(),
            familiar: Vec::new(),
        }
    }
}
