//! Addresses of the room `appointments`.

use crate::kernel::{AppointmentBookingId, AppointmentRequestId, AppointmentSlotId, EditionId};

with_ids! {
    /// The consultations of an edition, for its trainers; POST opens some.
    edition_appointments(edition: EditionId) = "/editions/{edition}/appointments";
    /// The reader's own of them.
    own_edition_appointments(edition: EditionId) = "/editions/{edition}/appointments?whose=mine";
    /// The form that opens consultations.
    new_appointments(edition: EditionId) = "/editions/{edition}/appointments/new";
    /// Their times with what speaks against each (POST). Nothing is opened.
    appointment_dry_runs(edition: EditionId) = "/editions/{edition}/appointments/dry-runs";
    /// Until when consultations of an edition are cancelled (POST).
    appointment_setting(edition: EditionId) = "/editions/{edition}/appointment-setting";
    /// Asking for a consultation at another time (POST).
    appointment_requests(edition: EditionId) = "/editions/{edition}/appointment-requests";
    /// A consultation, for the trainers of its edition.
    appointment(appointment: AppointmentSlotId) = "/appointments/{appointment}";
    /// The form that changes it.
    edit_appointment(appointment: AppointmentSlotId) = "/appointments/{appointment}/edit";
    /// Changing it (POST).
    appointment_changes(appointment: AppointmentSlotId) = "/appointments/{appointment}/changes";
    /// Booking it (POST).
    appointment_bookings(appointment: AppointmentSlotId) = "/appointments/{appointment}/bookings";
    /// Who came and what came out of it (POST).
    appointment_marks(appointment: AppointmentSlotId) = "/appointments/{appointment}/marks";
    /// Withdrawing it (POST).
    appointment_withdrawal(appointment: AppointmentSlotId) = "/appointments/{appointment}/withdrawal";
    /// Giving a booking up for another one (POST).
    appointment_booking_swap(booking: AppointmentBookingId) = "/appointment-bookings/{booking}/swap";
    /// Cancelling a booking (POST).
    appointment_booking_cancellation(booking: AppointmentBookingId) = "/appointment-bookings/{booking}/cancellation";
    /// Confirming a request (POST).
    appointment_request_confirmation(request: AppointmentRequestId) = "/appointment-requests/{request}/confirmation";
    /// Declining a request (POST).
    appointment_request_refusal(request: AppointmentRequestId) = "/appointment-requests/{request}/refusal";
    /// Taking one's own request back (POST).
    appointment_request_withdrawal(request: AppointmentRequestId) = "/appointment-requests/{request}/withdrawal";
}
