//! One request: who asks, in which language, and the two doors to the database. One hop a request: the
//! session is looked up in the same read or transaction as the page's own queries.

use super::errors::Failure;
use super::forms::Form;
use super::kit::Kit;
use super::painter::Painter;
use super::shell::{Around, Flash, Shell, Vision};
use super::view::{Title, View};
use super::{cookies, guard, locale, paths};
use crate::access::{self, SignedIn};
use crate::db::{Read, Write};
use crate::kernel::{Actor, BrowserSessionId, Gate, Language, Moment, Problem, ProblemCode, ZoneName};
use crate::render::{Fresh, Sheet};
use crate::secrets::token_hash;
use actix_web::cookie::Cookie;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload, web::Data};
use std::cell::RefCell;
use std::future::{Ready, ready};
use std::net::IpAddr;
use std::sync::Arc;

/// For whom a proxy speaks, the nearest hop last.
const FORWARDED_FOR: header::HeaderName = header::HeaderName::from_static("x-forwarded-for");

/// What a handler answers.
pub type Reply = Result<HttpResponse, Failure>;

/// The signed-in person of a request.
#[derive(Debug, Clone)]
pub struct Me {
    /// The person and the roles of this moment.
    pub actor: Actor,
    /// The session.
    pub session: BrowserSessionId,
}

/// How a reader reads: what views need to print dates and texts.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    /// The language.
    pub language: Language,
    /// The zone.
    pub zone: ZoneName,
    /// Now.
    pub now: Moment,
}

impl Reader {
    /// A reader for the samples of views.
    pub fn sample() -> Reader {
        Reader { language: Language::Ru, zone: ZoneName::MOSCOW, now: Moment::from_utc(Default::default()) }
    }
}

/// One request, as handlers see it.
pub struct Web {
    /// The parts of the program.
    pub kit: Arc<Kit>,
    request: HttpRequest,
    session_token: Option<String>,
    visitor: String,
    set_cookies: RefCell<Vec<Cookie<'static>>>,
}

impl FromRequest for Web {
    type Error = Failure;
    type Future = Ready<Result<Web, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Web::of(request))
    }
}

/// A request that counts as a look at a public page: whoever looks too often is refused before anything of the body is
/// read. It has to stand first among what a handler takes.
pub struct LookUp(pub Web);

impl FromRequest for LookUp {
    type Error = Failure;
    type Future = Ready<Result<LookUp, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let counted = |web: Web| {
            web.kit.limits.look_up(&web.address())?;
            Ok(LookUp(web))
        };
        ready(Web::of(request).and_then(counted))
    }
}

impl Web {
    /// The request's context, without touching the database.
    pub fn of(request: &HttpRequest) -> Result<Web, Failure> {
        let kit = request
            .app_data::<Data<Kit>>()
            .map(|data| data.clone().into_inner())
            .ok_or_else(|| Problem::internal(anyhow::anyhow!("the kit is missing from the app")))?;
        let cookie = |name: &str| request.cookie(name).map(|cookie| cookie.value().to_owned());
        let mut set_cookies = Vec::new();
        let visitor = cookie(cookies::VISITOR).filter(|token| token.len() == 43).unwrap_or_else(|| {
            let token = kit.secrets.token();
            set_cookies.push(cookies::hidden(cookies::VISITOR, token.clone(), kit.secure(), None));
            token
        });
        let session_token = cookie(cookies::SESSION);
        let set_cookies = RefCell::new(set_cookies);
        Ok(Web { kit, request: request.clone(), session_token, visitor, set_cookies })
    }

    /// What time it is.
    pub fn now(&self) -> Moment {
        self.kit.clock.now()
    }

    /// The path of the request, with its query.
    pub fn path(&self) -> String {
        self.request.uri().path_and_query().map_or_else(|| "/".to_owned(), |path| path.to_string())
    }

    /// The address the request came from: of the connection or, where that is a trusted proxy, the nearest one
    /// in `X-Forwarded-For` that is none. What stands before that may have been written by anybody.
    pub fn address(&self) -> String {
        let Some(peer) = self.request.peer_addr() else { return "unknown".to_owned() };
        let trusted = &self.kit.settings.trusted_proxies;
        let forwarded = self.request.headers().get_all(&FORWARDED_FOR);
        let hops: Vec<&str> =
            forwarded.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')).collect();
        // From the near end: what a reader wrote at the far end may be anything, and is not looked at.
        let nearest_first = hops.into_iter().rev().map_while(|hop| hop.trim().parse().ok());
        nearest_stranger(peer.ip(), nearest_first, trusted).to_string()
    }

    /// A request header, or an empty text.
    pub fn header(&self, name: header::HeaderName) -> &str {
        self.request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Whether nobody is about to read the answer: then a page that notes that it was opened notes nothing.
    pub fn only_asked(&self) -> bool {
        guard::only_asked(&self.request)
    }

    /// The language of a reader who is not signed in.
    pub fn stranger_language(&self) -> Language {
        let chosen = self.request.cookie(cookies::LANGUAGE);
        let accepted = self.header(header::ACCEPT_LANGUAGE);
        locale::of_stranger(chosen.as_ref().map(Cookie::value), Some(accepted))
    }

    /// How this person reads.
    pub fn reader(&self, me: &Me) -> Reader {
        Reader { language: me.actor.language, zone: me.actor.zone, now: self.now() }
    }

    /// How a stranger reads.
    pub fn stranger(&self) -> Reader {
        Reader { language: self.stranger_language(), zone: ZoneName::MOSCOW, now: self.now() }
    }

    /// Says keys in this person's language: labels of choices, which a template cannot translate.
    pub fn say(&self, me: &Me) -> impl Fn(&str) -> String + use<> {
        let (words, language) = (self.kit.words.clone(), me.actor.language);
        move |key| words.text(language, key)
    }

    /// What ties forms to this browser: the session, or for a stranger the visitor's token.
    pub fn csrf(&self) -> String {
        let bound_to = self.session_token.as_deref().unwrap_or(&self.visitor);
        self.kit.secrets.seal("csrf", bound_to)
    }

    /// Whether a form carries this browser's token.
    pub fn csrf_fits(&self, token: &str) -> bool {
        let bound_to = self.session_token.as_deref().unwrap_or(&self.visitor);
        self.kit.secrets.seal_fits("csrf", bound_to, token)
    }

    /// Reads as a signed-in person who passes the gate, in one hop.
    ///
    /// # Errors
    /// `SignInRequired`, `Forbidden`, or what the closure found.
    pub async fn read<T, F>(&self, gate: Gate, job: F) -> Result<(Me, T), Failure>
    where
        T: Send + 'static,
        F: FnOnce(&mut Read, &Actor) -> Result<T, Problem> + Send + 'static,
    {
        let (hash, now) = (self.hash()?, self.now());
        let (signed_in, value) = self
            .kit
            .db
            .read(move |r| {
                let signed_in = admit(r, &hash, now, gate)?;
                let value = job(r, &signed_in.actor)?;
                Ok((signed_in, value))
            })
            .await?;
        self.touch_if_stale(&signed_in, now);
        Ok((Me { actor: signed_in.actor, session: signed_in.session }, value))
    }

    /// Reads for whoever comes, signed in or not.
    ///
    /// # Errors
    /// What the closure found.
    pub async fn read_anyone<T, F>(&self, job: F) -> Result<(Option<Me>, T), Failure>
    where
        T: Send + 'static,
        F: FnOnce(&mut Read, Option<&Actor>) -> Result<T, Problem> + Send + 'static,
    {
        let (hash, now) = (self.hash().ok(), self.now());
        let answer = self
            .kit
            .db
            .read(move |r| {
                let found = hash.map(|hash| access::store::signed_in(r, &hash, now)).transpose()?.flatten();
                let value = job(r, found.as_ref().map(|signed_in| &signed_in.actor))?;
                let me = found.map(|found| Me { actor: found.actor, session: found.session });
                Ok((me, value))
            })
            .await?;
        Ok(answer)
    }

    /// Changes something as a signed-in person who passes the gate: one transaction, and the same form
    /// sent twice does its work once.
    ///
    /// # Errors
    /// `SignInRequired`, `Forbidden`, a repeated form, or what the closure found.
    pub async fn write<T, F>(&self, gate: Gate, form: &Form, mut job: F) -> Result<(Me, T), Failure>
    where
        T: Send + 'static,
        F: FnMut(&mut Write, &Actor, Moment) -> Result<T, Problem> + Send + 'static,
    {
        let (hash, now) = (self.hash()?, self.now());
        let form_id = form.id().to_owned();
        let (signed_in, value) = self
            .kit
            .db
            .write(move |w| {
                let signed_in = admit(w, &hash, now, gate)?;
                guard::once(w, signed_in.actor.person, &form_id, now)?;
                let value = job(w, &signed_in.actor, now)?;
                Ok((signed_in, value))
            })
            .await?;
        Ok((Me { actor: signed_in.actor, session: signed_in.session }, value))
    }

    /// Changes something for a stranger (sign-in, one-time links).
    ///
    /// # Errors
    /// What the closure found.
    pub async fn write_anyone<T, F>(&self, mut job: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnMut(&mut Write, Moment) -> Result<T, Problem> + Send + 'static,
    {
        let now = self.now();
        let value = self.kit.db.write(move |w| job(w, now)).await?;
        Ok(value)
    }

    /// A page for a signed-in person.
    ///
    /// # Errors
    /// The template does not fit its view.
    pub fn page<V: View>(&self, me: &Me, view: &V) -> Reply {
        self.render(StatusCode::OK, Some(me), view)
    }

    /// A page for whoever comes.
    ///
    /// # Errors
    /// The template does not fit its view.
    pub fn page_for_anyone<V: View>(&self, me: Option<&Me>, view: &V) -> Reply {
        self.render(StatusCode::OK, me, view)
    }

    /// A page with another status, such as a 404 that says more than the usual one.
    ///
    /// # Errors
    /// The template does not fit its view.
    pub fn page_with<V: View>(&self, status: StatusCode, me: Option<&Me>, view: &V) -> Reply {
        self.render(status, me, view)
    }

    /// The same form again with its errors: 422, nothing typed is lost.
    ///
    /// # Errors
    /// The template does not fit its view.
    pub fn invalid<V: View>(&self, me: Option<&Me>, view: &V) -> Reply {
        self.render(StatusCode::UNPROCESSABLE_ENTITY, me, view)
    }

    /// The page with both values of what somebody else changed meanwhile: 409, nothing of theirs is overwritten.
    ///
    /// # Errors
    /// The template does not fit its view.
    pub fn conflict<V: View>(&self, me: &Me, view: &V) -> Reply {
        self.render(StatusCode::CONFLICT, Some(me), view)
    }

    /// A page that shows what was refused and keeps what was typed; its status is the problem's.
    ///
    /// # Errors
    /// The template does not fit its view.
    pub fn refused<V: View>(&self, me: &Me, code: ProblemCode, view: &V) -> Reply {
        let status = StatusCode::from_u16(code.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
        self.render(status, Some(me), view)
    }

    /// 303 to another page, with a message there.
    ///
    /// # Errors
    /// None in practice; the type is the handlers'.
    pub fn see_other(&self, to: impl AsRef<str>, flash: Flash) -> Reply {
        let text = serde_json::to_string(&flash).map_err(Problem::internal)?;
        let value = format!("{}.{}", self.kit.secrets.seal("flash", &text), hex::encode(text));
        self.set_cookie(cookies::hidden(cookies::FLASH, value, self.kit.secure(), None));
        self.redirect(to)
    }

    /// 303 to another page without a message.
    ///
    /// # Errors
    /// None in practice; the type is the handlers'.
    pub fn redirect(&self, to: impl AsRef<str>) -> Reply {
        let mut response = HttpResponse::SeeOther();
        response.insert_header((header::LOCATION, to.as_ref()));
        for cookie in self.set_cookies.take() {
            response.cookie(cookie);
        }
        Ok(response.finish())
    }

    /// Sends a cookie with the answer.
    pub fn set_cookie(&self, cookie: Cookie<'static>) {
        self.set_cookies.borrow_mut().push(cookie);
    }

    /// A path of ours to come back to; anything else becomes the home page. Browsers leave tabs and line ends out of
    /// an address, so what stands behind one could be another site.
    pub fn safe_back(back: &str) -> String {
        let ours = back.starts_with('/')
            && !back.starts_with("//")
            && !back.contains(|one: char| one == '\\' || one.is_control());
        if ours { back.to_owned() } else { paths::HOME.to_owned() }
    }

    fn hash(&self) -> Result<String, Problem> {
        self.session_token.as_deref().map(token_hash).ok_or_else(|| Problem::new(ProblemCode::SignInRequired))
    }

    /// Notes the use of a session at most every ten minutes, after the page, off its path.
    fn touch_if_stale(&self, signed_in: &SignedIn, now: Moment) {
        if signed_in.last_seen_at.seconds_until(now) < 600 {
            return;
        }
        let (db, session) = (self.kit.db.clone(), signed_in.session);
        actix_web::rt::spawn(async move {
            if let Err(problem) = db.write(move |w| access::store::touch(w, session, now)).await {
                tracing::debug!(%problem, "the use of a session was not noted");
            }
        });
    }

    fn render<V: View>(&self, status: StatusCode, me: Option<&Me>, view: &V) -> Reply {
        let language = me.map_or_else(|| self.stranger_language(), |me| me.actor.language);
        let title = self.title(language, &view.title());
        let (csrf, form_id) = (self.csrf(), self.kit.secrets.token());
        let vision_cookie = self.request.cookie(cookies::SIGHT);
        let vision = Vision::from_cookie(vision_cookie.as_ref().map(Cookie::value));
        let shell = Shell::new(me, language, &self.path(), vision, self.kit.settings.demo)
            .with_flash(self.take_flash());
        let around = Around::new(&self.kit.assets, shell, view.no_index());
        let sheet = Sheet {
            template: V::TEMPLATE,
            layout: V::LAYOUT,
            lang: language.tag(),
            title: &title,
            view,
            around: &around,
        };
        let fresh = Fresh { csrf: &csrf, form_id: &form_id };
        let html = self.kit.templates.page(&sheet, fresh).map_err(Problem::internal)?;
        Ok(self.html(status, html))
    }

    /// Renders parts of pages for this reader after the request is over.
    pub fn painter(&self, language: Language) -> Painter {
        Painter::new(Arc::clone(&self.kit), language, self.csrf())
    }

    fn html(&self, status: StatusCode, html: String) -> HttpResponse {
        let mut response = HttpResponse::build(status);
        response.content_type("text/html; charset=utf-8");
        response.insert_header((header::CACHE_CONTROL, "private, no-store"));
        for cookie in self.set_cookies.take() {
            response.cookie(cookie);
        }
        response.body(html)
    }

    fn title(&self, language: Language, title: &Title) -> String {
        match title {
            Title::Text(text) => text.clone(),
            Title::Key(key, args) => {
                let args: Vec<(&str, &str)> =
                    args.iter().map(|(name, value)| (*name, value.as_str())).collect();
                self.kit.words.text_with(language, key, &args)
            }
        }
    }

    fn take_flash(&self) -> Option<Flash> {
        let cookie = self.request.cookie(cookies::FLASH)?;
        self.set_cookie(cookies::gone(cookies::FLASH));
        let (seal, text) = cookie.value().split_once('.')?;
        let text = String::from_utf8(hex::decode(text).ok()?).ok()?;
        if !self.kit.secrets.seal_fits("flash", &text, seal) {
            return None;
        }
        serde_json::from_str(&text).ok()
    }

    /// A cookie of this browser.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.request.cookie(name).map(|cookie| cookie.value().to_owned())
    }

    /// The cookies that an answer of this request must carry; they are carried once.
    pub(super) fn take_cookies(&self) -> Vec<Cookie<'static>> {
        self.set_cookies.take()
    }

    /// The request itself, for the error page.
    pub(super) fn request(&self) -> &HttpRequest {
        &self.request
    }
}

fn admit(r: &mut Read, hash: &str, now: Moment, gate: Gate) -> Result<SignedIn, Problem> {
    let signed_in =
        access::store::signed_in(r, hash, now)?.ok_or_else(|| Problem::new(ProblemCode::SignInRequired))?;
    if signed_in.actor.passes(gate) { Ok(signed_in) } else { Err(Problem::forbidden()) }
}

/// The problem that a failed request left for the error page.
pub(super) fn leave_problem(response: &mut HttpResponse, problem: Arc<Problem>) {
    response.extensions_mut().insert(problem);
}

/// The nearest address on the way that is no trusted proxy, else the farthest known.
fn nearest_stranger(peer: IpAddr, hops: impl Iterator<Item = IpAddr>, trusted: &[IpAddr]) -> IpAddr {
    let mut nearest = peer;
    for hop in hops {
        if !trusted.contains(&nearest) {
            break;
        }
        nearest = hop;
    }
    nearest
}
