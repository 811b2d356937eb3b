//! The grading desk: `cargo bench --bench grading`. A queue of 20,000 waiting works (a page within 50 ms, opening the
//! next work within 30 ms), and 2,500 works of one case graded by 20 people at once: no mark lost, no work graded
//! twice. The database is SQLite, opened as production opens it; works are put into it directly.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench that cannot go on has failed, and prints what it has measured"
)]

#[expect(dead_code, reason = "the other benches need more of the world")]
mod world;

use birge::cases::rules::{OLD_AFTER_DAYS, Parts};
use birge::cases::store as cases;
use birge::db::schema::{grading_works, gradings};
use birge::db::{Db, Write};
use birge::editions::store as edition_rows;
use birge::grading::actions::{self as grading, GradeInput, Wish};
use birge::grading::rules::{Marks, Whose, WorkState};
use birge::kernel::{
    ActivityId, Actor, Clock, EnrolmentId, Language, Moment, Permille, PersonId, PersonName, Problem,
};
use birge::people::actions as people;
use birge::people::rules::NewPerson;
use birge::programmes::rules::{ActivityKind, CaseDefinition};
use diesel::prelude::*;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use world::World;

const PEOPLE: usize = 5000;
const WAITING: usize = 20_000;
const AT_ONCE: usize = 2_500;
const GRADERS: usize = 20;
const RUNS: usize = 20;
/// A work of some four hundred words.
const TEXT: &str = include_str!("../course-content/effective-partnership/programme.toml");

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let world = World::found(folder.path(), PEOPLE).await;
        let all: Vec<ActivityId> = world.of_kind(ActivityKind::Case).collect();
        let (last, first) = all.split_last().unwrap();
        let graders = trainers(&world).await;
        at_once(&world, *last, &graders).await;
        let each = WAITING.div_ceil(first.len());
        for case in first {
            hand_in(&world, *case, each).await;
        }
        println!("{} works wait", each * first.len());
        queue(&world, &graders[0]).await;
    });
}

async fn trainers(world: &World) -> Vec<Actor> {
    let (admin, edition, now) = (world.admin.clone(), world.edition, Clock::System.now());
    let made = world.db.write(move |w| {
        let one = |n: usize| trainer(w, &admin, n, now);
        let people: Vec<PersonId> = (0..GRADERS).map(one).collect::<Result<_, _>>()?;
        for person in &people {
            edition_rows::trainers::insert(w, edition, *person, None, now)?;
        }
        Ok(people)
    });
    let mut graders = Vec::new();
    for person in made.await.unwrap() {
        graders.push(world.actor(person).await);
    }
    graders
}

fn trainer(w: &mut Write, admin: &Actor, n: usize, now: Moment) -> Result<PersonId, Problem> {
    let new = NewPerson {
        email: format!("trainer{n}@load.example"),
        name: PersonName::new(&format!("Преподаватель{n}"), "Анна", None),
        language: Language::Ru,
        zone: birge::kernel::ZoneName::MOSCOW,
        organisation: None,
        position: None,
    };
    people::create(w, admin, &new, now)
}

/// Lets so many trainees hand a work in, some of them long ago.
async fn hand_in(world: &World, case: ActivityId, count: usize) {
    let places: Vec<EnrolmentId> = world.trainees.iter().take(count).map(|one| one.enrolment).collect();
    let now = Clock::System.now();
    for part in places.chunks(500) {
        let part = part.to_vec();
        let job = move |w: &mut Write| part.iter().try_for_each(|one| work(w, *one, case, now));
        world.db.write(job).await.unwrap();
    }
}

fn work(w: &mut Write, enrolment: EnrolmentId, activity: ActivityId, now: Moment) -> Result<(), Problem> {
    let at = now.plus_minutes(-(enrolment.0 % ((OLD_AFTER_DAYS + 3) * 1440)));
    let new = cases::NewSubmission {
        team: None,
        enrolment,
        activity,
        version: 1,
        text: TEXT,
        receipt: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        due_at: now,
        late: false,
        deduction: Permille(0),
        parts: &Parts::default(),
        at,
    };
    let row = cases::insert_submission(w, &new, &[])?;
    let (place, _) = edition_rows::enrolment(w, enrolment)?.ok_or_else(Problem::not_found)?;
    cases::open_work(w, &row, &place, 1)
}

async fn queue(world: &World, grader: &Actor) {
    let wishes = [
        ("everything", Wish::of(Whose::All)),
        ("mine", Wish::of(Whose::Mine)),
        ("free", Wish::of(Whose::Free)),
        ("in marking", Wish { state: Some(WorkState::InMarking), ..Wish::of(Whose::All) }),
    ];
    for (name, wish) in wishes {
        for (who, actor) in [("trainer", grader), ("administrator", &world.admin)] {
            let mut took: Vec<Duration> = Vec::new();
            for _ in 0..RUNS {
                let (actor, began) = (actor.clone(), Instant::now());
                let now = Clock::System.now();
                world.db.read(move |r| grading::queue(r, &actor, wish, 50, now)).await.unwrap();
                took.push(began.elapsed());
            }
            report(&format!("a page of the queue, {name}, {who}"), took);
        }
    }
    let mut took = Vec::new();
    for _ in 0..RUNS {
        let (actor, began, now) = (grader.clone(), Instant::now(), Clock::System.now());
        let open = move |r: &mut birge::db::Read| {
            let id = grading::next(r, &actor, birge::kernel::SubmissionId(0), now)?;
            grading::work(r, &actor, id.ok_or_else(Problem::not_found)?, now)
        };
        world.db.read(open).await.unwrap();
        took.push(began.elapsed());
    }
    report("finding and opening the next work", took);
}

fn report(what: &str, mut took: Vec<Duration>) {
    took.sort();
    let (half, most) = (took[took.len() / 2], took[took.len() - 1]);
    println!("{what}: median {half:?}, slowest {most:?}");
}

/// So many works, all graders at once; then every work has exactly one grade, by whoever was told so.
async fn at_once(world: &World, case: ActivityId, graders: &[Actor]) {
    hand_in(world, case, AT_ONCE).await;
    let definition = world.db.read(move |r| cases::definition(r, case)).await.unwrap().unwrap();
    let began = Instant::now();
    let tasks: Vec<_> = graders
        .iter()
        .map(|actor| tokio::spawn(grade_all(world.db.clone(), actor.clone(), definition.clone())))
        .collect();
    let mut given = 0;
    for task in tasks {
        given += task.await.unwrap();
    }
    let took = began.elapsed();
    let (rows, settled): (i64, i64) = world
        .db
        .read(|r| {
            let settled = grading_works::table.filter(grading_works::settled_at.is_not_null()).count();
            Ok((gradings::table.count().get_result(r.conn())?, settled.get_result(r.conn())?))
        })
        .await
        .unwrap();
    println!(
        "{AT_ONCE} works by {GRADERS} graders at once: {took:?}; told {given}, grades {rows}, settled {settled}"
    );
    assert_eq!((given, rows, settled), (AT_ONCE, 2_500, 2_500), "a mark was lost or given twice");
}

/// Grades until nothing is left; gives back how many grades were accepted.
async fn grade_all(db: Db, actor: Actor, definition: CaseDefinition) -> usize {
    let most = |one: &birge::programmes::rules::Criterion| (one.key.clone(), one.most_points());
    let points: BTreeMap<String, u32> = definition.rubric.iter().map(most).collect();
    let marks = Marks { points, ..Marks::default() };
    let mut given = 0;
    loop {
        let (me, now) = (actor.clone(), Clock::System.now());
        let next =
            db.read(move |r| grading::next(r, &me, birge::kernel::SubmissionId(0), now)).await.unwrap();
        let Some(submission) = next else { return given };
        let (me, marks) = (actor.clone(), marks.clone());
        let job = move |w: &mut Write| {
            let input = GradeInput {
                rubric: None,
                submission,
                marks: marks.clone(),
                phrases: Vec::new(),
                keep: false,
                onward: false,
            };
            // Whoever comes second is told so, and goes on with another.
            match grading::grade(w, &me, &input, Clock::System.now()) {
                Ok(_) => Ok(true),
                Err(problem) if problem.code.status() == 409 => Ok(false),
                Err(problem) => Err(problem),
            }
        };
        given += usize::from(db.write(job).await.unwrap());
    }
}
