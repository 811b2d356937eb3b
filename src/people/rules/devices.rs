//! What a browser says it is, in two words a person recognises.

/// The browser, and the system it runs on; nothing where it does not say.
pub fn describe(agent: &str) -> Option<String> {
    // The order matters: every browser also claims to be its ancestors.
    const BROWSERS: [(&str, &str); 8] = [
        ("YaBrowser", "Яндекс Браузер"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];
    let known = |list: &[(&str, &'static str)]| {
        list.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    let parts: Vec<&str> = [known(&BROWSERS), known(&SYSTEMS)].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::describe;

    #[test]
    fn a_browser_is_called_by_its_own_name() {
        let yandex = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 YaBrowser/24.1 Safari/537.36";
        assert_eq!(describe(yandex).as_deref(), Some("Яндекс Браузер, Android"));
        let firefox = "Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0";
        assert_eq!(describe(firefox).as_deref(), Some("Firefox, Windows"));
        assert_eq!(describe("curl/8.0"), None);
    }
}
