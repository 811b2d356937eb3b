//! Digital credentials: keys, signed statements about documents, lists of their status, and verification.

mod files;
mod independent;
mod program;
mod published;
mod verification;
mod withdrawal;

use crate::support::learning::NewEdition;
use crate::support::{Person, TestApp};
use birge::cli::credential::{Asked, verify};
use birge::kernel::DocumentId;
use serde_json::Value;
use std::process::ExitCode;

/// A centre in which somebody has a document.
pub struct Centre {
    pub app: TestApp,
    pub administrator: Person,
    pub holder: Person,
    pub document: DocumentId,
}

impl Centre {
    pub async fn new() -> Centre {
        let app = TestApp::at("2026-12-01T09:00:00Z").await;
        let administrator = app.administrator().await;
        let holder = app.person("Ахметова").await;
        let version = app.programme().await;
        let past = NewEdition {
            starts_on: "2026-06-01".parse().unwrap(),
            ends_on: "2026-08-31".parse().unwrap(),
            ..NewEdition::of(version)
        };
        let edition = app.open_edition(past).await;
        app.let_issue(app.centre().await).await;
        let enrolment = app.enrol(edition, &holder).await;
        let document = app.issue(&administrator, edition, enrolment).await;
        Centre { app, administrator, holder, document }
    }

    /// A file of the credential, as its holder downloads it.
    pub async fn file(&self, form: &str) -> Vec<u8> {
        let browser = self.app.sign_in(&self.holder).await;
        let address = browser.absolute(&format!("/documents/{}/credential/{form}", self.document));
        let answer = browser.client().get(address).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 200, "{form}");
        answer.bytes().await.unwrap().to_vec()
    }

    /// What everybody may have.
    pub async fn published(&self, path: &str) -> String {
        let page = self.app.stranger().get(path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.html);
        page.html
    }

    pub async fn revoke(&self) {
        let path = format!("/api/v1/documents/{}/revocation", self.document);
        let api = self.app.api(&self.administrator).await;
        let page = api.post(&path, serde_json::json!({ "reason": "Ошибка в отчестве" })).await;
        assert_eq!(page.status, 201, "{}", page.html);
    }

    /// What the offline verifier says to files, and whether it exits with 0.
    pub fn offline(&self, credential: &[u8], keys: Option<&str>, list: Option<&str>) -> (bool, Value) {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            path
        };
        let asked = Asked {
            file: put("credential", credential),
            keys: keys.map(|keys| put("keys.json", keys.as_bytes())).into_iter().collect(),
            status_lists: list.map(|list| put("list", list.as_bytes())).into_iter().collect(),
            json: true,
            language: "ru".to_owned(),
        };
        let mut out = Vec::new();
        let code = verify(&asked, self.app.now(), &mut out).unwrap();
        let success = format!("{code:?}") == format!("{:?}", ExitCode::SUCCESS);
        (success, serde_json::from_slice(&out).unwrap())
    }
}

/// The code of a question in a verdict.
pub fn code(verdict: &Value, question: &str) -> String {
    let findings = verdict["findings"].as_array().unwrap();
    let found = findings.iter().find(|finding| finding["question"] == question).unwrap();
    found["code"].as_str().unwrap().to_owned()
}
