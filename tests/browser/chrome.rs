//! A real Chromium, driven through ChromeDriver; both come from Debian's packages.

use crate::support::ports::address_of_its_own;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use thirtyfour::prelude::*;

/// How often something is looked for, a tenth of a second apart or less, before a test gives up. Only a guard against
/// hanging: a machine that runs many windows at once is slow.
pub const PATIENCE: usize = 400;
/// The longest that a page or a script may take.
const LONGEST: Duration = Duration::from_secs(300);

/// One browser window with a profile of its own.
pub struct Chrome {
    /// The window.
    pub driver: WebDriver,
    address: String,
    // After the driver: its session is ended before the server of it, also when a test has failed.
    _server: Server,
    _profile: TempDir,
}

/// The ChromeDriver of one window; it ends with it.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Widths at which every page is looked at: a phone, a tablet, a desk.
pub const WIDTHS: [u32; 3] = [360, 768, 1280];

impl Chrome {
    /// Opens a window whose browser asks for a language.
    pub async fn open(language: &str) -> Chrome {
        let port = address_of_its_own().port();
        let server = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect(
                "chromedriver is not installed: scripts/test installs it (Debian package chromium-driver)",
            );
        let server = Server(server);
        let profile = tempfile::tempdir().unwrap();
        let mut capabilities = DesiredCapabilities::chrome();
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            &format!("--user-data-dir={}", profile.path().display()),
            &format!("--lang={language}"),
        ] {
            capabilities.add_arg(argument).unwrap();
        }
        capabilities
            .add_experimental_option("prefs", serde_json::json!({ "intl.accept_languages": language }))
            .unwrap();
        let address = format!("http://127.0.0.1:{port}");
        for _ in 0..600 {
            let opening = WebDriver::builder(&address, capabilities.clone()).request_timeout(LONGEST * 2);
            if let Ok(driver) = opening.await {
                let patience = TimeoutConfiguration::new(Some(LONGEST), Some(LONGEST), None);
                driver.update_timeouts(patience).await.unwrap();
                let chrome = Chrome { driver, address, _server: server, _profile: profile };
                chrome.width(1280).await;
                return chrome;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("Chromium did not open within a minute");
    }

    /// Makes the page so wide: as on a telephone when it is as narrow as one. The window itself would refuse
    /// to become narrower than 500 px.
    pub async fn width(&self, width: u32) {
        let metrics = serde_json::json!({
            "width": width,
            "height": 900,
            "deviceScaleFactor": 1,
            "mobile": width < WIDTHS[1],
        });
        self.command("Emulation.setDeviceMetricsOverride", metrics).await;
        // A window that has opened nothing yet has no page that could say how wide it wants to be.
        if self.driver.current_url().await.unwrap().scheme() != "http" {
            return;
        }
        // A telephone zooms out of a page that is too wide; that is a fault of the page, and `violations` tells it.
        let script = "const page = document.documentElement;
            return page.scrollWidth > page.clientWidth + 1 ? 0 : window.innerWidth";
        let mut inner = serde_json::Value::Null;
        for _ in 0..PATIENCE {
            inner = self.driver.execute(script, vec![]).await.unwrap().json().clone();
            if inner == width || inner == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the page at {} is {inner} px wide instead of {width}", self.path().await);
    }

    /// Cuts the network of the window, or gives it back. The page is told as by a real browser.
    pub async fn set_offline(&self, offline: bool) {
        let throughput = if offline { 0 } else { -1 };
        let conditions = serde_json::json!({
            "offline": offline,
            "latency": 0,
            "downloadThroughput": throughput,
            "uploadThroughput": throughput,
        });
        self.command("Network.enable", serde_json::json!({})).await;
        self.command("Network.emulateNetworkConditions", conditions).await;
    }

    /// Shows pages as to somebody who likes them dark, or light again.
    pub async fn darken(&self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        // Without motion, so that no colour is on its way from the other scheme when it is looked at.
        let features = serde_json::json!([
            { "name": "prefers-color-scheme", "value": value },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.command("Emulation.setEmulatedMedia", serde_json::json!({ "features": features })).await;
    }

    /// Waits until the page and its styles are there.
    pub async fn settled(&self) {
        let script = "return document.readyState === 'complete' && document.styleSheets.length > 0";
        for _ in 0..PATIENCE {
            if self.driver.execute(script, vec![]).await.unwrap().json() == true {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the page at {} is never there as a whole", self.path().await);
    }

    /// A command of the browser's own protocol.
    async fn command(&self, command: &str, params: serde_json::Value) {
        let url = format!("{}/session/{}/goog/cdp/execute", self.address, self.driver.handle().session_id());
        let body = serde_json::json!({ "cmd": command, "params": params });
        let answer = reqwest::Client::new().post(&url).json(&body).send().await.unwrap();
        assert!(answer.status().is_success(), "{command}: {}", answer.text().await.unwrap());
    }

    /// Opens an address.
    pub async fn go(&self, url: &str) {
        self.driver.goto(url).await.unwrap();
    }

    /// What a person reads on the page.
    pub async fn text(&self) -> String {
        let read = async || self.driver.find(By::Tag("body")).await?.text().await;
        for _ in 0..PATIENCE {
            // Between finding the page and reading it, it may have gone on to another.
            if let Ok(text) = read().await {
                return text.split_whitespace().collect::<Vec<_>>().join(" ");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the page at {} cannot be read: {:?}", self.path().await, read().await);
    }

    /// Fails unless the page says something.
    pub async fn sees(&self, wanted: &str) {
        for _ in 0..PATIENCE {
            if self.text().await.contains(wanted) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the page at {} does not say {wanted:?}: {}", self.path().await, self.text().await);
    }

    /// Waits until the window has come where it should.
    pub async fn arrives(&self, there: impl Fn(&str) -> bool) {
        for _ in 0..PATIENCE {
            if there(&self.path().await) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the window stays at {}: {}", self.path().await, self.text().await);
    }

    /// Where the window is.
    pub async fn path(&self) -> String {
        self.driver.current_url().await.unwrap().path().to_owned()
    }

    /// Types into the field of a name, replacing what stands there.
    pub async fn fill(&self, name: &str, value: &str) {
        let field = self.driver.query(By::Css(format!("[name='{name}']"))).first().await.unwrap();
        if field.attr("type").await.unwrap().is_some_and(|kind| kind == "date" || kind == "time") {
            let script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))";
            self.driver.execute(script, vec![field.to_json().unwrap(), value.into()]).await.unwrap();
            return;
        }
        field.clear().await.unwrap();
        field.send_keys(value).await.unwrap();
    }

    /// Ticks the box or radio of a name and value.
    pub async fn tick(&self, name: &str, value: &str) {
        let wanted = By::Css(format!("[name='{name}'][value='{value}']"));
        let input = self.driver.query(wanted).first().await.unwrap();
        self.driver.execute("arguments[0].click()", vec![input.to_json().unwrap()]).await.unwrap();
    }

    /// Chooses in a list by what is read there.
    pub async fn choose(&self, name: &str, label: &str) {
        let path = format!("//select[@name='{name}']/option[contains(normalize-space(.), '{label}')]");
        self.driver.query(By::XPath(path)).first().await.unwrap().click().await.unwrap();
    }

    /// Chooses in a list by value, as the list itself tells its page.
    pub async fn select(&self, name: &str, value: &str) {
        let list = self.driver.query(By::Css(format!("select[name='{name}']"))).first().await.unwrap();
        let script = "arguments[0].value = arguments[1];
            for (const kind of ['input', 'change']) arguments[0].dispatchEvent(new Event(kind, { bubbles: true }))";
        self.driver.execute(script, vec![list.to_json().unwrap(), value.into()]).await.unwrap();
    }

    /// Answers the question that a button asks before it acts.
    pub async fn confirm(&self, words: &str) {
        let path = format!("//dialog//button[normalize-space(.)='{words}']");
        let answer = self.driver.query(By::XPath(path)).first().await.unwrap();
        answer.click().await.unwrap();
        tokio::time::sleep(Duration::from_millis(150)).await;
    }

    /// Where the link that says something leads.
    pub async fn link_to(&self, words: &str) -> String {
        let path = format!("//main//a[contains(normalize-space(.), '{words}')]");
        self.driver.query(By::XPath(path)).first().await.unwrap().attr("href").await.unwrap().unwrap()
    }

    /// A cookie of the site it is at.
    pub async fn cookie(&self, name: &str) -> String {
        self.driver.get_named_cookie(name).await.unwrap().value
    }

    /// Presses the button or follows the link that says something.
    pub async fn press(&self, words: &str) {
        let path = format!(
            "//main//button[contains(normalize-space(.), '{words}')] | //main//a[contains(normalize-space(.), '{words}')]"
        );
        // In one turn of the page, so that nothing is replaced between finding and pressing; once its scripts are awake,
        // and only what a person sees.
        let script = "if (document.readyState !== 'complete' || document.documentElement.dataset.awake === 'no') return false;
            const kind = XPathResult.ORDERED_NODE_SNAPSHOT_TYPE;
            const all = document.evaluate(arguments[0], document, null, kind, null);
            for (let at = 0; at < all.snapshotLength; at += 1) {
                const found = all.snapshotItem(at);
                if (found.closest('[hidden]')) continue;
                found.scrollIntoView({ block: 'center', inline: 'center' });
                found.click();
                return true;
            }
            return false";
        for _ in 0..PATIENCE {
            // The page may go on to another while it is asked.
            let pressed = self.driver.execute(script, vec![path.clone().into()]).await;
            if pressed.is_ok_and(|pressed| pressed.json() == true) {
                tokio::time::sleep(Duration::from_millis(150)).await;
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("no button or link says {words:?} at {}: {}", self.path().await, self.text().await)
    }

    /// Waits until something on the page fits.
    pub async fn has(&self, css: &str) {
        let (longest, pause) = (Duration::from_secs(40), Duration::from_millis(100));
        if self.driver.query(By::Css(css)).wait(longest, pause).first().await.is_err() {
            panic!("nothing at {} fits {css}: {}", self.path().await, self.text().await);
        }
    }

    /// Waits until the scripts of the page are awake.
    pub async fn wakes(&self) {
        self.has("html[data-awake=yes]").await;
    }

    /// A picture of the page, into the folder named by BIRGE_KEEP_SCREENSHOTS; nothing without it.
    pub async fn keep(&self, name: &str) {
        if let Some(folder) = crate::support::database::setting("BIRGE_KEEP_SCREENSHOTS") {
            std::fs::create_dir_all(&folder).unwrap();
            self.driver.screenshot(&Path::new(&folder).join(format!("{name}.png"))).await.unwrap();
        }
    }

    /// What the accessibility checker finds on the page, as `rule: element` lines.
    pub async fn violations(&self) -> Vec<String> {
        let mut found =
            self.checked("{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }").await;
        let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth + 1";
        if self.driver.execute(wide, vec![]).await.unwrap().json() == &serde_json::Value::Bool(true) {
            found.push("the page scrolls sideways".to_owned());
        }
        found
    }

    /// Texts that are too pale for their background.
    pub async fn pale(&self) -> Vec<String> {
        self.checked("{ runOnly: { type: 'rule', values: ['color-contrast'] } }").await
    }

    async fn checked(&self, options: &str) -> Vec<String> {
        let there = "return typeof axe === 'object'";
        if self.driver.execute(there, vec![]).await.unwrap().json() == false {
            self.driver.execute(include_str!("axe.min.js"), vec![]).await.unwrap();
        }
        let script = format!(
            "const done = arguments[arguments.length - 1];
            axe.run(document, {options})
               .then(found => done(found.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ')))))
               .catch(error => done(['axe failed: ' + error]))"
        );
        let found = self.driver.execute_async(&script, vec![]).await.unwrap();
        serde_json::from_value(found.json().clone()).unwrap()
    }

    /// Closes the window.
    pub async fn close(self) {
        let _ = self.driver.clone().quit().await;
    }
}
