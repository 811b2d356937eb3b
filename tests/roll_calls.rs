//! The roll call beyond the marks: guests, the head count, closing a sheet, paper sheets, and sheets marked without internet.
