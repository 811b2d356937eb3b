//! The paper trail of a group: orders, the commission and its protocol, in their order.
