//! Programs of other languages, which know nothing of ours, verify what we sign. `scripts/test` installs what they need.

use super::Centre;
use std::path::Path;
use std::process::{Command, Output};

const LIST: &str = "/credentials/status-lists/1";

/// What a script of the project says of files.
fn run(script: &str, folder: &Path, arguments: &[&str]) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts").join(script);
    Command::new("/usr/bin/python3").arg(script).args(arguments).current_dir(folder).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[actix_web::test]
async fn row_34_other_programs_verify_both_forms_and_one_changed_letter_fails() {
    let centre = Centre::new().await;
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    let json = String::from_utf8(centre.file("json").await).unwrap();
    let token = String::from_utf8(centre.file("jwt").await).unwrap();
    put("list", centre.published(LIST).await.as_bytes());
    put("keys", centre.published("/credentials/keys.json").await.as_bytes());
    let now = centre.app.now().rfc3339();
    let verify = |name: &str| run("verify-credential.py", folder.path(), &[name, "keys", "list", &now]);
    put("json", json.as_bytes());
    put("token", token.as_bytes());
    for name in ["json", "token"] {
        let output = verify(name);
        assert!(
            output.status.success() && said(&output).contains("УПК-2026/0001"),
            "{name}: {}",
            said(&output)
        );
    }
    let output = run("verify-token.py", folder.path(), &["token", "keys"]);
    assert!(output.status.success() && said(&output).contains("УПК-2026/0001"), "{}", said(&output));

    put("changed", json.replace("УПК-2026/0001", "УПК-2026/0002").as_bytes());
    let output = verify("changed");
    assert!(
        !output.status.success() && said(&output).contains("signature does not hold"),
        "{}",
        said(&output)
    );
    let (head, rest) = token.split_once('.').unwrap();
    let (body, signature) = rest.split_once('.').unwrap();
    let other: String = body.chars().rev().collect();
    put("changed", format!("{head}.{other}.{signature}").as_bytes());
    assert!(!run("verify-token.py", folder.path(), &["changed", "keys"]).status.success());

    centre.revoke().await;
    put("list", centre.published(LIST).await.as_bytes());
    let output = verify("json");
    assert!(!output.status.success() && said(&output).contains("revoked"), "{}", said(&output));
}
