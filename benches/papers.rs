//! The register book over a million documents, and the verification of one: `cargo bench --bench papers`. Budgets: 50 ms
//! for a page of the register whatever is asked; 100 µs for a verification, 10,000 a second. The database is SQLite,
//! opened as production opens it; documents are put into it directly, and its own triggers keep the book.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench that cannot go on has failed, and prints what it has measured"
)]

#[expect(dead_code, reason = "the other benches need more of the world")]
mod world;

use birge::db::Write;
use birge::db::schema::{document_revocations, documents, editions, registers};
use birge::documents::actions::{register, verifying};
use birge::documents::rules::{Snapshot, Standing};
use birge::documents::store::listing::Filter;
use birge::kernel::name::{fold, fold_loose};
use birge::kernel::{Clock, DocumentId, EditionId, Language, OrganisationId, Problem, PublicId, RegisterId};
use birge::programmes::rules::words::DocumentKind;
use birge::secrets::sha256_hex;
use chrono::NaiveDate;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::time::Instant;
use world::World;

const DOCUMENTS: i64 = 1_000_000;
const YEARS: i64 = 8;
const KINDS: [DocumentKind; 3] = [
    DocumentKind::AdvancedTrainingCertificate,
    DocumentKind::ParticipationCertificate,
    DocumentKind::ThankYouLetter,
];
const SURNAMES: [&str; 8] =
    ["Иванова", "Құрманғазы", "Ахметова", "Семёнов", "Александрова", "Ли", "Борисов", "Ким"];
const GIVEN: [&str; 6] = ["Анна", "Александр", "Әлия", "Сергей", "Мария", "Дмитрий"];
const LOOKS: u32 = 20_000;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let world = World::found(folder.path(), 1).await;
        let began = Instant::now();
        fill(&world).await;
        println!("{DOCUMENTS} documents in {:?}", began.elapsed());
        world.db.tend().await.unwrap();
        pages(&world).await;
        verifications(&world).await;
    });
}

async fn fill(world: &World) {
    let (person, edition) = (world.trainees[0].person, world.edition);
    let organisation: OrganisationId = world
        .db
        .read(move |r| Ok(editions::table.find(edition).select(editions::organisation_id).first(r.conn())?))
        .await
        .unwrap();
    let open = move |w: &mut Write| {
        let mut all: Vec<RegisterId> = Vec::new();
        for year in 0..YEARS {
            for kind in KINDS {
                let row = (
                    registers::organisation_id.eq(organisation),
                    registers::kind.eq(kind),
                    registers::year.eq(i32::try_from(2019 + year).unwrap()),
                    registers::last_number.eq(0),
                    registers::odd_numbers.eq(0),
                );
                let id = diesel::insert_into(registers::table).values(row).returning(registers::id);
                all.push(id.get_result(w.conn())?);
            }
        }
        Ok(all)
    };
    let registers = world.db.write(open).await.unwrap();
    let text = serde_json::to_string(&Snapshot::sample(KINDS[0], Language::Ru, 1)).unwrap();
    let sum = sha256_hex(text.as_bytes());
    for from in (0..DOCUMENTS).step_by(10_000) {
        let (registers, text, sum) = (registers.clone(), text.clone(), sum.clone());
        let job = move |w: &mut Write| {
            (from..from + 10_000)
                .try_for_each(|n| one(w, n, (organisation, person, edition), &registers, (&text, &sum)))
        };
        world.db.write(job).await.unwrap();
    }
    world.db.write(|w| Ok(w.conn().batch_execute("ANALYZE")?)).await.unwrap();
}

type Whose = (OrganisationId, birge::kernel::PersonId, EditionId);

fn one(
    w: &mut Write,
    n: i64,
    whose: Whose,
    all: &[RegisterId],
    snapshot: (&str, &str),
) -> Result<(), Problem> {
    let now = Clock::System.now();
    let (year, kind) = (n * YEARS / DOCUMENTS, usize::try_from(n % 3).unwrap());
    let register = all[usize::try_from(year).unwrap() * KINDS.len() + kind];
    let at =
        |list: &[&str], step: i64| list[usize::try_from(n / step % list.len() as i64).unwrap()].to_owned();
    let holder = format!("{}-{} {}", at(&SURNAMES, 1), n % 20_000, at(&GIVEN, 7));
    let number = format!("УПК-{}/{n:04}", 2019 + year);
    let mut bytes = [0u8; 20];
    bytes[..8].copy_from_slice(&n.to_be_bytes());
    let valid = n % 50 != 0;
    let id: DocumentId = diesel::insert_into(documents::table)
        .values((
            documents::public_id.eq(PublicId::from_random(bytes)),
            documents::person_id.eq(whose.1),
            documents::organisation_id.eq(whose.0),
            documents::edition_id.eq((n % 997 == 0).then_some(whose.2)),
            documents::kind.eq(KINDS[kind]),
            documents::register_id.eq(register),
            documents::number.eq(i32::try_from(n).unwrap() + 1),
            documents::number_text.eq(&number),
            documents::issued_on
                .eq(NaiveDate::from_ymd_opt(i32::try_from(2019 + year).unwrap(), 6, 1).unwrap()),
            documents::language.eq(Language::Ru),
            documents::holder.eq(&holder),
            documents::search_text.eq(format!("{} {} {}", fold(&holder), fold_loose(&holder), fold(&number))),
            documents::snapshot.eq(snapshot.0),
            documents::snapshot_sha256.eq(snapshot.1),
            documents::live_key.eq(valid.then(|| format!("bench:{n}"))),
            documents::issued_at.eq(now),
        ))
        .returning(documents::id)
        .get_result(w.conn())?;
    if !valid {
        diesel::insert_into(document_revocations::table)
            .values((
                document_revocations::document_id.eq(id),
                document_revocations::reason.eq("Ошибка"),
                document_revocations::revoked_at.eq(now),
            ))
            .execute(w.conn())?;
    }
    Ok(())
}

async fn pages(world: &World) {
    let middle = Some(DocumentId(DOCUMENTS / 2));
    let of = |search: &str| Filter { search: Some(fold(search)), ..Filter::default() };
    let asked: Vec<(&str, Filter)> = vec![
        ("nothing", Filter::default()),
        ("the middle", Filter { before: middle, ..Filter::default() }),
        ("year", Filter { year: Some(2019), ..Filter::default() }),
        ("kind", Filter { kind: Some(DocumentKind::ThankYouLetter), ..Filter::default() }),
        ("revoked", Filter { standing: Some(Standing::Revoked), ..Filter::default() }),
        ("replaced (none)", Filter { standing: Some(Standing::Replaced), ..Filter::default() }),
        ("handed over (none)", Filter { handed_over: Some(true), ..Filter::default() }),
        ("not handed over", Filter { handed_over: Some(false), ..Filter::default() }),
        ("edition", Filter { edition: Some(world.edition), ..Filter::default() }),
        ("a rare name", of("Ахметова-1234")),
        ("a name on many", of("Александр")),
        ("every number", of("упк")),
        ("a number", of("УПК-2022/437512")),
        ("a counter", of("437512")),
        ("two words", of("Құрманғазы Мария")),
        ("nobody", of("Несуществующая")),
        (
            "many and an old year",
            Filter { year: Some(2019), standing: Some(Standing::Revoked), ..of("Александр") },
        ),
    ];
    for (what, filter) in asked {
        let (mut slowest, mut found) = (std::time::Duration::ZERO, 0);
        for _ in 0..5 {
            let (actor, filter, began) = (world.admin.clone(), filter.clone(), Instant::now());
            let page = world.db.read(move |r| register::page(r, &actor, filter, 50)).await.unwrap();
            slowest = slowest.max(began.elapsed());
            found = page.lines.len();
        }
        println!("register, {what}: {found} lines, slowest of 5 {slowest:?}");
    }
}

async fn verifications(world: &World) {
    let mut bytes = [0u8; 20];
    bytes[..8].copy_from_slice(&777_777i64.to_be_bytes());
    let id = PublicId::from_random(bytes);
    let began = Instant::now();
    for _ in 0..LOOKS {
        let id = id.clone();
        world.db.read(move |r| verifying::by_code(r, &id)).await.unwrap();
    }
    let each = began.elapsed() / LOOKS;
    println!("verification, one after another: {each:?} each");
}
