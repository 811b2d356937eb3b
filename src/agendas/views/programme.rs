//! What a session is made of, on a page and on paper.

use super::places::{ShiftPart, VisitPart};
use super::{Crumb, Span, kind_key, samples};
use crate::agendas::actions::Programme;
use crate::agendas::rules::{Guest, clock};
use crate::agendas::store::Led;
use crate::attendance::views::{BlocksNote, Telling, When, condition_key};
use crate::formats::views as formats;
use crate::kernel::{EnrolmentId, Minutes, PersonName};
use crate::programmes::rules::ActivityKind;
use crate::web::{Reader, Title, View, paths};
use serde::Serialize;

/// The programme of a session.
#[derive(Debug, Clone, Serialize)]
pub struct ProgrammePage {
    crumbs: Vec<Crumb>,
    heading: String,
    topic: Option<String>,
    edition: String,
    format: String,
    when: When,
    mode_key: &'static str,
    place: Option<String>,
    link: Option<String>,
    cancelled: Option<String>,
    trainers: Vec<String>,
    guests: Vec<GuestLine>,
    questions: Vec<QuestionLine>,
    blocks: Vec<BlockLine>,
    blocks_note: Option<BlocksNote>,
    access: Vec<&'static str>,
    access_note: Option<String>,
    visit: Option<VisitPart>,
    shifts: Vec<ShiftPart>,
    edits: Option<Edits>,
    nothing: bool,
    print_url: String,
    schedule_url: Option<&'static str>,
}

/// Where those who teach change it.
#[derive(Debug, Clone, Serialize)]
struct Edits {
    agenda: String,
    blocks: String,
    speakers: String,
    access: String,
    visit: String,
    shifts: String,
    timer: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct GuestLine {
    name: String,
    about: String,
    topic: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct QuestionLine {
    text: String,
    span: Option<Span>,
    minutes: Option<i32>,
    speaker: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct BlockLine {
    span: Span,
    minutes: i32,
    kind_key: &'static str,
    called: Option<String>,
    leads: Option<Lead>,
}

#[derive(Debug, Clone, Serialize)]
struct Lead {
    text: String,
    url: Option<String>,
}

impl ProgrammePage {
    /// The programme for a reader.
    pub fn new(programme: &Programme, telling: Telling<'_>) -> ProgrammePage {
        let (session, contents, reader) = (&programme.session, &programme.contents, telling.reader);
        let (visit, brief) = (contents.visit.as_ref(), &contents.brief);
        let said = [contents.questions.is_empty(), contents.blocks.is_empty(), contents.guests.is_empty()];
        let nothing = said.iter().all(|empty| *empty) && visit.is_none() && contents.shifts.is_empty();
        ProgrammePage {
            crumbs: crumbs(programme, telling),
            heading: programme.title.for_reader(reader.language).to_owned(),
            topic: brief.topic.clone(),
            edition: programme.edition.title.clone(),
            format: formats::name(telling.say, reader.language, &programme.format),
            when: When::new(session, reader),
            mode_key: crate::attendance::views::mode_key(session.mode),
            place: session.place.clone(),
            link: session.link.clone(),
            cancelled: session.cancelled_at.and(session.cancellation_reason.clone()),
            trainers: contents.trainers.iter().map(PersonName::full).collect(),
            guests: contents.guests.iter().map(GuestLine::new).collect(),
            questions: questions(programme, reader),
            blocks: blocks(programme, reader),
            blocks_note: BlocksNote::of(session, contents.blocks_sum()).filter(|_| programme.edits),
            access: brief.conditions.iter().map(|one| condition_key(*one)).collect(),
            access_note: brief.access_note.clone(),
            visit: visit.map(|row| VisitPart::new(row, programme, reader)),
            shifts: contents.shifts.iter().map(|shift| ShiftPart::new(shift, reader)).collect(),
            edits: programme.edits.then(|| Edits::new(programme)),
            nothing: nothing && brief.conditions.is_empty() && brief.access_note.is_none(),
            print_url: paths::session_programme_print(session.id),
            schedule_url: programme.seat.map(|_| paths::SCHEDULE),
        }
    }
}

fn crumbs(programme: &Programme, telling: Telling<'_>) -> Vec<Crumb> {
    let crumb = |label: String, url: String| Crumb { label, url };
    if !programme.edits {
        let schedule = crumb(telling.say("attendance-schedule-title"), paths::SCHEDULE.to_owned());
        return vec![schedule];
    }
    let edition = &programme.edition;
    vec![
        crumb(edition.title.clone(), paths::edition(edition.id)),
        crumb(telling.say("attendance-sessions-title"), paths::edition_sessions(edition.id)),
        crumb(
            programme.title.for_reader(telling.reader.language).to_owned(),
            paths::session(programme.session.id),
        ),
    ]
}

impl Edits {
    fn new(programme: &Programme) -> Edits {
        let (id, questions) = (programme.session.id, &programme.contents.questions);
        Edits {
            agenda: paths::session_agenda(id),
            blocks: paths::session_blocks(id),
            speakers: paths::session_speakers(id),
            access: paths::session_access(id),
            visit: paths::session_visit(id),
            shifts: paths::edition_shifts(programme.edition.id),
            timer: questions.iter().any(|one| one.minutes.is_some()).then(|| paths::session_timer(id)),
        }
    }
}

impl GuestLine {
    fn new(guest: &Guest) -> GuestLine {
        let about: Vec<&str> =
            [&guest.post, &guest.organisation].into_iter().flatten().map(String::as_str).collect();
        GuestLine { name: guest.name.clone(), about: about.join(", "), topic: guest.topic.clone() }
    }
}

fn questions(programme: &Programme, reader: &Reader) -> Vec<QuestionLine> {
    let (session, questions) = (&programme.session, &programme.contents.questions);
    let lengths: Vec<Option<Minutes>> = questions.iter().map(|one| one.minutes).collect();
    let spans = clock::spans(session.starts_at, &lengths);
    // Without a single length there is only the start of the session to say, which stands above.
    let timed = lengths.iter().any(Option::is_some);
    let line = |(one, span): (&crate::agendas::rules::Question, Option<_>)| QuestionLine {
        text: one.text.clone(),
        span: span.filter(|_| timed).map(|span| Span::new(span, session, reader)),
        minutes: one.minutes.map(|minutes| minutes.0),
        speaker: one.speaker.clone(),
    };
    questions.iter().zip(spans).map(line).collect()
}

fn blocks(programme: &Programme, reader: &Reader) -> Vec<BlockLine> {
    let (session, blocks) = (&programme.session, &programme.contents.blocks);
    let lengths: Vec<Option<Minutes>> = blocks.iter().map(|(block, _)| Some(block.minutes)).collect();
    let spans = clock::spans(session.starts_at, &lengths).into_iter().flatten();
    let lead = |led: &Led| Lead {
        text: led.title.for_reader(reader.language).to_owned(),
        url: programme.seat.map(|seat| activity_url(seat, led)),
    };
    let line = |((block, led), span): (&(crate::agendas::rules::Block, Option<Led>), _)| BlockLine {
        span: Span::new(span, session, reader),
        minutes: block.minutes.0,
        kind_key: kind_key(block.kind),
        called: block.title.clone(),
        leads: led.as_ref().map(lead),
    };
    blocks.iter().zip(spans).map(line).collect()
}

/// Where a trainee does an activity.
fn activity_url(seat: EnrolmentId, led: &Led) -> String {
    match led.kind {
        ActivityKind::Lesson => paths::lesson(seat, led.id),
        ActivityKind::Quiz => paths::quiz(seat, led.id),
        ActivityKind::Case => paths::case(seat, led.id),
        _ => paths::meeting(seat, led.id),
    }
}

impl View for ProgrammePage {
    const TEMPLATE: &'static str = "pages/agendas/programme";

    fn title(&self) -> Title {
        Title::with("agendas-title-of", vec![("title", self.heading.clone())])
    }

    fn samples() -> Vec<ProgrammePage> {
        let drawn = |programme| samples::told(|telling| ProgrammePage::new(&programme, telling));
        samples::programmes().into_iter().map(drawn).collect()
    }
}

/// The same for paper.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Print(ProgrammePage);

impl From<ProgrammePage> for Print {
    fn from(page: ProgrammePage) -> Print {
        Print(ProgrammePage { edits: None, blocks_note: None, ..page })
    }
}

impl View for Print {
    const TEMPLATE: &'static str = "pages/agendas/print";
    const LAYOUT: &'static str = "layouts/print";

    fn title(&self) -> Title {
        self.0.title()
    }

    fn samples() -> Vec<Print> {
        ProgrammePage::samples().into_iter().map(Print::from).collect()
    }
}
