//! The route table as its source declares it, for tests that walk all of it.

/// A route as the table declares it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// The address with its parameters in braces.
    pub pattern: String,
    /// The verb, in small letters.
    pub method: String,
}

impl Route {
    /// Whether it belongs to the JSON API and is no page.
    pub fn is_api(&self) -> bool {
        self.pattern.starts_with("/api/")
    }
}

/// The source of the whole route table.
fn table() -> String {
    let folder = std::fs::read_dir("src/routes").unwrap().map(|entry| entry.unwrap().path());
    let files = std::iter::once("src/routes.rs".into()).chain(folder);
    files.map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

/// The route table, read from its source.
pub fn routes() -> Vec<Route> {
    let table = table();
    let folder = std::fs::read_dir("src/web/paths").unwrap().map(|entry| entry.unwrap().path());
    let files = std::iter::once("src/web/paths.rs".into()).chain(folder);
    let paths: String = files.map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let constant = |name: &str| {
        let ways = [format!("    {name} = \""), format!("pub const {name}: &str = \"")];
        let start = ways.iter().find_map(|way| paths.find(way)).unwrap_or_else(|| panic!("no path {name}"));
        paths[start..].split('"').nth(1).unwrap().to_owned()
    };
    let flat = table.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut routes = Vec::new();
    for (at, _) in flat.match_indices(".route(") {
        let call = &flat[at + 7..];
        let (target, rest) = call.split_once(',').unwrap();
        let target = target.trim();
        let pattern = match target.strip_prefix("paths::") {
            Some(name) => constant(name),
            None => target.trim_matches('"').to_owned(),
        };
        let method = rest.trim().split('(').next().unwrap().rsplit("::").next().unwrap().to_owned();
        routes.push(Route { pattern, method });
    }
    routes.sort();
    routes
}
