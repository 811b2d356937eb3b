//! The patterns of numbers of an organisation.

use super::{Crumb, Refused, field, samples, summary};
use crate::kernel::Moment;
use crate::kernel::ZoneName;
use crate::orders::actions::Patterns;
use crate::orders::rules::numbers::number_text;
use crate::organisations::store::OrganisationRow;
use crate::web::{Field, Title, View, paths};
use chrono::Datelike;
use serde::Serialize;

/// The page.
#[derive(Debug, Serialize)]
pub struct NumbersPage {
    crumbs: Vec<Crumb>,
    organisation: String,
    url: String,
    summary: Vec<Field>,
    orders: Field,
    protocols: Field,
    order_example: String,
    protocol_example: String,
}

impl NumbersPage {
    /// The form with what holds, or with what was typed.
    pub fn new(
        organisation: &OrganisationRow,
        patterns: &Patterns,
        refused: Refused<'_>,
        now: Moment,
    ) -> NumbersPage {
        let year = now.date_in(ZoneName::MOSCOW).year();
        NumbersPage {
            crumbs: vec![Crumb {
                label: organisation.name.clone(),
                url: paths::organisation(organisation.id),
            }],
            organisation: organisation.name.clone(),
            url: paths::order_numbers(organisation.id),
            summary: summary(refused),
            orders: field("orders", &patterns.orders, refused),
            protocols: field("protocols", &patterns.protocols, refused),
            order_example: number_text(&patterns.orders, year, 12),
            protocol_example: number_text(&patterns.protocols, year, 12),
        }
    }
}

impl View for NumbersPage {
    const TEMPLATE: &'static str = "pages/orders/numbers";

    fn title(&self) -> Title {
        Title::key("orders-numbers-title")
    }

    fn samples() -> Vec<NumbersPage> {
        let desk = samples::desk(true);
        let patterns = Patterns { orders: "{number}-ОД".into(), protocols: "{number}-ИА".into() };
        let now = Moment::from_utc(Default::default());
        let (form, problem) = samples::refused("orders");
        let organisation = &desk.group.organisation;
        vec![
            NumbersPage::new(organisation, &patterns, None, now),
            NumbersPage::new(organisation, &patterns, Some((&form, &problem)), now),
        ]
    }
}
