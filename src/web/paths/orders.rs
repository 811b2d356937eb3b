//! Addresses of the room `orders`.

use crate::kernel::{CertifyingExceptionId, EditionId, OrderId, OrganisationId};

with_ids! {
    /// The papers of a group, as a list of steps; POST begins a draft.
    edition_orders(edition: EditionId) = "/editions/{edition}/orders";
    /// The number of a group (POST).
    group_number(edition: EditionId) = "/editions/{edition}/group-number";
    /// A table paper of a group: title page, plans, list of trainees.
    group_paper(edition: EditionId, sheet: &str) = "/editions/{edition}/group-papers/{sheet}";
    /// Letting somebody certify their own (POST).
    certifying_exceptions(edition: EditionId) = "/editions/{edition}/certifying-exceptions";
    /// Taking that back (POST).
    certifying_exception_revocation(exception: CertifyingExceptionId) = "/certifying-exceptions/{exception}/revocation";
    /// A paper; POST changes a draft.
    order(order: OrderId) = "/orders/{order}";
    /// The form of a draft.
    edit_order(order: OrderId) = "/orders/{order}/edit";
    /// Signing a draft (POST).
    order_signature(order: OrderId) = "/orders/{order}/signature";
    /// Throwing a draft away (POST).
    order_withdrawal(order: OrderId) = "/orders/{order}/withdrawal";
    /// A paper as PDF.
    order_pdf(order: OrderId) = "/orders/{order}/pdf";
    /// The patterns of numbers; POST sets them.
    order_numbers(organisation: OrganisationId) = "/organisations/{organisation}/order-numbers";
}
