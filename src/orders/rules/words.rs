//! The closed lists of words of this room.

use crate::kernel::words;

words! {
    /// Which paper of the trail.
    OrderKind {
        /// Приказ об открытии курса и зачислении.
        Enrolment = "enrolment",
        /// Приказ о составе аттестационной комиссии.
        Commission = "commission",
        /// Ведомость итоговой аттестации.
        AssessmentSheet = "assessment_sheet",
        /// Протокол заседания аттестационной комиссии.
        Protocol = "protocol",
        /// Приказ о завершении обучения и отчислении.
        Closing = "closing",
        /// Приказ об отчислении одного слушателя до завершения.
        Expulsion = "expulsion",
        /// Приказ о внесении изменений.
        Correction = "correction",
        /// Приказ об отмене.
        Cancellation = "cancellation",
    }
}

impl OrderKind {
    /// The five papers every group has, in their order.
    pub const STEPS: [OrderKind; 5] = [
        OrderKind::Enrolment,
        OrderKind::Commission,
        OrderKind::AssessmentSheet,
        OrderKind::Protocol,
        OrderKind::Closing,
    ];

    /// The series its numbers are taken from.
    pub fn series(self) -> Series {
        match self {
            OrderKind::AssessmentSheet => Series::Sheets,
            OrderKind::Protocol => Series::Protocols,
            _ => Series::Orders,
        }
    }

    /// Whether it is an order of the head of the organisation; the others are papers of the commission.
    pub fn is_order(self) -> bool {
        self.series() == Series::Orders
    }

    /// Whether it is about another paper.
    pub fn is_about_paper(self) -> bool {
        matches!(self, OrderKind::Protocol | OrderKind::Correction | OrderKind::Cancellation)
    }
}

words! {
    /// A series of numbers: each organisation has its own, anew each year.
    Series {
        /// Orders.
        Orders = "orders",
        /// Protocols.
        Protocols = "protocols",
        /// Assessment sheets, which are numbered after the group.
        Sheets = "sheets",
    }
}

words! {
    /// As what a signed paper names somebody.
    Part {
        /// Enrolled.
        Enrolled = "enrolled",
        /// Has passed the final assessment.
        Passed = "passed",
        /// Has not passed it.
        Failed = "failed",
        /// Was not there.
        Absent = "absent",
        /// Leaves with the document of the programme.
        Document = "document",
        /// Leaves with a справка об обучении.
        StudyCertificate = "study_certificate",
        /// Was expelled before the end.
        Expelled = "expelled",
    }
}
