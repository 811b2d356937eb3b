//! What an operator meets: mistyped settings, a full disk, an upload without end, backup and restore.

mod away;
mod courses;
mod running;
mod typed;

use crate::support::app::TestApp;
use crate::support::database::{TestDatabase, options};
use crate::support::routes::routes;
use birge::db::Engine;
use birge::db::schema::{organisations, people, stored_files};
use birge::kernel::ProblemCode;
use birge::operations::archive;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::process::Command;

/// Runs the real program; its exit code and everything it printed.
fn birge(arguments: &[&str]) -> (bool, String) {
    birge_with(&[], arguments)
}

/// The same with settings of the environment.
fn birge_with(settings: &[(&str, &str)], arguments: &[&str]) -> (bool, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_birge"));
    let output = program.envs(settings.iter().copied()).args(arguments).output().unwrap();
    let printed = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&printed).into_owned())
}

#[test]
fn a_mistyped_setting_is_named_with_its_remedy_and_nothing_starts() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let (data, tar) = (data.to_str().unwrap(), folder.path().join("birge.tar"));
    let tar = tar.to_str().unwrap();
    let cases: &[(&[&str], &str)] = &[
        (&["backup", "--data-dir", data, tar], "there is no database"),
        (&["content", "list", "--data-dir", data], "there is no database"),
        (&["check", "--data-dir", data], "is not there"),
        (&["check", "--data-dir", data, "--public-url", "learn.example.org"], "https://learn.example.org"),
        (&["check", "--data-dir", data, "--secret-key", "short"], "fewer than 32 characters"),
        (&["serve", "--data-dir", data, "--database-url", "postgrs://localhost/birge"], "postgres://"),
        (&["serve", "--data-dir", data, "--smtp-url", "mail.example.org"], "smtp"),
        (&["serve", "--data-dir", data, "--listen", "127.0.0.1"], "--listen"),
        (&["serve", "--data-dir", data, "--max-upload-mb", "0"], "1..=512"),
        (&["serve", "--data-dir", data, "--workers", "0"], "1..=256"),
        (&["serve", "--data-dir", data, "--trusted-proxy", "nginx"], "--trusted-proxy"),
        (&["demo", "--data-dir", data, "--listen", "0.0.0.0:8080"], "loopback only"),
        (&["content", "import", "--data-dir", data, "no-such-folder"], "no-such-folder"),
        (&["serve", "--data-dir", data, "--content-dir", "no-such-courses"], "no-such-courses is not there"),
        (&["demo", "--data-dir", data, "--content-dir", "no-such-courses"], "no-such-courses is not there"),
    ];
    for (arguments, wanted) in cases {
        let (fine, printed) = birge(arguments);
        assert!(!fine, "{arguments:?} succeeded: {printed}");
        assert!(printed.contains(wanted), "{arguments:?} does not say {wanted:?}: {printed}");
        assert!(!printed.contains("panicked"), "{arguments:?}: {printed}");
    }
    for (name, nearest) in [("BIRGE_PUBLIC_ULR", "BIRGE_PUBLIC_URL"), ("BIRGE_SMTP", "BIRGE_SMTP_URL")] {
        for command in ["serve", "check", "migrate"] {
            let named = birge_with(&[(name, "https://learn.example.org")], &[command, "--data-dir", data]);
            assert!(!named.0 && named.1.contains(name) && named.1.contains(nearest), "{}", named.1);
        }
    }
}

#[test]
fn what_only_looks_makes_nothing_in_a_mistyped_place() {
    let folder = tempfile::tempdir().unwrap();
    let (data, other) = (folder.path().join("data"), folder.path().join("other.db"));
    let tar = folder.path().join("birge.tar");
    let tar = tar.to_str().unwrap();
    let url = format!("sqlite://{}", other.display());
    let questions = folder.path().join("questions.gift");
    std::fs::write(&questions, "Кто? {=Я ~Ты}\n").unwrap();
    let export = ["questions", "export"];
    let import = ["questions", "import", "--category", "1", questions.to_str().unwrap()];
    let role = ["user", "role", "--email", "anna@example.org", "--role", "trainer"];
    let person = ["--email", "anna@example.org", "--surname", "Иванова", "--given-name", "Анна"];
    let invite = [&["user", "invite"][..], &person].concat();
    let needing: [&[&str]; 4] = [&export, &import, &role, &invite];
    let looking: [&[&str]; 3] = [&["check"], &["backup", tar], &["content", "list"]];
    for arguments in looking.iter().chain(&needing) {
        let (fine, printed) = birge(&[arguments, &["--data-dir", data.to_str().unwrap()][..]].concat());
        assert!(!fine && !data.exists(), "{arguments:?}: {printed}");
    }
    let named = ["--data-dir", data.to_str().unwrap(), "--database-url", &url];
    let settled: [&[&str]; 2] = [&["serve"], &["demo", "--listen", "127.0.0.1:0"]];
    for arguments in settled.iter().chain(&needing) {
        let (fine, printed) = birge(&[arguments, &named[..]].concat());
        assert!(!fine && !other.exists() && !data.exists(), "{arguments:?}: {printed}");
        assert!(printed.contains("birge migrate"), "{arguments:?}: {printed}");
    }
    let (fine, printed) = birge(&[&["migrate"][..], &named].concat());
    assert!(fine && other.exists(), "{printed}");
    std::fs::remove_dir_all(&data).unwrap();
    for arguments in [&export[..], &import, &invite] {
        let (fine, printed) = birge(&[arguments, &named].concat());
        assert!(!fine && !data.exists(), "files and key lie in the data folder: {arguments:?}: {printed}");
    }
}

#[test]
fn demonstration_accounts_never_get_into_a_database_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let url = format!("sqlite://{}", folder.path().join("real.db").display());
    let named = ["--data-dir", data.to_str().unwrap(), "--database-url", &url];
    assert!(birge(&[&["migrate"][..], &named].concat()).0);
    let (fine, printed) = birge(&[&["demo", "--listen", "127.0.0.1:0"][..], &named].concat());
    assert!(!fine && printed.contains("is in use already"), "{printed}");
    assert!(!data.join("demo").exists(), "and nothing is made");
}

#[test]
fn a_second_demonstration_leaves_the_first_one_alone() {
    let folder = tempfile::tempdir().unwrap();
    let marker = folder.path().join("demo/DEMONSTRATION");
    std::fs::create_dir_all(marker.parent().unwrap()).unwrap();
    std::fs::write(&marker, "the one that runs").unwrap();
    let running = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = running.local_addr().unwrap().to_string();
    let (fine, printed) =
        birge(&["demo", "--data-dir", folder.path().to_str().unwrap(), "--listen", &address]);
    assert!(!fine && printed.contains("is another birge running?"), "{printed}");
    assert_eq!(std::fs::read_to_string(&marker).unwrap(), "the one that runs");
}

#[test]
fn the_first_administrator_is_made_from_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let create = |password: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_birge"))
            .args([
                "user",
                "create",
                "--email",
                "anna@example.org",
                "--surname",
                "Иванова",
                "--given-name",
                "Анна",
            ])
            .args(["--role", "administrator", "--data-dir", data.to_str().unwrap()])
            .stdin(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        writeln!(child.stdin.take().unwrap(), "{password}").unwrap();
        let output = child.wait_with_output().unwrap();
        (
            output.status.success(),
            String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned(),
        )
    };
    let (fine, printed) = create("short");
    assert!(!fine && printed.contains("at least 10 characters"), "{printed}");
    let (fine, printed) = create("steppe-wind-and-tea");
    assert!(fine && printed.contains("can sign in"), "{printed}");
    let (fine, printed) = create("steppe-wind-and-tea");
    assert!(!fine && printed.contains("email"), "the second account of one address: {printed}");
    let data = data.to_str().unwrap();
    let (fine, printed) = birge(&["check", "--data-dir", data]);
    assert!(fine && printed.matches("ok ").count() == 6, "{printed}");
    for (option, value, wanted) in [
        ("--smtp-url", "mail.example.org", "FAULT  mail"),
        ("--mail-from", "nobody", "FAULT  mail"),
        ("--smtp-ca-file", "no-such.pem", "no-such.pem"),
        ("--content-dir", "no-such-courses", "FAULT  programmes to import"),
    ] {
        let server = if option == "--smtp-ca-file" { "smtps://mail.example.org" } else { "" };
        let mut arguments = vec!["check", "--data-dir", data, option, value];
        arguments.extend(if server.is_empty() { vec![] } else { vec!["--smtp-url", server] });
        let (fine, printed) = birge(&arguments);
        assert!(!fine && printed.contains(wanted), "{option} {value}: {printed}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_answered_as_such_and_nothing_is_half_written() {
    let database = TestDatabase::with(Engine::Sqlite, options());
    let full = database
        .db
        .write(|w| {
            diesel::update(organisations::table).set(organisations::city.eq("x")).execute(w.conn())?;
            w.conn().batch_execute("PRAGMA max_page_count = 1")?;
            let mut last = Ok(0);
            for number in 0..50 {
                let name = format!("{number} {}", "Центр ".repeat(2_000));
                last = diesel::sql_query(
                    "INSERT INTO organisations (name, short_name, name_fold, sector, created_at) \
                     VALUES ($1, 'x', $1, 'state', '2026-09-01 00:00:00')",
                )
                .bind::<diesel::sql_types::Text, _>(name)
                .execute(w.conn());
            }
            w.conn().batch_execute("PRAGMA max_page_count = 1073741823")?;
            last.map_err(birge::kernel::Problem::from)
        })
        .await;
    assert_eq!(full.unwrap_err().code, ProblemCode::StorageFull);
    let left: i64 =
        database.db.read(|r| Ok(organisations::table.count().get_result(r.conn())?)).await.unwrap();
    assert_eq!(left, 0, "the transaction is gone as a whole");
    let after = database.db.write(|w| Ok(people::table.count().get_result::<i64>(w.conn())?)).await;
    assert!(after.is_ok(), "the writer goes on");
}

#[actix_web::test]
async fn a_form_sent_twice_does_its_work_once_and_both_answers_lead_somewhere() {
    let app = TestApp::spawn().await;
    let browser = app.sign_in(&app.administrator().await).await;
    let fields = [("name", "Дом культуры"), ("short_name", "ДК"), ("sector", "state")];
    let first = browser.post_as("/organisations", &fields, "one-form").await;
    let second = browser.post_as("/organisations", &fields, "one-form").await;
    assert_eq!((first.status, second.status), (200, 200), "{}", second.text());
    assert!(!second.text().is_empty());
    let count: i64 = app.db.read(|r| Ok(organisations::table.count().get_result(r.conn())?)).await.unwrap();
    assert_eq!(count, 1);
}

#[actix_web::test]
async fn an_upload_of_two_gigabytes_is_refused_before_it_is_read() {
    let app = TestApp::spawn().await;
    for path in ["/sign-in", "/editions/1/enrolment-imports", "/learn/1/cases/1/draft", "/questions/imports"]
    {
        let address = app.url.trim_start_matches("http://").to_owned();
        let answer = tokio::task::spawn_blocking(move || {
            let mut stream = std::net::TcpStream::connect(&address).unwrap();
            stream.set_read_timeout(Some(std::time::Duration::from_secs(60))).unwrap();
            let head = format!(
                "POST {path} HTTP/1.1\r\nhost: {address}\r\ncontent-type: multipart/form-data; boundary=x\r\n\
                 content-length: 2147483648\r\naccept-language: ru\r\nconnection: close\r\n\r\n--x\r\n"
            );
            stream.write_all(head.as_bytes()).unwrap();
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer).unwrap();
            String::from_utf8(answer).unwrap()
        })
        .await
        .unwrap();
        assert!(answer.starts_with("HTTP/1.1 413"), "{path}: {answer}");
        for words in ["Файл слишком большой", "Он не загружен, остальное на месте.", "На главную"]
        {
            assert!(answer.contains(words), "{path} does not say {words:?}: {answer}");
        }
    }
}

/// Sends a file of so many megabytes in chunks, without saying beforehand how much it will be: the answer.
fn send_in_chunks(address: &str, path: &str, megabytes: usize) -> String {
    let mut stream = std::net::TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(std::time::Duration::from_secs(10))).unwrap();
    stream.set_write_timeout(Some(std::time::Duration::from_secs(5))).unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\ncontent-type: multipart/form-data; boundary=x\r\n\
         transfer-encoding: chunked\r\naccept-language: ru\r\nconnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).unwrap();
    let part = "--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
    let chunk = |bytes: &[u8]| [format!("{:x}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"].concat();
    stream.write_all(&chunk(part.as_bytes())).unwrap();
    let block = chunk(&[b'a'; 64 * 1024]);
    for _ in 0..megabytes * 16 {
        if stream.write_all(&block).is_err() {
            break;
        }
    }
    // Where the server has hung up, there is nothing to end; its answer came before.
    let _ = stream.write_all(&[chunk(b"\r\n--x--\r\n"), b"0\r\n\r\n".to_vec()].concat());
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[actix_web::test]
async fn an_upload_that_does_not_say_its_size_is_refused_in_words() {
    let app = TestApp::builder().max_upload(1024 * 1024).spawn().await;
    let address = app.url.trim_start_matches("http://").to_owned();
    for path in ["/sign-in", "/editions/1/enrolment-imports"] {
        // A little too large, and so large that the rest is not even looked at.
        for megabytes in [2, 20] {
            let to = address.clone();
            let sent = tokio::task::spawn_blocking(move || send_in_chunks(&to, path, megabytes));
            let answer = sent.await.unwrap();
            assert!(answer.starts_with("HTTP/1.1 413"), "{path}: {answer}");
            assert!(answer.contains("Файл слишком большой"), "{path}: {answer}");
        }
    }
}

#[actix_web::test]
async fn every_form_for_files_says_beforehand_what_is_too_large() {
    let app = TestApp::builder().max_upload(3 * 1024 * 1024).spawn().await;
    let edition = app.edition(app.programme().await).await;
    let browser = app.sign_in(&app.administrator().await).await;
    browser.post("/question-categories", &[("name", "Право")]).await;
    for path in [format!("/editions/{edition}/enrolment-imports/new"), "/questions/imports/new".to_owned()] {
        let page = browser.get(&path).await;
        let input =
            page.html.split("type=\"file\"").nth(1).unwrap_or_else(|| panic!("{path}: {}", page.html));
        let input = input.split('>').next().unwrap();
        assert!(input.contains("data-most-bytes=\"3145728\""), "{path}: {input}");
        assert!(input.contains("Больше 3 МБ здесь не принимаем"), "{path}: {input}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_restored_whole_and_a_damaged_one_not_at_all() {
    let (database, folder) = (TestDatabase::with(Engine::Sqlite, options()), tempfile::tempdir().unwrap());
    let data = folder.path().join("data");
    std::fs::create_dir_all(data.join("files/ab")).unwrap();
    std::fs::write(data.join("files/ab/abcd"), b"a work").unwrap();
    std::fs::write(data.join("secret.key"), [7u8; 32]).unwrap();
    let tar = folder.path().join("birge.tar");
    assert_eq!(archive::write(&database.db, &data, &tar).await.unwrap(), 3);
    assert!(archive::write(&database.db, &data, &tar).await.is_err(), "an archive is never written over");

    assert_eq!(mode_of(&tar), 0o600, "it holds the key");
    let restored = folder.path().join("restored");
    assert_eq!(archive::restore(&tar, &restored).unwrap(), 3);
    assert_eq!(std::fs::read(restored.join("files/ab/abcd")).unwrap(), b"a work");
    assert!(archive::restore(&tar, &restored).is_err(), "a folder with data is never restored over");
    assert_eq!((mode_of(&restored), mode_of(&restored.join("secret.key"))), (0o700, 0o600));

    let mut bytes = std::fs::read(&tar).unwrap();
    let at = bytes.windows(6).position(|window| window == b"a work").unwrap();
    bytes[at] = b'A';
    let damaged = folder.path().join("damaged.tar");
    std::fs::write(&damaged, &bytes).unwrap();
    let nowhere = folder.path().join("nowhere");
    let error = archive::restore(&damaged, &nowhere).unwrap_err().to_string();
    assert!(error.contains("files/ab/abcd"), "{error}");
    assert!(!nowhere.exists(), "nothing is left of a damaged archive");
}

fn mode_of(path: &std::path::Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restored_database_whose_file_is_missing_says_so() {
    let (database, folder) = (TestDatabase::with(Engine::Sqlite, options()), tempfile::tempdir().unwrap());
    let (data, tar) = (folder.path().join("data"), folder.path().join("birge.tar"));
    database
        .db
        .write(|w| {
            let file = (
                stored_files::storage_key.eq("ab/abcd"),
                stored_files::sha256.eq("abcd"),
                stored_files::size.eq(6_i64),
                stored_files::media_type.eq("application/pdf"),
                stored_files::name.eq("plan.pdf"),
                stored_files::created_at.eq(birge::kernel::Moment::parse("2026-09-15T09:00:00Z").unwrap()),
            );
            diesel::insert_into(stored_files::table).values(file).execute(w.conn())?;
            Ok(())
        })
        .await
        .unwrap();
    let restore = |name: &str| {
        let copy = folder.path().join(name).display().to_string();
        birge(&["restore", "--data-dir", &copy, &tar.display().to_string()])
    };
    std::fs::create_dir_all(data.join("files/ab")).unwrap();
    std::fs::write(data.join("files/ab/abcd"), b"a work").unwrap();
    archive::write(&database.db, &data, &tar).await.unwrap();
    let (fine, printed) = restore("whole");
    assert!(fine && printed.contains("The database is whole"), "{printed}");
    std::fs::remove_file(data.join("files/ab/abcd")).unwrap();
    std::fs::remove_file(&tar).unwrap();
    archive::write(&database.db, &data, &tar).await.unwrap();
    let (fine, printed) = restore("lacking");
    assert!(!fine && printed.contains("ab/abcd") && printed.contains("are not there"), "{printed}");
}

#[test]
fn the_api_describes_every_route_it_has() {
    let (fine, printed) = birge(&["openapi"]);
    assert!(fine);
    let described: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let verbs = |path: &str, operations: &serde_json::Value| -> Vec<String> {
        let verbs = ["get", "post", "put", "patch", "delete"];
        let found = verbs.iter().filter(|verb| operations.get(**verb).is_some());
        found.map(|verb| format!("{verb} {}", bare(path))).collect()
    };
    let described: BTreeSet<String> = described["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, operations)| verbs(path, operations))
        .collect();
    let served: BTreeSet<String> = routes()
        .iter()
        .filter(|route| route.is_api() && !route.pattern.contains("openapi.json"))
        .map(|route| format!("{} {}", route.method, bare(&route.pattern)))
        .collect();
    assert!(served.len() > 60, "the route table could not be read");
    let unknown: Vec<_> = served.difference(&described).collect();
    assert!(unknown.is_empty(), "routes that the description does not know: {unknown:#?}");
    let invented: Vec<_> = described.difference(&served).collect();
    assert!(invented.is_empty(), "the description promises what is not there: {invented:#?}");
}

/// A path with its parameters unnamed.
fn bare(path: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for letter in path.chars() {
        match letter {
            '{' => {
                inside = true;
                out.push('{');
            }
            '}' => {
                inside = false;
                out.push('}');
            }
            other if !inside => out.push(other),
            _ => {}
        }
    }
    out
}
