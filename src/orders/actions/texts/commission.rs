//! The order on a commission, and the papers the commission itself signs.

use super::parts::{item, narrow, table, text, words};
use super::{Body, Said};
use crate::kernel::Word as _;
use crate::orders::actions::group::numbered;
use crate::orders::rules::content::{Entry, Member, MemberRole, initials_and_surname};
use crate::orders::rules::presence::{presides, quorum};
use crate::orders::rules::snapshot::Line;
use crate::orders::rules::words::{OrderKind, Part};
use crate::printing::official::{OfficialColumn, OfficialPart, OfficialSignature};
use crate::printing::phrases;
use crate::printing::table_paper::Side;
use std::collections::BTreeSet;

impl Said<'_> {
    fn role(&self, role: MemberRole) -> String {
        self.say(&format!("orders-role-{}", role.as_str()))
    }

    /// As what somebody sits in a meeting: a deputy who chairs it is told so.
    fn seat(&self, (place, one): (usize, &Member), chairs: Option<usize>) -> String {
        if one.role == MemberRole::DeputyChair && chairs == Some(place) {
            return self.say("orders-print-deputy-chairs");
        }
        self.role(one.role)
    }

    pub(super) fn commission(&self, members: &[Member]) -> Body {
        let row = |one: &Member| vec![self.role(one.role), one.name.full(), one.post.clone()];
        let columns = vec![
            narrow(self.say("orders-print-column-role"), 42, Side::Left),
            words(self.say("orders-print-column-name")),
            words(self.say("orders-print-column-post")),
        ];
        let short = |one: &Member| initials_and_surname(&one.name);
        let excepted = self.excepted();
        let mut parts = vec![
            text(self.programme("orders-print-commission-preamble")),
            OfficialPart::Command { text: self.say("orders-print-command") },
            item(1, self.say("orders-print-commission-what")),
            table(columns, members.iter().map(row).collect()),
            item(2, self.say("orders-print-commission-term")),
            item(3, self.say("orders-print-control")),
        ];
        parts.extend(excepted);
        Body {
            subtitle: None,
            title: self.say("orders-print-commission-title"),
            parts,
            signatures: self.head(),
            familiar: members.iter().map(short).collect(),
        }
    }

    /// Those who certify people they are tied to, each with the reason.
    fn excepted(&self) -> Vec<OfficialPart> {
        let said = self.of.exceptions.iter().map(|one| {
            text(self.with(
                "orders-print-excepted",
                &[("name", one.name.as_str()), ("reason", one.reason.as_str())],
            ))
        });
        said.collect()
    }

    /// What a group is, in pairs.
    fn facts(&self, more: Vec<(String, String)>) -> OfficialPart {
        let group = &self.of.desk.group;
        let fact = |key: &str, value: String| (self.say(key), value);
        let mut pairs = vec![
            fact("orders-fact-programme", group.taught.title.for_reader(self.language).to_owned()),
            fact("orders-fact-group", self.group().to_owned()),
            fact("orders-fact-volume", group.taught.hours.0.to_string()),
            fact(
                "orders-fact-period",
                phrases::period(group.edition.starts_on, group.edition.ends_on, self.language),
            ),
        ];
        pairs.extend(more);
        OfficialPart::Facts { pairs }
    }

    /// The lines of the commission, as far as these were there.
    fn signed_by(&self, there: impl Fn(usize) -> bool, chairs: Option<usize>) -> Vec<OfficialSignature> {
        let commission = &self.of.desk.commission;
        let roles = [MemberRole::Chair, MemberRole::DeputyChair, MemberRole::Member, MemberRole::Secretary];
        let mut lines = Vec::new();
        for role in roles {
            let of_role = numbered(commission).filter(|(place, one)| one.role == role && there(*place));
            lines.extend(of_role.map(|(place, one)| OfficialSignature {
                post: self.seat((place, one), chairs),
                name: initials_and_surname(&one.name),
            }));
        }
        lines
    }

    fn sheet_columns(&self, topics: bool) -> Vec<OfficialColumn> {
        let mut columns = vec![words(self.say("orders-print-column-name"))];
        if topics {
            columns.push(words(self.say("orders-print-column-topic")));
        }
        let width = if topics { 26 } else { 34 };
        columns.extend([
            narrow(self.say("orders-print-column-percent"), 22, Side::Center),
            narrow(self.say("orders-print-column-grade"), width, Side::Left),
            narrow(self.say("orders-print-column-result"), width, Side::Left),
        ]);
        columns
    }

    pub(super) fn sheet(&self, assessment: &str, entries: &[Entry]) -> Body {
        // A column of dashes would say nothing: it stands where somebody has a topic.
        let topics = entries.iter().any(|one| one.topic.is_some());
        let row = |line: &Line| {
            let entry = entries.iter().find(|one| one.enrolment == line.enrolment);
            let percent = entry.and_then(|one| one.percent).map(|percent| percent.to_string());
            let grade = entry.and_then(|one| one.grade.clone()).filter(|grade| !grade.is_empty());
            let dash = || "—".to_owned();
            let mut cells = vec![line.name.full()];
            if topics {
                cells.push(entry.and_then(|one| one.topic.clone()).unwrap_or_else(dash));
            }
            cells.extend([percent.unwrap_or_else(dash), grade.unwrap_or_else(dash), self.result(line.part)]);
            cells
        };
        let kind = vec![(self.say("orders-fact-assessment"), assessment.to_owned())];
        let mut parts = vec![self.facts(kind)];
        parts.extend(
            self.of.despite.map(|reason| text(self.with("orders-print-despite", &[("reason", reason)]))),
        );
        parts.push(table(self.sheet_columns(topics), self.of.people.iter().map(row).collect()));
        let count = |part: Part| self.of.people.iter().filter(|line| line.part == part).count().to_string();
        let (passed, failed, absent) = (count(Part::Passed), count(Part::Failed), count(Part::Absent));
        let args = [("passed", passed.as_str()), ("failed", failed.as_str()), ("absent", absent.as_str())];
        parts.push(text(self.with("orders-print-sheet-totals", &args)));
        Body {
            subtitle: Some(self.say("orders-print-sheet-of")),
            title: self.with("orders-print-group-title", &[("group", self.group())]),
            parts,
            signatures: self.signed_by(|_| true, None),
            familiar: Vec::new(),
        }
    }

    fn result(&self, part: Part) -> String {
        self.say(match part {
            Part::Passed => "orders-print-passed",
            Part::Absent => "orders-print-absent",
            _ => "orders-print-failed",
        })
    }

    pub(super) fn protocol(
        &self,
        present: &BTreeSet<usize>,
        (topic, questions): (&str, &[String]),
        opinions: Option<&str>,
    ) -> Body {
        let chairs = presides(&self.of.desk.commission, present);
        let mut parts = self.attendance(present, chairs);
        parts.push(item(1, self.with("orders-print-heard", &[("topic", topic)])));
        parts.push(text(self.programme("orders-print-heard-programme")));
        let sheets = self.grounds(OrderKind::AssessmentSheet);
        parts.push(text(self.with("orders-print-heard-sheet", &[("sheet", sheets.as_str())])));
        if !questions.is_empty() {
            let asked = questions.join("; ");
            parts.push(text(self.with("orders-print-questions", &[("questions", asked.as_str())])));
        }
        parts.extend(
            self.of.despite.map(|reason| text(self.with("orders-print-despite", &[("reason", reason)]))),
        );
        parts.push(item(2, self.say("orders-print-decided")));
        parts.extend(self.decisions());
        let opinions = opinions.map_or_else(
            || self.say("orders-print-opinions-none"),
            |said| self.with("orders-print-opinions", &[("opinions", said)]),
        );
        parts.push(item(3, opinions));
        parts.extend(self.excepted());
        Body {
            subtitle: Some(self.say("orders-print-protocol-of")),
            title: self.with("orders-print-group-title", &[("group", self.group())]),
            parts,
            signatures: self.signed_by(|place| present.contains(&place), chairs),
            familiar: Vec::new(),
        }
    }

    /// Who was there, and whether these may decide.
    fn attendance(&self, present: &BTreeSet<usize>, chairs: Option<usize>) -> Vec<OfficialPart> {
        let commission = &self.of.desk.commission;
        let there: Vec<(usize, &Member)> =
            numbered(commission).filter(|(place, _)| present.contains(place)).collect();
        let row = |(place, one): &(usize, &Member)| {
            vec![self.seat((*place, one), chairs), one.name.full(), one.post.clone()]
        };
        let rows = there.iter().map(row);
        let columns = vec![
            narrow(self.say("orders-print-column-role"), 42, Side::Left),
            words(self.say("orders-print-column-name")),
            words(self.say("orders-print-column-post")),
        ];
        let certify = commission.iter().filter(|one| one.certifies()).count();
        let here = there.iter().filter(|(_, one)| one.certifies()).count();
        let [here, all, needed] = [here, certify, quorum(certify)].map(|count| count.to_string());
        let args = [("here", here.as_str()), ("all", all.as_str()), ("quorum", needed.as_str())];
        vec![
            text(
                self.with(
                    "orders-print-appointed",
                    &[("order", self.grounds(OrderKind::Commission).as_str())],
                ),
            ),
            text(self.say("orders-print-present")),
            table(columns, rows.collect()),
            text(self.with("orders-print-quorum", &args)),
        ]
    }

    /// The marks, and what is decided on each.
    fn decisions(&self) -> Vec<OfficialPart> {
        let document = self.of.desk.group.taught.document.as_str();
        let issue = self.say(&format!("orders-print-issue-{document}"));
        let decision = |line: &Line| match line.part {
            Part::Passed => issue.clone(),
            Part::Absent => self.say("orders-print-issue-absent"),
            _ => self.say("orders-print-issue-failed"),
        };
        let row = |line: &Line| {
            let mark = line.mark.clone().unwrap_or_else(|| "—".to_owned());
            vec![line.name.full(), mark, self.result(line.part), decision(line)]
        };
        let columns = vec![
            words(self.say("orders-print-column-name")),
            narrow(self.say("orders-print-column-mark"), 30, Side::Left),
            narrow(self.say("orders-print-column-result"), 34, Side::Left),
            words(self.say("orders-print-column-decision")),
        ];
        vec![table(columns, self.of.people.iter().map(row).collect())]
    }
}
