//! Rows of what sessions are made of. Lists are written anew as a whole: their order is what matters.

pub mod shifts;
pub mod speakers;
pub mod visits;
pub mod whole;

use super::rules::{Block, BlockKind, Question};
use crate::attendance::rules::Condition;
use crate::db::schema::{
    activities, session_blocks, session_conditions, session_programmes, session_questions,
};
use crate::db::{Json, Read, Write, each, stored_text};
use crate::kernel::{ActivityId, Localised, Minutes, Moment, PersonId, Problem, SessionId, Word as _};
use crate::programmes::rules::ActivityKind;
use diesel::prelude::*;

stored_text!(BlockKind, as_str, parse);

/// Notes the own topic of a session.
pub fn set_topic(
    w: &mut Write,
    session: SessionId,
    topic: Option<&str>,
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    use session_programmes as rows;
    let topic = topic.map(str::to_owned);
    let insert = diesel::insert_into(rows::table).values((
        rows::session_id.eq(session),
        rows::topic.eq(topic.clone()),
        rows::changed_at.eq(now),
        rows::changed_by.eq(by),
    ));
    each!(w.conn(), c => {
        insert
            .on_conflict(rows::session_id)
            .do_update()
            .set((rows::topic.eq(topic), rows::changed_at.eq(now), rows::changed_by.eq(by)))
            .execute(c)?
    });
    Ok(())
}

/// Notes what makes the place of a session accessible.
pub fn set_access(
    w: &mut Write,
    session: SessionId,
    (conditions, note): (&[Condition], Option<&str>),
    (by, now): (Option<PersonId>, Moment),
) -> Result<(), Problem> {
    use session_programmes as rows;
    let note = note.map(str::to_owned);
    let insert = diesel::insert_into(rows::table).values((
        rows::session_id.eq(session),
        rows::access_note.eq(note.clone()),
        rows::changed_at.eq(now),
        rows::changed_by.eq(by),
    ));
    each!(w.conn(), c => {
        insert
            .on_conflict(rows::session_id)
            .do_update()
            .set((rows::access_note.eq(note), rows::changed_at.eq(now), rows::changed_by.eq(by)))
            .execute(c)?
    });
    diesel::delete(session_conditions::table.filter(session_conditions::session_id.eq(session)))
        .execute(w.conn())?;
    for condition in conditions {
        diesel::insert_into(session_conditions::table)
            .values((
                session_conditions::session_id.eq(session),
                session_conditions::condition.eq(*condition),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}

/// The questions of a session in their order.
pub fn questions(r: &mut Read, session: SessionId) -> Result<Vec<Question>, Problem> {
    use session_questions as rows;
    let found: Vec<(String, Option<Minutes>, Option<String>)> = rows::table
        .filter(rows::session_id.eq(session))
        .order(rows::position)
        .select((rows::text, rows::minutes, rows::speaker))
        .load(r.conn())?;
    Ok(found.into_iter().map(|(text, minutes, speaker)| Question { text, minutes, speaker }).collect())
}

/// Makes these the questions of a session.
pub fn replace_questions(w: &mut Write, session: SessionId, questions: &[Question]) -> Result<(), Problem> {
    use session_questions as rows;
    diesel::delete(rows::table.filter(rows::session_id.eq(session))).execute(w.conn())?;
    for (position, one) in (0i32..).zip(questions) {
        diesel::insert_into(rows::table)
            .values((
                rows::session_id.eq(session),
                rows::position.eq(position),
                rows::text.eq(&one.text),
                rows::minutes.eq(one.minutes),
                rows::speaker.eq(&one.speaker),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}

/// An activity that a block leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Led {
    /// The activity.
    pub id: ActivityId,
    /// How it is completed.
    pub kind: ActivityKind,
    /// Its title.
    pub title: Localised,
}

/// The blocks of a session in their order, with the activities they lead to.
pub fn blocks(r: &mut Read, session: SessionId) -> Result<Vec<(Block, Option<Led>)>, Problem> {
    use session_blocks as rows;
    type Activity = (Option<ActivityId>, Option<ActivityKind>, Option<Json<Localised>>);
    type Row = (BlockKind, Minutes, Option<String>, Activity);
    let found: Vec<Row> = rows::table
        .left_join(activities::table)
        .filter(rows::session_id.eq(session))
        .order(rows::position)
        .select((
            rows::kind,
            rows::minutes,
            rows::title,
            (activities::id.nullable(), activities::kind.nullable(), activities::title.nullable()),
        ))
        .load(r.conn())?;
    let block = |(kind, minutes, title, (id, activity, named)): Row| {
        let led = id.zip(activity).zip(named);
        let led = led.map(|((id, kind), Json(title))| Led { id, kind, title });
        (Block { kind, minutes, title, activity: id }, led)
    };
    Ok(found.into_iter().map(block).collect())
}

/// Makes these the blocks of a session.
pub fn replace_blocks(w: &mut Write, session: SessionId, blocks: &[Block]) -> Result<(), Problem> {
    use session_blocks as rows;
    diesel::delete(rows::table.filter(rows::session_id.eq(session))).execute(w.conn())?;
    for (position, one) in (0i32..).zip(blocks) {
        diesel::insert_into(rows::table)
            .values((
                rows::session_id.eq(session),
                rows::position.eq(position),
                rows::kind.eq(one.kind),
                rows::minutes.eq(one.minutes),
                rows::title.eq(&one.title),
                rows::activity_id.eq(one.activity),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}
