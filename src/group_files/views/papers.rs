//! The papers this room makes itself: the extract of the register, and the inventory. Names stand in tables, in the
//! nominative.

use crate::attendance_papers::views::Wording;
use crate::documents::actions::papers::snapshot;
use crate::documents::rules::Snapshot;
use crate::documents::store::DocumentRow;
use crate::group_files::actions::{Gathered, Holders};
use crate::group_files::rules::Missing;
use crate::identities::rules::{Identity, Sex};
use crate::identities::views::citizenship_key;
use crate::kernel::{Moment, Problem};
use crate::printing::table_paper::{
    PaperCell, PaperColumn, PaperRow, PaperTable, Side, SignatureLine, TablePaper,
};
use crate::printing::{DocumentStamp, Typesetter};
use crate::programmes::rules::words::Word as _;
use chrono::NaiveDate;

fn day(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

fn paper(gathered: &Gathered, title_key: &str, wording: Wording<'_>) -> TablePaper {
    let group = &gathered.whole.desk.group;
    let title = wording.say(title_key);
    let made = gathered.row.asked_at.local(group.edition.time_zone).format("%d.%m.%Y %H:%M").to_string();
    let number = group.number.clone().unwrap_or_else(|| "—".to_owned());
    let post = group.organisation.head_post.clone();
    TablePaper {
        landscape: true,
        size: 18,
        issuer: group.organisation.name.clone(),
        subtitle: Some(group.taught.title.for_reader(wording.language).to_owned()),
        running: format!("{title} · {}", group.edition.title),
        title,
        made: wording.with("attendance-papers-made", &[("when", made.as_str())]),
        page_of: wording.with("attendance-papers-page-of", &[("page", "#page"), ("all", "#all")]),
        facts: vec![(wording.say("group-files-fact-group"), number)],
        lead: Vec::new(),
        tables: Vec::new(),
        notes_title: String::new(),
        notes: Vec::new(),
        remarks: Vec::new(),
        signatures: vec![SignatureLine {
            label: post.unwrap_or_else(|| wording.say("attendance-papers-head")),
            name: group.organisation.head_name.clone(),
        }],
    }
}

fn table(columns: Vec<PaperColumn>, rows: Vec<Vec<PaperCell>>) -> PaperTable {
    let number = PaperColumn::of("№", 10, Side::Right);
    let rows = rows.into_iter().enumerate().map(|(place, cells)| {
        PaperRow::plain(std::iter::once(PaperCell::number(place + 1)).chain(cells).collect())
    });
    PaperTable {
        name: String::new(),
        caption: None,
        columns: std::iter::once(number).chain(columns).collect(),
        rows: rows.collect(),
        fixed: 0,
        together: 0,
        workbook_only: false,
    }
}

/// Выписка из книги регистрации: what was issued to this group, the papers too that hold no longer.
///
/// # Errors
/// A document whose snapshot was changed.
pub fn extract(gathered: &Gathered, holders: &Holders, wording: Wording<'_>) -> Result<TablePaper, Problem> {
    let mut paper = paper(gathered, "group-files-extract-title", wording);
    let of = |row: &DocumentRow| about(holders.get(&row.person_id), wording);
    let rows = gathered.documents.iter().map(|row| Ok(line(row, &snapshot(row)?, of(row), wording)));
    let columns = vec![
        PaperColumn::words(wording.say("documents-column-kind"), 3),
        PaperColumn::words(wording.say("documents-column-number"), 2),
        PaperColumn::words(wording.say("group-files-column-blank"), 2),
        PaperColumn::words(wording.say("documents-column-holder"), 4),
        PaperColumn::of(wording.say("group-files-column-born"), 22, Side::Left),
        PaperColumn::words(wording.say("group-files-column-sex"), 1),
        PaperColumn::words(wording.say("group-files-column-passport"), 2),
        PaperColumn::words(wording.say("group-files-column-citizenship"), 2),
        PaperColumn::words(wording.say("group-files-column-order"), 2),
        PaperColumn::of(wording.say("documents-column-date"), 24, Side::Left),
        PaperColumn::words(wording.say("documents-column-status"), 2),
    ];
    paper.tables = vec![table(columns, rows.collect::<Result<Vec<_>, Problem>>()?)];
    Ok(paper)
}

/// What the register book has of a holder beside the name: day of birth, sex, passport, citizenship.
fn about(holder: Option<&Identity>, wording: Wording<'_>) -> [String; 4] {
    let nothing = || "—".to_owned();
    let Some(holder) = holder else { return [nothing(), nothing(), nothing(), nothing()] };
    let sex = holder.basics.sex.map(|sex| wording.say(short_sex_key(sex)));
    let citizenship = holder.basics.citizenship.as_deref().map(|code| match citizenship_key(code) {
        Some(key) => wording.say(key),
        None => code.to_owned(),
    });
    [holder.born_on.map(day), sex, holder.passport.clone(), citizenship]
        .map(|known| known.unwrap_or_else(nothing))
}

fn short_sex_key(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "group-files-sex-male",
        Sex::Female => "group-files-sex-female",
    }
}

fn line(row: &DocumentRow, kept: &Snapshot, about: [String; 4], wording: Wording<'_>) -> Vec<PaperCell> {
    let [born, sex, passport, citizenship] = about;
    let blank = kept.blank.as_ref().map(|(series, number)| match series {
        Some(series) => format!("{series} {number}"),
        None => number.clone(),
    });
    let closing = kept.trail.as_ref().and_then(|trail| trail.closing.as_ref());
    let order = closing.map(|(number, dated)| format!("№ {number}, {}", day(*dated)));
    vec![
        PaperCell::text(wording.say(&format!("documents-kind-{}", row.kind.as_str()))),
        PaperCell::text(row.number.clone()),
        PaperCell::text(blank.unwrap_or_else(|| "—".to_owned())),
        PaperCell::text(kept.holder.full()),
        PaperCell::text(born),
        PaperCell::text(sex),
        PaperCell::text(passport),
        PaperCell::text(citizenship),
        PaperCell::text(order.unwrap_or_else(|| "—".to_owned())),
        PaperCell::text(day(row.issued_on)),
        PaperCell::text(wording.say(&format!("group-files-standing-{}", row.standing().as_str()))),
    ]
}

/// Опись: every file with its SHA-256, and what the file lacks.
pub fn inventory(gathered: &Gathered, files: &[(String, String)], wording: Wording<'_>) -> TablePaper {
    let mut paper = paper(gathered, "group-files-inventory-title", wording);
    let columns = vec![
        PaperColumn::words(wording.say("group-files-column-file"), 4),
        PaperColumn::of("SHA-256", 132, Side::Left),
    ];
    let line = |(name, sha256): &(String, String)| {
        vec![PaperCell::text(name.clone()), PaperCell::text(sha256.clone())]
    };
    paper.tables = vec![table(columns, files.iter().map(line).collect())];
    if !gathered.missing.is_empty() {
        paper.notes_title = wording.say("group-files-lacks");
        paper.notes = gathered.missing.iter().map(|one| lacks(one, wording)).collect();
    }
    paper
}

fn lacks(one: &Missing, wording: Wording<'_>) -> String {
    let count = one.count.to_string();
    wording.with(&format!("group-files-missing-{}", one.what), &[("count", count.as_str())])
}

/// A paper as PDF. Busy for milliseconds: keep it off the threads that serve requests.
///
/// # Errors
/// The typesetter refuses it.
pub fn pdf(
    paper: &TablePaper,
    typesetter: &Typesetter,
    (gathered, at): (&Gathered, Moment),
) -> Result<Vec<u8>, Problem> {
    let stamp = DocumentStamp {
        title: format!("{}. {}", paper.title, gathered.whole.desk.group.edition.title),
        language: gathered.row.language,
        moment: at,
        ident: format!("group-file-{}-{}", gathered.row.id, paper.title),
        verify_url: None,
    };
    Ok(paper.pdf(typesetter, &stamp)?)
}
