//! The routes of the room `orders`.

use crate::orders::{api, pages};
use crate::web::table::Table;
use actix_web::web::{delete, get, post, put};

/// Every route of it.
pub(super) fn table(table: &mut Table) {
    table
        .route("/editions/{edition}/orders", get().to(pages::trail::index))
        .route("/editions/{edition}/orders", post().to(pages::trail::create))
        .route("/editions/{edition}/group-number", post().to(pages::trail::set_group))
        .route("/editions/{edition}/group-papers/{sheet}", get().to(pages::papers::group_paper))
        .route("/editions/{edition}/certifying-exceptions", post().to(pages::one::except))
        .route(
            "/certifying-exceptions/{certifying_exception}/revocation",
            post().to(pages::trail::revoke_exception),
        )
        .route("/orders/{order}", get().to(pages::one::show))
        .route("/orders/{order}", post().to(pages::draft::update))
        .route("/orders/{order}/edit", get().to(pages::draft::edit))
        .route("/orders/{order}/signature", post().to(pages::one::sign))
        .route("/orders/{order}/withdrawal", post().to(pages::one::withdraw))
        .route("/orders/{order}/pdf", get().to(pages::papers::pdf))
        .route("/organisations/{organisation}/order-numbers", get().to(pages::numbers::show))
        .route("/organisations/{organisation}/order-numbers", post().to(pages::numbers::update));
    table
        .route("/api/v1/editions/{edition}/orders", get().to(api::index))
        .route("/api/v1/editions/{edition}/orders", post().to(api::create))
        .route("/api/v1/editions/{edition}/group-number", put().to(api::settings::group))
        .route("/api/v1/editions/{edition}/group-papers/{sheet}", get().to(api::settings::group_paper))
        .route("/api/v1/editions/{edition}/certifying-exceptions", post().to(api::settings::except))
        .route("/api/v1/certifying-exceptions/{certifying_exception}", delete().to(api::settings::revoke))
        .route("/api/v1/orders/{order}", get().to(api::show))
        .route("/api/v1/orders/{order}", put().to(api::update))
        .route("/api/v1/orders/{order}/signature", post().to(api::sign))
        .route("/api/v1/orders/{order}/withdrawal", post().to(api::withdraw))
        .route("/api/v1/orders/{order}/pdf", get().to(api::pdf))
        .route("/api/v1/organisations/{organisation}/order-numbers", get().to(api::settings::numbers))
        .route("/api/v1/organisations/{organisation}/order-numbers", put().to(api::settings::set_numbers));
}
