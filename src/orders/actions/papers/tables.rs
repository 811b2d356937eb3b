//! The table papers of a group: title page, study plan, calendar plan, list of trainees.

use super::Plan;
use crate::kernel::{Language, Localised, ModuleId, Moment, Problem};
use crate::orders::actions::Tools;
use crate::orders::actions::group::Desk;
use crate::orders::actions::reading::Whole;
use crate::orders::rules::snapshot::Snapshot;
use crate::orders::store::OrderRow;
use crate::orders::store::group as rows;
use crate::printing::table_paper::{
    PaperCell, PaperColumn, PaperRow, PaperTable, Side, SignatureLine, TablePaper,
};
use crate::printing::{DocumentStamp, PrintError, phrases};
use crate::programmes::rules::words::Nature;
use crate::render::Words;
use chrono::NaiveDate;

/// A table paper of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupPaper {
    /// Титульный лист дела группы.
    TitlePage,
    /// Учебный план.
    StudyPlan,
    /// Календарный учебный график.
    CalendarPlan,
    /// Список слушателей.
    Trainees,
}

impl GroupPaper {
    /// All of them, in the order of the group's file.
    pub const ALL: [GroupPaper; 4] =
        [GroupPaper::TitlePage, GroupPaper::StudyPlan, GroupPaper::CalendarPlan, GroupPaper::Trainees];

    /// The word in its address.
    pub fn as_str(self) -> &'static str {
        match self {
            GroupPaper::TitlePage => "title-page",
            GroupPaper::StudyPlan => "study-plan",
            GroupPaper::CalendarPlan => "calendar-plan",
            GroupPaper::Trainees => "trainees",
        }
    }

    /// The paper of an address.
    ///
    /// # Errors
    /// `NotFound` for a paper that there is not.
    pub fn parse(text: &str) -> Result<GroupPaper, Problem> {
        GroupPaper::ALL.into_iter().find(|one| one.as_str() == text).ok_or_else(Problem::not_found)
    }

    /// The key of its title.
    pub fn title_key(self) -> &'static str {
        match self {
            GroupPaper::TitlePage => "orders-paper-title-page",
            GroupPaper::StudyPlan => "orders-paper-study-plan",
            GroupPaper::CalendarPlan => "orders-paper-calendar-plan",
            GroupPaper::Trainees => "orders-paper-trainees",
        }
    }
}

/// A table paper of a group as PDF, with its name.
///
/// # Errors
/// The typesetter refuses it.
pub fn group_pdf(
    whole: &Whole,
    which: GroupPaper,
    tools: &Tools<'_>,
    now: Moment,
) -> Result<(String, Vec<u8>), PrintError> {
    let telling = Telling { desk: &whole.desk, words: tools.words, now };
    let paper = match which {
        GroupPaper::TitlePage => telling.title_page(whole),
        GroupPaper::StudyPlan => telling.study_plan(&whole.plan),
        GroupPaper::CalendarPlan => telling.calendar_plan(&whole.plan),
        GroupPaper::Trainees => telling.trainees(),
    };
    let stamp = DocumentStamp {
        title: format!("{}. {}", paper.title, whole.desk.group.edition.title),
        language: whole.desk.group.language(),
        moment: now,
        ident: format!("{}-{}-{}", which.as_str(), whole.desk.group.edition.id, now.rfc3339()),
        verify_url: None,
    };
    Ok((paper.title.clone(), paper.pdf(tools.typesetter, &stamp)?))
}

struct Telling<'a> {
    desk: &'a Desk,
    words: &'a Words,
    now: Moment,
}

impl Telling<'_> {
    fn language(&self) -> Language {
        self.desk.group.language()
    }

    fn say(&self, key: &str) -> String {
        self.words.text(self.language(), key)
    }

    fn paper(&self, which: GroupPaper) -> TablePaper {
        let (group, title) = (&self.desk.group, self.say(which.title_key()));
        let made = self.now.local(group.edition.time_zone).format("%d.%m.%Y %H:%M").to_string();
        let organisation = &group.organisation;
        let post = organisation.head_post.clone();
        TablePaper {
            landscape: false,
            size: 22,
            issuer: organisation.name.clone(),
            subtitle: Some(group.taught.title.for_reader(self.language()).to_owned()),
            running: format!("{title} · {}", group.edition.title),
            title,
            made: self.words.text_with(self.language(), "orders-paper-made", &[("when", made.as_str())]),
            page_of: self.words.text_with(
                self.language(),
                "attendance-papers-page-of",
                &[("page", "#page"), ("all", "#all")],
            ),
            facts: self.facts(),
            lead: Vec::new(),
            tables: Vec::new(),
            notes_title: String::new(),
            notes: Vec::new(),
            remarks: Vec::new(),
            signatures: vec![SignatureLine {
                label: post.unwrap_or_else(|| self.say("attendance-papers-head")),
                name: organisation.head_name.clone(),
            }],
        }
    }

    fn facts(&self) -> Vec<(String, String)> {
        let group = &self.desk.group;
        let number = group.number.clone().unwrap_or_else(|| "—".to_owned());
        vec![
            (self.say("orders-fact-group"), number),
            (self.say("orders-fact-volume"), group.taught.hours.0.to_string()),
            (
                self.say("orders-fact-period"),
                phrases::period(group.edition.starts_on, group.edition.ends_on, self.language()),
            ),
        ]
    }

    /// Centre, group, programme, hours, dates, head-count, and which papers are inside.
    fn title_page(&self, whole: &Whole) -> TablePaper {
        let mut paper = self.paper(GroupPaper::TitlePage);
        let own = self.desk.group.standing.own();
        let enrolled = own.values().filter(|own| own.enrolment.is_some()).count();
        paper.facts.push((self.say("orders-fact-people"), enrolled.to_string()));
        paper.facts.extend(
            self.desk.group.organisation.licence.clone().map(|line| (self.say("orders-fact-licence"), line)),
        );
        let row = |(row, snapshot): &(OrderRow, Snapshot)| {
            let stands = self.desk.group.standing.paper(row.id).is_some();
            let note = if stands { String::new() } else { self.say("orders-file-cancelled") };
            vec![PaperCell::text(snapshot.title.clone()), PaperCell::text(note)]
        };
        let columns = vec![
            PaperColumn::words(self.say("orders-paper-inside"), 4),
            PaperColumn::words(self.say("orders-paper-note"), 1),
        ];
        paper.tables = vec![counted(columns, whole.signed.iter().map(row).collect())];
        paper
    }

    fn study_plan(&self, plan: &Plan) -> TablePaper {
        let mut paper = self.paper(GroupPaper::StudyPlan);
        let natures = [Nature::Theory, Nature::Practice, Nature::SelfStudy];
        let mut columns = vec![PaperColumn::words(self.say("orders-paper-part"), 1)];
        let heads =
            ["orders-paper-all", "orders-paper-theory", "orders-paper-practice", "orders-paper-self-study"];
        columns.extend(heads.map(|key| PaperColumn::of(self.say(key), 22, Side::Right)));
        let mut rows = Vec::new();
        for (id, title) in plan.modules() {
            let mut cells = vec![PaperCell::text(title.for_reader(self.language()))];
            cells.push(PaperCell::number(plan.hours(|row| row.module == id)));
            cells.extend(
                natures.map(|nature| {
                    PaperCell::number(plan.hours(|row| row.module == id && row.nature == nature))
                }),
            );
            rows.push(PaperRow::total(cells));
            let of_module = plan.rows.iter().filter(|row| row.module == id);
            rows.extend(of_module.map(|row| {
                let mut cells = vec![PaperCell::text(row.title.0.for_reader(self.language()))];
                cells.push(PaperCell::number(row.hours.0));
                cells.extend(natures.map(|nature| {
                    if row.nature == nature { PaperCell::number(row.hours.0) } else { PaperCell::empty() }
                }));
                PaperRow::plain(cells)
            }));
        }
        let mut total = vec![PaperCell::text(self.say("orders-paper-total"))];
        total.push(PaperCell::number(self.desk.group.taught.hours.0));
        let (theory, practice, self_study) = self.desk.group.taught.parts;
        total.extend([theory, practice, self_study].map(|hours| PaperCell::number(hours.0)));
        rows.push(PaperRow::total(total));
        paper.tables = vec![table(columns, rows)];
        paper
    }

    fn calendar_plan(&self, plan: &Plan) -> TablePaper {
        let mut paper = self.paper(GroupPaper::CalendarPlan);
        let edition = &self.desk.group.edition;
        let row = |(id, title): (ModuleId, &Localised)| {
            let days: Vec<NaiveDate> =
                plan.days.iter().filter(|(module, _)| *module == id).map(|(_, day)| *day).collect();
            let (first, last) = (days.first().copied(), days.last().copied());
            let (first, last) = (first.unwrap_or(edition.starts_on), last.unwrap_or(edition.ends_on));
            vec![
                PaperCell::text(title.for_reader(self.language())),
                PaperCell::number(plan.hours(|row| row.module == id)),
                PaperCell::text(phrases::period(first, last, self.language())),
                PaperCell::number(days.len()),
            ]
        };
        let columns = vec![
            PaperColumn::words(self.say("orders-paper-module"), 3),
            PaperColumn::of(self.say("orders-paper-all"), 20, Side::Right),
            PaperColumn::words(self.say("orders-fact-period"), 2),
            PaperColumn::of(self.say("orders-paper-sessions"), 24, Side::Right),
        ];
        paper.tables = vec![counted(columns, plan.modules().into_iter().map(row).collect())];
        paper
    }

    /// Everybody who is or was in the group, with the order that enrolled them.
    fn trainees(&self) -> TablePaper {
        let mut paper = self.paper(GroupPaper::Trainees);
        let own = self.desk.group.standing.own();
        let row = |one: &rows::Trainee| {
            let enrolled = own.get(&one.enrolment).and_then(|own| own.enrolment.clone());
            let order = enrolled.map(|paper| {
                let date = paper.dated.format("%d.%m.%Y").to_string();
                let args = [("number", paper.number.as_str()), ("date", date.as_str())];
                self.words.text_with(self.language(), "orders-print-named-order", &args)
            });
            vec![
                PaperCell::text(one.name.full()),
                PaperCell::text(one.sent_by.clone().unwrap_or_default()),
                PaperCell::text(order.unwrap_or_else(|| "—".to_owned())),
            ]
        };
        let listed = self
            .desk
            .group
            .trainees
            .iter()
            .filter(|one| one.withdrawn_at.is_none() || own.contains_key(&one.enrolment));
        let columns = vec![
            PaperColumn::words(self.say("orders-print-column-name"), 3),
            PaperColumn::words(self.say("orders-paper-sender"), 2),
            PaperColumn::words(self.say("orders-paper-order"), 2),
        ];
        paper.tables = vec![counted(columns, listed.map(row).collect())];
        paper
    }
}

/// A table whose lines are counted.
fn counted(columns: Vec<PaperColumn>, rows: Vec<Vec<PaperCell>>) -> PaperTable {
    let number = PaperColumn::of("№", 10, Side::Right);
    let columns = std::iter::once(number).chain(columns).collect();
    let lines = rows.into_iter().enumerate().map(|(place, cells)| {
        PaperRow::plain(std::iter::once(PaperCell::number(place + 1)).chain(cells).collect())
    });
    table(columns, lines.collect())
}

fn table(columns: Vec<PaperColumn>, rows: Vec<PaperRow>) -> PaperTable {
    PaperTable {
        name: String::new(),
        caption: None,
        columns,
        rows,
        fixed: 0,
        together: 0,
        workbook_only: false,
    }
}
