//! What stands around every page: navigation by role, language switch, the version for weak sight, a message.

use super::assets::Assets;
use super::{Me, paths};
use crate::kernel::Language;
use serde::{Deserialize, Serialize};

/// The tone of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// It worked.
    Good,
    /// It worked, but look.
    Attention,
    /// It did not work.
    Stop,
}

/// A message on the page after a form, as a Fluent key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// The tone.
    pub tone: Tone,
    /// The key.
    pub key: String,
    /// Named arguments.
    pub args: Vec<(String, String)>,
}

impl Flash {
    /// It worked.
    pub fn good(key: &str) -> Flash {
        Flash { tone: Tone::Good, key: key.to_owned(), args: Vec::new() }
    }

    /// Look at this.
    pub fn attention(key: &str) -> Flash {
        Flash { tone: Tone::Attention, ..Flash::good(key) }
    }

    /// It did not work.
    pub fn stop(key: &str) -> Flash {
        Flash { tone: Tone::Stop, ..Flash::good(key) }
    }

    /// Adds a named argument.
    pub fn with(mut self, name: &str, value: impl ToString) -> Flash {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

/// The data of the layout, beside what [`crate::render::Sheet`] adds.
#[derive(Debug, Serialize)]
pub struct Around {
    product: &'static str,
    css_url: String,
    js_url: String,
    favicon_url: String,
    no_index: bool,
    shell: Shell,
}

impl Around {
    /// What stands around a page.
    pub fn new(assets: &Assets, shell: Shell, no_index: bool) -> Around {
        Around {
            product: "Birge",
            css_url: assets.url("css/app.css"),
            js_url: assets.url("js/app.js"),
            favicon_url: assets.url("img/favicon.svg"),
            no_index,
            shell,
        }
    }
}

/// Navigation, languages, sight and a message.
#[derive(Debug, Serialize)]
pub struct Shell {
    nav: Vec<NavItem>,
    more: Vec<NavItem>,
    person: Option<PersonBadge>,
    sign_in_url: &'static str,
    home_url: &'static str,
    verify_url: &'static str,
    credential_url: &'static str,
    languages: Vec<LanguageChoice>,
    vision: Vision,
    flash: Option<FlashView>,
    demo: bool,
}

#[derive(Debug, Serialize)]
struct NavItem {
    url: &'static str,
    label_key: &'static str,
    current: bool,
}

#[derive(Debug, Serialize)]
struct PersonBadge {
    /// Whose this device's kept sheets are.
    id: i64,
    name: String,
    email: String,
    profile_url: &'static str,
    sign_out_url: &'static str,
}

#[derive(Debug, Serialize)]
struct LanguageChoice {
    tag: &'static str,
    name: &'static str,
    url: String,
    current: bool,
}

#[derive(Debug, Serialize)]
struct FlashView {
    good: bool,
    attention: bool,
    stop: bool,
    key: String,
    args: Vec<(String, String)>,
}

/// The version for weak sight, as the reader has set it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vision {
    /// `light`, `dark`, `auto` or one of the three high-contrast schemes.
    pub scheme: String,
    /// Percent of the text size: 100, 125, 150 or 200.
    pub size: String,
    /// `normal` or `wide` letter spacing.
    pub spacing: String,
    /// Pictures are left out.
    pub images_off: bool,
    /// Where the form of the panel goes.
    #[serde(default)]
    pub form_url: String,
    /// Where it comes back to.
    #[serde(default)]
    pub back_url: String,
}

const SCHEMES: [&str; 6] = ["auto", "light", "dark", "black-on-white", "white-on-black", "blue-on-blue"];
const SIZES: [&str; 4] = ["100", "125", "150", "200"];
const SPACINGS: [&str; 2] = ["normal", "wide"];

impl Vision {
    /// Reads the cookie `scheme.size.spacing.images`; anything unknown is the ordinary look.
    pub fn from_cookie(cookie: Option<&str>) -> Vision {
        let mut parts = cookie.unwrap_or_default().split('.');
        let mut pick = |known: &[&'static str]| {
            let wish = parts.next().unwrap_or_default();
            known.iter().copied().find(|value| *value == wish).or(known.first().copied()).unwrap_or_default()
        };
        let (scheme, size, spacing) = (pick(&SCHEMES), pick(&SIZES), pick(&SPACINGS));
        let images_off = pick(&["on", "off"]) == "off";
        Vision {
            scheme: scheme.to_owned(),
            size: size.to_owned(),
            spacing: spacing.to_owned(),
            images_off,
            form_url: paths::SIGHT.to_owned(),
            back_url: String::new(),
        }
    }

    /// The cookie that remembers it.
    pub fn to_cookie(&self) -> String {
        let images = if self.images_off { "off" } else { "on" };
        format!("{}.{}.{}.{}", self.scheme, self.size, self.spacing, images)
    }
}

impl Shell {
    /// The shell of a page at a path.
    pub fn new(me: Option<&Me>, language: Language, path: &str, vision: Vision, demo: bool) -> Shell {
        let (nav, more) = me.map(|me| nav(me, path)).unwrap_or_default();
        Shell {
            nav,
            more,
            person: me.map(badge),
            sign_in_url: paths::SIGN_IN,
            home_url: paths::HOME,
            verify_url: paths::VERIFY,
            credential_url: paths::CREDENTIAL_VERIFICATION,
            languages: languages(language, path),
            vision: Vision { back_url: path.to_owned(), ..vision },
            flash: None,
            demo,
        }
    }

    /// The shell with a message.
    pub fn with_flash(mut self, flash: Option<Flash>) -> Shell {
        self.flash = flash.map(|flash| FlashView {
            good: flash.tone == Tone::Good,
            attention: flash.tone == Tone::Attention,
            stop: flash.tone == Tone::Stop,
            key: flash.key,
            args: flash.args,
        });
        self
    }
}

fn badge(me: &Me) -> PersonBadge {
    PersonBadge {
        id: me.actor.person.map_or(0, |person| person.0),
        name: me.actor.name.surname_and_initials(),
        email: me.actor.email.clone(),
        profile_url: paths::PROFILE,
        sign_out_url: paths::SIGN_OUT,
    }
}

fn languages(current: Language, path: &str) -> Vec<LanguageChoice> {
    [Language::Ru, Language::Kk, Language::En]
        .into_iter()
        .map(|language| LanguageChoice {
            tag: language.tag(),
            name: language.own_name(),
            url: paths::language(language, path),
            current: language == current,
        })
        .collect()
}

/// A place in the navigation: whether its reader has it, where it is, what it is called.
type Place = (bool, &'static str, &'static str);

/// How many places stand side by side before the rarer ones go under «Ещё».
const SIDE_BY_SIDE: usize = 9;

/// What each role finds in the navigation, in the order of a working day; and what is needed now and then, apart where all
/// of it together would be too much for the eye.
fn nav(me: &Me, path: &str) -> (Vec<NavItem>, Vec<NavItem>) {
    let items = |places: Vec<Place>| {
        let theirs = places.into_iter().filter(|(shown, _, _)| *shown);
        let item = |(_, url, label_key): Place| NavItem { url, label_key, current: is_current(url, path) };
        theirs.map(item).collect::<Vec<_>>()
    };
    let (mut daily, rare) = (items(daily(me)), items(rare(me)));
    if daily.len() + rare.len() > SIDE_BY_SIDE {
        return (daily, rare);
    }
    // Messages stay last.
    let last = daily.len().saturating_sub(1);
    daily.splice(last..last, rare);
    (daily, Vec::new())
}

fn daily(me: &Me) -> Vec<Place> {
    let trainee = !me.actor.roles.trainee_of.is_empty();
    let (trainer, administrator) = (me.actor.is_trainer(), me.actor.is_administrator());
    let coordinator = !me.actor.roles.coordinator_of.is_empty();
    vec![
        (trainee, paths::NEXT, "shell-nav-next"),
        (trainee, paths::SCHEDULE, "shell-nav-schedule"),
        (trainee, paths::MY_HOURS, "shell-nav-hours"),
        (trainee, paths::MY_DOCUMENTS, "shell-nav-documents"),
        (trainer, paths::TODAY, "shell-nav-today"),
        (trainer, paths::GRADING, "shell-nav-grading"),
        (administrator || coordinator || trainer, paths::EDITIONS, "shell-nav-editions"),
        (administrator, paths::PROGRAMMES, "shell-nav-programmes"),
        (administrator || trainer, paths::QUESTIONS, "shell-nav-questions"),
        (administrator, paths::PEOPLE, "shell-nav-people"),
        (administrator, paths::ORGANISATIONS, "shell-nav-organisations"),
        (administrator, paths::REGISTER, "shell-nav-register"),
        (true, paths::MESSAGES, "shell-nav-messages"),
    ]
}

fn rare(me: &Me) -> Vec<Place> {
    let roles = &me.actor.roles;
    let administrator = me.actor.is_administrator();
    let coordinator = !roles.coordinator_of.is_empty();
    vec![
        (!roles.trainee_of.is_empty(), paths::OWN_LEVELS, "shell-nav-levels"),
        (administrator || coordinator, paths::MENTORING, "shell-nav-mentoring"),
        (administrator || coordinator, paths::MENTORS, "shell-nav-mentors"),
        (administrator, paths::OUTSIDE_PROOFS, "shell-nav-proofs"),
        (administrator, paths::FEDERAL_REGISTERS, "shell-nav-federal"),
        (administrator, paths::LETTERS, "shell-nav-letters"),
        (administrator || coordinator, paths::AUTHORITY_DOCUMENTS, "shell-nav-authority"),
        (administrator || coordinator, paths::SERVICE_RECORD_REQUESTS, "shell-nav-service"),
        (roles.site_administrator, paths::MAILS, "shell-nav-mails"),
    ]
}

fn is_current(url: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    let within = |place: &str| path.strip_prefix(place).is_some_and(|rest| rest.starts_with('/'));
    // A case that is being written belongs to its programme, whose name its address does not have.
    // A mentor's page belongs to those who accompany, not to the registry whose address it begins with.
    let lent = match url {
        paths::PROGRAMMES => within(paths::CASE_COPIES),
        paths::MENTORING => within(paths::MENTORS),
        _ => false,
    };
    path == url || lent || (within(url) && url != paths::MENTORS)
}
