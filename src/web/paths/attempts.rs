//! Addresses of attempts at quizzes, of appeals and of marking anew.

use crate::kernel::{ActivityId, AppealId, AttemptId, EnrolmentId, QuestionId, RegradeId};

with_ids! {
    /// A quiz before an attempt.
    quiz(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/quizzes/{activity}";
    /// Starting an attempt (POST).
    quiz_attempts(enrolment: EnrolmentId, activity: ActivityId) = "/learn/{enrolment}/quizzes/{activity}/attempts";
    /// An attempt under way, or its result.
    attempt(attempt: AttemptId) = "/attempts/{attempt}";
    /// What the addresses of an attempt's questions begin with.
    attempt_questions(attempt: AttemptId) = "/attempts/{attempt}/questions";
    /// A question of an attempt, wherever it stands.
    attempt_question(attempt: AttemptId, question: QuestionId) = "/attempts/{attempt}/questions/{question}";
    /// Flagging a question to come back to it, or taking its flag off (POST).
    question_flag(attempt: AttemptId, question: QuestionId) = "/attempts/{attempt}/questions/{question}/flag";
    /// Saving an answer (POST).
    attempt_answers(attempt: AttemptId) = "/attempts/{attempt}/answers";
    /// Handing an attempt in (POST).
    attempt_submission(attempt: AttemptId) = "/attempts/{attempt}/submission";
    /// The window or device that answers an attempt (POST).
    attempt_holder(attempt: AttemptId) = "/attempts/{attempt}/holder";
    /// Changing a mark with a reason.
    mark_override(attempt: AttemptId, question: QuestionId) = "/attempts/{attempt}/questions/{question}/override";
    /// Asking for a mark to be looked at again.
    question_appeal(attempt: AttemptId, question: QuestionId) = "/attempts/{attempt}/questions/{question}/appeal";
    /// An appeal, for whoever decides.
    appeal(appeal: AppealId) = "/appeals/{appeal}";
    /// Deciding an appeal (POST).
    appeal_decision(appeal: AppealId) = "/appeals/{appeal}/decision";
    /// A regrade, as far as it has come.
    regrade(regrade: RegradeId) = "/regrades/{regrade}";
}
