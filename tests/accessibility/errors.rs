//! Error pages, in every language and at every width.

use crate::browser::chrome::{Chrome, WIDTHS};
use crate::support::TestApp;
use birge::kernel::{Fault, Language, Problem, ProblemCode};
use birge::web::errors::{Ending, page_html};
use birge::web::paths;
use birge::web::typed::Again;

/// What people meet most often: looked at in every language.
const OFTEN: &[ProblemCode] = &[
    ProblemCode::SignInRequired,
    ProblemCode::Forbidden,
    ProblemCode::FormForged,
    ProblemCode::NotFound,
    ProblemCode::Invalid,
    ProblemCode::TooManyRequests,
    ProblemCode::Internal,
    ProblemCode::Busy,
];

#[tokio::test(flavor = "multi_thread")]
async fn nothing_stands_in_the_way_when_something_went_wrong() {
    let app = TestApp::spawn().await;
    let chrome = Chrome::open("ru").await;
    let mut found = Vec::new();
    for (place, code) in ProblemCode::ALL.iter().enumerate() {
        // The layout is one, so the rest is looked at in one language, and the languages take turns.
        let turn = [Language::ALL[place % Language::ALL.len()]];
        let languages = if OFTEN.contains(code) { &Language::ALL[..] } else { &turn[..] };
        for language in languages {
            show(&app, &chrome, *code, *language).await;
            let named = format!("{} {}", code.as_str(), language.tag());
            for width in WIDTHS {
                chrome.width(width).await;
                let faults = chrome.violations().await;
                found.extend(faults.into_iter().map(|fault| format!("{named} {width}: {fault}")));
            }
            chrome.darken(true).await;
            let faults = chrome.pale().await;
            found.extend(faults.into_iter().map(|fault| format!("{named} dark: {fault}")));
            chrome.darken(false).await;
        }
    }
    chrome.close().await;
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

/// Opens the page of a problem; where the same form may be sent again, with everything such a form can have.
async fn show(app: &TestApp, chrome: &Chrome, code: ProblemCode, language: Language) {
    let mut problem = Problem::new(code);
    if code == ProblemCode::Invalid {
        problem.faults.push(Fault::new("email", "required"));
    }
    let again = matches!(code, ProblemCode::Busy | ProblemCode::FormForged | ProblemCode::SignInRequired)
        .then(Again::sample);
    let ending = Ending { request_id: "0123456789abcdef".into(), back: Some("/next".into()), again };
    let html = page_html(&app.kit, language, &problem, &ending).unwrap();
    chrome.go(&format!("{}{}", app.url, paths::SIGN_IN)).await;
    let script = "document.open(); document.write(arguments[0]); document.close()";
    chrome.driver.execute(script, vec![html.into()]).await.unwrap();
    chrome.settled().await;
}
