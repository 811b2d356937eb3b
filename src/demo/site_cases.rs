//! Cases that trainees of the large edition bring from their institutions: one waits for more than a week, one was
//! answered and closed, and the group reads it without names.

use super::courses::{Course, Story};
use super::lost;
use super::stage::{Run, Stage, Trainee};
use crate::db::Write;
use crate::kernel::{Moment, Problem, SiteCaseId};
use crate::site_cases::actions as site_cases;
use crate::site_cases::rules::{Copy, Text};

const DAY: i64 = 24 * 60;

/// Lets them happen within the last two weeks.
///
/// # Errors
/// What an action answers.
pub fn bring(w: &mut Write, stage: &Stage, now: Moment) -> Result<(), Problem> {
    let run = stage.runs.iter().find(|run| run.course == Course::Partnership);
    let run = run.ok_or_else(|| lost("the large edition"))?;
    let who = |story: Story| {
        let found = run.trainees.iter().find(|one| one.plot.story == story);
        found.ok_or_else(|| lost("somebody who brings a case"))
    };
    settled(w, run, who(Story::Redo)?, now)?;
    raise(w, who(Story::Usual)?, &waiting(), now.plus_minutes(-9 * DAY - 90)).map(|_| ())
}

fn raise(w: &mut Write, who: &Trainee, text: &Text, at: Moment) -> Result<SiteCaseId, Problem> {
    let id = site_cases::begin(w, &who.actor, who.enrolment, at)?;
    let institution = site_cases::found(w, &who.actor, id)?.row.draft.0.institution;
    let text = Text { institution, ..text.clone() };
    site_cases::raise(w, &who.actor, id, (&text, 0), at.plus_minutes(20))?;
    Ok(id)
}

fn settled(w: &mut Write, run: &Run, who: &Trainee, now: Moment) -> Result<(), Problem> {
    let at = |days: i64, minutes: i64| now.plus_minutes(minutes - days * DAY);
    let id = raise(w, who, &refused(), at(12, 0))?;
    site_cases::say(w, &run.trainer, id, ASKED, at(11, 0))?;
    site_cases::say(w, &who.actor, id, TOLD, at(11, 95))?;
    site_cases::say(w, &run.trainer, id, ADVISED, at(10, 0))?;
    site_cases::close(w, &run.trainer, id, CONCLUDED, at(6, 0))?;
    site_cases::write_copy(w, &run.trainer, id, &nameless(), at(6, 30))?;
    site_cases::ask(w, &run.trainer, id, at(6, 35))?;
    site_cases::answer(w, &who.actor, id, (1, true, true), at(5, 0))?;
    site_cases::open(w, &run.trainer, id, at(5, 60))
}

fn waiting() -> Text {
    Text {
        title: "Волонтёры приходят без предупреждения".into(),
        institution: String::new(),
        happened: "Организация присылает волонтёров в отделение, когда у неё собралась группа. В прошлый четверг шесть человек пришли в тихий час. Дежурная медсестра не пустила их, и они уехали обиженные.\n\nЖители потом спрашивали, почему праздника не было.".into(),
        tried: "Написали координатору письмо с часами посещений. Ответа нет вторую неделю.".into(),
        question: "Как договориться о расписании так, чтобы организация не ушла совсем? Кто из нас должен звонить первым?".into(),
    }
}

fn refused() -> Text {
    Text {
        title: "Семья отказалась от помощи после двух встреч".into(),
        institution: String::new(),
        happened: "Семья с ребёнком, которому трудно даётся чтение, сама попросила о волонтёре. После второй встречи мать написала: «Больше не приходите». Волонтёр очень переживает и считает, что сделала что-то не так.".into(),
        tried: "Позвонили семье один раз, разговор был короткий: всё хорошо, просто не нужно.".into(),
        question: "Стоит ли выяснять причину? И как поддержать волонтёра?".into(),
    }
}

const ASKED: &str = "Спасибо, что рассказали. Что семье говорили о встречах заранее: сколько их будет, кто придёт, можно ли отказаться? И знает ли ребёнок, почему встречи кончились?";
const TOLD: &str = "Сказали только день и время. Про отказ не говорили. С ребёнком никто не прощался.";
const ADVISED: &str = "Тогда причина, скорее всего, не в волонтёре: семья не знала, что можно остановиться, и остановилась единственным способом. Не выясняйте, поблагодарите. Предложите одну короткую встречу, чтобы попрощаться с ребёнком, и скажите, что от неё тоже можно отказаться.";
const CONCLUDED: &str = "Семья согласилась на прощальную встречу. Перед первой встречей в учреждении теперь рассказывают, сколько их будет, и что отказаться можно в любой день без объяснений. С волонтёром поговорили: отказ – право семьи, а не оценка её работы.";

fn nameless() -> Copy {
    Copy {
        title: "Семья отказалась после двух встреч".into(),
        situation: "Семья попросила, чтобы волонтёр читал с ребёнком по субботам. После второй встречи пришло сообщение: «Больше не приходите». На звонок ответили коротко: всё хорошо, просто не нужно.\n\nЗаранее семье сказали только день и время. С ребёнком никто не попрощался. Волонтёр думает, что сделала что-то не так.".into(),
        task: "Решите, станете ли вы выяснять причину. Напишите, что вы скажете семье, что – ребёнку и что – волонтёру.".into(),
        outcome: "Причину выяснять не стали. Семье предложили одну встречу, чтобы попрощаться, и она согласилась. Теперь до первой встречи рассказывают, сколько их будет и что отказаться можно в любой день.".into(),
    }
}
