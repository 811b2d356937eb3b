//! The route table as a tree of path segments.
//!
//! The framework tries the addresses of a table one after another, and each with a parameter is a regular expression: with
//! a thousand of them that took longer than most pages, and every thread kept scratch memory for every expression. As a
//! tree, an address is compared with the few that stand beside it on each level.

use actix_web::dev::{AppService, HttpServiceFactory};
use actix_web::web::{ServiceConfig, resource, scope, to};
use actix_web::{HttpResponse, Resource, Route, Scope};
use std::collections::BTreeMap;

/// Routes as the rooms declare them.
#[derive(Default)]
pub struct Table {
    root: Node,
}

/// An address and those below it. A brace sorts behind every letter, so that words come before parameters.
#[derive(Default)]
struct Node {
    routes: Vec<Route>,
    below: BTreeMap<String, Node>,
}

/// What the framework is given for a node.
enum Service {
    Address(Resource),
    Branch(Scope),
}

impl HttpServiceFactory for Service {
    fn register(self, config: &mut AppService) {
        match self {
            Service::Address(address) => address.register(config),
            Service::Branch(branch) => branch.register(config),
        }
    }
}

impl Table {
    /// Adds what answers a verb at an address.
    pub fn route(&mut self, path: &str, route: Route) -> &mut Table {
        let root = &mut self.root;
        let node = path
            .split('/')
            .skip(1)
            .fold(root, |node, segment| node.below.entry(segment.to_owned()).or_default());
        node.routes.push(route);
        self
    }

    /// Gives all of it to the server.
    pub fn register(self, cfg: &mut ServiceConfig) {
        for service in services(self.root.below) {
            cfg.service(service);
        }
    }
}

/// What stands side by side. The framework never comes back out of a branch, so of several parameters at one place only
/// that with the most addresses below it is a branch, and the addresses of the others are tried before it.
fn services(below: BTreeMap<String, Node>) -> Vec<Service> {
    let (mut parameters, words): (Vec<_>, Vec<_>) =
        below.into_iter().partition(|(segment, _)| segment.contains('{'));
    parameters.sort_by_key(|(_, node)| node.addresses());
    let branch = parameters.pop();
    let mut all: Vec<Service> =
        words.into_iter().map(|(segment, node)| node.service(format!("/{segment}"))).collect();
    for (segment, node) in parameters {
        node.spread(&format!("/{segment}"), &mut all);
    }
    all.extend(branch.map(|(segment, node)| node.service(format!("/{segment}"))));
    all
}

impl Node {
    fn addresses(&self) -> usize {
        usize::from(!self.routes.is_empty()) + self.below.values().map(Node::addresses).sum::<usize>()
    }

    /// The node under its path from the branch that it stands in; a lonely way down is one step.
    fn service(mut self, path: String) -> Service {
        if self.below.is_empty() {
            return Service::Address(address(&path, self.routes));
        }
        if self.routes.is_empty()
            && self.below.len() == 1
            && let Some((segment, node)) = self.below.pop_first()
        {
            return node.service(format!("{path}/{segment}"));
        }
        let mut branch = scope(&path);
        if !self.routes.is_empty() {
            branch = branch.service(address("", self.routes));
        }
        Service::Branch(services(self.below).into_iter().fold(branch, Scope::service))
    }

    /// Every address of the node with its whole path.
    fn spread(self, path: &str, into: &mut Vec<Service>) {
        if !self.routes.is_empty() {
            into.push(Service::Address(address(path, self.routes)));
        }
        for (segment, node) in self.below {
            node.spread(&format!("{path}/{segment}"), into);
        }
    }
}

/// The verbs of an address; another verb finds nothing there.
fn address(path: &str, routes: Vec<Route>) -> Resource {
    let nothing = to(|| async { HttpResponse::NotFound().finish() });
    routes.into_iter().fold(resource(path), |all, route| all.route(route)).default_service(nothing)
}

#[cfg(test)]
mod tests {
    use super::Table;
    use actix_web::test::{TestRequest, call_service, init_service, read_body};
    use actix_web::web::{Path, delete, get, post};
    use actix_web::{App, HttpRequest};

    async fn pattern(request: HttpRequest) -> String {
        let values: Vec<&str> = request.match_info().iter().map(|(_, value)| value).collect();
        format!("{} {}", request.match_pattern().unwrap(), values.join(","))
    }

    async fn two(path: Path<(i64, i64)>) -> String {
        format!("{:?}", path.into_inner())
    }

    fn table() -> Table {
        let mut table = Table::default();
        for path in [
            "/",
            "/editions",
            "/editions/new",
            "/editions/{edition}",
            "/editions/{edition}/sessions/{session}/sheet",
            "/organisations/{organisation}",
            "/organisations/{organisation}/blanks",
            "/organisations/{public_id}/did.json",
            "/feeds/{token}.ics",
            "/assets/{version}/{name:.*}",
            "/api/v1/editions",
        ] {
            table.route(path, get().to(pattern));
        }
        table
            .route("/editions/{edition}", post().to(|| async { "posted" }))
            .route("/editions/{edition}/orders/{order}", delete().to(two));
        table
    }

    async fn ask(request: TestRequest) -> (u16, String) {
        let app = init_service(App::new().configure(|cfg| table().register(cfg))).await;
        let answer = call_service(&app, request.to_request()).await;
        (answer.status().as_u16(), String::from_utf8(read_body(answer).await.to_vec()).unwrap())
    }

    #[actix_web::test]
    async fn every_address_leads_to_its_own_page_with_its_parameters() {
        for (asked, said) in [
            ("/", "/ "),
            ("/editions", "/editions "),
            ("/editions/new", "/editions/new "),
            ("/editions/7", "/editions/{edition} 7"),
            ("/editions/7/sessions/9/sheet", "/editions/{edition}/sessions/{session}/sheet 7,9"),
            ("/organisations/5", "/organisations/{organisation} 5"),
            ("/organisations/5/blanks", "/organisations/{organisation}/blanks 5"),
            ("/organisations/ab/did.json", "/organisations/{public_id}/did.json ab"),
            ("/feeds/secret.ics", "/feeds/{token}.ics secret"),
            ("/assets/1/css/app.css", "/assets/{version}/{name:.*} 1,css/app.css"),
            ("/api/v1/editions", "/api/v1/editions "),
        ] {
            assert_eq!(ask(TestRequest::get().uri(asked)).await, (200, said.to_owned()));
        }
        assert_eq!(ask(TestRequest::post().uri("/editions/7")).await, (200, "posted".to_owned()));
        assert_eq!(ask(TestRequest::delete().uri("/editions/7/orders/8")).await, (200, "(7, 8)".to_owned()));
    }

    #[actix_web::test]
    async fn nothing_is_found_elsewhere_or_with_another_verb() {
        for asked in
            ["/edition", "/editions/", "/editions/7/sessions", "/editions/7/x", "/editionsx", "/api/v1"]
        {
            assert_eq!(ask(TestRequest::get().uri(asked)).await.0, 404, "{asked}");
        }
        assert_eq!(ask(TestRequest::post().uri("/editions")).await.0, 404);
        assert_eq!(ask(TestRequest::get().uri("/editions/7/orders/8")).await.0, 404);
    }
}
