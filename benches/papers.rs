//! Papers over a million documents, each budget on its own: `cargo bench --bench papers -- register queue federal verify
//! http pdf`, or without names all of them. Budgets: 50 ms for a page of the register or of the federal queue whatever is
//! asked; 1 s for a federal file of 1,000 rows; 100 µs for a verification, 10,000 a second; 30 ms for a paper that has to be
//! printed first and 2 ms for one that is. The database is SQLite, opened as production opens it; documents are put into it
//! directly, and its own triggers keep book and queue. The server of `http` and `pdf` is `birge serve` in a process of its
//! own on the same machine.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench that cannot go on has failed, and prints what it has measured"
)]

mod http;
#[expect(dead_code, reason = "the other benches look at its memory")]
mod server;
#[expect(dead_code, reason = "the other benches need more of the world")]
mod world;

use birge::access::SessionKind;
use birge::db::Write;
use birge::db::schema::{editions, registers};
use birge::documents::actions::{register, verifying};
use birge::documents::rules::{Snapshot, Standing};
use birge::documents::store::listing::Filter;
use birge::federal_register::actions::queue::Asked;
use birge::federal_register::actions::{
    self as federal_actions, NewTemplate, Scope, read_template, reminding,
};
use birge::federal_register::rules::State;
use birge::federal_register::rules::columns::{FIRST_ROW, HEADERS, SHEET};
use birge::federal_register::store::queue::Wanted;
use birge::files::FileStore;
use birge::files::store::NewRow;
use birge::kernel::name::{fold, fold_loose};
use birge::kernel::{Clock, DocumentId, EditionId, Language, OrganisationId, Problem, PublicId, RegisterId};
use birge::printing::filling::{Value, fill as fill_rows};
use birge::programmes::rules::words::DocumentKind;
use birge::secrets::{Secrets, sha256_hex};
use birge::web::paths;
use chrono::NaiveDate;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text, Timestamp};
use http::{Connection, Run, print_run, timed, together};
use rust_xlsxwriter::Workbook;
use server::Server;
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use world::{KEY, World};

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
/// How many documents a federal file has at most.
const ROWS: i64 = 1_000;
const RUNS: usize = 3;
const RUN: Duration = Duration::from_secs(5);

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|name| !name.starts_with('-')).collect();
    let wants = |name: &str| wanted.is_empty() || wanted.iter().any(|one| one == name);
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let world = World::found(folder.path(), 1).await;
        let began = Instant::now();
        fill(&world).await;
        println!("{DOCUMENTS} documents in {:?}", began.elapsed());
        world.db.tend().await.unwrap();
        if wants("register") {
            pages(&world).await;
        }
        if wants("queue") {
            queue(&world).await;
        }
        if wants("federal") {
            federal(&world).await;
        }
        if wants("verify") {
            verifications(&world).await;
        }
        if wants("http") {
            over_http(&world).await;
        }
        if wants("pdf") {
            papers(&world).await;
        }
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
    // The indexes of a million documents do not fit into the cache that production has, and only filling needs them all.
    world.db.write(|w| Ok(w.conn().batch_execute("PRAGMA cache_size = -1500000")?)).await.unwrap();
    let whose = (organisation, person, edition);
    let text = serde_json::to_string(&Snapshot::sample(KINDS[0], Language::Ru, 1)).unwrap();
    for from in (0..DOCUMENTS).step_by(20_000) {
        let lines: Vec<Line> = (from..from + 20_000).map(|n| line(n, &registers)).collect();
        let (lines, text) = (serde_json::to_string(&lines).unwrap(), text.clone());
        world.db.write(move |w| put(w, whose, &lines, &text)).await.unwrap();
    }
    world.db.write(|w| Ok(w.conn().batch_execute("ANALYZE; PRAGMA cache_size = -4000")?)).await.unwrap();
}

type Whose = (OrganisationId, birge::kernel::PersonId, EditionId);

/// What differs from document to document, in the order in which `put` takes it apart.
type Line = (String, DocumentKind, RegisterId, i64, String, String, String, String, Option<String>, bool);

fn line(n: i64, all: &[RegisterId]) -> Line {
    let (year, kind) = (n * YEARS / DOCUMENTS, usize::try_from(n % 3).unwrap());
    let at =
        |list: &[&str], step: i64| list[usize::try_from(n / step % list.len() as i64).unwrap()].to_owned();
    let holder = format!("{}-{} {}", at(&SURNAMES, 1), n % 20_000, at(&GIVEN, 7));
    let number = format!("УПК-{}/{n:04}", 2019 + year);
    let mut bytes = [0u8; 20];
    bytes[..8].copy_from_slice(&n.to_be_bytes());
    (
        PublicId::from_random(bytes).to_string(),
        KINDS[kind],
        all[usize::try_from(year).unwrap() * KINDS.len() + kind],
        n + 1,
        format!("{}-06-01", 2019 + year),
        format!("{} {} {}", fold(&holder), fold_loose(&holder), fold(&number)),
        holder,
        number,
        (n % 50 != 0).then(|| format!("bench:{n}")),
        n % 997 == 0,
    )
}

/// Twenty thousand documents in one statement, with the whole contents each; every fiftieth is revoked.
fn put(w: &mut Write, whose: Whose, lines: &str, snapshot: &str) -> Result<(), Problem> {
    diesel::sql_query(
        "INSERT INTO documents (public_id, kind, register_id, number, issued_on, search_text, holder, number_text, live_key,
            edition_id, organisation_id, person_id, language, snapshot, snapshot_sha256, issued_at)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
            value ->> 8, CASE WHEN value ->> 9 THEN ? END, ?, ?, 'ru', ?, ?, ? FROM json_each(?)",
    )
    .bind::<BigInt, _>(whose.2)
    .bind::<BigInt, _>(whose.0)
    .bind::<BigInt, _>(whose.1)
    .bind::<Text, _>(snapshot)
    .bind::<Text, _>(sha256_hex(snapshot.as_bytes()))
    .bind::<Timestamp, _>(Clock::System.now())
    .bind::<Text, _>(lines)
    .execute(w.conn())?;
    let revoked = "INSERT INTO document_revocations (document_id, reason, revoked_at) SELECT id, 'Ошибка', issued_at
        FROM documents WHERE live_key IS NULL AND id > (SELECT coalesce(max(document_id), 0) FROM document_revocations)";
    Ok(w.conn().batch_execute(revoked)?)
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

/// The board of the federal register and the job that reminds of it, over a third of a million documents of which none was
/// ever exported: the longest queue there can be.
async fn queue(world: &World) {
    let organisation = organisation(world).await;
    let asked: Vec<(&str, Asked)> = vec![
        ("nothing", Asked::default()),
        ("open", Asked { wanted: Wanted::Open, ..Asked::default() }),
        ("overdue", Asked { overdue: true, ..Asked::default() }),
        ("accepted (none)", Asked { wanted: Wanted::In(State::Accepted), ..Asked::default() }),
        (
            "the last page",
            Asked {
                after: Some((NaiveDate::from_ymd_opt(2026, 6, 1).unwrap(), DocumentId(DOCUMENTS - 50))),
                ..Asked::default()
            },
        ),
    ];
    for (what, asked) in asked {
        let mut slowest = Duration::ZERO;
        for _ in 0..5 {
            let (actor, now, began) = (world.admin.clone(), Clock::System.now(), Instant::now());
            let board = world.db.read(move |r| federal_actions::board(r, &actor, organisation, asked, now));
            board.await.unwrap();
            slowest = slowest.max(began.elapsed());
        }
        println!("federal queue, {what}: slowest of 5 {slowest:?}");
    }
    let (now, began) = (Clock::System.now(), Instant::now());
    world.db.read(move |r| reminding::due(r, now)).await.unwrap();
    println!("federal queue, whether to remind: {:?}", began.elapsed());
}

async fn organisation(world: &World) -> OrganisationId {
    let edition = world.edition;
    world
        .db
        .read(move |r| Ok(editions::table.find(edition).select(editions::organisation_id).first(r.conn())?))
        .await
        .unwrap()
}

/// A thousand rows: looked at, which decrypts and is written down, and filled into a workbook with as many prepared rows.
async fn federal(world: &World) {
    let organisation = organisation(world).await;
    let template = template();
    let files = FileStore::in_folder(&world.data_dir.join("files")).unwrap();
    let blob = files.put(template.clone()).await.unwrap();
    let file = NewRow { blob, media_type: "application/octet-stream", name: "frdo.xlsx".into() };
    let first_day = NaiveDate::from_ymd_opt(2019, 1, 1);
    let new = NewTemplate { file, lists: read_template(&template).unwrap(), effective_from: first_day };
    let (admin, now) = (world.admin.clone(), Clock::System.now());
    let upload = move |w: &mut Write| federal_actions::upload(w, &admin, organisation, &new, now);
    world.db.write(upload).await.unwrap();
    let these: BTreeSet<DocumentId> = (1..=ROWS * 3).step_by(3).map(DocumentId).collect();
    let these: BTreeSet<DocumentId> = open_among(world, organisation, these).await;
    for number in 1..=RUNS {
        let (actor, secrets) = (world.admin.clone(), Secrets::new(KEY));
        let scope = Scope { these: Some(these.clone()), after: None };
        let check = move |w: &mut Write| {
            federal_actions::check(w, &actor, &secrets, (organisation, &scope), Clock::System.now())
        };
        let (checked, looked) = timed(world.db.write(check)).await;
        let cell = |column: usize| match column {
            19..=21 => Value::Number(2026),
            _ => Value::Text(format!("Значение столбца {column}")),
        };
        let rows: Vec<Vec<Value>> = (0..ROWS).map(|_| (1..=HEADERS.len()).map(cell).collect()).collect();
        let began = Instant::now();
        let bytes = fill_rows(&template, SHEET, FIRST_ROW, &rows).unwrap();
        let (filled, lines, size) = (began.elapsed(), checked.unwrap().lines.len(), bytes.len() / 1024);
        println!(
            "federal file · run {number} · {lines} looked at in {looked:.1?} · {ROWS} filled in {filled:.1?} ({size} KB)"
        );
    }
}

/// Those of these documents that wait for a file.
async fn open_among(
    world: &World,
    organisation: OrganisationId,
    these: BTreeSet<DocumentId>,
) -> BTreeSet<DocumentId> {
    use birge::federal_register::store::queue::{Filter as Queued, queued};
    let filter =
        Queued { wanted: Wanted::Open, these: Some(these.into_iter().collect()), ..Queued::default() };
    let found = world.db.read(move |r| queued(r, organisation, &filter, ROWS)).await.unwrap().0;
    found.into_iter().map(|row| row.id).collect()
}

/// Forty headers and a thousand prepared rows; lists are none of what is measured.
fn template() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(SHEET).unwrap();
    let looks = rust_xlsxwriter::Format::new().set_num_format("@");
    for (column, header) in (0_u16..).zip(HEADERS) {
        sheet.write_string(0, column, header).unwrap();
        for row in 1..=1_001 {
            sheet.write_blank(row, column, &looks).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// The public page of a document, as many people behind as many addresses ask for it: an address may ask twice a second.
async fn over_http(world: &World) {
    let server = Server::start_with(world, &["--trusted-proxy", "127.0.0.1"]);
    let mut by_code = Vec::new();
    let mut by_number = Vec::new();
    for n in 0..20_000_i64 {
        let mut bytes = [0u8; 20];
        bytes[..8].copy_from_slice(&(n * 37).to_be_bytes());
        let path = paths::verification(&PublicId::from_random(bytes));
        let from = format!("10.{}.{}.{}", n / 65_536, n / 256 % 256, n % 256);
        by_code.push(format!("GET {path} HTTP/1.1\r\nhost: load\r\nx-forwarded-for: {from}\r\n\r\n"));
        let year = 2019 + n * 37 * YEARS / DOCUMENTS;
        let body = format!("{{\"number\":\"УПК-{year}/{:04}\",\"surname\":\"Иванова\"}}", n * 37);
        by_number.push(format!(
            "POST /api/v1/verification-checks HTTP/1.1\r\nhost: load\r\nx-forwarded-for: {from}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        ));
    }
    for (name, requests) in [("by its code", by_code), ("by number", by_number)] {
        for number in 1..=RUNS {
            let share = requests.len().div_ceil(32);
            let work = requests.chunks(share).map(|some| asker(server.address, some.to_vec())).collect();
            let name = format!("verification over HTTP, 32 connections, {name}");
            print_run(&name, number, &Run::of(together(work).await.concat(), RUN));
        }
    }
}

/// Asks until the time is over. Whoever asks too often is told so, which is an answer of another kind and not counted.
async fn asker(address: SocketAddr, requests: Vec<String>) -> Vec<Duration> {
    let mut connection = Connection::open(address).await;
    let (mut took, until) = (Vec::new(), Instant::now() + RUN);
    for request in requests.iter().cycle() {
        if Instant::now() >= until {
            break;
        }
        let (answer, time) = timed(connection.send(request.as_bytes())).await;
        if answer.status != 429 {
            assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
            took.push(time);
        }
    }
    took
}

/// One paper at a time over HTTP, printed because nobody has printed it yet. Those out of the store are measured with the
/// batches, which lay them there.
async fn papers(world: &World) {
    let admin = world.admin.person.unwrap();
    let cookie = world.session(admin, SessionKind::Browser).await;
    let server = Server::start(world);
    let mut connection = Connection::open(server.address).await;
    let mut took = Vec::new();
    for n in (1..=300).step_by(3) {
        let path = paths::document_pdf(DocumentId(n));
        let request = format!("GET {path} HTTP/1.1\r\nhost: load\r\ncookie: birge_session={cookie}\r\n\r\n");
        let (answer, time) = timed(connection.send(request.as_bytes())).await;
        assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
        took.push(time);
    }
    let length: Duration = took.iter().sum();
    print_run("a paper that is not printed yet", 1, &Run::of(took, length));
}
