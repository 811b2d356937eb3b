//! Error pages: the layout is one, so each is looked at in one language, and the languages take turns.

use crate::browser::chrome::{Chrome, WIDTHS};
use crate::support::TestApp;
use birge::kernel::{Fault, Language, Problem, ProblemCode};
use birge::web::errors::page_html;
use birge::web::paths;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_stands_in_the_way_when_something_went_wrong() {
    let app = TestApp::spawn().await;
    let chrome = Chrome::open("ru").await;
    let mut found = Vec::new();
    for (place, code) in ProblemCode::ALL.iter().enumerate() {
        let language = Language::ALL[place % Language::ALL.len()];
        let mut problem = Problem::new(*code);
        if *code == ProblemCode::Invalid {
            problem.faults.push(Fault::new("email", "required"));
        }
        let html = page_html(&app.kit, language, &problem, "0123456789abcdef", Some("/next".into())).unwrap();
        chrome.go(&format!("{}{}", app.url, paths::SIGN_IN)).await;
        let script = "document.open(); document.write(arguments[0]); document.close()";
        chrome.driver.execute(script, vec![html.into()]).await.unwrap();
        chrome.settled().await;
        for width in [WIDTHS[0], WIDTHS[2]] {
            chrome.width(width).await;
            let faults = chrome.violations().await;
            found.extend(faults.into_iter().map(|fault| format!("{} {width}: {fault}", code.as_str())));
        }
        chrome.darken(true).await;
        let faults = chrome.pale().await;
        found.extend(faults.into_iter().map(|fault| format!("{} dark: {fault}", code.as_str())));
        chrome.darken(false).await;
    }
    chrome.close().await;
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}
