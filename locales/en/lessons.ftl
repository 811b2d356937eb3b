# A lesson: reading, keeping the place, marking it as read.
lessons-reading-time = About { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} to read
lessons-preview = This is how a trainee sees the lesson. There is no “Mark as read” here: only the trainee can do that.
lessons-over = The edition has ended. You can read the lesson but no longer mark it as read.
lessons-shown-in-ru = This lesson is not available in your language yet, so you see the Russian text.
lessons-shown-in-kk = This lesson is not available in your language yet, so you see the Kazakh text.
lessons-shown-in-en = This lesson is not available in your language yet, so you see the English text.
lessons-resume = Go on where you stopped: “{ $title }”
lessons-takeaways = What you take away
lessons-self-check = Check yourself
lessons-sources = Sources
lessons-mark-read = Mark as read
lessons-is-read = Read
lessons-print = Print version
lessons-flash-read = The lesson is marked as read. Here is the next step.
lessons-flash-read-all = The lesson is marked as read. You have done all there is to do at your own time.
lessons-to-course = To the programme
lessons-ahead-title = The lesson opens on { $date }
lessons-ahead-text = That is when the edition begins. You can look at the schedule and the programme already.
lessons-locked-title = This lesson is not open yet
lessons-locked-text = It builds on what comes before it. First complete:
lessons-first-lesson = Read the lesson “{ $title }”
lessons-first-quiz = Take the quiz “{ $title }”
lessons-first-case = Work on the case “{ $title }”
lessons-first-meeting = See when “{ $title }” takes place
