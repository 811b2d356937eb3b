//! The sessions of one activity, as one trainee has them.

use super::Card;
use crate::attendance::actions::Meeting;
use crate::attendance::rules::Status;
use crate::attendance::views::Telling;
use crate::kernel::Minutes;
use crate::web::{Title, View, paths};
use serde::Serialize;

/// A session, game, placement or hackathon, as one trainee has it.
#[derive(Debug, Serialize)]
pub struct MeetingPage {
    course_url: String,
    edition: String,
    title: String,
    credited: i32,
    planned: i32,
    percent: i32,
    /// The question that decides whether it is asked of the reader.
    question: Option<String>,
    sessions: Vec<Card>,
}

impl MeetingPage {
    /// The page for a reader.
    pub fn new(meeting: &Meeting, telling: Telling<'_>) -> MeetingPage {
        let fact = &meeting.fact;
        let credited = fact.credited.min(fact.planned);
        MeetingPage {
            course_url: paths::course(meeting.enrolment),
            edition: meeting.edition.clone(),
            title: fact.title.for_reader(telling.reader.language).to_owned(),
            credited: credited.0,
            planned: fact.planned.0,
            percent: crate::kernel::Permille::of(credited.0.into(), fact.planned.0.into()).as_percent(),
            question: fact
                .question
                .as_ref()
                .map(|one| one.text.for_reader(telling.reader.language).to_owned()),
            sessions: meeting.sessions.iter().map(|one| Card::new(one, telling)).collect(),
        }
    }
}

impl View for MeetingPage {
    const TEMPLATE: &'static str = "pages/attendance/meeting";

    fn title(&self) -> Title {
        Title::text(self.title.clone())
    }

    fn samples() -> Vec<MeetingPage> {
        let page = |sessions| MeetingPage {
            course_url: paths::NEXT.into(),
            edition: "2-й поток".into(),
            title: "Деловая игра «День НКО»".into(),
            credited: 70,
            planned: 90,
            percent: 77,
            question: None,
            sessions,
        };
        let question = Some("Работали ли вы раньше с детьми-сиротами?".into());
        let asked = MeetingPage { question, ..page(Vec::new()) };
        vec![asked, page(vec![Card::sample(None, Some((Status::Late, Minutes(70))))]), page(Vec::new())]
    }
}
