//! The one schema of both databases, kept in step with `migrations/` by a test.

#![expect(missing_docs, reason = "the columns are documented in the migrations")]

diesel::table! {
    organisations (id) {
        id -> BigInt,
        name -> Text,
        short_name -> Text,
        name_fold -> Text,
        sector -> Text,
        parent_id -> Nullable<BigInt>,
        city -> Nullable<Text>,
        licence -> Nullable<Text>,
        head_post -> Nullable<Text>,
        head_name -> Nullable<Text>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    people (id) {
        id -> BigInt,
        email -> Text,
        email_key -> Text,
        surname -> Text,
        given_name -> Text,
        patronymic -> Nullable<Text>,
        name_fold -> Text,
        sort_ru -> Binary,
        sort_kk -> Binary,
        language -> Text,
        time_zone -> Text,
        organisation_id -> Nullable<BigInt>,
        password_hash -> Nullable<Text>,
        password_set_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        deactivated_at -> Nullable<Timestamp>,
        position -> Nullable<Text>,
    }
}

diesel::table! {
    role_grants (id) {
        id -> BigInt,
        person_id -> BigInt,
        role -> Text,
        organisation_id -> Nullable<BigInt>,
        granted_at -> Timestamp,
        granted_by -> Nullable<BigInt>,
        revoked_at -> Nullable<Timestamp>,
        revoked_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    browser_sessions (id) {
        id -> BigInt,
        person_id -> BigInt,
        kind -> Text,
        token_hash -> Text,
        created_at -> Timestamp,
        last_seen_at -> Timestamp,
        expires_at -> Timestamp,
        address -> Text,
        agent -> Text,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    one_time_links (id) {
        id -> BigInt,
        person_id -> BigInt,
        purpose -> Text,
        nonce -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    form_submissions (form_key) {
        form_key -> Text,
        person_id -> Nullable<BigInt>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    audit_entries (id) {
        id -> BigInt,
        at -> Timestamp,
        person_id -> Nullable<BigInt>,
        action -> Text,
        subject_kind -> Text,
        subject_id -> BigInt,
        before_value -> Nullable<Text>,
        after_value -> Nullable<Text>,
    }
}

diesel::table! {
    audit_seals (number) {
        number -> BigInt,
        entry_id -> BigInt,
        seal -> Text,
        sealed_at -> Timestamp,
    }
}

diesel::table! {
    jobs (id) {
        id -> BigInt,
        kind -> Text,
        payload -> Text,
        unique_key -> Nullable<Text>,
        run_at -> Timestamp,
        attempts -> Integer,
        created_at -> Timestamp,
        claimed_at -> Nullable<Timestamp>,
        finished_at -> Nullable<Timestamp>,
        failed_at -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
    }
}

diesel::table! {
    mails (id) {
        id -> BigInt,
        person_id -> Nullable<BigInt>,
        to_address -> Text,
        to_name -> Text,
        name -> Text,
        language -> Text,
        subject -> Text,
        body_text -> Text,
        body_html -> Text,
        created_at -> Timestamp,
        sent_at -> Nullable<Timestamp>,
        shown_at -> Nullable<Timestamp>,
        read_at -> Nullable<Timestamp>,
        waits_until -> Nullable<Timestamp>,
        kept_at -> Nullable<Timestamp>,
        digest_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    mail_digests (id) {
        id -> BigInt,
        person_id -> BigInt,
        due_at -> Timestamp,
        opened_at -> Timestamp,
        closed_at -> Nullable<Timestamp>,
        mail_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    letter_wishes (person_id) {
        person_id -> BigInt,
        digest_minute -> Integer,
        quiet_from -> Nullable<Integer>,
        quiet_to -> Nullable<Integer>,
        set_at -> Timestamp,
    }
}

diesel::table! {
    letter_topic_wishes (person_id, topic) {
        person_id -> BigInt,
        topic -> Text,
        delivery -> Text,
    }
}

diesel::table! {
    stored_files (id) {
        id -> BigInt,
        storage_key -> Text,
        sha256 -> Text,
        size -> BigInt,
        media_type -> Text,
        name -> Text,
        created_at -> Timestamp,
        created_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    programmes (id) {
        id -> BigInt,
        slug -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    programme_versions (id) {
        id -> BigInt,
        programme_id -> BigInt,
        number -> Integer,
        content_hash -> Text,
        kind -> Text,
        title -> Text,
        summary -> Text,
        audience -> Text,
        languages -> Text,
        academic_hour_minutes -> Integer,
        theory_hours -> Integer,
        practice_hours -> Integer,
        self_study_hours -> Integer,
        document_kind -> Text,
        rule -> Text,
        declarations -> Text,
        imported_at -> Timestamp,
        imported_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    modules (id) {
        id -> BigInt,
        version_id -> BigInt,
        position -> Integer,
        key -> Text,
        title -> Text,
        extra_for -> Nullable<Text>,
    }
}

diesel::table! {
    activities (id) {
        id -> BigInt,
        version_id -> BigInt,
        module_id -> BigInt,
        position -> Integer,
        key -> Text,
        kind -> Text,
        format -> Text,
        mode -> Text,
        nature -> Text,
        hours -> Integer,
        minutes -> Integer,
        after_keys -> Text,
        title -> Text,
    }
}

diesel::table! {
    lesson_texts (activity_id, language) {
        activity_id -> BigInt,
        language -> Text,
        body -> Text,
    }
}

diesel::table! {
    quiz_definitions (activity_id) {
        activity_id -> BigInt,
        settings -> Text,
    }
}

diesel::table! {
    question_categories (id) {
        id -> BigInt,
        organisation_id -> Nullable<BigInt>,
        programme_id -> Nullable<BigInt>,
        parent_id -> Nullable<BigInt>,
        key -> Text,
        name -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    question_entries (id) {
        id -> BigInt,
        category_id -> BigInt,
        key -> Text,
        created_at -> Timestamp,
        created_by -> Nullable<BigInt>,
        archived_at -> Nullable<Timestamp>,
        archived_by -> Nullable<BigInt>,
        name -> Nullable<Text>,
    }
}

diesel::table! {
    question_tags (entry_id, tag) {
        entry_id -> BigInt,
        tag -> Text,
    }
}

diesel::table! {
    question_versions (id) {
        id -> BigInt,
        entry_id -> BigInt,
        number -> Integer,
        state -> Text,
        kind -> Text,
        definition -> Text,
        created_at -> Timestamp,
        created_by -> Nullable<BigInt>,
        source -> Nullable<Text>,
        languages -> Text,
        search_fold -> Nullable<Text>,
    }
}

diesel::table! {
    quiz_questions (activity_id, position) {
        activity_id -> BigInt,
        position -> Integer,
        question_id -> BigInt,
    }
}

diesel::table! {
    case_definitions (activity_id) {
        activity_id -> BigInt,
        definition -> Text,
    }
}

diesel::table! {
    media_files (id) {
        id -> BigInt,
        version_id -> BigInt,
        path -> Text,
        file_id -> BigInt,
    }
}

diesel::table! {
    editions (id) {
        id -> BigInt,
        version_id -> BigInt,
        organisation_id -> BigInt,
        title -> Text,
        starts_on -> Date,
        ends_on -> Date,
        time_zone -> Text,
        capacity -> Integer,
        rule -> Text,
        opened_at -> Timestamp,
        opened_by -> Nullable<BigInt>,
        closed_at -> Nullable<Timestamp>,
        closed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    edition_trainers (edition_id, person_id) {
        edition_id -> BigInt,
        person_id -> BigInt,
        added_at -> Timestamp,
        added_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    enrolments (id) {
        id -> BigInt,
        edition_id -> BigInt,
        person_id -> BigInt,
        organisation_id -> Nullable<BigInt>,
        enrolled_at -> Timestamp,
        enrolled_by -> Nullable<BigInt>,
        withdrawn_at -> Nullable<Timestamp>,
        withdrawn_by -> Nullable<BigInt>,
        withdrawal_reason -> Nullable<Text>,
    }
}

diesel::table! {
    enrolment_imports (id) {
        id -> BigInt,
        edition_id -> BigInt,
        file_name -> Text,
        content -> Text,
        fault_count -> Integer,
        created_at -> Timestamp,
        created_by -> Nullable<BigInt>,
        confirmed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    completions (id) {
        id -> BigInt,
        enrolment_id -> BigInt,
        activity_id -> BigInt,
        completed_at -> Timestamp,
        source_kind -> Text,
        source_id -> BigInt,
        result_permille -> Nullable<Integer>,
    }
}

diesel::table! {
    ledger_entries (id) {
        id -> BigInt,
        enrolment_id -> BigInt,
        activity_id -> BigInt,
        minutes -> Integer,
        nature -> Text,
        mode -> Text,
        source_kind -> Text,
        source_id -> BigInt,
        revision -> Integer,
        credited_at -> Timestamp,
    }
}

diesel::table! {
    sessions (id) {
        id -> BigInt,
        edition_id -> BigInt,
        activity_id -> BigInt,
        held_on -> Date,
        starts_local -> Time,
        ends_local -> Time,
        time_zone -> Text,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        mode -> Text,
        place -> Nullable<Text>,
        link -> Nullable<Text>,
        trainer_id -> Nullable<BigInt>,
        created_at -> Timestamp,
        created_by -> Nullable<BigInt>,
        cancelled_at -> Nullable<Timestamp>,
        cancellation_reason -> Nullable<Text>,
    }
}

diesel::table! {
    attendance_marks (id) {
        id -> BigInt,
        session_id -> BigInt,
        enrolment_id -> BigInt,
        status -> Text,
        presence -> Text,
        late_minutes -> Integer,
        early_minutes -> Integer,
        minutes -> Integer,
        reason -> Nullable<Text>,
        reason_code -> Nullable<Text>,
        revision -> Integer,
        marked_at -> Timestamp,
        marked_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    attendance_corrections (id) {
        id -> BigInt,
        mark_id -> BigInt,
        old_value -> Text,
        new_value -> Text,
        reason -> Nullable<Text>,
        corrected_at -> Timestamp,
        corrected_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    lesson_visits (enrolment_id, activity_id) {
        enrolment_id -> BigInt,
        activity_id -> BigInt,
        opened_at -> Timestamp,
        last_seen_at -> Timestamp,
        place_permille -> Integer,
        read_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    quiz_attempts (id) {
        id -> BigInt,
        enrolment_id -> BigInt,
        activity_id -> BigInt,
        number -> Integer,
        seed -> BigInt,
        language -> Text,
        question_ids -> Text,
        started_at -> Timestamp,
        due_at -> Nullable<Timestamp>,
        submitted_at -> Nullable<Timestamp>,
        submitted_by_clock -> Bool,
        points -> Nullable<Integer>,
        max_points -> Nullable<Integer>,
        result_permille -> Nullable<Integer>,
        passed -> Nullable<Bool>,
        plan -> Nullable<Text>,
        taken_until -> Nullable<Timestamp>,
        holder -> Nullable<Text>,
    }
}

diesel::table! {
    quiz_steps (id) {
        id -> BigInt,
        attempt_id -> BigInt,
        sequence -> Integer,
        question_id -> BigInt,
        response -> Text,
        answered_at -> Timestamp,
        checked -> Bool,
    }
}

diesel::table! {
    quiz_flags (attempt_id, question_id) {
        attempt_id -> BigInt,
        question_id -> BigInt,
        flagged_at -> Timestamp,
    }
}

diesel::table! {
    quiz_setups (id) {
        id -> BigInt,
        edition_id -> BigInt,
        activity_id -> BigInt,
        number -> Integer,
        settings -> Text,
        sections -> Text,
        password_hash -> Nullable<Text>,
        set_by -> Nullable<BigInt>,
        set_at -> Timestamp,
    }
}

diesel::table! {
    quiz_overrides (id) {
        id -> BigInt,
        edition_id -> BigInt,
        activity_id -> BigInt,
        enrolment_id -> Nullable<BigInt>,
        organisation_id -> Nullable<BigInt>,
        changes -> Text,
        reason -> Text,
        set_by -> Nullable<BigInt>,
        set_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
        revoked_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    accommodations (id) {
        id -> BigInt,
        person_id -> BigInt,
        extra_time_percent -> Integer,
        reason -> Text,
        set_by -> Nullable<BigInt>,
        set_at -> Timestamp,
    }
}

diesel::table! {
    quiz_marks (attempt_id, question_id) {
        attempt_id -> BigInt,
        question_id -> BigInt,
        fraction -> Nullable<Integer>,
        points -> Integer,
    }
}

diesel::table! {
    quiz_mark_changes (id) {
        id -> BigInt,
        attempt_id -> BigInt,
        question_id -> BigInt,
        kind -> Text,
        old_fraction -> Nullable<Integer>,
        old_points -> Integer,
        new_fraction -> Nullable<Integer>,
        new_points -> Integer,
        reason -> Text,
        remark -> Text,
        changed_by -> Nullable<BigInt>,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    quiz_blind_markings (id) {
        id -> BigInt,
        edition_id -> BigInt,
        activity_id -> BigInt,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
        lifted_at -> Nullable<Timestamp>,
        lifted_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    marking_phrases (id) {
        id -> BigInt,
        person_id -> BigInt,
        text -> Text,
        created_at -> Timestamp,
        edition_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    quiz_appeals (id) {
        id -> BigInt,
        attempt_id -> BigInt,
        question_id -> BigInt,
        text -> Text,
        made_at -> Timestamp,
    }
}

diesel::table! {
    quiz_appeal_decisions (appeal_id) {
        appeal_id -> BigInt,
        accepted -> Bool,
        answer -> Text,
        decided_by -> Nullable<BigInt>,
        decided_at -> Timestamp,
    }
}

diesel::table! {
    quiz_regrades (id) {
        id -> BigInt,
        edition_id -> BigInt,
        activity_id -> BigInt,
        question_id -> BigInt,
        by_question_id -> Nullable<BigInt>,
        reason -> Text,
        ordered_by -> Nullable<BigInt>,
        ordered_at -> Timestamp,
        finished_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    quiz_regrade_attempts (regrade_id, attempt_id) {
        regrade_id -> BigInt,
        attempt_id -> BigInt,
        old_points -> Integer,
        new_points -> Integer,
        old_passed -> Nullable<Bool>,
        new_passed -> Nullable<Bool>,
        done_at -> Timestamp,
    }
}

diesel::table! {
    case_drafts (id) {
        id -> BigInt,
        enrolment_id -> Nullable<BigInt>,
        activity_id -> BigInt,
        text -> Text,
        revision -> Integer,
        saved_at -> Timestamp,
        parts -> Text,
        team_id -> Nullable<BigInt>,
        saved_by -> Nullable<BigInt>,
        present -> Text,
    }
}

diesel::table! {
    draft_files (draft_id, file_id) {
        draft_id -> BigInt,
        file_id -> BigInt,
    }
}

diesel::table! {
    case_steps (id) {
        id -> BigInt,
        enrolment_id -> BigInt,
        activity_id -> BigInt,
        run -> Integer,
        sequence -> Integer,
        stage_key -> Text,
        is_end -> Bool,
        opened_at -> Timestamp,
        due_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    case_decisions (step_id) {
        step_id -> BigInt,
        choice_key -> Nullable<Text>,
        text -> Text,
        by_clock -> Bool,
        next_key -> Text,
        decided_at -> Timestamp,
    }
}

diesel::table! {
    case_step_drafts (step_id) {
        step_id -> BigInt,
        text -> Text,
        revision -> Integer,
        saved_at -> Timestamp,
    }
}

diesel::table! {
    case_debriefs (edition_id, activity_id) {
        edition_id -> BigInt,
        activity_id -> BigInt,
        opened_at -> Timestamp,
        opened_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    submissions (id) {
        id -> BigInt,
        enrolment_id -> BigInt,
        activity_id -> BigInt,
        version -> Integer,
        text -> Text,
        receipt -> Text,
        due_at -> Nullable<Timestamp>,
        late -> Bool,
        submitted_at -> Timestamp,
        parts -> Text,
        deduction -> Integer,
        team_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    team_sets (id) {
        id -> BigInt,
        edition_id -> BigInt,
        name -> Text,
        sign_up_until -> Nullable<Timestamp>,
        places -> Integer,
        made_by -> Nullable<BigInt>,
        made_at -> Timestamp,
    }
}

diesel::table! {
    teams (id) {
        id -> BigInt,
        set_id -> BigInt,
        name -> Text,
        made_at -> Timestamp,
        closed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    team_members (id) {
        id -> BigInt,
        set_id -> BigInt,
        team_id -> BigInt,
        enrolment_id -> BigInt,
        joined_at -> Timestamp,
        joined_by -> Nullable<BigInt>,
        left_at -> Nullable<Timestamp>,
        left_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    team_uses (edition_id, activity_id) {
        edition_id -> BigInt,
        activity_id -> BigInt,
        set_id -> BigInt,
    }
}

diesel::table! {
    submission_members (submission_id, enrolment_id) {
        submission_id -> BigInt,
        enrolment_id -> BigInt,
        present -> Bool,
        points -> Integer,
        total -> Nullable<Integer>,
        passed -> Nullable<Bool>,
    }
}

diesel::table! {
    team_adjustments (id) {
        id -> BigInt,
        submission_id -> BigInt,
        enrolment_id -> BigInt,
        present -> Bool,
        points -> Integer,
        reason -> Text,
        made_by -> Nullable<BigInt>,
        made_at -> Timestamp,
    }
}

diesel::table! {
    team_ratings (submission_id, rater_id, rated_id) {
        submission_id -> BigInt,
        rater_id -> BigInt,
        rated_id -> BigInt,
        rating -> Integer,
        remark -> Text,
        rated_at -> Timestamp,
    }
}

diesel::table! {
    submission_files (submission_id, file_id) {
        submission_id -> BigInt,
        file_id -> BigInt,
    }
}

diesel::table! {
    gradings (id) {
        id -> BigInt,
        submission_id -> BigInt,
        grader_id -> Nullable<BigInt>,
        total -> Integer,
        passed -> Bool,
        remark -> Text,
        advice -> Text,
        graded_at -> Timestamp,
        decided -> Text,
        released_at -> Nullable<Timestamp>,
        released_by -> Nullable<BigInt>,
        rubric -> Integer,
    }
}

diesel::table! {
    grading_marks (grading_id, criterion_key) {
        grading_id -> BigInt,
        criterion_key -> Text,
        points -> Integer,
        remark -> Nullable<Text>,
    }
}

diesel::table! {
    case_setups (id) {
        id -> BigInt,
        edition_id -> BigInt,
        activity_id -> BigInt,
        number -> Integer,
        settings -> Text,
        set_by -> Nullable<BigInt>,
        set_at -> Timestamp,
    }
}

diesel::table! {
    case_hidings (submission_id) {
        submission_id -> BigInt,
        reason -> Text,
        hidden_by -> Nullable<BigInt>,
        hidden_at -> Timestamp,
    }
}

diesel::table! {
    peer_rounds (edition_id, activity_id) {
        edition_id -> BigInt,
        activity_id -> BigInt,
        reviewers -> Integer,
        days -> Integer,
        points -> Integer,
        proposes -> Bool,
        allotted_at -> Nullable<Timestamp>,
        due_at -> Nullable<Timestamp>,
        renewed_at -> Nullable<Timestamp>,
        released_at -> Nullable<Timestamp>,
        released_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    peer_reviews (id) {
        id -> BigInt,
        submission_id -> BigInt,
        reviewer_id -> BigInt,
        allotted_at -> Timestamp,
        due_at -> Timestamp,
        draft -> Text,
        revision -> Integer,
        saved_at -> Nullable<Timestamp>,
        content -> Nullable<Text>,
        total -> Nullable<Integer>,
        rubric -> Integer,
        handed_in_at -> Nullable<Timestamp>,
        passed_on_at -> Nullable<Timestamp>,
        dropped_at -> Nullable<Timestamp>,
        dropped_by -> Nullable<BigInt>,
        dropped_reason -> Nullable<Text>,
    }
}

diesel::table! {
    case_discussions (edition_id, activity_id) {
        edition_id -> BigInt,
        activity_id -> BigInt,
        nameless -> Bool,
        opened_at -> Timestamp,
        opened_by -> Nullable<BigInt>,
        closed_at -> Nullable<Timestamp>,
        closed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    shown_answers (id) {
        id -> BigInt,
        edition_id -> BigInt,
        activity_id -> BigInt,
        submission_id -> BigInt,
        number -> Integer,
        text -> Text,
        chosen_by -> Nullable<BigInt>,
        changed_at -> Timestamp,
        taken_out_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    discussion_remarks (id) {
        id -> BigInt,
        answer_id -> BigInt,
        person_id -> BigInt,
        by_staff -> Bool,
        nameless -> Bool,
        text -> Text,
        made_at -> Timestamp,
        hidden_at -> Nullable<Timestamp>,
        hidden_by -> Nullable<BigInt>,
        hidden_reason -> Nullable<Text>,
    }
}

diesel::table! {
    library_examples (id) {
        id -> BigInt,
        answer_id -> BigInt,
        text -> Text,
        asked_by -> Nullable<BigInt>,
        asked_at -> Timestamp,
        answered_at -> Nullable<Timestamp>,
        agreed -> Nullable<Bool>,
        ended_at -> Nullable<Timestamp>,
        ended_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    example_answers (example_id, enrolment_id) {
        example_id -> BigInt,
        enrolment_id -> BigInt,
        agreed -> Nullable<Bool>,
        answered_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    case_extensions (id) {
        id -> BigInt,
        edition_id -> BigInt,
        activity_id -> BigInt,
        enrolment_id -> Nullable<BigInt>,
        organisation_id -> Nullable<BigInt>,
        due_on -> Date,
        reason -> Text,
        made_by -> Nullable<BigInt>,
        made_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
        revoked_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    grading_works (submission_id) {
        submission_id -> BigInt,
        enrolment_id -> BigInt,
        edition_id -> BigInt,
        activity_id -> BigInt,
        organisation_id -> Nullable<BigInt>,
        author_id -> BigInt,
        graders -> BigInt,
        handed_in_at -> Timestamp,
        begun_at -> Nullable<Timestamp>,
        settled_at -> Nullable<Timestamp>,
        closed_at -> Nullable<Timestamp>,
        team_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    grading_seats (submission_id, person_id) {
        submission_id -> BigInt,
        person_id -> BigInt,
        allotted_at -> Nullable<Timestamp>,
        allotted_by -> Nullable<BigInt>,
        claimed_at -> Nullable<Timestamp>,
        expires_at -> Nullable<Timestamp>,
        marked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    grading_exceptions (id) {
        id -> BigInt,
        edition_id -> BigInt,
        person_id -> BigInt,
        reason -> Text,
        made_by -> Nullable<BigInt>,
        made_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
        revoked_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    marking_drafts (submission_id, person_id) {
        submission_id -> BigInt,
        person_id -> BigInt,
        content -> Text,
        revision -> Integer,
        saved_at -> Timestamp,
        rubric -> Integer,
        former -> Text,
    }
}

diesel::table! {
    markings (id) {
        id -> BigInt,
        submission_id -> BigInt,
        person_id -> BigInt,
        place -> Integer,
        content -> Text,
        total -> Integer,
        marked_at -> Timestamp,
        rubric -> Integer,
    }
}

diesel::table! {
    grading_revisions (id) {
        id -> BigInt,
        grading_id -> BigInt,
        number -> Integer,
        content -> Text,
        total -> Integer,
        passed -> Bool,
        graded_by -> Nullable<BigInt>,
        graded_at -> Timestamp,
        reason -> Text,
        replaced_by -> Nullable<BigInt>,
        replaced_at -> Timestamp,
        rubric -> Integer,
    }
}

diesel::table! {
    passage_comments (id) {
        id -> BigInt,
        submission_id -> BigInt,
        person_id -> BigInt,
        starts -> Integer,
        ends -> Integer,
        quote -> Text,
        text -> Text,
        made_at -> Timestamp,
        removed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    calibration_works (submission_id) {
        submission_id -> BigInt,
        edition_id -> BigInt,
        activity_id -> BigInt,
        chosen_by -> Nullable<BigInt>,
        chosen_at -> Timestamp,
    }
}

diesel::table! {
    calibration_markings (submission_id, person_id) {
        submission_id -> BigInt,
        person_id -> BigInt,
        content -> Text,
        total -> Integer,
        marked_at -> Timestamp,
        rubric -> Integer,
    }
}

diesel::table! {
    case_rubrics (id) {
        id -> BigInt,
        edition_id -> BigInt,
        activity_id -> BigInt,
        number -> Integer,
        content -> Text,
        reason -> Text,
        made_by -> Nullable<BigInt>,
        made_at -> Timestamp,
    }
}

diesel::table! {
    rubric_decisions (grading_id, rubric) {
        grading_id -> BigInt,
        rubric -> Integer,
        decided_by -> Nullable<BigInt>,
        decided_at -> Timestamp,
    }
}

diesel::table! {
    self_assessment_drafts (enrolment_id, activity_id) {
        enrolment_id -> BigInt,
        activity_id -> BigInt,
        content -> Text,
        saved_at -> Timestamp,
    }
}

diesel::table! {
    self_assessments (submission_id) {
        submission_id -> BigInt,
        content -> Text,
    }
}

diesel::table! {
    registers (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        kind -> Text,
        year -> Integer,
        last_number -> Integer,
        odd_numbers -> Integer,
    }
}

diesel::table! {
    register_settings (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        kind -> Text,
        pattern -> Text,
        on_blanks -> Bool,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    register_skips (id) {
        id -> BigInt,
        register_id -> BigInt,
        first_number -> Integer,
        last_number -> Integer,
        reason -> Text,
        recorded_at -> Timestamp,
        recorded_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    prepared_numbers (id) {
        id -> BigInt,
        register_id -> BigInt,
        text -> Text,
        taken -> Bool,
        prepared_at -> Timestamp,
        prepared_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    blank_batches (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        kind -> Text,
        received_with -> Text,
        received_on -> Date,
        recorded_at -> Timestamp,
        recorded_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    blanks (id) {
        id -> BigInt,
        batch_id -> BigInt,
        organisation_id -> BigInt,
        kind -> Text,
        series -> Text,
        number -> Text,
        taken -> Bool,
    }
}

diesel::table! {
    blank_bindings (blank_id) {
        blank_id -> BigInt,
        document_id -> BigInt,
        bound_at -> Timestamp,
        bound_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    blank_spoilings (blank_id) {
        blank_id -> BigInt,
        act_number -> Text,
        act_on -> Date,
        reason -> Text,
        recorded_at -> Timestamp,
        recorded_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    document_handovers (id) {
        id -> BigInt,
        document_id -> BigInt,
        handed_on -> Date,
        way -> Text,
        received_by -> Nullable<Text>,
        authority -> Nullable<Text>,
        tracking -> Nullable<Text>,
        note -> Nullable<Text>,
        recorded_at -> Timestamp,
        recorded_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    document_term_reminders (document_id) {
        document_id -> BigInt,
        reminded_at -> Timestamp,
    }
}

diesel::table! {
    document_losses (id) {
        id -> BigInt,
        document_id -> BigInt,
        lost_on -> Date,
        note -> Text,
        recorded_at -> Timestamp,
        recorded_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    document_checks (document_id, checked_at, way, outcome) {
        document_id -> BigInt,
        checked_at -> Timestamp,
        way -> Text,
        outcome -> Text,
        times -> Integer,
    }
}

diesel::table! {
    register_lines (document_id) {
        document_id -> BigInt,
        organisation_id -> BigInt,
        kind -> Text,
        year -> Integer,
        status -> Text,
        handed_over -> Bool,
        edition_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    register_shelves (organisation_id, kind, year, status, handed_over) {
        organisation_id -> BigInt,
        kind -> Text,
        year -> Integer,
        status -> Text,
        handed_over -> Bool,
        lines -> Integer,
    }
}

diesel::table! {
    document_words (word, document_id) {
        word -> Text,
        document_id -> BigInt,
    }
}

diesel::table! {
    signature_files (id) {
        id -> BigInt,
        document_id -> Nullable<BigInt>,
        order_id -> Nullable<BigInt>,
        file_id -> BigInt,
        sha256 -> Text,
        format -> Text,
        digest -> Text,
        uploaded_at -> Timestamp,
        uploaded_by -> BigInt,
    }
}

diesel::table! {
    paper_templates (id) {
        id -> BigInt,
        organisation_id -> Nullable<BigInt>,
        kind -> Text,
        languages -> Text,
        template_key -> Text,
        name -> Text,
        created_at -> Timestamp,
        created_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    paper_template_versions (id) {
        id -> BigInt,
        template_id -> BigInt,
        number -> Integer,
        source -> Text,
        shift_x -> Integer,
        shift_y -> Integer,
        on_blank -> Bool,
        sha256 -> Text,
        created_at -> Timestamp,
        created_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    paper_template_pictures (version_id, place) {
        version_id -> BigInt,
        place -> Text,
        file_id -> BigInt,
    }
}

diesel::table! {
    paper_template_choices (id) {
        id -> BigInt,
        template_id -> BigInt,
        version_id -> Nullable<BigInt>,
        chosen_at -> Timestamp,
        chosen_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    documents (id) {
        id -> BigInt,
        public_id -> Text,
        person_id -> BigInt,
        organisation_id -> BigInt,
        edition_id -> Nullable<BigInt>,
        enrolment_id -> Nullable<BigInt>,
        kind -> Text,
        register_id -> BigInt,
        number -> Integer,
        number_text -> Text,
        issued_on -> Date,
        language -> Text,
        holder -> Text,
        search_text -> Text,
        snapshot -> Text,
        snapshot_sha256 -> Text,
        pdf_sha256 -> Nullable<Text>,
        live_key -> Nullable<Text>,
        replaces_id -> Nullable<BigInt>,
        relation -> Nullable<Text>,
        issued_at -> Timestamp,
        issued_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    document_shortfalls (document_id) {
        document_id -> BigInt,
        reason -> Text,
        held_minutes -> Integer,
        planned_minutes -> Integer,
        accepted_at -> Timestamp,
        accepted_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    document_print_faults (document_id) {
        document_id -> BigInt,
        version_id -> BigInt,
        faults -> Text,
        failed_at -> Timestamp,
    }
}

diesel::table! {
    document_print_notices (organisation_id, version_id, on_day) {
        organisation_id -> BigInt,
        version_id -> BigInt,
        on_day -> Date,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    document_print_choices (document_id) {
        document_id -> BigInt,
        version_id -> Nullable<BigInt>,
        reason -> Text,
        chosen_at -> Timestamp,
        chosen_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    document_prints (document_id) {
        document_id -> BigInt,
        file_id -> BigInt,
        printed_at -> Timestamp,
    }
}

diesel::table! {
    document_revocations (document_id) {
        document_id -> BigInt,
        reason -> Text,
        revoked_at -> Timestamp,
        revoked_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    credential_issuers (id) {
        id -> BigInt,
        owner -> Text,
        organisation_id -> Nullable<BigInt>,
        public_id -> Nullable<Text>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    credential_keys (id) {
        id -> BigInt,
        issuer_id -> BigInt,
        algorithm -> Text,
        number -> Integer,
        fragment -> Text,
        public_key -> Text,
        sealed -> Text,
        created_at -> Timestamp,
        created_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    credential_key_withdrawals (key_id) {
        key_id -> BigInt,
        reason -> Text,
        withdrawn_at -> Timestamp,
        withdrawn_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    credential_status_lists (id) {
        id -> BigInt,
        number -> Integer,
        bits -> Integer,
        used -> Integer,
        revoked -> Integer,
        created_at -> Timestamp,
    }
}

diesel::table! {
    credential_statuses (id) {
        id -> BigInt,
        list_id -> BigInt,
        position -> Integer,
        public_id -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    credential_revocations (status_id) {
        status_id -> BigInt,
        revoked_at -> Timestamp,
    }
}

diesel::table! {
    credential_signed_lists (list_id) {
        list_id -> BigInt,
        revoked -> Integer,
        address -> Text,
        document -> Text,
        token -> Text,
        document_key_id -> BigInt,
        token_key_id -> BigInt,
        signed_at -> Timestamp,
        valid_until -> Timestamp,
    }
}

diesel::table! {
    live_quizzes (id) {
        id -> BigInt,
        edition_id -> BigInt,
        activity_id -> BigInt,
        code -> Text,
        settings -> Text,
        created_at -> Timestamp,
        created_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    live_rounds (id) {
        id -> BigInt,
        live_quiz_id -> BigInt,
        position -> Integer,
        question_id -> BigInt,
    }
}

diesel::table! {
    live_steps (id) {
        id -> BigInt,
        live_quiz_id -> BigInt,
        sequence -> Integer,
        kind -> Text,
        made_at -> Timestamp,
        made_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    live_players (id) {
        id -> BigInt,
        live_quiz_id -> BigInt,
        person_id -> Nullable<BigInt>,
        name -> Text,
        folded_name -> Text,
        team -> Nullable<Integer>,
        joined_at -> Timestamp,
    }
}

diesel::table! {
    live_answers (id) {
        id -> BigInt,
        round_id -> BigInt,
        player_id -> BigInt,
        opening -> Integer,
        response -> Text,
        answered_at -> Timestamp,
        fraction -> Integer,
        points -> Integer,
    }
}

diesel::table! {
    live_credits (live_quiz_id) {
        live_quiz_id -> BigInt,
        credited_at -> Timestamp,
        credited_by -> Nullable<BigInt>,
        people -> Integer,
    }
}

diesel::table! {
    live_credit_results (live_quiz_id, enrolment_id) {
        live_quiz_id -> BigInt,
        enrolment_id -> BigInt,
        result_permille -> Integer,
    }
}

diesel::table! {
    declaration_answers (id) {
        id -> BigInt,
        enrolment_id -> BigInt,
        declaration -> Text,
        experienced -> Bool,
        answered_by -> Nullable<BigInt>,
        answered_at -> Timestamp,
    }
}

diesel::table! {
    module_decisions (id) {
        id -> BigInt,
        enrolment_id -> BigInt,
        module_id -> BigInt,
        decision -> Text,
        note -> Text,
        decided_by -> Nullable<BigInt>,
        decided_at -> Timestamp,
    }
}

diesel::table! {
    activity_formats (key) {
        key -> Text,
        name -> Text,
        added_by -> Nullable<BigInt>,
        added_at -> Timestamp,
    }
}

diesel::table! {
    programme_sources (version_id, path) {
        version_id -> BigInt,
        path -> Text,
        body -> Text,
    }
}

diesel::table! {
    case_copies (id) {
        id -> BigInt,
        programme_id -> BigInt,
        base_version_id -> BigInt,
        activity_key -> Text,
        plan -> Nullable<Text>,
        created_by -> Nullable<BigInt>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    case_copy_texts (copy_id, language) {
        copy_id -> BigInt,
        language -> Text,
        path -> Text,
        body -> Text,
        revision -> Integer,
        saved_by -> Nullable<BigInt>,
        saved_at -> Timestamp,
    }
}

diesel::table! {
    site_cases (id) {
        id -> BigInt,
        enrolment_id -> BigInt,
        edition_id -> BigInt,
        draft -> Text,
        revision -> Integer,
        saved_at -> Timestamp,
        state -> Text,
        since -> Timestamp,
    }
}

diesel::table! {
    site_case_texts (case_id, number) {
        case_id -> BigInt,
        number -> Integer,
        content -> Text,
        raised_at -> Timestamp,
        hidden_at -> Nullable<Timestamp>,
        hidden_by -> Nullable<BigInt>,
        hidden_reason -> Nullable<Text>,
    }
}

diesel::table! {
    site_case_entries (id) {
        id -> BigInt,
        case_id -> BigInt,
        kind -> Text,
        person_id -> BigInt,
        by_staff -> Bool,
        text -> Text,
        made_at -> Timestamp,
        hidden_at -> Nullable<Timestamp>,
        hidden_by -> Nullable<BigInt>,
        hidden_reason -> Nullable<Text>,
    }
}

diesel::table! {
    site_case_copies (id) {
        id -> BigInt,
        case_id -> BigInt,
        number -> Integer,
        content -> Text,
        written_by -> Nullable<BigInt>,
        written_at -> Timestamp,
        asked_at -> Nullable<Timestamp>,
        asked_by -> Nullable<BigInt>,
        answered_at -> Nullable<Timestamp>,
        for_group -> Nullable<Bool>,
        for_course -> Nullable<Bool>,
        opened_at -> Nullable<Timestamp>,
        opened_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    site_case_uses (id) {
        id -> BigInt,
        site_case_copy_id -> BigInt,
        case_copy_id -> Nullable<BigInt>,
        begun_at -> Timestamp,
        begun_by -> Nullable<BigInt>,
        published_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    check_ins (id) {
        id -> BigInt,
        session_id -> BigInt,
        in_person -> Bool,
        online -> Bool,
        by_joining -> Bool,
        spoken -> Nullable<Text>,
        opens_before -> Integer,
        on_time_after -> Integer,
        prompt_minutes -> Nullable<Integer>,
        opened_at -> Timestamp,
        opened_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    check_in_closings (check_in_id) {
        check_in_id -> BigInt,
        closed_at -> Timestamp,
        closed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    check_in_arrivals (id) {
        id -> BigInt,
        session_id -> BigInt,
        enrolment_id -> BigInt,
        presence -> Text,
        arrived_at -> Timestamp,
        recorded_at -> Timestamp,
        made_mark -> Bool,
        device -> Nullable<Text>,
        address -> Text,
        network -> Text,
    }
}

diesel::table! {
    check_in_joins (id) {
        id -> BigInt,
        session_id -> BigInt,
        enrolment_id -> BigInt,
        joined_at -> Timestamp,
    }
}

diesel::table! {
    check_in_answers (id) {
        id -> BigInt,
        session_id -> BigInt,
        enrolment_id -> BigInt,
        prompt -> Integer,
        answered_at -> Timestamp,
    }
}

diesel::table! {
    check_in_dismissals (id) {
        id -> BigInt,
        session_id -> BigInt,
        enrolment_id -> BigInt,
        flag -> Text,
        dismissed_at -> Timestamp,
        dismissed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    federal_templates (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        number -> Integer,
        file_id -> BigInt,
        sha256 -> Text,
        name -> Text,
        effective_from -> Date,
        lists -> Text,
        uploaded_at -> Timestamp,
        uploaded_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    federal_settings (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        version_id -> Nullable<BigInt>,
        edition_id -> Nullable<BigInt>,
        enrolment_id -> Nullable<BigInt>,
        content -> Text,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    federal_exports (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        number -> Integer,
        template_id -> BigInt,
        file_id -> BigInt,
        sha256 -> Text,
        name -> Text,
        row_count -> Integer,
        exported_at -> Timestamp,
        exported_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    federal_export_rows (export_id, position) {
        export_id -> BigInt,
        position -> Integer,
        document_id -> BigInt,
    }
}

diesel::table! {
    federal_events (id) {
        id -> BigInt,
        document_id -> BigInt,
        export_id -> BigInt,
        state -> Text,
        reason -> Nullable<Text>,
        happened_at -> Timestamp,
        entered_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    federal_states (document_id) {
        document_id -> BigInt,
        event_id -> BigInt,
        export_id -> BigInt,
        state -> Text,
        reason -> Nullable<Text>,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    federal_queue (document_id) {
        document_id -> BigInt,
        organisation_id -> BigInt,
        issued_on -> Date,
        standing -> Text,
        waits -> Bool,
    }
}

diesel::table! {
    federal_reminders (organisation_id, on_day) {
        organisation_id -> BigInt,
        on_day -> Date,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    holiday_lists (id) {
        id -> BigInt,
        country -> Text,
        region -> Text,
        year -> Integer,
        source -> Text,
        imported_at -> Timestamp,
        imported_by -> Nullable<BigInt>,
        removed_at -> Nullable<Timestamp>,
        removed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    holidays (id) {
        id -> BigInt,
        list_id -> BigInt,
        on_day -> Date,
        kind -> Text,
        name -> Text,
    }
}

diesel::table! {
    holiday_settings (edition_id) {
        edition_id -> BigInt,
        country -> Text,
        region -> Text,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    closed_hours (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        edition_id -> Nullable<BigInt>,
        weekday -> Integer,
        starts_local -> Time,
        ends_local -> Time,
        from_day -> Date,
        to_day -> Date,
        what -> Text,
        created_at -> Timestamp,
        created_by -> Nullable<BigInt>,
        removed_at -> Nullable<Timestamp>,
        removed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    session_programmes (session_id) {
        session_id -> BigInt,
        topic -> Nullable<Text>,
        access_note -> Nullable<Text>,
        changed_at -> Timestamp,
        changed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    session_conditions (session_id, condition) {
        session_id -> BigInt,
        condition -> Text,
    }
}

diesel::table! {
    session_questions (session_id, position) {
        session_id -> BigInt,
        position -> Integer,
        text -> Text,
        minutes -> Nullable<Integer>,
        speaker -> Nullable<Text>,
    }
}

diesel::table! {
    session_blocks (session_id, position) {
        session_id -> BigInt,
        position -> Integer,
        kind -> Text,
        minutes -> Integer,
        title -> Nullable<Text>,
        activity_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    session_trainers (session_id, person_id) {
        session_id -> BigInt,
        person_id -> BigInt,
        added_at -> Timestamp,
        added_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    session_speakers (session_id, position) {
        session_id -> BigInt,
        position -> Integer,
        name -> Text,
        post -> Nullable<Text>,
        organisation -> Nullable<Text>,
        topic -> Nullable<Text>,
    }
}

diesel::table! {
    session_visits (session_id) {
        session_id -> BigInt,
        host -> Text,
        host_id -> Nullable<BigInt>,
        address -> Text,
        contact -> Nullable<Text>,
        phone -> Nullable<Text>,
        bring -> Nullable<Text>,
    }
}

diesel::table! {
    session_visit_reports (session_id) {
        session_id -> BigInt,
        text -> Text,
        reported_at -> Timestamp,
        reported_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    edition_shifts (id) {
        id -> BigInt,
        edition_id -> BigInt,
        first_on -> Date,
        last_on -> Date,
        place -> Text,
        lodging -> Nullable<Text>,
        meals -> Nullable<Text>,
        created_at -> Timestamp,
        created_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    session_places (session_id) {
        session_id -> BigInt,
        capacity -> Integer,
        opens_at -> Nullable<Timestamp>,
        closes_at -> Nullable<Timestamp>,
        cancel_until -> Nullable<Timestamp>,
        waiting_list -> Bool,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
        removed_at -> Nullable<Timestamp>,
        removed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    sign_ups (id) {
        id -> BigInt,
        session_id -> BigInt,
        enrolment_id -> BigInt,
        signed_up_at -> Timestamp,
        signed_up_by -> Nullable<BigInt>,
        reason -> Nullable<Text>,
        confirmed_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        ended_by -> Nullable<BigInt>,
        end_reason -> Nullable<Text>,
    }
}

diesel::table! {
    sign_up_passes (id) {
        id -> BigInt,
        sign_up_id -> BigInt,
        hindrance -> Text,
        passed_at -> Timestamp,
    }
}

diesel::table! {
    absence_notices (id) {
        id -> BigInt,
        session_id -> BigInt,
        enrolment_id -> BigInt,
        reason -> Text,
        words -> Nullable<Text>,
        file_id -> Nullable<BigInt>,
        late -> Bool,
        given_at -> Timestamp,
        given_by -> Nullable<BigInt>,
        taken_back_at -> Nullable<Timestamp>,
        taken_back_by -> Nullable<BigInt>,
        held_on -> Nullable<Date>,
    }
}

diesel::table! {
    absence_decisions (id) {
        id -> BigInt,
        notice_id -> BigInt,
        accepted -> Bool,
        words -> Nullable<Text>,
        decided_at -> Timestamp,
        decided_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    sheet_closings (id) {
        id -> BigInt,
        session_id -> BigInt,
        unmarked -> Integer,
        closed_at -> Timestamp,
        closed_by -> Nullable<BigInt>,
        reopened_at -> Nullable<Timestamp>,
        reopened_by -> Nullable<BigInt>,
        reopening_reason -> Nullable<Text>,
    }
}

diesel::table! {
    late_changes (id) {
        id -> BigInt,
        closing_id -> BigInt,
        mark_id -> BigInt,
        old_value -> Nullable<Text>,
        new_value -> Text,
        reason -> Text,
        changed_at -> Timestamp,
        changed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    session_guests (id) {
        id -> BigInt,
        session_id -> BigInt,
        category -> Text,
        name -> Text,
        people -> Integer,
        noted_at -> Timestamp,
        noted_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    head_counts (id) {
        id -> BigInt,
        session_id -> BigInt,
        people -> Integer,
        marked -> Integer,
        guests -> Integer,
        counted_at -> Timestamp,
        counted_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    appointment_settings (edition_id) {
        edition_id -> BigInt,
        cancel_hours -> Integer,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    appointment_slots (id) {
        id -> BigInt,
        edition_id -> BigInt,
        consultant_id -> BigInt,
        held_on -> Date,
        starts_local -> Time,
        ends_local -> Time,
        time_zone -> Text,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        capacity -> Integer,
        mode -> Text,
        place -> Nullable<Text>,
        link -> Nullable<Text>,
        topic -> Nullable<Text>,
        activity_id -> Nullable<BigInt>,
        minutes -> Nullable<Integer>,
        opened_at -> Timestamp,
        opened_by -> Nullable<BigInt>,
        withdrawn_at -> Nullable<Timestamp>,
        withdrawn_by -> Nullable<BigInt>,
        withdrawal_reason -> Nullable<Text>,
    }
}

diesel::table! {
    appointment_bookings (id) {
        id -> BigInt,
        slot_id -> BigInt,
        enrolment_id -> BigInt,
        seat -> Integer,
        question -> Nullable<Text>,
        booked_at -> Timestamp,
        booked_by -> Nullable<BigInt>,
        swapped_from -> Nullable<BigInt>,
        ended_at -> Nullable<Timestamp>,
        ended_by -> Nullable<BigInt>,
        end_reason -> Nullable<Text>,
    }
}

diesel::table! {
    appointment_changes (id) {
        id -> BigInt,
        slot_id -> BigInt,
        held_on -> Date,
        starts_local -> Time,
        ends_local -> Time,
        capacity -> Integer,
        mode -> Text,
        place -> Nullable<Text>,
        link -> Nullable<Text>,
        topic -> Nullable<Text>,
        minutes -> Nullable<Integer>,
        moved -> Bool,
        changed_at -> Timestamp,
        changed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    appointment_marks (id) {
        id -> BigInt,
        booking_id -> BigInt,
        came -> Bool,
        marked_at -> Timestamp,
        marked_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    appointment_notes (id) {
        id -> BigInt,
        booking_id -> BigInt,
        words -> Text,
        shown -> Bool,
        written_at -> Timestamp,
        written_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    appointment_requests (id) {
        id -> BigInt,
        edition_id -> BigInt,
        enrolment_id -> BigInt,
        consultant_id -> BigInt,
        held_on -> Date,
        starts_local -> Time,
        ends_local -> Time,
        time_zone -> Text,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        mode -> Text,
        question -> Text,
        asked_at -> Timestamp,
        answered_at -> Nullable<Timestamp>,
        answered_by -> Nullable<BigInt>,
        slot_id -> Nullable<BigInt>,
        answer_reason -> Nullable<Text>,
        taken_back_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    make_ups (id) {
        id -> BigInt,
        enrolment_id -> BigInt,
        session_id -> BigInt,
        form -> Text,
        held_session_id -> Nullable<BigInt>,
        made_on -> Date,
        mode -> Text,
        minutes -> Integer,
        credited -> Integer,
        note -> Nullable<Text>,
        entered_at -> Timestamp,
        entered_by -> Nullable<BigInt>,
        withdrawn_at -> Nullable<Timestamp>,
        withdrawn_by -> Nullable<BigInt>,
        withdrawal_reason -> Nullable<Text>,
    }
}

diesel::table! {
    webinar_lists (id) {
        id -> BigInt,
        session_id -> BigInt,
        file_id -> Nullable<BigInt>,
        sha256 -> Nullable<Text>,
        content -> Nullable<Text>,
        uploaded_at -> Timestamp,
        uploaded_by -> Nullable<BigInt>,
        removed_at -> Nullable<Timestamp>,
        removed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    webinar_clocks (list_id) {
        list_id -> BigInt,
        time_zone -> Text,
        chosen_at -> Timestamp,
        chosen_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    webinar_columns (list_id) {
        list_id -> BigInt,
        meaning -> Text,
        chosen_at -> Timestamp,
        chosen_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    webinar_decisions (list_id, line) {
        list_id -> BigInt,
        line -> Integer,
        verdict -> Text,
        enrolment_id -> Nullable<BigInt>,
        decided_at -> Timestamp,
        decided_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    webinar_applications (id) {
        id -> BigInt,
        list_id -> BigInt,
        first_marks -> Integer,
        corrected -> Integer,
        applied_at -> Timestamp,
        applied_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    session_revisions (session_id, revision) {
        session_id -> BigInt,
        revision -> Integer,
        revised_at -> Timestamp,
    }
}

diesel::table! {
    untold_sessions (session_id) {
        session_id -> BigInt,
        known -> Text,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    calendar_invitations (person_id) {
        person_id -> BigInt,
        asked_at -> Timestamp,
    }
}

diesel::table! {
    mail_events (mail_id) {
        mail_id -> BigInt,
        cancels -> Bool,
        event -> Text,
    }
}

diesel::table! {
    calendar_feeds (id) {
        id -> BigInt,
        person_id -> BigInt,
        edition_id -> Nullable<BigInt>,
        token_hash -> Text,
        created_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    session_notices (id) {
        id -> BigInt,
        edition_id -> BigInt,
        session_id -> Nullable<BigInt>,
        text -> Text,
        recipients -> Integer,
        sent_at -> Timestamp,
        sent_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    training_rules (id) {
        id -> BigInt,
        edition_id -> BigInt,
        number -> Integer,
        initial_minutes -> Integer,
        quarterly -> Bool,
        least_minutes -> Integer,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    training_rule_activities (rule_id, activity_id) {
        rule_id -> BigInt,
        activity_id -> BigInt,
    }
}

diesel::table! {
    level_rules (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        number -> Integer,
        trainee_cycles -> Integer,
        mentor_cycles -> Integer,
        master_cycles -> Integer,
        trainee_name -> Text,
        mentor_name -> Text,
        master_name -> Text,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    level_rule_kinds (rule_id, kind) {
        rule_id -> BigInt,
        kind -> Text,
    }
}

diesel::table! {
    level_rule_programmes (rule_id, programme_id) {
        rule_id -> BigInt,
        programme_id -> BigInt,
    }
}

diesel::table! {
    entry_conditions (id) {
        id -> BigInt,
        edition_id -> BigInt,
        number -> Integer,
        programme_id -> Nullable<BigInt>,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    outside_proofs (id) {
        id -> BigInt,
        person_id -> BigInt,
        edition_id -> BigInt,
        programme_id -> BigInt,
        issuer -> Nullable<Text>,
        number -> Nullable<Text>,
        issued_on -> Nullable<Date>,
        file_id -> Nullable<BigInt>,
        sent_at -> Timestamp,
        approved -> Nullable<Bool>,
        reason -> Nullable<Text>,
        decided_at -> Nullable<Timestamp>,
        decided_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    training_starts (id) {
        id -> BigInt,
        enrolment_id -> BigInt,
        starts_on -> Date,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    training_credits (id) {
        id -> BigInt,
        enrolment_id -> BigInt,
        year -> Integer,
        quarter -> Integer,
        done_on -> Date,
        minutes -> Integer,
        about -> Text,
        credited_at -> Timestamp,
        credited_by -> Nullable<BigInt>,
        revoked_at -> Nullable<Timestamp>,
        revoked_by -> Nullable<BigInt>,
        revocation_reason -> Nullable<Text>,
    }
}

diesel::table! {
    training_reminders (id) {
        id -> BigInt,
        enrolment_id -> BigInt,
        year -> Integer,
        quarter -> Integer,
        lead_days -> Integer,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    reminder_rules (id) {
        id -> BigInt,
        edition_id -> BigInt,
        number -> Integer,
        share_permille -> Nullable<Integer>,
        missed_in_a_row -> Nullable<Integer>,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    reminder_leads (rule_id, hours) {
        rule_id -> BigInt,
        hours -> Integer,
    }
}

diesel::table! {
    session_reminders (id) {
        id -> BigInt,
        session_id -> BigInt,
        person_id -> BigInt,
        lead_hours -> Integer,
        starts_at -> Timestamp,
        planned_at -> Timestamp,
        sent_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    absence_summaries (id) {
        id -> BigInt,
        edition_id -> BigInt,
        sent_on -> Date,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    absence_warnings (id) {
        id -> BigInt,
        enrolment_id -> BigInt,
        missed -> Text,
        by_share -> Bool,
        in_a_row -> Nullable<Integer>,
        attended_minutes -> Integer,
        held_minutes -> Integer,
        planned_at -> Timestamp,
        sent_at -> Nullable<Timestamp>,
        dropped_at -> Nullable<Timestamp>,
        summary_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    absence_warning_sessions (warning_id, session_id) {
        warning_id -> BigInt,
        session_id -> BigInt,
    }
}

diesel::table! {
    country_profiles (id) {
        id -> BigInt,
        country -> Text,
        number -> Integer,
        content -> Text,
        sha256 -> Text,
        applied_at -> Timestamp,
        applied_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    organisation_countries (organisation_id) {
        organisation_id -> BigInt,
        country -> Text,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    identities (person_id) {
        person_id -> BigInt,
        spelling_surname -> Nullable<Text>,
        spelling_given_name -> Nullable<Text>,
        spelling_patronymic -> Nullable<Text>,
        sex -> Nullable<Text>,
        citizenship -> Nullable<Text>,
        born_on_locked -> Nullable<Text>,
        snils_locked -> Nullable<Text>,
        iin_locked -> Nullable<Text>,
        passport_locked -> Nullable<Text>,
        changed_at -> Timestamp,
        changed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    organisation_licences (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        number -> Text,
        given_on -> Date,
        ends_on -> Nullable<Date>,
        recorded_at -> Timestamp,
        recorded_by -> Nullable<BigInt>,
        removed_at -> Nullable<Timestamp>,
        removed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    register_years (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        year -> Integer,
        closed -> Bool,
        reason -> Nullable<Text>,
        recorded_at -> Timestamp,
        recorded_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    person_names (id) {
        id -> BigInt,
        person_id -> BigInt,
        surname -> Text,
        given_name -> Text,
        patronymic -> Nullable<Text>,
        from_day -> Nullable<Date>,
        until_day -> Nullable<Date>,
        basis -> Nullable<Text>,
        recorded_at -> Timestamp,
        recorded_by -> Nullable<BigInt>,
        corrected_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    education_proofs (id) {
        id -> BigInt,
        person_id -> BigInt,
        level -> Text,
        surname -> Nullable<Text>,
        series -> Nullable<Text>,
        number -> Text,
        graduated_in -> Nullable<Integer>,
        file_id -> Nullable<BigInt>,
        recorded_at -> Timestamp,
        recorded_by -> Nullable<BigInt>,
        ended_at -> Nullable<Timestamp>,
        ended_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    public_name_consents (id) {
        id -> BigInt,
        person_id -> BigInt,
        text_version -> Text,
        text_sha256 -> Text,
        text_content -> Text,
        language -> Text,
        purpose -> Text,
        method -> Text,
        given_at -> Timestamp,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    edition_groups (edition_id) {
        edition_id -> BigInt,
        organisation_id -> BigInt,
        number -> Text,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    order_patterns (organisation_id, series) {
        organisation_id -> BigInt,
        series -> Text,
        pattern -> Text,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    order_series (organisation_id, series, year) {
        organisation_id -> BigInt,
        series -> Text,
        year -> Integer,
        last_number -> Integer,
    }
}

diesel::table! {
    orders (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        edition_id -> BigInt,
        kind -> Text,
        about_id -> Nullable<BigInt>,
        draft_key -> Nullable<Text>,
        revision -> Integer,
        content -> Text,
        drafted_at -> Timestamp,
        drafted_by -> Nullable<BigInt>,
        edited_at -> Timestamp,
        edited_by -> Nullable<BigInt>,
        discarded_at -> Nullable<Timestamp>,
        discarded_by -> Nullable<BigInt>,
        series -> Nullable<Text>,
        year -> Nullable<Integer>,
        number -> Nullable<Integer>,
        number_text -> Nullable<Text>,
        dated -> Nullable<Date>,
        despite -> Nullable<Text>,
        snapshot -> Nullable<Text>,
        snapshot_sha256 -> Nullable<Text>,
        code -> Nullable<Text>,
        signed_at -> Nullable<Timestamp>,
        signed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    order_people (order_id, enrolment_id) {
        order_id -> BigInt,
        enrolment_id -> BigInt,
        part -> Text,
        mark -> Nullable<Text>,
        topic -> Nullable<Text>,
    }
}

diesel::table! {
    order_versions (order_id, revision) {
        order_id -> BigInt,
        revision -> Integer,
        content -> Text,
        written_at -> Timestamp,
        written_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    order_grounds (order_id, ground_id) {
        order_id -> BigInt,
        ground_id -> BigInt,
    }
}

diesel::table! {
    order_prints (order_id) {
        order_id -> BigInt,
        file_id -> BigInt,
        sha256 -> Text,
        printed_at -> Timestamp,
    }
}

diesel::table! {
    certifying_exceptions (id) {
        id -> BigInt,
        edition_id -> BigInt,
        person_id -> Nullable<BigInt>,
        name -> Text,
        reason -> Text,
        live_key -> Nullable<Text>,
        made_at -> Timestamp,
        made_by -> Nullable<BigInt>,
        revoked_at -> Nullable<Timestamp>,
        revoked_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    document_batches (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        edition_id -> Nullable<BigInt>,
        kind -> Text,
        issued_on -> Date,
        qualification -> Nullable<Text>,
        despite -> Nullable<Text>,
        letter -> Nullable<Text>,
        started_at -> Timestamp,
        started_by -> BigInt,
    }
}

diesel::table! {
    document_batch_people (id) {
        id -> BigInt,
        batch_id -> BigInt,
        person_id -> BigInt,
        enrolment_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    document_batch_outcomes (batch_person_id) {
        batch_person_id -> BigInt,
        document_id -> Nullable<BigInt>,
        kept -> Bool,
        refusal -> Nullable<Text>,
        decided_at -> Timestamp,
    }
}

diesel::table! {
    document_batch_runs (id) {
        id -> BigInt,
        batch_id -> BigInt,
        number -> Integer,
        begun_at -> Timestamp,
        begun_by -> BigInt,
        ended_at -> Nullable<Timestamp>,
        trouble -> Nullable<Text>,
    }
}

diesel::table! {
    document_batch_archives (batch_id) {
        batch_id -> BigInt,
        file_id -> BigInt,
        files -> Integer,
        made_at -> Timestamp,
    }
}

diesel::table! {
    group_files (id) {
        id -> BigInt,
        edition_id -> BigInt,
        language -> Text,
        planned -> Integer,
        asked_at -> Timestamp,
        asked_by -> BigInt,
    }
}

diesel::table! {
    group_file_papers (id) {
        id -> BigInt,
        group_file_id -> BigInt,
        identity -> Text,
        place -> Integer,
        name -> Text,
        file_id -> BigInt,
    }
}

diesel::table! {
    group_file_archives (group_file_id) {
        group_file_id -> BigInt,
        file_id -> BigInt,
        files -> Integer,
        missing -> Text,
        made_at -> Timestamp,
    }
}

diesel::table! {
    service_record_requests (id) {
        id -> BigInt,
        person_id -> BigInt,
        organisation_id -> BigInt,
        note -> Nullable<Text>,
        asked_at -> Timestamp,
        open_key -> Nullable<Text>,
    }
}

diesel::table! {
    service_record_decisions (request_id) {
        request_id -> BigInt,
        document_id -> Nullable<BigInt>,
        refusal -> Nullable<Text>,
        decided_at -> Timestamp,
        decided_by -> BigInt,
    }
}

diesel::table! {
    mentor_settings (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        number -> Integer,
        training_hours -> Integer,
        in_person_hours -> Integer,
        first_contacts -> Integer,
        contact_months -> Integer,
        takes_applications -> Bool,
        set_at -> Timestamp,
        set_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    mentor_setting_checks (setting_id, kind) {
        setting_id -> BigInt,
        kind -> Text,
    }
}

diesel::table! {
    mentor_setting_programmes (setting_id, programme_id) {
        setting_id -> BigInt,
        programme_id -> BigInt,
    }
}

diesel::table! {
    mentor_candidacies (id) {
        id -> BigInt,
        organisation_id -> BigInt,
        person_id -> BigInt,
        application -> Text,
        applied_at -> Timestamp,
        is_open -> Bool,
    }
}

diesel::table! {
    mentor_pairs (id) {
        id -> BigInt,
        candidacy_id -> BigInt,
        mentee_code -> Text,
        mentee_born_in -> Integer,
        starts_on -> Date,
        planned_end -> Date,
        consent_by -> Text,
        consent_paper -> Text,
        consent_on -> Date,
        matched_at -> Timestamp,
        matched_by -> Nullable<BigInt>,
        is_open -> Bool,
    }
}

diesel::table! {
    mentor_steps (id) {
        id -> BigInt,
        candidacy_id -> BigInt,
        step -> Text,
        pair_id -> Nullable<BigInt>,
        note -> Nullable<Text>,
        taken_at -> Timestamp,
        taken_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    mentor_checks (id) {
        id -> BigInt,
        candidacy_id -> BigInt,
        kind -> Text,
        number -> Text,
        dated -> Date,
        valid_until -> Nullable<Date>,
        seen_at -> Timestamp,
        seen_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    mentor_interviews (id) {
        id -> BigInt,
        candidacy_id -> BigInt,
        held_on -> Date,
        in_person -> Bool,
        recommended -> Bool,
        notes -> Text,
        recorded_at -> Timestamp,
        recorded_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    mentor_contacts (id) {
        id -> BigInt,
        pair_id -> BigInt,
        held_on -> Date,
        way -> Text,
        note -> Text,
        recorded_at -> Timestamp,
        recorded_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    mentor_closures (pair_id) {
        pair_id -> BigInt,
        closed_on -> Date,
        reason -> Text,
        exit_interview -> Text,
        closed_at -> Timestamp,
        closed_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    mentor_reminders (id) {
        id -> BigInt,
        check_id -> Nullable<BigInt>,
        pair_id -> Nullable<BigInt>,
        due_on -> Nullable<Date>,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    mentor_extensions (id) {
        id -> BigInt,
        pair_id -> BigInt,
        planned_end -> Date,
        reason -> Text,
        extended_at -> Timestamp,
        extended_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    mentor_notices (id) {
        id -> BigInt,
        check_id -> Nullable<BigInt>,
        pair_id -> Nullable<BigInt>,
        ends_on -> Nullable<Date>,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    level_shelves (organisation_id, cycles, certified_on) {
        organisation_id -> BigInt,
        cycles -> Integer,
        certified_on -> Date,
        people -> Integer,
    }
}

diesel::table! {
    level_lines (organisation_id, person_id) {
        organisation_id -> BigInt,
        person_id -> BigInt,
        cycles -> Integer,
        certified_on -> Nullable<Date>,
        sort_ru -> Binary,
        sort_kk -> Binary,
    }
}

diesel::joinable!(people -> organisations (organisation_id));
diesel::joinable!(training_rules -> editions (edition_id));
diesel::joinable!(training_rules -> people (set_by));
diesel::joinable!(training_rule_activities -> training_rules (rule_id));
diesel::joinable!(training_starts -> enrolments (enrolment_id));
diesel::joinable!(training_starts -> people (set_by));
diesel::joinable!(training_credits -> enrolments (enrolment_id));
diesel::joinable!(training_credits -> people (credited_by));
diesel::joinable!(federal_templates -> stored_files (file_id));
diesel::joinable!(federal_exports -> stored_files (file_id));
diesel::joinable!(federal_export_rows -> documents (document_id));
diesel::joinable!(federal_states -> documents (document_id));
diesel::joinable!(federal_queue -> documents (document_id));
diesel::joinable!(training_reminders -> enrolments (enrolment_id));
diesel::joinable!(absence_warnings -> enrolments (enrolment_id));
diesel::joinable!(absence_warning_sessions -> absence_warnings (warning_id));
diesel::joinable!(absence_warning_sessions -> sessions (session_id));
diesel::joinable!(declaration_answers -> enrolments (enrolment_id));
diesel::joinable!(declaration_answers -> people (answered_by));
diesel::joinable!(module_decisions -> enrolments (enrolment_id));
diesel::joinable!(module_decisions -> modules (module_id));
diesel::joinable!(module_decisions -> people (decided_by));
diesel::joinable!(role_grants -> organisations (organisation_id));
diesel::joinable!(browser_sessions -> people (person_id));
diesel::joinable!(one_time_links -> people (person_id));
diesel::joinable!(form_submissions -> people (person_id));
diesel::joinable!(audit_entries -> people (person_id));
diesel::joinable!(mails -> people (person_id));
diesel::joinable!(session_revisions -> sessions (session_id));
diesel::joinable!(calendar_feeds -> editions (edition_id));
diesel::joinable!(session_notices -> people (sent_by));
diesel::joinable!(stored_files -> people (created_by));
diesel::joinable!(programme_versions -> programmes (programme_id));
diesel::joinable!(programme_versions -> people (imported_by));
diesel::joinable!(modules -> programme_versions (version_id));
diesel::joinable!(activities -> programme_versions (version_id));
diesel::joinable!(activities -> modules (module_id));
diesel::joinable!(lesson_texts -> activities (activity_id));
diesel::joinable!(quiz_definitions -> activities (activity_id));
diesel::joinable!(case_definitions -> activities (activity_id));
diesel::joinable!(media_files -> programme_versions (version_id));
diesel::joinable!(media_files -> stored_files (file_id));
diesel::joinable!(editions -> programme_versions (version_id));
diesel::joinable!(editions -> organisations (organisation_id));
diesel::joinable!(edition_trainers -> editions (edition_id));
diesel::joinable!(enrolments -> editions (edition_id));
diesel::joinable!(enrolments -> organisations (organisation_id));
diesel::joinable!(enrolment_imports -> editions (edition_id));
diesel::joinable!(enrolment_imports -> people (created_by));
diesel::joinable!(completions -> enrolments (enrolment_id));
diesel::joinable!(completions -> activities (activity_id));
diesel::joinable!(ledger_entries -> enrolments (enrolment_id));
diesel::joinable!(ledger_entries -> activities (activity_id));
diesel::joinable!(holidays -> holiday_lists (list_id));
diesel::joinable!(sessions -> editions (edition_id));
diesel::joinable!(session_blocks -> activities (activity_id));
diesel::joinable!(session_trainers -> sessions (session_id));
diesel::joinable!(session_trainers -> people (person_id));
diesel::joinable!(session_visit_reports -> session_visits (session_id));
diesel::joinable!(sessions -> activities (activity_id));
diesel::joinable!(attendance_marks -> sessions (session_id));
diesel::joinable!(attendance_marks -> enrolments (enrolment_id));
diesel::joinable!(attendance_marks -> people (marked_by));
diesel::joinable!(attendance_corrections -> attendance_marks (mark_id));
diesel::joinable!(attendance_corrections -> people (corrected_by));
diesel::joinable!(late_changes -> sheet_closings (closing_id));
diesel::joinable!(late_changes -> attendance_marks (mark_id));
diesel::joinable!(session_guests -> sessions (session_id));
diesel::joinable!(head_counts -> people (counted_by));
diesel::joinable!(make_ups -> enrolments (enrolment_id));
diesel::joinable!(make_ups -> sessions (session_id));
diesel::joinable!(webinar_lists -> stored_files (file_id));
diesel::joinable!(webinar_applications -> webinar_lists (list_id));
diesel::joinable!(lesson_visits -> enrolments (enrolment_id));
diesel::joinable!(lesson_visits -> activities (activity_id));
diesel::joinable!(quiz_attempts -> enrolments (enrolment_id));
diesel::joinable!(quiz_attempts -> activities (activity_id));
diesel::joinable!(quiz_steps -> quiz_attempts (attempt_id));
diesel::joinable!(quiz_steps -> question_versions (question_id));
diesel::joinable!(quiz_flags -> quiz_attempts (attempt_id));
diesel::joinable!(quiz_marks -> quiz_attempts (attempt_id));
diesel::joinable!(quiz_setups -> people (set_by));
diesel::joinable!(quiz_overrides -> people (set_by));
diesel::joinable!(accommodations -> people (set_by));
diesel::joinable!(quiz_marks -> question_versions (question_id));
diesel::joinable!(quiz_mark_changes -> quiz_attempts (attempt_id));
diesel::joinable!(quiz_mark_changes -> people (changed_by));
diesel::joinable!(quiz_blind_markings -> editions (edition_id));
diesel::joinable!(marking_phrases -> people (person_id));
diesel::joinable!(quiz_appeals -> quiz_attempts (attempt_id));
diesel::joinable!(quiz_appeal_decisions -> quiz_appeals (appeal_id));
diesel::joinable!(quiz_appeal_decisions -> people (decided_by));
diesel::joinable!(quiz_regrades -> editions (edition_id));
diesel::joinable!(quiz_regrade_attempts -> quiz_regrades (regrade_id));
diesel::joinable!(quiz_regrade_attempts -> quiz_attempts (attempt_id));
diesel::joinable!(question_categories -> programmes (programme_id));
diesel::joinable!(question_entries -> question_categories (category_id));
diesel::joinable!(question_tags -> question_entries (entry_id));
diesel::joinable!(question_versions -> question_entries (entry_id));
diesel::joinable!(quiz_questions -> activities (activity_id));
diesel::joinable!(quiz_questions -> question_versions (question_id));
diesel::joinable!(live_quizzes -> editions (edition_id));
diesel::joinable!(live_quizzes -> activities (activity_id));
diesel::joinable!(live_rounds -> live_quizzes (live_quiz_id));
diesel::joinable!(live_rounds -> question_versions (question_id));
diesel::joinable!(live_steps -> live_quizzes (live_quiz_id));
diesel::joinable!(live_players -> live_quizzes (live_quiz_id));
diesel::joinable!(live_answers -> live_rounds (round_id));
diesel::joinable!(live_answers -> live_players (player_id));
diesel::joinable!(live_credits -> live_quizzes (live_quiz_id));
diesel::joinable!(live_credit_results -> live_quizzes (live_quiz_id));
diesel::joinable!(live_credit_results -> enrolments (enrolment_id));
diesel::joinable!(case_drafts -> enrolments (enrolment_id));
diesel::joinable!(case_drafts -> activities (activity_id));
diesel::joinable!(case_drafts -> teams (team_id));
diesel::joinable!(team_sets -> editions (edition_id));
diesel::joinable!(teams -> team_sets (set_id));
diesel::joinable!(team_members -> teams (team_id));
diesel::joinable!(team_members -> enrolments (enrolment_id));
diesel::joinable!(team_uses -> team_sets (set_id));
diesel::joinable!(submission_members -> submissions (submission_id));
diesel::joinable!(submission_members -> enrolments (enrolment_id));
diesel::joinable!(team_adjustments -> people (made_by));
diesel::joinable!(case_steps -> enrolments (enrolment_id));
diesel::joinable!(case_steps -> activities (activity_id));
diesel::joinable!(case_decisions -> case_steps (step_id));
diesel::joinable!(case_step_drafts -> case_steps (step_id));
diesel::joinable!(case_debriefs -> editions (edition_id));
diesel::joinable!(case_debriefs -> activities (activity_id));
diesel::joinable!(draft_files -> case_drafts (draft_id));
diesel::joinable!(draft_files -> stored_files (file_id));
diesel::joinable!(submissions -> enrolments (enrolment_id));
diesel::joinable!(submissions -> activities (activity_id));
diesel::joinable!(submission_files -> submissions (submission_id));
diesel::joinable!(submission_files -> stored_files (file_id));
diesel::joinable!(gradings -> submissions (submission_id));
diesel::joinable!(gradings -> people (grader_id));
diesel::joinable!(grading_marks -> gradings (grading_id));
diesel::joinable!(case_setups -> people (set_by));
diesel::joinable!(case_hidings -> submissions (submission_id));
diesel::joinable!(case_hidings -> people (hidden_by));
diesel::joinable!(case_extensions -> people (made_by));
diesel::joinable!(peer_reviews -> submissions (submission_id));
diesel::joinable!(peer_reviews -> enrolments (reviewer_id));
diesel::joinable!(shown_answers -> submissions (submission_id));
diesel::joinable!(shown_answers -> editions (edition_id));
diesel::joinable!(shown_answers -> activities (activity_id));
diesel::joinable!(discussion_remarks -> shown_answers (answer_id));
diesel::joinable!(discussion_remarks -> people (person_id));
diesel::joinable!(library_examples -> shown_answers (answer_id));
diesel::joinable!(example_answers -> library_examples (example_id));
diesel::joinable!(example_answers -> enrolments (enrolment_id));
diesel::joinable!(grading_works -> submissions (submission_id));
diesel::joinable!(grading_works -> editions (edition_id));
diesel::joinable!(grading_works -> activities (activity_id));
diesel::joinable!(grading_works -> people (author_id));
diesel::joinable!(grading_works -> teams (team_id));
diesel::joinable!(grading_seats -> people (person_id));
diesel::joinable!(grading_exceptions -> people (person_id));
diesel::joinable!(markings -> people (person_id));
diesel::joinable!(grading_revisions -> gradings (grading_id));
diesel::joinable!(passage_comments -> people (person_id));
diesel::joinable!(calibration_works -> submissions (submission_id));
diesel::joinable!(calibration_markings -> people (person_id));
diesel::joinable!(case_copies -> programmes (programme_id));
diesel::joinable!(case_copy_texts -> people (saved_by));
diesel::joinable!(case_rubrics -> people (made_by));
diesel::joinable!(rubric_decisions -> gradings (grading_id));
diesel::joinable!(rubric_decisions -> people (decided_by));
diesel::joinable!(site_cases -> enrolments (enrolment_id));
diesel::joinable!(site_cases -> editions (edition_id));
diesel::joinable!(site_case_texts -> site_cases (case_id));
diesel::joinable!(site_case_entries -> site_cases (case_id));
diesel::joinable!(site_case_entries -> people (person_id));
diesel::joinable!(site_case_copies -> site_cases (case_id));
diesel::joinable!(site_case_uses -> site_case_copies (site_case_copy_id));
diesel::joinable!(education_proofs -> stored_files (file_id));
diesel::joinable!(registers -> organisations (organisation_id));
diesel::joinable!(documents -> enrolments (enrolment_id));
diesel::joinable!(documents -> registers (register_id));
diesel::joinable!(documents -> editions (edition_id));
diesel::joinable!(documents -> people (person_id));
diesel::joinable!(document_print_faults -> documents (document_id));
diesel::joinable!(document_prints -> documents (document_id));
diesel::joinable!(document_prints -> stored_files (file_id));
diesel::joinable!(document_revocations -> documents (document_id));
diesel::joinable!(blank_bindings -> blanks (blank_id));
diesel::joinable!(blank_spoilings -> blanks (blank_id));
diesel::joinable!(order_prints -> stored_files (file_id));
diesel::joinable!(signature_files -> stored_files (file_id));
diesel::joinable!(document_revocations -> people (revoked_by));
diesel::joinable!(credential_issuers -> organisations (organisation_id));
diesel::joinable!(credential_keys -> credential_issuers (issuer_id));
diesel::joinable!(credential_key_withdrawals -> credential_keys (key_id));
diesel::joinable!(credential_statuses -> credential_status_lists (list_id));
diesel::joinable!(credential_revocations -> credential_statuses (status_id));
diesel::joinable!(credential_signed_lists -> credential_status_lists (list_id));

diesel::allow_columns_to_appear_in_same_group_by_clause!(
    question_versions::entry_id,
    question_versions::number,
    quiz_attempts::activity_id,
);

diesel::allow_columns_to_appear_in_same_group_by_clause!(
    grading_seats::person_id,
    grading_works::organisation_id,
);
diesel::joinable!(check_ins -> sessions (session_id));
diesel::joinable!(check_in_closings -> check_ins (check_in_id));
diesel::joinable!(check_in_arrivals -> sessions (session_id));
diesel::joinable!(check_in_arrivals -> enrolments (enrolment_id));
diesel::joinable!(check_in_joins -> enrolments (enrolment_id));
diesel::joinable!(check_in_answers -> enrolments (enrolment_id));
diesel::joinable!(check_in_dismissals -> enrolments (enrolment_id));
diesel::joinable!(session_places -> sessions (session_id));
diesel::joinable!(sign_ups -> sessions (session_id));
diesel::joinable!(sign_ups -> enrolments (enrolment_id));
diesel::joinable!(absence_notices -> sessions (session_id));
diesel::joinable!(absence_notices -> enrolments (enrolment_id));
diesel::joinable!(absence_notices -> stored_files (file_id));
diesel::joinable!(absence_decisions -> absence_notices (notice_id));
diesel::joinable!(paper_template_pictures -> stored_files (file_id));
diesel::joinable!(appointment_slots -> editions (edition_id));
diesel::joinable!(appointment_bookings -> appointment_slots (slot_id));
diesel::joinable!(appointment_bookings -> enrolments (enrolment_id));
diesel::joinable!(appointment_marks -> appointment_bookings (booking_id));
diesel::joinable!(appointment_notes -> appointment_bookings (booking_id));
diesel::joinable!(appointment_requests -> enrolments (enrolment_id));
diesel::joinable!(document_batch_archives -> stored_files (file_id));
diesel::joinable!(document_batch_outcomes -> documents (document_id));
diesel::joinable!(document_batch_people -> people (person_id));
diesel::joinable!(group_file_archives -> stored_files (file_id));
diesel::joinable!(group_file_papers -> stored_files (file_id));
diesel::joinable!(entry_conditions -> editions (edition_id));
diesel::joinable!(outside_proofs -> editions (edition_id));
diesel::joinable!(outside_proofs -> people (person_id));
diesel::joinable!(outside_proofs -> stored_files (file_id));
diesel::joinable!(service_record_requests -> organisations (organisation_id));
diesel::joinable!(service_record_requests -> people (person_id));

diesel::joinable!(mentor_candidacies -> organisations (organisation_id));
diesel::joinable!(mentor_candidacies -> people (person_id));
diesel::joinable!(mentor_checks -> mentor_candidacies (candidacy_id));
diesel::joinable!(mentor_closures -> mentor_pairs (pair_id));
diesel::joinable!(mentor_pairs -> mentor_candidacies (candidacy_id));
diesel::joinable!(mentor_extensions -> mentor_pairs (pair_id));

/// Which tables may stand in one query, each pair once, under the name that comes first in the alphabet. Diesel's own
/// macro over all tables makes every pair of them, ten times as many, and each costs time in every build. A query with a
/// pair that is missing fails to compile: `TableNotEqual` or `AppearsInFromClause` is not satisfied for the two.
macro_rules! meet {
    ($($table:ident: $($other:ident),+;)*) => {
        $($(diesel::allow_tables_to_appear_in_same_query!($table, $other);)+)*
    };
}

meet! {
    absence_decisions: absence_notices, activities, attendance_marks, enrolments, people, session_places,
        sessions, sign_ups, stored_files;
    absence_notices: activities, attendance_corrections, attendance_marks, audit_entries, enrolments, mails,
        people, session_places, sessions, sign_ups, stored_files;
    absence_warning_sessions: absence_warnings, activities, enrolments, sessions;
    absence_warnings: enrolments, people;
    accommodations: enrolments, live_players, live_quizzes, people;
    activities: activity_formats, attendance_marks, audit_entries, case_debriefs, case_definitions,
        case_discussions, case_drafts, case_extensions, case_hidings, case_steps, completions,
        declaration_answers, documents, edition_trainers, editions, enrolments, example_answers,
        grading_seats, grading_works, gradings, ledger_entries, lesson_texts, lesson_visits, library_examples,
        live_answers, live_credit_results, live_credits, live_players, live_quizzes, live_rounds, live_steps,
        media_files, module_decisions, modules, organisations, peer_reviews, people, programme_versions,
        programmes, question_versions, quiz_attempts, quiz_blind_markings, quiz_definitions, quiz_marks,
        quiz_questions, quiz_setups, quiz_steps, session_blocks, session_conditions, session_notices,
        session_places, session_programmes, session_questions, session_trainers, sessions, sheet_closings,
        shown_answers, sign_ups, stored_files, submission_members, submissions, team_members, team_sets,
        team_uses, teams, training_starts;
    appointment_bookings: appointment_marks, appointment_notes, appointment_slots, editions, enrolments,
        people;
    appointment_marks: appointment_slots, people;
    appointment_requests: editions, enrolments, people;
    appointment_slots: editions, enrolments, people;
    attendance_corrections: attendance_marks, audit_entries, completions, enrolments, gradings, late_changes,
        ledger_entries, mails, organisations, people, quiz_attempts, sessions;
    attendance_marks: audit_entries, case_decisions, case_drafts, case_extensions, case_hidings, case_steps,
        check_in_arrivals, check_ins, completions, declaration_answers, document_revocations, documents,
        edition_trainers, editions, enrolments, grading_works, gradings, jobs, late_changes, ledger_entries,
        mails, make_ups, module_decisions, modules, organisations, people, quiz_attempts, session_places,
        sessions, sheet_closings, sign_ups, site_cases, submission_members, submissions, training_starts;
    audit_entries: audit_seals, case_copies, check_in_closings, check_ins, completions, documents, editions,
        enrolments, jobs, ledger_entries, lesson_texts, mails, media_files, people, programme_versions,
        question_versions, quiz_questions, registers, sessions, submissions;
    blank_bindings: blank_spoilings, blanks;
    blank_spoilings: blanks;
    browser_sessions: people;
    calendar_feeds: editions, enrolments;
    calendar_invitations: edition_trainers, enrolments, people;
    calibration_markings: calibration_works, case_hidings, grading_works, markings, people;
    calibration_works: case_hidings, enrolments, grading_works, markings, people, submission_members,
        submissions;
    case_copies: case_copy_texts, case_discussions, check_in_arrivals, check_ins, enrolments,
        library_examples, peer_reviews, people, programme_versions, programmes, shown_answers,
        site_case_texts, site_cases, submissions, team_members;
    case_copy_texts: people, programmes;
    case_debriefs: editions;
    case_decisions: case_extensions, case_hidings, case_steps, check_ins, document_revocations, documents,
        editions, enrolments, gradings, jobs, mails, organisations, people, sessions, site_cases, submissions;
    case_definitions: case_hidings, editions, enrolments, lesson_texts, media_files, modules, people,
        programme_versions, programmes, question_versions, quiz_definitions, quiz_questions, stored_files,
        submissions, team_members, team_sets, team_uses, teams;
    case_discussions: case_extensions, case_hidings, check_in_arrivals, check_ins, editions, enrolments,
        example_answers, grading_works, library_examples, peer_reviews, people, programme_versions,
        shown_answers, site_case_texts, site_cases, submission_members, submissions, team_members;
    case_drafts: case_hidings, case_steps, completions, declaration_answers, documents, draft_files, editions,
        enrolments, ledger_entries, module_decisions, modules, people, quiz_attempts, sessions, stored_files,
        submission_files, submission_members, submissions, team_members, teams;
    case_extensions: case_hidings, case_steps, check_ins, document_revocations, documents, editions,
        enrolments, example_answers, grading_works, gradings, jobs, library_examples, mails, organisations,
        peer_reviews, people, programme_versions, sessions, shown_answers, site_cases, submission_members,
        submissions;
    case_hidings: case_steps, check_ins, completions, document_revocations, documents, draft_files, editions,
        enrolments, example_answers, grading_seats, grading_works, gradings, jobs, ledger_entries,
        library_examples, mails, markings, modules, organisations, peer_reviews, people, programme_versions,
        quiz_attempts, quiz_definitions, rubric_decisions, sessions, shown_answers, site_cases, stored_files,
        submission_files, submission_members, submissions, team_members, teams;
    case_rubrics: documents, editions, enrolments, gradings, mails, organisations, people, question_versions,
        quiz_attempts, quiz_marks, sessions, submissions;
    case_setups: people;
    case_step_drafts: case_steps;
    case_steps: check_ins, completions, declaration_answers, document_revocations, documents, editions,
        enrolments, gradings, jobs, ledger_entries, mails, module_decisions, modules, organisations, people,
        quiz_attempts, sessions, site_cases, submission_members, submissions;
    check_in_answers: check_in_joins, enrolments;
    check_in_arrivals: check_in_dismissals, check_ins, enrolments, library_examples, peer_reviews, people,
        sessions, shown_answers, site_case_texts, site_cases, submissions, team_members;
    check_in_closings: check_ins, enrolments, sessions;
    check_in_dismissals: enrolments;
    check_in_joins: enrolments;
    check_ins: completions, document_revocations, documents, editions, enrolments, gradings, jobs,
        ledger_entries, library_examples, mails, organisations, peer_reviews, people, sessions, shown_answers,
        site_case_texts, site_cases, submissions, team_members;
    closed_hours: holiday_lists, holiday_settings, holidays;
    completions: declaration_answers, documents, editions, enrolments, gradings, ledger_entries, mails,
        module_decisions, modules, people, programme_versions, programmes, quiz_attempts, quiz_definitions,
        quiz_mark_changes, quiz_questions, quiz_regrade_attempts, quiz_setups, sessions, submission_members,
        submissions;
    credential_issuers: credential_keys, organisations;
    credential_key_withdrawals: credential_keys;
    credential_revocations: credential_status_lists, credential_statuses;
    credential_signed_lists: credential_status_lists;
    credential_status_lists: credential_statuses;
    declaration_answers: documents, editions, enrolments, ledger_entries, module_decisions, modules, people,
        quiz_attempts, sessions, submission_members, submissions;
    discussion_remarks: people, shown_answers;
    document_batch_archives: stored_files;
    document_batch_outcomes: document_batch_people, documents, people;
    document_batch_people: documents, people;
    document_batches: editions, people;
    document_print_faults: documents;
    document_prints: documents, stored_files;
    document_revocations: documents, editions, enrolments, gradings, jobs, mails, organisations, people,
        programme_versions, registers, sessions, site_cases, submissions;
    documents: edition_shifts, editions, enrolments, federal_export_rows, federal_queue, federal_states,
        grading_works, gradings, jobs, ledger_entries, live_quizzes, mails, module_decisions, modules, organisations, people,
        programme_versions, programmes, question_versions, quiz_appeals, quiz_attempts, quiz_marks, registers,
        sessions, site_cases, stored_files, submission_members, submissions, teams;
    draft_files: editions, enrolments, stored_files, submission_files, submission_members, submissions,
        team_members;
    edition_shifts: enrolments, live_quizzes, mails, organisations, people, programmes, quiz_appeals,
        quiz_marks, sessions, stored_files, submissions, teams;
    edition_trainers: editions, enrolments, grading_exceptions, grading_seats, grading_works, mails, modules,
        organisations, people, question_versions, quiz_attempts, role_grants, session_revisions, sessions,
        sheet_closings, site_case_copies, site_case_entries, site_cases;
    editions: enrolment_imports, enrolments, entry_conditions, outside_proofs, example_answers, grading_seats,
        grading_works, gradings, jobs,
        ledger_entries, lesson_texts, library_examples, live_answers, live_credit_results, live_credits,
        live_players, live_quizzes, live_rounds, live_steps, mails, make_ups, marking_phrases, media_files,
        module_decisions, modules, organisations, peer_reviews, people, programme_versions, programmes,
        question_categories, question_entries, question_versions, quiz_appeals, quiz_attempts,
        quiz_blind_markings, quiz_definitions, quiz_marks, quiz_questions, quiz_regrades, quiz_steps,
        registers, role_grants, session_places, session_trainers, sessions, sheet_closings, shown_answers,
        sign_ups, site_case_entries, site_case_texts, site_cases, stored_files, submission_files,
        submission_members, submissions, team_members, team_sets, team_uses, teams, training_rule_activities,
        training_rules;
    education_proofs: stored_files;
    enrolment_imports: people;
    enrolments: example_answers, grading_seats, grading_works, gradings, jobs, late_changes, ledger_entries,
        lesson_visits, library_examples, live_credit_results, live_players, live_quizzes, mails, make_ups,
        module_decisions, modules, organisations, peer_reviews, people, programme_versions,
        question_categories, question_entries, question_versions, quiz_appeal_decisions, quiz_appeals,
        quiz_attempts, quiz_blind_markings, quiz_definitions, quiz_marks, quiz_overrides, quiz_questions,
        quiz_regrade_attempts, quiz_regrades, quiz_setups, quiz_steps, registers, rubric_decisions,
        session_places, sessions, sheet_closings, shown_answers, sign_ups, site_case_copies,
        site_case_entries, site_case_texts, site_cases, stored_files, submission_files, submission_members,
        submissions, team_adjustments, team_members, team_ratings, team_sets, team_uses, teams,
        training_credits, training_reminders, training_starts;
    example_answers: grading_works, library_examples, peer_reviews, people, programme_versions, shown_answers,
        submission_members, submissions;
    federal_export_rows: federal_states;
    federal_exports: stored_files;
    federal_queue: federal_states;
    federal_templates: stored_files;
    form_submissions: people;
    grading_exceptions: grading_seats, grading_works, people;
    grading_marks: grading_revisions, grading_works, gradings, people;
    grading_revisions: grading_works, gradings, people;
    grading_seats: grading_works, organisations, people, submissions, teams;
    grading_works: gradings, library_examples, markings, organisations, peer_reviews, people,
        programme_versions, rubric_decisions, sessions, shown_answers, submission_files, submission_members,
        submissions, team_members, teams;
    gradings: jobs, ledger_entries, mails, markings, modules, organisations, people, programme_versions,
        question_versions, quiz_attempts, quiz_definitions, quiz_marks, rubric_decisions, sessions,
        site_cases, submission_files, submission_members, submissions, team_members;
    group_file_archives: group_files, stored_files;
    group_file_papers: stored_files;
    group_files: people;
    head_counts: people, session_guests;
    holiday_lists: holiday_settings, holidays;
    holiday_settings: holidays;
    jobs: mails, organisations, people, registers, sessions, site_cases, submissions;
    late_changes: ledger_entries, organisations, people, sheet_closings;
    ledger_entries: lesson_visits, module_decisions, modules, organisations, people, programme_versions,
        programmes, quiz_attempts, quiz_definitions, sessions, submission_members, submissions,
        training_starts;
    lesson_texts: lesson_visits, media_files, modules, programme_versions, programmes, question_versions,
        quiz_definitions, quiz_questions, stored_files;
    lesson_visits: modules, programme_versions;
    level_lines: people;
    library_examples: peer_reviews, people, programme_versions, shown_answers, site_case_texts, site_cases,
        submission_members, submissions, team_members;
    live_answers: live_credit_results, live_credits, live_players, live_quizzes, live_rounds, live_steps,
        question_versions;
    live_credit_results: live_credits, live_players, live_quizzes, live_rounds, live_steps, question_versions;
    live_credits: live_players, live_quizzes, live_rounds, live_steps, question_versions;
    live_players: live_quizzes, live_rounds, live_steps, question_versions;
    live_quizzes: live_rounds, live_steps, mails, organisations, programmes, question_versions, quiz_appeals,
        quiz_marks, stored_files, submissions, teams;
    live_rounds: live_steps, question_versions;
    live_steps: question_versions;
    mail_events: mails;
    mails: organisations, people, programmes, question_versions, quiz_appeals, quiz_attempts, quiz_marks,
        session_notices, session_revisions, sessions, sign_ups, site_cases, stored_files, submissions, teams;
    make_ups: people, sessions;
    marking_phrases: people;
    markings: people;
    media_files: modules, programme_sources, programme_versions, programmes, question_versions,
        quiz_definitions, quiz_questions, stored_files;
    mentor_candidacies: mentor_checks, mentor_pairs, organisations, people;
    mentor_closures: mentor_pairs;
    mentor_extensions: mentor_pairs;
    module_decisions: modules, people, quiz_attempts, sessions, submission_members, submissions;
    modules: organisations, people, programme_versions, programmes, question_versions, quiz_attempts,
        quiz_definitions, quiz_questions, sessions, sheet_closings, stored_files, submission_members,
        submissions;
    one_time_links: people;
    order_prints: stored_files;
    organisations: people, programme_versions, programmes, question_categories, question_entries,
        question_versions, quiz_appeals, quiz_attempts, quiz_marks, registers, role_grants,
        service_record_decisions, service_record_requests, sessions, site_cases, stored_files,
        submission_members, submissions, team_members, teams, training_starts;
    outside_proofs: people, stored_files;
    paper_template_pictures: stored_files;
    passage_comments: people;
    peer_reviews: peer_rounds, people, programme_versions, shown_answers, site_case_texts, site_cases,
        submission_members, submissions, team_members;
    people: person_names, programme_versions, programmes, question_categories, question_entries, question_tags,
        question_versions, quiz_appeal_decisions, quiz_appeals, quiz_attempts, quiz_blind_markings,
        quiz_mark_changes, quiz_marks, quiz_overrides, quiz_questions, quiz_regrade_attempts, quiz_regrades,
        quiz_setups, quiz_steps, registers, role_grants, rubric_decisions, service_record_decisions,
        service_record_requests, session_notices, session_places, session_trainers, session_visit_reports,
        session_visits, sessions, sheet_closings, shown_answers, sign_ups, site_case_copies,
        site_case_entries, site_case_texts, site_cases, stored_files, submission_members, submissions,
        team_adjustments, team_members, team_ratings, teams, training_credits, training_rules,
        training_starts;
    programme_sources: stored_files;
    programme_versions: programmes, question_categories, question_entries, question_versions, quiz_attempts,
        quiz_definitions, quiz_marks, quiz_questions, quiz_setups, registers, sessions, shown_answers,
        stored_files, submission_members, submissions;
    programmes: question_categories, question_entries, question_versions, quiz_appeals, quiz_attempts,
        quiz_definitions, quiz_mark_changes, quiz_marks, quiz_questions, quiz_regrade_attempts, quiz_setups,
        stored_files, submissions, teams;
    question_categories: question_entries, question_tags, question_versions, quiz_setups;
    question_entries: question_tags, question_versions, quiz_appeals, quiz_attempts, quiz_marks, quiz_setups,
        stored_files;
    question_tags: question_versions, quiz_setups;
    question_versions: quiz_appeals, quiz_attempts, quiz_blind_markings, quiz_definitions, quiz_marks,
        quiz_questions, quiz_regrade_attempts, quiz_regrades, quiz_setups, quiz_steps, sessions, stored_files,
        submissions;
    quiz_appeal_decisions: quiz_appeals, quiz_attempts, quiz_blind_markings, quiz_mark_changes, quiz_marks;
    quiz_appeals: quiz_attempts, quiz_blind_markings, quiz_mark_changes, quiz_marks, stored_files,
        submissions, teams;
    quiz_attempts: quiz_blind_markings, quiz_definitions, quiz_flags, quiz_mark_changes, quiz_marks,
        quiz_overrides, quiz_questions, quiz_regrade_attempts, quiz_regrades, quiz_setups, quiz_steps,
        sessions, submission_members, submissions;
    quiz_blind_markings: quiz_mark_changes, quiz_marks, quiz_steps;
    quiz_definitions: quiz_marks, quiz_questions, quiz_steps, stored_files, submission_members, submissions;
    quiz_mark_changes: quiz_marks, quiz_questions, quiz_regrade_attempts;
    quiz_marks: quiz_questions, quiz_regrade_attempts, quiz_regrades, quiz_setups, quiz_steps, sessions,
        stored_files, submissions, teams;
    quiz_questions: quiz_regrade_attempts, quiz_setups, quiz_steps, stored_files;
    quiz_regrade_attempts: quiz_regrades;
    registers: submissions;
    role_grants: site_case_entries, site_cases;
    rubric_decisions: submissions;
    self_assessment_drafts: self_assessments;
    service_record_decisions: service_record_requests;
    session_blocks: session_conditions, session_programmes, session_questions;
    session_conditions: session_programmes, session_questions;
    session_guests: sessions;
    session_notices: sessions;
    session_places: sessions, sign_ups;
    session_programmes: session_questions;
    session_revisions: sessions;
    session_trainers: sessions;
    session_visit_reports: session_visits;
    sessions: sheet_closings, sign_ups, site_cases, stored_files, submission_members, submissions,
        training_starts;
    shown_answers: site_case_texts, site_cases, submission_members, submissions, team_members;
    signature_files: stored_files;
    site_case_copies: site_case_entries, site_case_uses, site_cases;
    site_case_entries: site_cases;
    site_case_texts: site_cases, submissions, team_members;
    site_cases: submissions, team_members;
    stored_files: submission_files, submission_members, submissions, team_members, teams, webinar_lists;
    submission_files: submission_members, submissions, team_members;
    submission_members: submissions, team_adjustments, team_members, team_ratings;
    submissions: team_members, team_sets, teams;
    team_adjustments: team_ratings;
    team_members: team_sets, team_uses, teams;
    team_sets: team_uses, teams;
    team_uses: teams;
    training_rule_activities: training_rules;
    webinar_applications: webinar_lists;
}
