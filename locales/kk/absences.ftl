# Кездесуге келе алмайтыны туралы хабарлау.
absences-title = Келмейтіндердің хабарламалары
absences-lead = Басталғанға дейін хабарлағандарға белгілер тізімі «Себепті» белгісін өзі ұсынады: ол қалған белгілермен бірге сақталады.
absences-count = Келмеу туралы { $count } хабарлама
absences-empty = Әзірге хабарлама жоқ
absences-empty-help = Тыңдаушылар келмейтінін өз кестесінен хабарлайды.
absences-waiting-title = Сіздің шешіміңізді күтеді
absences-waiting-help = Бұл хабарламалар кездесу басталғаннан кейін келді. Қабылдасаңыз, тізімде «Себепті» белгісі тұрады; қабылдамасаңыз, белгі неге өзгермейтінін жазыңыз.
absences-others-title = Қалғандары
absences-older = Бұрынғылары
absences-given = Хабарланды: { $at }
absences-remark = Тыңдаушыға жауап
absences-remark-hint = Қабылдамасаңыз, себебін жазыңыз. Жауап хатпен барады.
absences-accept = Себебін қабылдау
absences-refuse = Қабылдамау
absences-reconsider = Басқаша шешу
absences-state-early = Басталғанға дейін
absences-state-late = Басталғаннан кейін, шешім күтеді
absences-state-accepted = Себебі қабылданды
absences-state-refused = Себебі қабылданбады

absences-reason = Неге келе алмайсыз
absences-reason-illness = Ауырып қалу
absences-reason-work = Жұмыс
absences-reason-family = Отбасы жағдайы
absences-reason-transport = Көлік, жол
absences-reason-other = Басқа себеп
absences-words = Өз сөзіңізбен
absences-words-hint = «Басқа себеп» таңдалса, қажет. Мұны тек оқытушылар көреді.
absences-file = Анықтама немесе басқа файл
absences-file-hint = { $megabytes } МБ-қа дейін: PDF, фото немесе құжат. Оны тек сіз және оқытушылар аша алады.
absences-send = Хабарлау
absences-tell = Келмейтінімді хабарлау
absences-explain = Неге келмегенімді хабарлау
absences-open = Хабарламаны ашу
absences-lead-early = Оқытушы мұны белгілер тізімінен көріп, себепті деп белгілейді. Кездесу басталғанға дейін ойыңызды өзгерте аласыз.
absences-lead-late = Кездесу басталды немесе өтті. Оқытушы оқып, себепті деп белгілеу-белгілемеуді шешеді.
absences-told-title = Сіздің хабарламаңыз
absences-told-early = Келмейтініңізді хабарладыңыз
absences-told-late = Хабарладыңыз, әзірге жауап жоқ
absences-told-accepted = Келмеу себебі қабылданды
absences-told-refused = Келмеу себебі қабылданбады
absences-help-early = Оқытушы мұны белгілер тізімінен көреді.
absences-help-late = Оқытушы хабарламаны алып, жауап береді.
absences-help-accepted = Белгілер тізімінде «Себепті» белгісі тұр.
absences-help-refused = Белгі сол күйінде қалды. Сұрағыңыз болса, оқытушыға жазыңыз.
absences-answer = Оқытушының жауабы:
absences-place-held = Бұл кездесуде сіздің орныңыз бар. Одан бас тартсаңыз, орын келесі адамға беріледі.
absences-take-back = Бәрібір келемін

absences-note-early = Алдын ала хабарлады: келе алмайды.
absences-note-late = Басталғаннан кейін хабарлады, шешім күтеді.
absences-note-accepted = Басталғаннан кейін хабарлады, қабылданды.
absences-note-refused = Басталғаннан кейін хабарлады, қабылданбады.

absences-mark-words = тыңдаушының хабарламасы бойынша

absences-flash-told = Хабарлама оқытушыға жіберілді.
absences-flash-taken-back = Жақсы, сізді кездесуде күтеміз.
absences-flash-accepted = Себебі қабылданды, тізімде «Себепті» белгісі тұр. Хат жіберілді.
absences-flash-refused = Жауап жіберілді, белгі өзгермеді.

fault-absences-cancelled = Кездесу болмайды, хабарлаудың қажеті жоқ
fault-absences-was-there = Тізімде сіз кездесуде болды деп белгіленген. Олай болмаса, оқытушыға айтыңыз
fault-absences-excused = Сіз себепті деп белгіленгенсіз, басқа ештеңе хабарлаудың қажеті жоқ
fault-absences-over = Келмеу себебін кездесуден кейін бір апта ішінде хабарлауға болады. Енді оқытушыға жазыңыз
fault-absences-words = Себебін өз сөзіңізбен жазыңыз
fault-absences-told-already = Бұл кездесу туралы хабарлап қойғансыз
fault-absences-started = Кездесу басталды. Сонда болсаңыз, белгіленіңіз немесе оқытушыға айтыңыз
fault-absences-decided = Бұл хабарлама бойынша шешетін ештеңе қалмады. Белгіні тізімде түзетуге болады
fault-absences-refusal-words = Белгі неге өзгермейтінін тыңдаушыға жазыңыз
fault-absences-was-there-decide = Тізімде бұл адам кездесуде болды деп белгіленген. Алдымен белгіні сол жерде түзетіңіз

mail-absence-decided-subject = Келмеуіңіз туралы жауап: { $title }
mail-absence-accepted = Оқытушы келмеу себебіңізді қабылдады: «{ $title }», { $when }. Белгілер тізімінде «Себепті» белгісі тұр.
mail-absence-refused = Оқытушы «{ $title }» ({ $when }) кездесуі туралы хабарламаңызды оқыды. Белгі сол күйінде қалды.
mail-absence-action = Хабарламаны ашу
