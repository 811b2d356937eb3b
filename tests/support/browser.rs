//! What a person's browser does: keeps cookies, sends forms with the page's own token, follows redirects.

use reqwest::header::{HeaderMap, HeaderName};
use reqwest::multipart::{Form as Parts, Part};
use serde_json::Value;
use std::sync::atomic::{AtomicU64, Ordering};

/// A browser with its cookies.
#[derive(Clone)]
pub struct Browser {
    client: reqwest::Client,
    /// The same browser, but one that stays where it is told to go on.
    bare: reqwest::Client,
    jar: std::sync::Arc<reqwest::cookie::Jar>,
    base: String,
    language: &'static str,
    csrf: Option<String>,
}

/// A page as it came.
pub struct Page {
    /// The status after redirects.
    pub status: u16,
    /// The path it was at last.
    pub path: String,
    /// The body.
    pub html: String,
    headers: HeaderMap,
}

/// A client that keeps no connection between requests: on a busy machine the server may close one in the very
/// moment it is used again, and a form is never sent twice.
fn fresh_connections() -> reqwest::ClientBuilder {
    reqwest::Client::builder().pool_max_idle_per_host(0)
}

impl Browser {
    /// A fresh browser.
    pub fn new(base: &str) -> Browser {
        let jar = std::sync::Arc::new(reqwest::cookie::Jar::default());
        let client = fresh_connections().cookie_provider(jar.clone()).build().unwrap();
        let bare = fresh_connections()
            .cookie_provider(jar.clone())
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Browser { client, bare, jar, base: base.to_owned(), language: "ru", csrf: None }
    }

    /// The same browser holding a cookie.
    pub fn with_cookie(self, name: &str, value: &str) -> Browser {
        self.jar.add_cookie_str(&format!("{name}={value}; Path=/"), &self.base.parse().unwrap());
        self
    }

    /// The same browser knowing the token that forms of its session carry, so that it need not look for one.
    pub fn with_csrf(mut self, token: String) -> Browser {
        self.csrf = Some(token);
        self
    }

    /// The same browser asking for another language.
    pub fn speaking(mut self, language: &'static str) -> Browser {
        self.language = language;
        self
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Page {
        let request = self.client.get(self.absolute(path)).header("accept-language", self.language);
        Page::of(request.send().await.unwrap()).await
    }

    /// The token that forms of this browser carry.
    pub async fn csrf(&self) -> String {
        if let Some(token) = &self.csrf {
            return token.clone();
        }
        let page = self.get("/profile").await;
        let page = if page.html.contains("name=\"csrf\"") { page } else { self.get("/sign-in").await };
        page.value_of("csrf").unwrap_or_default()
    }

    /// Sends a form as our own page would, with a fresh form id.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.post_as(path, fields, &fresh_form_id()).await
    }

    /// Sends a form under a given form id, to send it twice.
    pub async fn post_as(&self, path: &str, fields: &[(&str, &str)], form_id: &str) -> Page {
        let csrf = self.csrf().await;
        let mut all = vec![("csrf", csrf.as_str()), ("form_id", form_id)];
        all.extend_from_slice(fields);
        self.post_raw(path, &all).await
    }

    /// Sends exactly these fields: no token is added.
    pub async fn post_raw(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let request = self.client.post(self.absolute(path)).header("accept-language", self.language);
        Page::of(request.form(fields).send().await.unwrap()).await
    }

    /// Sends a form with files: (field, file name, content).
    pub async fn post_multipart(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, Vec<u8>)],
    ) -> Page {
        let mut parts = Parts::new().text("csrf", self.csrf().await).text("form_id", fresh_form_id());
        for (name, value) in fields {
            parts = parts.text((*name).to_owned(), (*value).to_owned());
        }
        for (field, name, content) in files {
            parts =
                parts.part((*field).to_owned(), Part::bytes(content.clone()).file_name((*name).to_owned()));
        }
        let request = self.client.post(self.absolute(path)).header("accept-language", self.language);
        Page::of(request.multipart(parts).send().await.unwrap()).await
    }

    /// The status of a page, redirects not followed.
    pub async fn status_of(&self, path: &str) -> u16 {
        let request = self.bare.get(self.absolute(path)).header("accept-language", self.language);
        request.send().await.unwrap().status().as_u16()
    }

    /// The status of a page and where it leads to, not followed.
    pub async fn leads_to(&self, path: &str) -> (u16, String) {
        let answer = self.bare.get(self.absolute(path)).send().await.unwrap();
        let to = answer.headers().get("location").map(|value| value.to_str().unwrap().to_owned());
        (answer.status().as_u16(), to.unwrap_or_default())
    }

    /// The status a form with nothing but its token is answered with, redirects not followed.
    pub async fn status_of_post(&self, path: &str, more: &[(&str, String)]) -> u16 {
        let (csrf, form_id) = (self.csrf().await, fresh_form_id());
        let mut fields = vec![("csrf", csrf.as_str()), ("form_id", form_id.as_str())];
        fields.extend(more.iter().map(|(name, value)| (*name, value.as_str())));
        let request = self.bare.post(self.absolute(path)).header("accept-language", self.language);
        request.form(&fields).send().await.unwrap().status().as_u16()
    }

    /// The client itself, for what a browser does not do.
    pub fn client(&self) -> &reqwest::Client {
        &self.client
    }

    /// An absolute address.
    pub fn absolute(&self, path: &str) -> String {
        if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.base) }
    }
}

fn fresh_form_id() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("form-{}", COUNT.fetch_add(1, Ordering::Relaxed))
}

impl Page {
    /// Reads an answer to its end.
    pub async fn of(response: reqwest::Response) -> Page {
        let status = response.status().as_u16();
        let path = response.url().path().to_owned();
        let headers = response.headers().clone();
        let html = String::from_utf8_lossy(&response.bytes().await.unwrap()).into_owned();
        Page { status, path, html, headers }
    }

    /// A header, or an empty text.
    pub fn header(&self, name: &str) -> &str {
        let name: HeaderName = name.parse().unwrap();
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// What a person reads: the body without tags, scripts and styles, entities read, spaces single.
    pub fn text(&self) -> String {
        let main = self.html.split("<body").nth(1).unwrap_or(&self.html);
        let mut out = String::new();
        let mut inside = false;
        for letter in main.chars().skip_while(|letter| *letter != '>').skip(1) {
            match letter {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    out.push(' ');
                }
                other if !inside => out.push(other),
                _ => {}
            }
        }
        let plain = unescaped(&out);
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What the form of an error page would send again, as (name, value); empty when it has none.
    pub fn typed(&self) -> Vec<(String, String)> {
        let section = self.html.split("aria-labelledby=\"typed-title\"").nth(1).unwrap_or_default();
        let form = section.split("</section>").next().unwrap_or_default();
        let tags = form.split("name=\"").skip(1).filter_map(|tag| {
            let (name, rest) = tag.split_once('"')?;
            let value = match rest.split('>').next()?.split_once("value=\"") {
                Some((_, value)) => value.split('"').next()?,
                // A text stands between its tags, after one line end that belongs to neither.
                None => rest
                    .split_once(">\n")
                    .filter(|(tag, _)| !tag.contains('<'))?
                    .1
                    .split("</textarea>")
                    .next()?,
            };
            Some((name.to_owned(), unescaped(value)))
        });
        tags.collect()
    }

    /// The value of the first input with a name.
    pub fn value_of(&self, name: &str) -> Option<String> {
        let (_, after) = self.html.split_once(&format!("name=\"{name}\""))?;
        let tag = after.split('>').next()?;
        let (_, value) = tag.split_once("value=\"")?;
        Some(value.split('"').next()?.replace("&#x3D;", "="))
    }

    /// Where the link with this text leads; empty when there is none.
    pub fn link_to(&self, text: &str) -> String {
        let before =
            self.html.split(&format!(">{text}</a>")).next().filter(|before| before.len() < self.html.len());
        let tag = before.and_then(|before| before.rsplit_once("href=\"")).map_or("", |(_, tag)| tag);
        tag.split('"').next().unwrap_or_default().to_owned()
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.html).unwrap_or_else(|error| panic!("not JSON ({error}): {}", self.html))
    }
}

/// A text of a page with its entities read.
fn unescaped(text: &str) -> String {
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x3D;", "="),
        ("&#x60;", "`"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ];
    entities.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

/// A program that talks to the JSON API.
pub struct ApiClient {
    client: reqwest::Client,
    base: String,
    token: Option<String>,
}

impl ApiClient {
    /// A client with a bearer token, or without.
    pub fn new(base: &str, token: Option<String>) -> ApiClient {
        ApiClient { client: fresh_connections().build().unwrap(), base: base.to_owned(), token }
    }

    /// `GET`.
    pub async fn get(&self, path: &str) -> Page {
        self.send(reqwest::Method::GET, path, None).await
    }

    /// `POST` with a JSON body.
    pub async fn post(&self, path: &str, body: Value) -> Page {
        self.send(reqwest::Method::POST, path, Some(body)).await
    }

    /// `PUT` with a JSON body.
    pub async fn put(&self, path: &str, body: Value) -> Page {
        self.send(reqwest::Method::PUT, path, Some(body)).await
    }

    /// `POST` with a file as the body.
    pub async fn post_bytes(&self, path: &str, body: Vec<u8>) -> Page {
        let request = self.client.post(format!("{}{path}", self.base)).body(body);
        let request = match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        Page::of(request.send().await.unwrap()).await
    }

    /// `GET` of something that comes bit by bit.
    pub async fn stream(&self, path: &str) -> reqwest::Response {
        let request = self.client.get(format!("{}{path}", self.base));
        let request = match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        request.send().await.unwrap()
    }

    /// The status of an answer; its body may never end.
    pub async fn status_of(&self, method: reqwest::Method, path: &str, body: Option<Value>) -> u16 {
        self.begin(method, path, body).send().await.unwrap().status().as_u16()
    }

    /// Any method.
    pub async fn send(&self, method: reqwest::Method, path: &str, body: Option<Value>) -> Page {
        Page::of(self.begin(method, path, body).send().await.unwrap()).await
    }

    fn begin(&self, method: reqwest::Method, path: &str, body: Option<Value>) -> reqwest::RequestBuilder {
        let mut request = self.client.request(method, format!("{}{path}", self.base));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        request
    }
}
