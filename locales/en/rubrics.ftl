# The rubric of a case in an edition: weights, versions, self-assessment.
common-rubric-weight = The points of this criterion are multiplied by { $weight }.
problem-rubric-changed = The rubric was changed while you were writing
problem-rubric-changed-help = Version { $number } holds now. Open the work again: marks that fit were carried over, the rest stands beside them.
fault-case-own = Judge your work by the criterion “{ $criterion }”
fault-rubric-nothing = At least one criterion with levels is needed
fault-rubric-few-levels = A criterion needs at least two levels
fault-rubric-points-twice = Two levels give the same points. Change the points of one of them
fault-rubric-same = The rubric is the same as before. Change it, or go back
fault-content-rubric-weight = The weight of a criterion is not a whole number from 1 to 10. Write {"{"}criterion weight=2{"}"}, or leave the weight out
rubrics-title = Rubric: { $title }
rubrics-lead = What works of this case are graded by in this edition. Grades that were given keep their version of the rubric.
rubrics-edit = Change the rubric
rubrics-cases-link = Rubric
rubrics-link = Versions of the rubric; this work: version { $number }
rubrics-by = Graded by version { $number } of the rubric
rubrics-now = Version { $number } holds now
rubrics-now-own = The programme’s rubric
rubrics-own = The programme’s rubric
rubrics-versions = All versions
rubrics-version = Version { $number }
rubrics-version-look = Look at the criteria
rubrics-most = { $points ->
    [one] { $points } point
   *[other] { $points } points
} in all
rubrics-open = Grades by earlier versions
rubrics-open-lead = Decide about each: grade it anew by version { $number }, or leave it as it is. Until then the former grade counts.
rubrics-open-none = Every grade was given by version { $number }, or is decided about.
rubrics-settled = Left as they are
rubrics-stays-by = Left as it is: { $who }, { $at }
rubrics-stays-at = Left as it is { $at }
rubrics-regrade = Grade anew
rubrics-keep = Leave as it is
rubrics-in-marking = { $count ->
    [one] { $count } work is being marked now
   *[other] { $count } works are being marked now
}. When you change the rubric, their graders are told on the page of the work, and their marks are kept.
rubrics-form-title = Change the rubric: { $title }
rubrics-form-lead = Saving makes a new version for this edition. Works without a grade are graded by it; grades that were given stay.
rubrics-criterion = Criterion { $number }
rubrics-criterion-title = What is looked at
rubrics-criterion-add = Add a criterion
rubrics-criterion-remove = Remove the criterion
rubrics-criterion-raise = Move up
rubrics-weight = Weight
rubrics-weight-hint = 1 to 10: the points of the criterion are multiplied by it. Usually 1.
rubrics-level = Level { $number }
rubrics-level-text = What a work of this level looks like
rubrics-level-add = Add a level
rubrics-level-remove = Remove the level
rubrics-points = Points
rubrics-pass = Points that pass
rubrics-pass-hint = With weights, and not above the sum of the highest levels.
rubrics-reason = Why the rubric changes
rubrics-reason-hint = Trainees and graders read it.
rubrics-save = Save the new version
rubrics-overtaken-title = Somebody else has changed the rubric while you were writing
rubrics-overtaken = Version { $number } holds now. Your changes below are not saved. If you save, they become the next version.
rubrics-overtaken-look = Look at the rubric
rubrics-flash-changed = The rubric is changed, version { $number } holds
rubrics-flash-kept = Decided: the grade stays as it is
rubrics-flash-moved = The rubric was changed. Marks that fit were carried over, the others stand on the page
rubrics-changed-title = The rubric was changed while you were writing
rubrics-changed = Version { $who } holds now. The grade is not saved. Marks that fit are in the form below; the others stand here.
rubrics-changed-script = Your marks are saved. Load the page again to go on by the new rubric.
rubrics-moved-title = The rubric was changed while you were marking
rubrics-moved = Reason: { $reason }. Marks that fit were carried over into the form. Check and complete them.
rubrics-moved-left = Not carried over from version { $number }:
rubrics-pinned = This work is graded by version { $number }: its first grader has marked by it. The edition is at version { $newest }.
rubrics-outdated = The grade was given by version { $number } of the rubric; version { $newest } holds now: { $reason }
rubrics-outdated-stays = It was decided that the grade stays.
rubrics-regrading-title = Grading anew by version { $number }
rubrics-regrading = Each criterion shows what it had; the whole former grade is below the form. Until you save, it counts.
rubrics-regrade-form = New grade by version { $number }
rubrics-regrade-save = Save the new grade
rubrics-calibration = This work is marked by version { $number } of the rubric by everybody, so that the marks can be compared.
rubrics-changed-for-trainee = The trainers changed the criteria { $at }. Reason: { $reason }
rubrics-own-title = Self-assessment
rubrics-own-for-grader = Mark the work yourself first, then compare.
rubrics-own-chosen = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
rubrics-own-left-out = not assessed
rubrics-own-given = Trainer: { $points }.
rubrics-own-same = The self-assessment is the same.
rubrics-own-higher = The self-assessment is { $by ->
    [one] { $by } point
   *[other] { $by } points
} higher.
rubrics-own-lower = The self-assessment is { $by ->
    [one] { $by } point
   *[other] { $by } points
} lower.
rubrics-own-version = The self-assessment was made by version { $number } of the rubric.
rubrics-own-form = How you judge your work yourself
rubrics-own-form-offered = By the same criteria as the trainer. It does not change the grade: you will see both side by side.
rubrics-own-form-required = By the same criteria as the trainer. It does not change the grade, but the work cannot be handed in without it.
rubrics-own-form-changed = The criteria were changed since you judged your work. Look at your marks again.
rubrics-former = It had { $points ->
    [one] { $points } point:
   *[other] { $points } points:
}
