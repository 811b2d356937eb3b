//! What the session that is being held is made of: questions, blocks, a guest, and what makes the hall accessible.

use super::stage::Run;
use crate::agendas::actions::{self, Access, Speakers};
use crate::agendas::rules::{Agenda, Block, BlockKind, Guest, Question};
use crate::attendance::actions::taught_session;
use crate::attendance::rules::Condition;
use crate::attendance::store::sessions::SessionRow;
use crate::db::Write;
use crate::kernel::{Minutes, Moment, Problem, SessionId};

/// How long it is held, unless the day ends before.
const WHOLE: Minutes = Minutes(90);

/// Describes it, by the trainer of its edition.
///
/// # Errors
/// What an action answers.
pub fn describe(w: &mut Write, run: &Run, session: SessionId, now: Moment) -> Result<(), Problem> {
    let (row, ..) = taught_session(w, &run.trainer, session)?;
    // In the last hour and a half of a day the session is shorter than what was planned for it.
    let whole = row.length() == WHOLE;
    let question = |(text, minutes, speaker): (&str, i32, &str)| Question {
        text: text.to_owned(),
        minutes: Some(Minutes(minutes)).filter(|_| whole),
        speaker: Some(speaker.to_owned()).filter(|speaker| !speaker.is_empty()),
    };
    let questions = [
        ("Зачем учреждению партнёр из НКО", 20, ""),
        ("Что ждёт от волонтёров директор", 15, "Лаврова Нина Сергеевна"),
        ("Как договориться и записать договорённость", 25, ""),
        ("Что делать, если партнёр не пришёл", 20, ""),
        ("Вопросы", 10, ""),
    ];
    let topic = Some("Первая встреча с директором".to_owned());
    let agenda = Agenda { topic, questions: questions.map(question).into() };
    actions::set_agenda(w, &run.trainer, session, &agenda, now)?;
    let access = Access {
        conditions: vec![Condition::Ramp, Condition::SignLanguage, Condition::AccessibleToilet],
        note: Some("Вход с пандусом со двора, звонок справа от двери.".to_owned()),
    };
    actions::set_access(w, &run.trainer, session, &access, now)?;
    let guest = Guest {
        name: "Лаврова Нина Сергеевна".to_owned(),
        post: Some("директор".to_owned()),
        organisation: Some("Учебный центр содействия семье".to_owned()),
        topic: Some("Каких волонтёров мы зовём снова".to_owned()),
    };
    let speakers = Speakers { co_trainers: Vec::new(), guests: vec![guest] };
    actions::set_speakers(w, &run.trainer, session, &speakers, now)?;
    divide(w, run, &row, now)
}

fn divide(w: &mut Write, run: &Run, row: &SessionRow, now: Moment) -> Result<(), Problem> {
    let block = |(kind, minutes)| Block { kind, minutes: Minutes(minutes), title: None, activity: None };
    let mut blocks: Vec<Block> =
        [(BlockKind::Theory, 35), (BlockKind::Case, 35), (BlockKind::Game, 20)].map(block).into();
    if row.length() != WHOLE {
        blocks = vec![Block { minutes: row.length(), ..block((BlockKind::Theory, 1)) }];
    }
    blocks.retain(|one| one.minutes > Minutes::ZERO);
    actions::set_blocks(w, &run.trainer, row.id, &blocks, now)
}
