//! What papers need of a person, recorded as an administrator does it, through the API.

use super::app::TestApp;
use super::browser::ApiClient;
use super::fixtures::Person;
use birge::kernel::PersonId;
use serde_json::json;

/// Records a diploma for somebody.
pub async fn record_education(app: &TestApp, by: &Person, person: PersonId) {
    let client: ApiClient = app.api(by).await;
    let diploma = json!({ "level": "higher", "series": "107718", "number": "0612340", "graduated_in": 2012 });
    let page = client.put(&format!("/api/v1/people/{person}/identity/education"), diploma).await;
    assert_eq!(page.status, 204, "{}", page.html);
}

/// Records everything that the federal register asks of a citizen of Russia whose name is in Russian letters.
pub async fn record_identity(app: &TestApp, by: &Person, person: PersonId) {
    let client: ApiClient = app.api(by).await;
    let data = json!({ "sex": "female", "citizenship": "643", "born_on": "1990-03-15",
        "snils": "112-233-445 95" });
    let page = client.put(&format!("/api/v1/people/{person}/identity"), data).await;
    assert_eq!(page.status, 204, "{}", page.html);
}
