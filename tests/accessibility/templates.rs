//! Templates of papers: one with a version, and one that waits for its first.

use super::{Visit, person};
use crate::support::TestApp;
use birge::printing::custom::STARTER;
use birge::web::paths;

pub(super) async fn visit(app: &TestApp) -> Visit {
    let who = person(app, "admin@birge.example").await;
    let browser = app.sign_in(&who).await;
    let mut made = Vec::new();
    for kind in ["thank_you_letter", "service_record"] {
        let fields = [("name", "Проба"), ("organisation", "all"), ("kind", kind), ("languages", "kk_ru")];
        let page = browser.post(paths::PAPER_TEMPLATES, &fields).await;
        assert!(page.path.starts_with("/paper-templates/"), "{}", page.text());
        made.push(page.path);
    }
    let saved = browser.post_multipart(&format!("{}/versions", made[0]), &[("source", STARTER)], &[]).await;
    assert_eq!(saved.status, 200, "{}", saved.text());
    let version = saved.value_of("version").unwrap();
    let pages = vec![
        paths::PAPER_TEMPLATES.to_owned(),
        paths::NEW_PAPER_TEMPLATE.to_owned(),
        made[0].clone(),
        format!("{}/versions/{version}", made[0]),
    ];
    Visit::of(Some(who), pages).refused(vec![paths::NEW_PAPER_TEMPLATE.to_owned(), made[1].clone()])
}
