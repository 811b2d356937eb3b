//! The log of acts: sealed entry by entry, so that whoever changes the database without the key is found out (row 50).

use crate::support::app::TestApp;
use birge::audit::chain::{self, Chain};
use birge::db::{Engine, Read};
use birge::operations::{LOG_PURPOSE, housekeeping};
use diesel::prelude::*;

async fn verified(app: &TestApp) -> Chain {
    let kit = app.kit.clone();
    let verify = move |r: &mut Read| {
        let mut at = (0, String::new());
        loop {
            let sealing = |text: &str| kit.secrets.seal(LOG_PURPOSE, text);
            match chain::verify(r, &sealing, (at.0, at.1.as_str()))? {
                Ok(next) => at = next,
                Err(found) => return Ok(found),
            }
        }
    };
    app.db.read(verify).await.unwrap()
}

async fn last(app: &TestApp) -> i64 {
    match verified(app).await {
        Chain::Whole { last, .. } => last,
        broken => panic!("{broken:?}"),
    }
}

async fn execute(app: &TestApp, sql: &'static str) -> bool {
    app.db.write(move |w| Ok(diesel::sql_query(sql).execute(w.conn())?)).await.is_ok()
}

#[tokio::test]
async fn row_50_who_changes_the_log_behind_the_programs_back_is_found_out() {
    let app = TestApp::spawn().await;
    let administrator = app.administrator().await;
    let browser = app.sign_in(&administrator).await;
    for name in ["Дом молодёжи", "Музей", "Хоспис"] {
        app.organisation(name).await;
    }
    let page = browser.get(birge::web::paths::ORGANISATIONS).await;
    assert_eq!(page.status, 200);
    housekeeping::seal_log(&app.kit).await.unwrap();
    let sealed = last(&app).await;
    assert!(sealed >= 1, "what was done is in the log and sealed");
    app.organisation("Архив").await;
    assert_eq!(last(&app).await, sealed, "what came later waits for its seal");
    housekeeping::seal_log(&app.kit).await.unwrap();
    housekeeping::seal_log(&app.kit).await.unwrap();
    assert!(matches!(verified(&app).await, Chain::Whole { .. }));

    // The database itself refuses; whoever owns it can take that away.
    let change = "UPDATE audit_entries SET action = 'nothing' WHERE id = (SELECT MIN(id) FROM audit_entries)";
    assert!(!execute(&app, change).await);
    assert!(!execute(&app, "DELETE FROM audit_entries").await);
    let free = match app.db.engine() {
        Engine::Sqlite => "DROP TRIGGER audit_entries_keep",
        Engine::Postgres => "DROP TRIGGER audit_entries_keep ON audit_entries",
    };
    assert!(execute(&app, free).await);
    assert!(execute(&app, change).await);
    assert!(matches!(verified(&app).await, Chain::Broken { number: 1, .. }));
}
