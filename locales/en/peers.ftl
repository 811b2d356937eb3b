# Peer reviews: trainees read each other's works without names.
peer-links = Reviews: works of others and what they say of yours
peer-next = { $title }: { $count ->
    [one] { $count } review
   *[other] { $count } reviews
}
peer-until = Until { $at }, { $city } time
peer-state-open = To be reviewed
peer-state-overdue = Overdue
peer-state-handed-in = Review handed in
peer-state-passed-on = Passed on to somebody else
peer-state-dropped = Does not count
peer-state-hidden = The work is hidden

peer-own-title = Reviews: { $title }
peer-own-heading = Peer reviews
peer-own-lead = You read the works of others, and others read yours. Neither side sees names.
peer-asked = For you to read
peer-asked-nothing = Nothing fell to you: you handed in after works were given out, or not at all. It does not affect your points.
peer-asked-ahead = { $count ->
    [one] When the deadline is over you will get { $count } work.
   *[other] When the deadline is over you will get { $count } works.
} A letter will tell you.
peer-work = Work { $number }
peer-write = Write the review
peer-read = Look at it
peer-points = For reviewing: { $points } of { $most }
peer-dropped-why = A trainer does not let this review count. Reason: { $reason }
peer-received = What others say of your work
peer-received-none = There are no reviews. Your trainer grades your work.
peer-received-ahead = Reviews open when your trainer shows them.
peer-given = Review { $number }

peer-review-title = Review: { $title }
peer-review-heading = Review of a work
peer-review = Review
peer-reviewer = Reviewer
peer-author = Author of the work
peer-warning = The author must not be recognised
peer-warning-help = The work is shown without a name, files are called by numbers. If you recognise the author from the text or a file, do not name them and tell your trainer. Do not write your own name.
peer-the-work = The work
peer-no-work = This work needs no review any more.
peer-case = Open the case
peer-remark = What works and what is missing
peer-remark-hint = The author reads this without your name. Keep to the text of the work.
peer-advice = What to do differently
peer-hand-in = Hand in the review
peer-hand-in-confirm = Hand in the review? It cannot be changed afterwards.
peer-save = Save the draft
peer-drop = Do not let this review count
peer-drop-reason = Reason
peer-drop-hint = The reviewer sees the reason. The author of the work will not see this review.
peer-drop-do = Do not count

peer-cases-link = Peer reviews
peer-round-title = Peer reviews: { $title }
peer-round-heading = Peer reviews
peer-round-lead = Each work is read by several trainees by the same rubric, without names. The grade is the trainer's.
peer-nameless = While works are graded without names, there are none here either.
peer-ahead = Works are not given out yet
peer-allotted = Works are given out
peer-by-itself = Works are given out by themselves after { $at }, { $city } time, when the deadline is over for everybody.
peer-by-hand = The deadline is over. Give the works out when you are ready.
peer-early = Give out before the deadline is over
peer-early-hint = Works that come later can be given out separately.
peer-allot = Give works out
peer-allot-late = Give late works out
peer-late = Works that came after that: { $count }.
peer-renews = What is not written in time goes to other trainees, once.
peer-renewed = What was not written in time went to others on { $at }.
peer-lacking = Works that still wait for reviews: { $count }. They stand first; where no review comes, the trainer's word is the only one.
peer-released = Authors see reviews since { $at }.
peer-release-help = Authors do not see reviews yet. Read them, and do not let useless ones count.
peer-release = Show reviews to authors
peer-release-confirm = Show all reviews to their authors? Those that come later open at once.
peer-works = Works and reviews
peer-missing = Reviews to come: { $count }
peer-complete = Reviewed
peer-total = points: { $total }
peer-settings = Settings
peer-reviewers = Reviewers of each work
peer-reviewers-hint = 0 to 5; 0 means no reviews. Fixed once works are given out.
peer-days = Days for reviewing
peer-days-hint = 1 to 30, of 24 hours.
peer-points-label = Points for reviewing
peer-points-hint = For all reviews together; the share that was handed in is rounded down. They stand beside the grade and do not change it.
peer-proposes = Show the median of the reviews on the desk
peer-proposes-hint = As a hint. The grade is what the trainer gives.
peer-set = Save the settings

peer-proposal = Median of the peer reviews
peer-proposal-help = Reviews: { $count }. This is a hint: the grade is yours.

peer-flash-set = The settings are saved.
peer-flash-allotted = Reviews asked for: { $count }.
peer-flash-released = Authors see the reviews.
peer-flash-saved = The draft is saved.
peer-flash-handed-in = Thank you, the review is handed in.
peer-flash-dropped = The review does not count.

fault-peer-allotted = Works are given out already: the number of reviewers cannot be changed
fault-peer-early = The deadline is not over for everybody. Tick that you give works out early, or wait
fault-peer-no-works = Nothing to give out: at least two works are needed, or all are given out already
fault-peer-remark = Say what works and what is missing: points alone tell the author little

peer-letter-subject = Reviews: { $title }
peer-letter-what = { $count ->
    [one] { $count } work
   *[other] { $count } works
} of other trainees on the case “{ $title }” fell to you.
peer-letter-next = Write the reviews until { $time }, { $city } time. Neither you nor the authors see names.
peer-letter-action = Open the works
fault-peer-team = Teams hand this case in, so there are no peer reviews for it. Members of a team rate each other’s share themselves
