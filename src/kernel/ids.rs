//! Row ids as types, so that a session can never be passed where an enrolment is meant.
//! What a stranger may see carries a [`super::PublicId`] instead.

use serde::{Deserialize, Serialize};

/// Declares id newtypes and hands their names to `db`, which teaches diesel to store them.
#[macro_export]
macro_rules! every_id {
    ($then:path) => {
        $then! {
            PersonId, OrganisationId, BrowserSessionId, OneTimeLinkId, RoleGrantId,
            ProgrammeId, ProgrammeVersionId, ModuleId, ActivityId, QuestionId, QuestionEntryId, QuestionCategoryId,
            EditionId, EnrolmentId, EnrolmentImportId, SessionId, MarkId, CheckInId,
            LedgerEntryId, CompletionId, AttemptId, QuizOverrideId, AppealId, RegradeId, PhraseId, SubmissionId,
            DraftId, CaseStepId, CaseCopyId, GradingId, GradingExceptionId, ExtensionId, PassageCommentId, LiveQuizId, LiveRoundId, LivePlayerId,
            ShownAnswerId, DiscussionRemarkId, LibraryExampleId, PeerReviewId, TeamSetId, TeamId,
            SiteCaseId, SiteCaseEntryId, SiteCaseCopyId,
            CountryProfileId, LicenceId, PersonNameId, EducationProofId, PublicNameConsentId,
            HolidayListId, ClosedHoursId,
            ShiftId,
            SignUpId,
            AbsenceNoticeId,
            SheetClosingId,
            MakeUpId,
            AppointmentSlotId, AppointmentBookingId, AppointmentRequestId,
            WebinarListId,
            CalendarFeedId, SessionNoticeId,
            TrainingRuleId, TrainingCreditId,
            LevelRuleId, OutsideProofId,
            ReminderRuleId, AbsenceWarningId, AbsenceSummaryId,
            PaperTemplateId, PaperTemplateVersionId,
            BlankBatchId, BlankId, SignatureFileId,
            CredentialIssuerId, CredentialKeyId, StatusListId, CredentialStatusId,
            OrderId, CertifyingExceptionId,
            FederalTemplateId, FederalExportId, FederalEventId,
            MentorSettingId, MentorId, MentorPairId, MentorCheckId,
            DocumentBatchId, BatchPersonId, GroupFileId, ServiceRequestId,
            StoredFileId, RegisterId, DocumentId, JobId, MailId, MailDigestId, AuditEntryId
        }
    };
}

macro_rules! declare {
    ($($name:ident),* $(,)?) => {$(
        #[doc = concat!("The row id of a ", stringify!($name), ".")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map($name)
            }
        }
    )*};
}

every_id!(declare);
