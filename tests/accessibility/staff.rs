//! What trainers, coordinators and administrators see.

use super::{NOW, Visit, of_kind, person, staged};
use crate::support::federal::LookAlike;
use crate::support::{Person, TestApp};
use birge::db::schema::{
    case_rubrics, documents, editions, enrolments, gradings, mails, organisations, people, question_versions,
    quiz_attempts, quiz_marks, sessions, submissions,
};
use birge::db::{Read, Write};
use birge::kernel::{
    ActivityId, AttemptId, DocumentId, EditionId, EnrolmentId, FederalTemplateId, MailId, MentorId, Moment,
    OrderId, OrganisationId, PersonId, Problem, QuestionId, SessionId, SubmissionId,
};
use birge::questions::rules::{Answer, QuestionKind};
use birge::questions::store::NewVersion;
use birge::web::paths;
use diesel::prelude::*;

pub(super) async fn trainers(app: &TestApp) -> Visit {
    let who = person(app, "trainer@birge.example").await;
    let load = |r: &mut Read| -> Result<_, Problem> {
        let edition: EditionId = editions::table
            .filter(editions::title.like("%2-й поток%"))
            .select(editions::id)
            .first(r.conn())?;
        let works: Vec<(SubmissionId, Option<i32>)> = submissions::table
            .inner_join(enrolments::table)
            .left_join(gradings::table)
            .filter(enrolments::edition_id.eq(edition))
            .order(submissions::id)
            .select((submissions::id, gradings::total.nullable()))
            .load(r.conn())?;
        let meetings: Vec<(SessionId, Moment)> = sessions::table
            .filter(sessions::edition_id.eq(edition))
            .order(sessions::starts_at)
            .select((sessions::id, sessions::starts_at))
            .load(r.conn())?;
        let attempt: (AttemptId, ActivityId, i64, QuestionId) = quiz_marks::table
            .inner_join(quiz_attempts::table.inner_join(enrolments::table))
            .filter(enrolments::edition_id.eq(edition))
            .filter(quiz_marks::points.gt(0))
            .order(quiz_attempts::id)
            .select((
                quiz_attempts::id,
                quiz_attempts::activity_id,
                quiz_attempts::seed,
                quiz_marks::question_id,
            ))
            .first(r.conn())?;
        let case = staged(r, edition)?;
        let played: SubmissionId = submissions::table
            .inner_join(enrolments::table)
            .filter(enrolments::edition_id.eq(edition))
            .filter(submissions::activity_id.eq(case))
            .select(submissions::id)
            .first(r.conn())?;
        Ok((edition, works, meetings, attempt, (case, played)))
    };
    let (edition, works, meetings, (attempt, quiz, seed, question), (case, played)) =
        app.db.read(load).await.unwrap();
    let essay = app.db.write(move |w| leave_essay(w, attempt, question)).await.unwrap();
    let number = birge::quiz_marking::rules::answer_number(attempt, seed, essay);
    let of_works = move |r: &mut Read| {
        Ok(submissions::table
            .inner_join(enrolments::table)
            .filter(enrolments::edition_id.eq(edition))
            .order(submissions::id)
            .select(submissions::activity_id)
            .first::<ActivityId>(r.conn())?)
    };
    let worked = app.db.read(of_works).await.unwrap();
    let set = app.db.read(move |r| Ok(birge::teams::store::sets(r, edition)?.remove(0).id)).await.unwrap();
    let (reweighed, outdated) = app.db.read(move |r| affected(r, edition)).await.unwrap();
    let mut pages = vec![
        paths::case_rubric(edition, reweighed),
        paths::case_rubric_form(edition, reweighed),
        paths::regrading(outdated),
        paths::submission(outdated),
        paths::edition_case(edition, case),
        paths::edition_hours(edition),
        paths::case_path(played),
        paths::MARKING.to_owned(),
        paths::MARKING_PHRASES.to_owned(),
        paths::answer_to_mark(edition, quiz, essay, number),
        paths::edition_quizzes(edition),
        paths::quiz_results(edition, quiz),
        paths::quiz_statistics(edition, quiz),
        format!("{}&version=full-marks", paths::new_regrade(edition, quiz, question)),
        paths::mark_override(attempt, question),
        paths::TODAY.to_owned(),
        paths::GRADING.to_owned(),
        paths::edition_cases(edition),
        paths::team_sets(edition),
        paths::team_set(set),
        paths::team_balance_of(set, 4, 1),
        paths::case_setup(edition, worked),
        paths::case_extensions(edition, worked),
        paths::case_agreement(edition, worked),
        paths::case_calibration(edition, worked),
        paths::edition(edition),
        paths::edition_sessions(edition),
        paths::attendance_matrix(edition),
        paths::edition_calendar(edition),
        paths::edition_notices(edition),
        paths::new_session(edition),
        paths::new_session_plan(edition),
        paths::edition_week(edition),
        paths::WEEK.to_owned(),
        paths::new_session_series(edition),
        paths::new_schedule_copy(edition),
        paths::days_off(edition),
    ];
    pages.extend(works.iter().find(|(_, total)| total.is_none()).map(|(id, _)| paths::submission(*id)));
    pages.extend(works.iter().find(|(_, total)| total.is_some()).map(|(id, _)| paths::submission(*id)));
    pages.extend(works.first().map(|(id, _)| paths::hiding(*id)));
    for (session, _) in [meetings.first().unwrap(), meetings.last().unwrap()] {
        pages.push(paths::session(*session));
    }
    let held = meetings.first().unwrap().0;
    pages.extend([paths::paper_entry(held), paths::make_ups(held)]);
    let online = move |r: &mut Read| {
        let online =
            sessions::table.filter(sessions::edition_id.eq(edition)).filter(sessions::mode.eq("online"));
        Ok(online.select(sessions::id).first::<SessionId>(r.conn())?)
    };
    let online = app.db.read(online).await.unwrap();
    let list = crate::webinars::leave_list(app, online, who.id).await;
    pages.extend([
        paths::webinar_lists(online),
        paths::webinar_list(online, list),
        paths::webinar_columns(online, list),
    ]);
    pages.push(paths::edit_session(meetings.last().unwrap().0));
    pages.push(paths::session_notices(meetings.last().unwrap().0));
    Visit::of(Some(who), pages).refused(vec![
        paths::new_session(edition),
        paths::new_session_series(edition),
        paths::MARKING_PHRASES.to_owned(),
    ])
}

/// The case whose rubric the edition has changed, and a work that was graded before.
fn affected(r: &mut Read, edition: EditionId) -> Result<(ActivityId, SubmissionId), Problem> {
    let case: ActivityId = case_rubrics::table
        .filter(case_rubrics::edition_id.eq(edition))
        .select(case_rubrics::activity_id)
        .first(r.conn())?;
    let work = gradings::table
        .inner_join(submissions::table.inner_join(enrolments::table))
        .filter(enrolments::edition_id.eq(edition))
        .filter(submissions::activity_id.eq(case))
        .filter(gradings::rubric.eq(1))
        .order(submissions::id.desc())
        .select(submissions::id)
        .first(r.conn())?;
    Ok((case, work))
}

/// Leaves an essay in an attempt that waits for a person.
fn leave_essay(w: &mut Write, attempt: AttemptId, beside: QuestionId) -> Result<QuestionId, Problem> {
    let entry = question_versions::table.find(beside).select(question_versions::entry_id).first(w.conn())?;
    let mut question = birge::quizzes::store::questions_of(w, &[beside])?.remove(&beside).unwrap();
    question.kind = QuestionKind::Essay;
    question.answer = Answer::Essay { min_words: None, max_words: None };
    let at = Moment::parse(NOW).unwrap();
    let new = NewVersion { entry, number: 99, ready: true, question: &question, by: None };
    let essay = birge::questions::store::insert_version(w, new, at)?;
    diesel::insert_into(quiz_marks::table)
        .values((
            quiz_marks::attempt_id.eq(attempt),
            quiz_marks::question_id.eq(essay),
            quiz_marks::points.eq(0),
        ))
        .execute(w.conn())?;
    Ok(essay)
}

pub(super) async fn administrators(app: &TestApp) -> Visit {
    let who = person(app, "admin@birge.example").await;
    let load = |r: &mut Read| -> Result<_, Problem> {
        let ended: EditionId = editions::table
            .filter(editions::title.like("%выездная%"))
            .select(editions::id)
            .first(r.conn())?;
        let (enrolment, running, trainee): (EnrolmentId, EditionId, PersonId) = enrolments::table
            .inner_join(people::table.on(people::id.eq(enrolments::person_id)))
            .filter(people::email.eq("trainee@birge.example"))
            .order(enrolments::id)
            .select((enrolments::id, enrolments::edition_id, enrolments::person_id))
            .first(r.conn())?;
        let papers: Vec<DocumentId> =
            documents::table.order(documents::id).select(documents::id).load(r.conn())?;
        // Of the running edition: the other centre is in Kazakhstan, which has no federal register.
        let centre: OrganisationId =
            editions::table.find(running).select(editions::organisation_id).first(r.conn())?;
        let school: OrganisationId =
            organisations::table.order(organisations::id.desc()).select(organisations::id).first(r.conn())?;
        let letter: MailId = mails::table.select(mails::id).first(r.conn())?;
        let lesson = of_kind(r, running, "lesson")?.first().copied().unwrap();
        let texts = (lesson, staged(r, running)?);
        Ok(([ended, running], (enrolment, trainee), papers, [centre, school], letter, texts))
    };
    let ([ended, running], (enrolment, trainee), papers, bodies, letter, (lesson, case)) =
        app.db.read(load).await.unwrap();
    let lists = [
        paths::EDITIONS,
        paths::NEW_EDITION,
        paths::REGISTER,
        paths::CREDENTIAL_KEYS,
        paths::PEOPLE,
        paths::NEW_PERSON,
        paths::ORGANISATIONS,
        paths::NEW_ORGANISATION,
        paths::PROGRAMMES,
        paths::PROGRAMME_IMPORTS,
        paths::FORMATS,
        paths::HOLIDAYS,
        paths::NEW_HOLIDAYS,
        paths::MAILS,
    ];
    let mut pages: Vec<String> = lists.map(str::to_owned).to_vec();
    pages.extend([
        paths::edition(running),
        paths::edit_edition(running),
        paths::new_enrolment(running),
        paths::withdrawal(running, enrolment),
        paths::new_enrolment_import(running),
        dry_run(app, &who, running).await,
        paths::edition_orders(running),
        paths::edition_orders(ended),
        paths::issue(running),
        paths::issue(ended),
        paths::person(trainee),
        paths::edit_person(trainee),
        paths::programme("effective-partnership"),
        paths::lesson_preview(lesson),
        paths::case_preview(case),
        paths::mail(letter),
        paths::format("press_tour"),
        paths::edition_training(running),
        paths::training_rule(running),
        paths::own_training(enrolment),
        paths::edition_reminders(running),
    ]);
    let rule = [("initial_minutes", "120"), ("quarterly", "on"), ("least_minutes", "30")];
    app.sign_in(&who).await.post(&paths::training_rule(running), &rule).await;
    pages.extend(papers.first().map(|paper| paths::credential(*paper)));
    pages.extend(papers.last().copied().map(paths::new_document_replacement));
    pages.extend(orders(app, &who, running).await);
    pages.extend(papers.first().map(|paper| paths::document_entry(*paper)));
    pages.extend(papers.first().map(|paper| paths::document_signatures(*paper)));
    pages.extend(federal(app, &who, bodies[0]).await);
    pages.extend(papers.into_iter().map(paths::document));
    pages.extend(bodies.map(paths::organisation));
    pages.extend([
        paths::COUNTRIES.to_owned(),
        paths::country("ru"),
        paths::organisation_country(bodies[0]),
        paths::person_identity(trainee),
        paths::personal_record(trainee),
        paths::public_name(trainee),
        paths::edition_identities(running),
        paths::federal_settings(running),
        paths::edition_handovers(ended),
        paths::document_samples(ended, "advanced_training_certificate"),
        paths::FEDERAL_REGISTERS.to_owned(),
        paths::VERIFY.to_owned(),
        paths::registers(bodies[0]),
        paths::MENTORS.to_owned(),
        paths::level_rule(bodies[0]),
        paths::person_levels(trainee),
        paths::OUTSIDE_PROOFS.to_owned(),
        paths::entry_condition(running),
        paths::edition_entry(running),
        paths::register_setting(bodies[0], "advanced_training_certificate"),
        paths::number_gaps(bodies[0]),
        paths::blanks(bodies[0]),
        paths::MENTORING.to_owned(),
        paths::MY_MENTORING.to_owned(),
        paths::mentors(bodies[0]),
        paths::mentor_settings(bodies[0]),
        // Both mentors of the demonstration: one with a pair, one who lacks papers.
        paths::mentor(MentorId(1)),
        paths::mentor(MentorId(2)),
        paths::register_years(bodies[0]),
        paths::licences(bodies[0]),
        // The first order that the demonstration signs.
        paths::order_signatures(OrderId(1)),
    ]);
    let forms =
        [paths::NEW_EDITION, paths::NEW_PERSON, paths::NEW_ORGANISATION, paths::FORMATS, paths::NEW_HOLIDAYS]
            .map(str::to_owned);
    let more = [paths::edit_person(trainee), paths::new_enrolment(running), paths::training_rule(running)];
    let forms = forms.into_iter().chain(more).collect();
    Visit::of(Some(who), pages).refused(forms)
}

/// The pages of the federal register of an organisation, with a template and a file made with it.
async fn federal(app: &TestApp, who: &Person, organisation: OrganisationId) -> Vec<String> {
    let look_alike = LookAlike { prepared: 2, ..LookAlike::new() };
    let template = app.federal_template(who, organisation, &look_alike).await;
    let id: FederalTemplateId = template.rsplit('/').next().unwrap().parse().unwrap();
    let export = app.federal_file(organisation, id).await;
    vec![
        template,
        paths::federal_register(organisation),
        paths::federal_check(organisation),
        paths::federal_templates(organisation),
        paths::federal_exports(organisation),
        paths::federal_export(organisation, export),
    ]
}

/// A file of people with faults, checked; answers its address.
async fn dry_run(app: &TestApp, who: &Person, edition: EditionId) -> String {
    let file =
        "Фамилия;Имя;E-mail;Организация\nСейтқали;Дина;dina@test.example;Новая школа\nПетров;;никуда;\n";
    let files = [("file", "people.csv", file.as_bytes().to_vec())];
    let browser = app.sign_in(who).await;
    let page = browser.post_multipart(&paths::enrolment_imports(edition), &[], &files).await;
    assert!(page.path.contains("/enrolment-imports/"), "{}: {}", page.path, page.text());
    page.path
}

/// A coordinator, with an edition in which people of theirs learn.
pub(super) async fn coordinators(app: &TestApp) -> Visit {
    let who = person(app, "coordinator@birge.example").await;
    let desk = app.sign_in(&who).await;
    let load = |r: &mut Read| -> Result<Vec<EditionId>, Problem> {
        Ok(editions::table.order(editions::id).select(editions::id).load(r.conn())?)
    };
    let mut pages = vec![paths::NEXT.to_owned(), paths::EDITIONS.to_owned()];
    for edition in app.db.read(load).await.unwrap() {
        if desk.status_of(&paths::edition(edition)).await == 200 {
            pages.push(paths::edition(edition));
            break;
        }
    }
    assert_eq!(pages.len(), 3, "nobody of theirs learns anywhere");
    Visit::of(Some(who), pages)
}

/// A draft with its form, a signed paper, and the numbers of the organisation.
async fn orders(app: &TestApp, who: &Person, running: EditionId) -> Vec<String> {
    let draft = app.draft_order(who, running).await;
    let known = app.db.read(move |r| {
        let organisation = birge::editions::store::edition(r, running)?.unwrap().organisation_id;
        let signed =
            birge::db::schema::orders::table.filter(birge::db::schema::orders::signed_at.is_not_null());
        let signed = signed.order(birge::db::schema::orders::id).select(birge::db::schema::orders::id);
        Ok((organisation, signed.first::<birge::kernel::OrderId>(r.conn())?))
    });
    let (organisation, signed) = known.await.unwrap();
    let of_draft = [paths::order(draft), paths::edit_order(draft)];
    of_draft.into_iter().chain([paths::order(signed), paths::order_numbers(organisation)]).collect()
}
