//! The statistics of 100,000 answers and a page of 1,000 results: `cargo bench --bench statistics`. Budgets: one
//! second and 100 ms. The database is SQLite, opened as production opens it; answers are put into it directly.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that cannot go on has failed, and prints what it has measured"
)]

#[expect(dead_code, reason = "the other benches need more of the world")]
mod world;

use birge::db::schema::{quiz_attempts, quiz_marks, quiz_steps};
use birge::db::{Json, Write};
use birge::kernel::{ActivityId, Clock, EnrolmentId, Language, Permille, Problem, QuestionId};
use birge::programmes::rules::ActivityKind;
use birge::questions::rules::marking::mark;
use birge::questions::rules::right_response;
use birge::questions::rules::{Question, Response};
use birge::quiz_statistics::actions;
use birge::quiz_statistics::rules::Which;
use birge::quizzes::store;
use diesel::prelude::*;
use std::time::Instant;
use world::World;

const PEOPLE: usize = 5000;
const QUESTIONS: usize = 20;
const RUNS: usize = 5;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let world = World::found(folder.path(), PEOPLE).await;
        let quiz = world.of_kind(ActivityKind::Quiz).next().unwrap();
        let mut pool: Vec<(QuestionId, Question)> = Vec::new();
        for other in world.of_kind(ActivityKind::Quiz) {
            pool.extend(world.db.read(move |r| store::questions(r, other)).await.unwrap());
        }
        pool.retain(|(_, question)| right_response(&question.answer).is_some());
        pool.truncate(QUESTIONS);
        let enrolments: Vec<EnrolmentId> = world.trainees.iter().map(|one| one.enrolment).collect();
        for part in enrolments.chunks(500) {
            let (part, pool) = (part.to_vec(), pool.clone());
            let job = move |w: &mut Write| part.iter().try_for_each(|one| sit(w, *one, quiz, &pool));
            world.db.write(job).await.unwrap();
        }
        println!("{} attempts, {} answers", PEOPLE, PEOPLE * pool.len());
        let (actor, key) = (world.admin.clone(), (world.edition, quiz));
        for _ in 0..RUNS {
            let (actor, began) = (actor.clone(), Instant::now());
            let found =
                world.db.read(move |r| actions::statistics(r, &actor, key, Which::Counting)).await.unwrap();
            let alpha = found.whole.consistency.unwrap_or_default();
            println!("statistics {:?} (alpha {alpha:.2})", began.elapsed());
        }
        for _ in 0..RUNS {
            let (actor, began) = (actor.clone(), Instant::now());
            let found = world.db.read(move |r| actions::results(r, &actor, key, (2000, 1000))).await.unwrap();
            println!("{} results {:?}", found.rows.len(), began.elapsed());
        }
    });
}

/// An attempt that was handed in; who is better answers more of it rightly.
fn sit(
    w: &mut Write,
    enrolment: EnrolmentId,
    quiz: ActivityId,
    pool: &[(QuestionId, Question)],
) -> Result<(), Problem> {
    let now = Clock::System.now();
    let ids: Vec<QuestionId> = pool.iter().map(|(id, _)| *id).collect();
    let attempt = diesel::insert_into(quiz_attempts::table)
        .values((
            quiz_attempts::enrolment_id.eq(enrolment),
            quiz_attempts::activity_id.eq(quiz),
            quiz_attempts::number.eq(1),
            quiz_attempts::seed.eq(enrolment.0),
            quiz_attempts::language.eq(Language::Ru),
            quiz_attempts::question_ids.eq(Json(ids)),
            quiz_attempts::started_at.eq(now),
            quiz_attempts::submitted_at.eq(now),
            quiz_attempts::submitted_by_clock.eq(false),
            quiz_attempts::result_permille.eq(Permille(500)),
        ))
        .returning(quiz_attempts::id)
        .get_result::<birge::kernel::AttemptId>(w.conn())?;
    let mut dice = enrolment.0.unsigned_abs().wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for (sequence, (id, question)) in (1i32..).zip(pool) {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let knows = (dice >> 33) % 100 < 30 + enrolment.0.unsigned_abs() % 60;
        let response = right_response(&question.answer).filter(|_| knows).unwrap_or(Response::Blank);
        let mark = mark(question, &response);
        diesel::insert_into(quiz_marks::table)
            .values((
                quiz_marks::attempt_id.eq(attempt),
                quiz_marks::question_id.eq(*id),
                quiz_marks::fraction.eq(mark.fraction.map(|share| share.0)),
                quiz_marks::points.eq(mark.points.0),
            ))
            .execute(w.conn())?;
        diesel::insert_into(quiz_steps::table)
            .values((
                quiz_steps::attempt_id.eq(attempt),
                quiz_steps::sequence.eq(sequence),
                quiz_steps::question_id.eq(*id),
                quiz_steps::response.eq(Json(response.to_json())),
                quiz_steps::answered_at.eq(now),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}
