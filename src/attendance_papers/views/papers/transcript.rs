//! The hours of one person by module and activity: planned, credited, theory and practice, in person and online.

use super::{About, Ready, Wording, hours, minutes, rounding};
use crate::attendance_papers::actions::Studied;
use crate::attendance_papers::rules::transcript::{Line, Section, Sums};
use crate::kernel::{Minutes, Moment};
use crate::printing::table_paper::{PaperCell, PaperColumn, PaperRow, PaperTable, RowKind, Side};
use crate::programmes::rules::words::Word as _;

/// The transcript of one person.
pub fn transcript(studied: &Studied, wording: Wording<'_>, now: Moment) -> Ready {
    let programme = studied.programme.for_reader(wording.language);
    let about = About { organisation: &studied.organisation, edition: &studied.edition, programme };
    let mut paper = about.paper("attendance-papers-transcript-title", wording, now);
    let name = studied.person.name.full();
    paper.facts.insert(0, (wording.say("attendance-papers-person"), name.clone()));
    paper.tables = vec![activities(studied, wording), sums(studied, wording)];
    paper.remarks = vec![rounding(wording, studied.academic_hour)];
    paper.signatures = vec![about.head(wording)];
    let mut ready = about.ready(paper, wording, now);
    ready.file = format!("{} – {name}", ready.paper.title);
    ready
}

fn activities(studied: &Studied, wording: Wording<'_>) -> PaperTable {
    let of = |key: &str, width, side| PaperColumn::of(wording.say(key), width, side);
    let sections = studied.transcript.sections.iter();
    let mut rows: Vec<PaperRow> =
        sections.flat_map(|section| module(section, studied.academic_hour, wording)).collect();
    rows.push(total("attendance-papers-total", &studied.transcript.sums, studied.academic_hour, wording));
    rows.extend(beyond(studied, wording));
    PaperTable {
        name: wording.say("attendance-papers-sheet-hours"),
        caption: None,
        columns: vec![
            PaperColumn::words(wording.say("attendance-papers-activity"), 1),
            of("attendance-papers-nature", 22, Side::Left),
            of("attendance-papers-form", 26, Side::Left),
            of("attendance-papers-planned", 17, Side::Right),
            of("attendance-papers-sum", 19, Side::Right),
            of("attendance-papers-hours", 17, Side::Right),
        ],
        rows,
        fixed: 0,
        together: 0,
        workbook_only: false,
    }
}

fn module(section: &Section, hour: Minutes, wording: Wording<'_>) -> Vec<PaperRow> {
    let title = section.title.for_reader(wording.language);
    let mut rows = Vec::with_capacity(section.lines.len() + 2);
    rows.extend((!title.is_empty()).then(|| PaperRow::section(title)));
    rows.extend(section.lines.iter().map(|line| activity(line, hour, wording)));
    rows.push(total("attendance-papers-module-total", &section.sums, hour, wording));
    rows
}

/// What is in no sum, below all of them.
fn beyond(studied: &Studied, wording: Wording<'_>) -> Vec<PaperRow> {
    let lines = studied.transcript.beyond.iter();
    let lines = lines.map(|line| activity(line, studied.academic_hour, wording));
    let title = (!studied.transcript.beyond.is_empty())
        .then(|| PaperRow::section(wording.say("attendance-papers-beyond")));
    title.into_iter().chain(lines).collect()
}

fn activity(line: &Line, hour: Minutes, wording: Wording<'_>) -> PaperRow {
    let (part, sums) = (&line.part, &line.sums);
    let nature = wording.say(&format!("progress-nature-{}", part.nature.as_str()));
    let note = (!part.asked).then(|| wording.say("attendance-papers-not-asked"));
    PaperRow::plain(vec![
        PaperCell { under: note, ..PaperCell::text(part.title.for_reader(wording.language)) },
        PaperCell::text(nature),
        PaperCell::text(form(line, wording)),
        minutes(sums.planned),
        minutes(sums.credited),
        hours(sums.credited, hour),
    ])
}

/// Where it took place, as it was credited; as it is planned while nothing is. Several places come with their minutes.
fn form(line: &Line, wording: Wording<'_>) -> String {
    let sums = &line.sums;
    let modes = [("in_person", sums.in_person), ("online", sums.online), ("distance", sums.distance)];
    let say = |mode: &str| wording.say(&format!("progress-mode-{mode}"));
    let some: Vec<_> = modes.into_iter().filter(|(_, minutes)| *minutes != Minutes::ZERO).collect();
    match some.as_slice() {
        [] => say(line.part.mode.as_str()),
        [(mode, _)] => say(mode),
        several => {
            let parts: Vec<String> =
                several.iter().map(|(mode, minutes)| format!("{} {}", say(mode), minutes.0)).collect();
            parts.join(", ")
        }
    }
}

fn total(key: &str, sums: &Sums, hour: Minutes, wording: Wording<'_>) -> PaperRow {
    let label = PaperCell::text(wording.say(key));
    let (planned, credited) = (minutes(sums.planned), minutes(sums.credited));
    let blank = PaperCell::empty;
    let cells = vec![label, blank(), blank(), planned, credited, hours(sums.credited, hour)];
    PaperRow { kind: RowKind::Total, cells }
}

/// The credited minutes once more by kind, each with its whole hours.
fn sums(studied: &Studied, wording: Wording<'_>) -> PaperTable {
    let (sums, hour) = (&studied.transcript.sums, studied.academic_hour);
    let of = |key: &str, width, side| PaperColumn::of(wording.say(key), width, side);
    let kinds = [
        ("progress-nature-theory", sums.theory),
        ("progress-nature-practice", sums.practice),
        ("progress-nature-self_study", sums.self_study),
        ("progress-mode-in_person", sums.in_person),
        ("progress-mode-online", sums.online),
        ("progress-mode-distance", sums.distance),
    ];
    let line = |(key, credited): (&str, Minutes)| {
        PaperRow::plain(vec![PaperCell::text(wording.say(key)), minutes(credited), hours(credited, hour)])
    };
    // Most programmes have no self-study: a line of nothing would only be asked about.
    let kinds = kinds
        .into_iter()
        .filter(|(key, time)| *key != "progress-nature-self_study" || *time != Minutes::ZERO);
    let mut rows: Vec<PaperRow> = kinds.map(line).collect();
    let label = PaperCell::text(wording.say("attendance-papers-total"));
    rows.push(PaperRow::total(vec![label, minutes(sums.credited), hours(sums.credited, hour)]));
    let title = wording.say("attendance-papers-sheet-kinds");
    PaperTable {
        name: title.clone(),
        caption: Some(title),
        columns: vec![
            PaperColumn::words(wording.say("attendance-papers-kind"), 1),
            of("attendance-papers-sum", 25, Side::Right),
            of("attendance-papers-hours", 25, Side::Right),
        ],
        rows,
        fixed: 0,
        together: 0,
        workbook_only: false,
    }
}
