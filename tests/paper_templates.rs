//! Templates that organisations write: versions, trials, previews, pictures, and which one papers are printed with (M2).

use crate::content::Course;
use crate::support::browser::{ApiClient, Page};
use crate::support::learning::NewEdition;
use crate::support::paper::words;
use crate::support::{Person, TestApp};
use birge::db::schema::{documents, paper_template_pictures, paper_template_versions};
use birge::kernel::{Language, OrganisationId, PaperTemplateVersionId};
use birge::paper_templates::store;
use birge::printing::custom::STARTER;
use birge::programmes::rules::words::DocumentKind;
use diesel::prelude::*;
use serde_json::{Value, json};
use std::process::Command;

/// Two by two pixels.
const PNG: &str = "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000001649444154789c637cf6e11903\
                   0303130303030303030020fa02c04a38b3d00000000049454e44ae426082";

struct Office {
    app: TestApp,
    administrator: Person,
    organisation: OrganisationId,
}

impl Office {
    async fn new() -> Office {
        let app = TestApp::spawn().await;
        let (administrator, organisation) = (app.administrator().await, app.centre().await);
        Office { app, administrator, organisation }
    }

    async fn api(&self) -> ApiClient {
        self.app.api(&self.administrator).await
    }

    async fn template(&self, organisation: Option<OrganisationId>, kind: &str, languages: &str) -> String {
        let body =
            json!({ "organisation_id": organisation, "kind": kind, "languages": languages, "name": "Проба" });
        let made = self.api().await.post("/api/v1/paper-templates", body).await;
        assert_eq!(made.status, 201, "{}", made.html);
        format!("/api/v1/paper-templates/{}", made.json()["id"])
    }

    async fn version(&self, template: &str, body: Value) -> Page {
        self.api().await.post(&format!("{template}/versions"), body).await
    }

    /// Puts the newest version of a template to work.
    async fn put_to_work(&self, template: &str) -> Value {
        let api = self.api().await;
        let version = api.get(template).await.json()["versions"][0]["id"].clone();
        let chosen = api.put(&format!("{template}/choice"), json!({ "version_id": version })).await;
        assert_eq!((chosen.status, &chosen.json()["at_work"]), (200, &version));
        version
    }

    async fn chosen(&self, language: Language) -> Option<PaperTemplateVersionId> {
        let organisation = self.organisation;
        let read =
            self.app.db.read(move |r| store::chosen(r, organisation, DocumentKind::ThankYouLetter, language));
        read.await.unwrap().map(|chosen| chosen.version)
    }

    async fn preview(&self, template: &str, version: &Value, question: &str) -> Vec<u8> {
        let browser = self.app.sign_in(&self.administrator).await;
        let path = template.strip_prefix("/api/v1").unwrap();
        let address = browser.absolute(&format!("{path}/versions/{version}/preview{question}"));
        let answer = browser.client().get(address).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        answer.bytes().await.unwrap().to_vec()
    }
}

fn starter() -> Value {
    json!({ "source": STARTER })
}

fn codes(page: &Page) -> Vec<String> {
    let faults = page.json()["errors"].as_array().cloned().unwrap_or_default();
    faults.iter().map(|fault| fault["code"].as_str().unwrap_or_default().to_owned()).collect()
}

/// How many pictures a program of another house finds on a paper.
fn pictures(pdf: &[u8]) -> usize {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("paper.pdf"), pdf).unwrap();
    let output =
        Command::new("pdfimages").args(["-list", "paper.pdf"]).current_dir(folder.path()).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().lines().skip(2).count()
}

#[tokio::test]
async fn a_methodist_makes_a_template_tries_it_and_puts_it_to_work() {
    let office = Office::new().await;
    let browser = office.app.sign_in(&office.administrator).await;
    let organisation = office.organisation.to_string();
    let fields = [
        ("name", "Благодарность"),
        ("organisation", organisation.as_str()),
        ("kind", "thank_you_letter"),
        ("languages", "ru"),
    ];
    let page = browser.post("/paper-templates", &fields).await;
    assert!(
        page.path.starts_with("/paper-templates/") && page.text().contains("Шаблон создан"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("#fields.holder.full Фамилия, имя, отчество"), "{}", page.text());
    let versions = format!("{}/versions", page.path);
    let source = STARTER.replace("fields.holder.full", "upper(fields.holder.full)");
    let saved =
        browser.post_multipart(&versions, &[("source", source.as_str()), ("shift_x", "2,5")], &[]).await;
    assert!(saved.text().contains("Версия 1 сохранена"), "{}", saved.text());
    assert_eq!(office.chosen(Language::Ru).await, None, "saved is not at work");
    let version = saved.value_of("version").unwrap();
    let choice = format!("{}/choice", page.path);
    let at_work = browser.post(&choice, &[("version", version.as_str())]).await;
    assert!(at_work.text().contains("В работе версия 1"), "{}", at_work.text());
    assert_eq!(office.chosen(Language::Ru).await, Some(PaperTemplateVersionId(version.parse().unwrap())));
    let template = format!("/api/v1{}", page.path);
    let text = words(&office.preview(&template, &json!(version.parse::<i64>().unwrap()), "").await);
    for part in ["ҚҰРМАНҒАЗЫ ӘЛИЯ СЕРІКҚЫЗЫ", "БЛАГОДАРСТВЕННОЕ ПИСЬМО", "ОБРАЗЕЦ"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let back = browser.post(&choice, &[]).await;
    assert!(back.text().contains("Ни одна версия не в работе"), "{}", back.text());
    assert_eq!(office.chosen(Language::Ru).await, None);
}

#[tokio::test]
async fn a_template_that_does_not_print_is_refused_with_file_line_and_reason_and_nothing_typed_is_lost() {
    let office = Office::new().await;
    let template = office.template(Some(office.organisation), "thank_you_letter", "ru").await;
    let path = template.strip_prefix("/api/v1").unwrap();
    let browser = office.app.sign_in(&office.administrator).await;
    let wrong = "#import \"kit.typ\": *\n\n#fields.holder.fullname";
    let fields = [("source", wrong), ("shift_x", "1,5"), ("on_blank", "on")];
    let page = browser.post_multipart(&format!("{path}/versions"), &fields, &[]).await;
    assert_eq!(page.status, 422);
    let text = page.text();
    assert!(text.contains("template.typ:3: поля «fullname» нет"), "{text}");
    assert!(page.html.contains("fields.holder.fullname</textarea>"), "{}", page.html);
    assert_eq!(page.value_of("shift_x").as_deref(), Some("1,5"));
    for (source, code) in [
        ("#import \"@preview/cetz:0.3.0\": *", "paper-template-packages"),
        ("#read(\"/etc/passwd\")", "paper-template-no-file"),
        ("= Курс 明", "paper-template-glyphs"),
        ("#place(dx: 190mm, box[Длинная строка за краем])", "paper-template-beyond-page"),
        ("#let a = (", "paper-template-engine"),
        ("#(\"a\" * 5000000000).len()", "paper-template-memory"),
        ("", "required"),
    ] {
        let refused = office.version(&template, json!({ "source": source })).await;
        assert_eq!(
            (refused.status, codes(&refused).first().map(String::as_str)),
            (422, Some(code)),
            "{source}"
        );
    }
    assert_eq!(office.api().await.get(&template).await.json()["versions"], json!([]));
}

#[tokio::test]
async fn versions_never_change_and_the_same_one_gives_the_same_bytes() {
    let office = Office::new().await;
    let template = office.template(Some(office.organisation), "thank_you_letter", "ru").await;
    let first = office.version(&template, starter()).await;
    assert_eq!(first.status, 201, "{}", first.html);
    let again = office.version(&template, starter()).await.json();
    assert_eq!(again["versions"].as_array().unwrap().len(), 1, "nothing new");
    let moved = office.version(&template, json!({ "source": STARTER, "shift_x": 25 })).await.json();
    let versions = moved["versions"].as_array().unwrap().clone();
    assert_eq!((versions.len(), &versions[0]["number"], &versions[1]["number"]), (2, &json!(2), &json!(1)));
    assert_ne!(versions[0]["sha256"], versions[1]["sha256"]);
    let old = &versions[1]["id"];
    let one = office.preview(&template, old, "").await;
    office.app.set_clock("2027-03-01T09:00:00Z");
    assert!(one == office.preview(&template, old, "").await, "the bytes differ");
    assert!(one != office.preview(&template, &versions[0]["id"], "").await, "it was not moved");
    for delete in [true, false] {
        let change = office.app.db.write(move |w| {
            let row = paper_template_versions::table.filter(paper_template_versions::number.eq(1));
            let changed = if delete {
                diesel::delete(row).execute(w.conn())?
            } else {
                diesel::update(row).set(paper_template_versions::source.eq("= A")).execute(w.conn())?
            };
            Ok(changed)
        });
        assert!(change.await.is_err(), "the database let it through: {delete}");
    }
}

#[tokio::test]
async fn on_a_blank_the_background_shows_in_the_preview_and_not_in_print() {
    let office = Office::new().await;
    let template = office.template(Some(office.organisation), "thank_you_letter", "ru").await;
    let path = template.strip_prefix("/api/v1").unwrap();
    let browser = office.app.sign_in(&office.administrator).await;
    let png = hex::decode(PNG).unwrap();
    let plain = "#import \"kit.typ\": *\n#fields.holder.full";
    let fields = [("source", plain), ("on_blank", "on")];
    let files = [("background", "бланк.png", png.clone())];
    let saved = browser.post_multipart(&format!("{path}/versions"), &fields, &files).await;
    assert!(
        saved.text().contains("Версия 1 сохранена") && saved.text().contains("бланк.png"),
        "{}",
        saved.text()
    );
    let version = office.api().await.get(&template).await.json()["versions"][0]["id"].clone();
    let preview = pictures(&office.preview(&template, &version, "").await);
    let print = pictures(&office.preview(&template, &version, "?paper=on").await);
    assert_eq!((preview, print), (1, 0));
    // The next version keeps the picture until it is removed.
    let kept = browser.post_multipart(&format!("{path}/versions"), &[("source", plain)], &[]).await;
    assert!(
        kept.text().contains("Версия 2 сохранена") && kept.text().contains("бланк.png"),
        "{}",
        kept.text()
    );
    let fields = [("source", plain), ("remove_background", "on")];
    let bare = browser.post_multipart(&format!("{path}/versions"), &fields, &[]).await;
    assert!(
        bare.text().contains("Версия 3 сохранена") && !bare.text().contains("бланк.png"),
        "{}",
        bare.text()
    );
    let rows =
        office.app.db.read(|r| Ok(paper_template_pictures::table.count().get_result::<i64>(r.conn())?));
    assert_eq!(rows.await.unwrap(), 2);
}

#[tokio::test]
async fn pictures_are_told_by_their_bytes() {
    let office = Office::new().await;
    let template = office.template(Some(office.organisation), "thank_you_letter", "ru").await;
    let path = format!("{}/versions", template.strip_prefix("/api/v1").unwrap());
    let browser = office.app.sign_in(&office.administrator).await;
    for (name, bytes) in [
        ("logo.png", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec()),
        ("logo.png", b"GIF89a\x01\0\x01\0".to_vec()),
        ("logo.jpg", b"%PDF-1.7".to_vec()),
    ] {
        let page = browser.post_multipart(&path, &[("source", STARTER)], &[("logo", name, bytes)]).await;
        assert_eq!(page.status, 422);
        assert!(page.text().contains("Это не PNG и не JPEG"), "{}", page.text());
    }
    // The first bytes are those of a picture, the others are none.
    let broken = hex::decode(&PNG[..66]).unwrap();
    let page = browser.post_multipart(&path, &[("source", STARTER)], &[("logo", "logo.png", broken)]).await;
    assert_eq!(page.status, 422, "{}", page.text());
}

#[tokio::test]
async fn a_preview_takes_the_data_of_an_issued_document() {
    let office = Office::new().await;
    let app = &office.app;
    let version = app.import(Course::sample().programme()).await;
    let past = NewEdition {
        starts_on: "2026-06-01".parse().unwrap(),
        ends_on: "2026-08-31".parse().unwrap(),
        ..NewEdition::of(version)
    };
    let edition = app.open_edition(past).await;
    app.let_issue(office.organisation).await;
    let person = app.person("Құрманғазы").await;
    let enrolment = app.enrol(edition, &person).await;
    let id = app.issue(&office.administrator, edition, enrolment).await;
    let number = app.db.read(move |r| {
        Ok(documents::table
            .filter(documents::id.eq(id))
            .select(documents::number_text)
            .first::<String>(r.conn())?)
    });
    let number = number.await.unwrap();
    let template = office.template(Some(office.organisation), "advanced_training_certificate", "ru").await;
    let made = office.version(&template, starter()).await.json();
    let version = &made["versions"][0]["id"];
    let text = words(&office.preview(&template, version, &format!("?document={number}")).await);
    assert!(text.contains("Құрманғазы") && text.contains(&number) && text.contains("ОБРАЗЕЦ"), "{text}");
    let path = template.strip_prefix("/api/v1").unwrap();
    let browser = app.sign_in(&office.administrator).await;
    let unknown = browser.get(&format!("{path}/versions/{version}/preview?document=УПК-2026/9999")).await;
    assert_eq!(unknown.status, 422);
    assert!(unknown.text().contains("Документа с таким номером"), "{}", unknown.text());
    let other = app.organisation("Чужая организация").await;
    let foreign = app.administrator_of("Чужой", other).await;
    let everywhere = office.template(None, "advanced_training_certificate", "ru").await;
    let made = office.version(&everywhere, starter()).await.json();
    let preview = format!("{everywhere}/versions/{}/preview?document={number}", made["versions"][0]["id"]);
    assert_eq!(app.api(&foreign).await.get(&preview).await.status, 404, "a document of others");
}

#[tokio::test]
async fn organisations_see_their_own_templates_and_those_for_all_which_only_the_site_changes() {
    let office = Office::new().await;
    let own = office.template(Some(office.organisation), "thank_you_letter", "ru").await;
    let everywhere = office.template(None, "thank_you_letter", "ru").await;
    office.version(&everywhere, starter()).await;
    let other = office.app.organisation("Чужая организация").await;
    let foreign = office.app.administrator_of("Чужой", other).await;
    let api = office.app.api(&foreign).await;
    assert_eq!(api.get(&own).await.status, 404);
    assert_eq!(api.get(&everywhere).await.status, 200);
    assert_eq!(api.get("/api/v1/paper-templates").await.json().as_array().unwrap().len(), 1);
    assert_eq!(api.post(&format!("{own}/versions"), starter()).await.status, 404);
    assert_eq!(api.post(&format!("{everywhere}/versions"), starter()).await.status, 403);
    assert_eq!(api.put(&format!("{everywhere}/choice"), json!({ "version_id": null })).await.status, 403);
    let theirs = json!({ "organisation_id": office.organisation, "kind": "service_record", "languages": "ru", "name": "А" });
    assert_eq!(api.post("/api/v1/paper-templates", theirs).await.status, 403);
    let twice = json!({ "organisation_id": office.organisation, "kind": "thank_you_letter", "languages": "ru", "name": "Б" });
    let twice = office.api().await.post("/api/v1/paper-templates", twice).await;
    assert_eq!((twice.status, codes(&twice)), (422, vec!["paper-template-exists".to_owned()]));
    let browser = office.app.sign_in(&foreign).await;
    let path = everywhere.strip_prefix("/api/v1").unwrap();
    assert!(!browser.get(path).await.html.contains("<textarea"), "may look, may not change");
    let version = office.api().await.get(&everywhere).await.json()["versions"][0]["id"].clone();
    let mixed = format!("{own}/choice");
    let mixed = office.api().await.put(&mixed, json!({ "version_id": version })).await;
    assert_eq!(mixed.status, 404, "a version of another template");
}

#[tokio::test]
async fn papers_take_the_template_of_their_organisation_before_one_for_all_and_both_languages_before_one() {
    let office = Office::new().await;
    let mut made = Vec::new();
    for (organisation, languages) in [
        (None, "kk"),
        (None, "kk_ru"),
        (Some(office.organisation), "kk"),
        (Some(office.organisation), "kk_ru"),
    ] {
        let template = office.template(organisation, "thank_you_letter", languages).await;
        assert_eq!(office.version(&template, starter()).await.status, 201);
        let version = office.put_to_work(&template).await;
        let chosen = office.chosen(Language::Kk).await.unwrap();
        assert_eq!(json!(chosen.0), version, "each of them comes before the ones made so far");
        made.push(template);
    }
    assert_eq!((office.chosen(Language::Ru).await, office.chosen(Language::En).await), (None, None));
    let api = office.api().await;
    for template in made.iter().rev() {
        assert!(office.chosen(Language::Kk).await.is_some());
        api.put(&format!("{template}/choice"), json!({ "version_id": null })).await;
    }
    assert_eq!(office.chosen(Language::Kk).await, None);
}

#[tokio::test]
async fn a_template_that_needs_what_a_paper_may_lack_is_refused_with_what_was_lacking() {
    let office = Office::new().await;
    let template = office.template(Some(office.organisation), "retraining_diploma", "ru").await;
    let path = format!("{}/versions", template.strip_prefix("/api/v1").unwrap());
    let source = "#import \"kit.typ\": *\n#fields.holder.full\n\n#fields.holder.patronymic.len()";
    let refused = office.app.sign_in(&office.administrator).await;
    let refused = refused.post_multipart(&path, &[("source", source)], &[]).await;
    assert_eq!(refused.status, 422);
    let said = "template.typ:4: шаблон не печатается, когда в документе нет отчества (поле fields.holder.patronymic)";
    let text: String =
        refused.text().chars().filter(|letter| !matches!(letter, '\u{2068}' | '\u{2069}')).collect();
    assert!(text.contains(said), "{text}");
    let guarded =
        source.replace("#fields.holder.p", "#if fields.holder.patronymic != none { fields.holder.p") + " }";
    let kept = office.version(&template, json!({ "source": guarded })).await;
    assert_eq!(kept.status, 201, "{}", kept.html);
}
