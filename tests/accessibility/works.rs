//! What comes after a case is handed in, teams, and cases written in the browser.

use super::{Visit, person};
use crate::support::{Person, TestApp};
use birge::db::Read;
use birge::db::schema::{
    case_copies, case_discussions, check_in_arrivals, check_ins, enrolments, library_examples, peer_reviews,
    people, shown_answers, site_case_texts, site_cases, submissions, team_members,
};
use birge::kernel::{
    ActivityId, CaseCopyId, EditionId, EnrolmentId, PeerReviewId, PersonId, Problem, SessionId, SiteCaseId,
    SubmissionId, TeamSetId,
};
use birge::web::paths;
use diesel::prelude::*;

/// Who teaches: the board of a discussion and the round of peer reviews.
pub(super) async fn overseers(app: &TestApp) -> Visit {
    let load = |r: &mut Read| -> Result<_, Problem> {
        let board: (EditionId, ActivityId) = case_discussions::table
            .select((case_discussions::edition_id, case_discussions::activity_id))
            .first(r.conn())?;
        let shown: SubmissionId =
            shown_answers::table.select(shown_answers::submission_id).first(r.conn())?;
        let (review, edition, activity): (PeerReviewId, EditionId, ActivityId) = peer_reviews::table
            .inner_join(submissions::table.inner_join(enrolments::table))
            .select((peer_reviews::id, enrolments::edition_id, submissions::activity_id))
            .first(r.conn())?;
        Ok((board, shown, (edition, activity), review))
    };
    let (board, shown, round, review) = app.db.read(load).await.unwrap();
    let pages = vec![
        paths::case_board(board.0, board.1),
        paths::shown_answer(shown),
        paths::peer_round(round.0, round.1),
        paths::peer_review(review),
    ];
    Visit::of(Some(person(app, "trainer@birge.example").await), pages)
}

/// Whoever administers the site writes cases.
pub(super) async fn authors(app: &TestApp) -> Visit {
    let copy: CaseCopyId =
        app.db.read(|r| Ok(case_copies::table.select(case_copies::id).first(r.conn())?)).await.unwrap();
    let slug = "effective-partnership";
    let mut pages = vec![
        paths::case_desk(slug),
        paths::new_case(slug),
        paths::case_copy(copy),
        paths::case_copy_text(copy, "ru"),
        paths::case_copy_preview(copy, "ru"),
    ];
    pages.extend((0..4).map(|part| paths::case_copy_part(copy, "ru", part)));
    Visit::of(Some(person(app, "admin@birge.example").await), pages)
}

/// A reviewer, the author of an example, and a member of a team.
pub(super) async fn takers(app: &TestApp) -> [Visit; 3] {
    let load = |r: &mut Read| -> Result<_, Problem> {
        let reviewer: (EnrolmentId, ActivityId) = peer_reviews::table
            .inner_join(submissions::table)
            .select((peer_reviews::reviewer_id, submissions::activity_id))
            .first(r.conn())?;
        let author: (EnrolmentId, ActivityId) = library_examples::table
            .inner_join(shown_answers::table.inner_join(submissions::table))
            .select((submissions::enrolment_id, submissions::activity_id))
            .first(r.conn())?;
        let member: (EnrolmentId, TeamSetId) = team_members::table
            .filter(team_members::left_at.is_null())
            .select((team_members::enrolment_id, team_members::set_id))
            .first(r.conn())?;
        let mut who = Vec::new();
        for enrolment in [reviewer.0, author.0, member.0] {
            let found: (PersonId, String) = enrolments::table
                .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
                .filter(enrolments::id.eq(enrolment))
                .select((people::id, people::email))
                .first(r.conn())?;
            who.push(Person { id: found.0, email: found.1 });
        }
        Ok((reviewer, author, member, who))
    };
    let (reviewer, author, member, mut who) = app.db.read(load).await.unwrap();
    let (third, second, first) = (who.pop(), who.pop(), who.pop());
    [
        Visit::of(first, vec![paths::own_reviews(reviewer.0, reviewer.1)]),
        Visit::of(
            second,
            vec![
                paths::case_consent(author.0, author.1),
                paths::case_talk(author.0, author.1),
                paths::case_examples(author.0, author.1),
            ],
        ),
        Visit::of(third, vec![paths::own_teams(member.0, member.1)]),
    ]
}

/// Cases from practice: those who answer, and an author who has begun another one.
pub(super) async fn sites(app: &TestApp) -> [Visit; 2] {
    let author = person(app, "trainee@birge.example").await;
    let id = author.id;
    let load = move |r: &mut Read| -> Result<(SiteCaseId, EnrolmentId), Problem> {
        Ok(site_cases::table
            .inner_join(enrolments::table)
            .inner_join(site_case_texts::table)
            .filter(enrolments::person_id.eq(id))
            .select((site_cases::id, site_cases::enrolment_id))
            .first(r.conn())?)
    };
    let (case, enrolment) = app.db.read(load).await.unwrap();
    let (actor, now) = (app.actor(&author).await, app.now());
    let begin = move |w: &mut birge::db::Write| birge::site_cases::actions::begin(w, &actor, enrolment, now);
    let draft = app.db.write(begin).await.unwrap();
    let staff = vec![paths::SITE_CASES.to_owned(), paths::site_case(case), paths::site_case_copy(case)];
    let own = vec![
        paths::own_site_cases(enrolment),
        paths::site_case(case),
        paths::edit_site_case(draft),
        paths::shared_site_case(enrolment, case),
    ];
    let refused = vec![paths::edit_site_case(draft)];
    [
        Visit::of(Some(person(app, "trainer@birge.example").await), staff)
            .refused(vec![paths::site_case(case)]),
        Visit::of(Some(author), own).refused(refused),
    ]
}

/// A session that is being held: its trainer, somebody who came, and somebody at the door.
pub(super) async fn hall(app: &TestApp) -> [Visit; 3] {
    let load = |r: &mut Read| -> Result<_, Problem> {
        let session: SessionId = check_ins::table.select(check_ins::session_id).first(r.conn())?;
        let came: (PersonId, String) = check_in_arrivals::table
            .inner_join(enrolments::table.inner_join(people::table.on(people::id.eq(enrolments::person_id))))
            .order(check_in_arrivals::id)
            .select((people::id, people::email))
            .first(r.conn())?;
        Ok((session, Person { id: came.0, email: came.1 }))
    };
    let (session, came) = app.db.read(load).await.unwrap();
    let trainer = person(app, "trainer@birge.example").await;
    let of_trainer = vec![
        paths::check_in(session),
        paths::check_in_screen(session),
        paths::check_in_screen_of(session, "online"),
        paths::session(session),
    ];
    [
        Visit::of(Some(trainer), of_trainer),
        Visit::of(Some(came), vec![paths::here_at(session), paths::HERE.to_owned()]),
        Visit::of(None, vec![paths::HERE.to_owned()]).refused(vec![paths::HERE.to_owned()]),
    ]
}
