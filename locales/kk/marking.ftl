# Жауаптарды адам тексеруі: кезек, жауап, басқа баға, апелляция, қайта есептеу.
marking-queue-title = Тексеруді күткен жауаптар
marking-queue-lead = { $count ->
    [0] Тексерілмеген жауап жоқ
   *[other] { $count } жауап күтіп тұр
}
marking-queue-empty = Тексеретін ештеңе жоқ
marking-queue-empty-help = Тыңдаушылар жіберген бойда жауаптар мен апелляциялар осында шығады.
marking-queue-works = Кейс жұмыстарына өту
marking-queue-questions = Сұрақтар
marking-queue-question = Сұрақ
marking-queue-quiz = Тест
marking-queue-edition = Ағым
marking-queue-count = Жауап саны
marking-queue-age = Ең ескісі күтіп тұр
marking-queue-appeals = { $count } апелляция
marking-age = { $days ->
    [0] бір күннен аз
   *[other] { $days } күн
}
marking-old = көптен бері
marking-notes = Неге назар аудару керек
marking-points = Балл
marking-points-hint = 0-ден { $most }-ге дейін, қадамы { $step }
marking-points-of = { $most } ұпайдан { $points }

marking-desk-title = { $number } жауап: { $quiz }
marking-desk-back = Кезекке оралу
marking-desk-answer = № { $number } жауап
marking-desk-what = Не деп жауап берді
marking-desk-blind = аты-жөнсіз
marking-desk-handed-in = Тапсырылды: { $at }
marking-desk-age = Күтіп тұр: { $age }
marking-desk-words = { $count } сөз
marking-desk-left = Бұл сұраққа { $count } жауап күтіп тұр
marking-desk-own = Бұл сіздің жауабыңыз: оны басқа оқытушы тексереді.
marking-desk-given = Қойылған ұпай: { $points }
marking-remark = Тыңдаушыға ескерту
marking-remark-hint = Тыңдаушы оны өз жауабының жанынан көреді.
marking-keep = Ескертуді менің сөздеріме сақтау
marking-save-next = Қойып, келесіге өту
marking-skip = Өткізіп жіберу
marking-next = Келесі жауапқа өту
marking-keys = Балл өрісінде Enter басылса, баға қойылып, келесі жауап ашылады. Ескертуден – Ctrl+Enter.
marking-meanwhile-title = Бұл жауап тексеріліп қойған
marking-meanwhile = { $who }, { $at }. Сіздің бағаңыз жазылған жоқ.
marking-meanwhile-typed = Қайта термес үшін сіздің ескертуіңіз

marking-phrases-title = Менің сөздерім
marking-phrases-lead = Тексергенде сөйлемді белгілесеңіз, ол ескертуіңіздің астына қосылады.
marking-phrases-link = Менің сөздерім
marking-phrases-insert = Ескертуге қосу
marking-phrases-none = Әзірге сақталған сөйлем жоқ.
marking-phrases-new = Жаңа сөйлем
marking-phrases-add = Сөйлемді сақтау
marking-phrases-remove = Алып тастау

marking-override-title = Бағаны өзгерту: { $person }
marking-override-heading = Бағаны өзгерту
marking-override-back = Нәтижеге оралу
marking-override-now = Қазір: { $most } ұпайдан { $points }
marking-override-points = Жаңа ұпай
marking-override-reason = Себебі
marking-override-reason-hint = Тыңдаушы оны жаңа бағаның жанынан көреді. Бұрынғысы сақталады.
marking-override-save = Бағаны өзгерту

marking-changes = Баға қалай өзгерді
marking-change-marked = Тексерілді
marking-change-overridden = Баға өзгертілді
marking-change-appealed = Апелляция қабылданды
marking-change-regraded = Сұрақ қайта есептелді
marking-change-granted = Сұрақ бәріне есептелді
marking-change-from-to = { $old } болған, { $new } болды
marking-change-to = ұпай: { $new }
marking-change-reason = Баға өзгертілді: { $reason }
marking-waiting = Тексеруді күтіп тұр

marking-appeal-title = Апелляция: { $quiz }
marking-appeal-heading = Апелляция
marking-appeal-link = Бағамен келіспейсіз бе?
marking-appeal-see = Сіздің апелляцияңыз
marking-appeal-back = Нәтижеге оралу
marking-appeal-text = Баға неге басқаша болуы керек
marking-appeal-hint = Сабаққа немесе дереккөзге сүйеніңіз. Әр сұрақ бойынша бір рет жүгінуге болады.
marking-appeal-send = Апелляцияны жіберу
marking-appeal-made = Жіберілді: { $at }
marking-appeal-waits = Оқытушы әлі жауап берген жоқ. Жауап хатпен келіп, осында шығады.
marking-appeal-accepted = Апелляция қабылданды, баға өзгертілді
marking-appeal-declined = Баға бұрынғыша қалды

marking-decision-title = Апелляция: { $quiz }
marking-decision-heading = Тыңдаушының апелляциясы
marking-decision-answer = Жауабы
marking-decision-expected = Дұрыс жауап
marking-decision-now = Қазіргі ұпай
marking-decision-verdict = Сіздің шешіміңіз
marking-decision-accept = Бағаны өзгерту
marking-decision-accept-note = Бұрынғысы сақталады, тыңдаушы екеуін де көреді
marking-decision-decline = Сол күйінде қалдыру
marking-decision-decline-note = Себебін түсіндіріңіз
marking-decision-points = Өзгертсеңіз, жаңа ұпай
marking-decision-words = Тыңдаушыға жауап
marking-decision-words-hint = Жауап нәтиже бетінде шығады, ал хатта жауап бар екені айтылады.
marking-decision-save = Жауап беру

marking-regrade-title = Қайта есептеу: { $quiz }
marking-regrade-heading = Сұрақты қайта есептеу
marking-regrade-back = Статистикаға оралу
marking-regrade-by = Не бойынша қайта есептеу керек
marking-regrade-choose = Таңдаңыз
marking-regrade-version = Нұсқа
marking-regrade-asked = сұралғаны осы
marking-regrade-full = Бәріне есептеу
marking-regrade-look = Не өзгеретінін қарау
marking-regrade-under-way = { $count } талпыныс әлі жүріп жатыр: шешім оларға тапсырылған кезде қолданылады.
marking-regrade-incomparable = Бұл нұсқаларды салыстыруға болмайды
marking-regrade-incomparable-help = Жаңа нұсқада сұрақтың түрі басқа немесе бірнеше нұсқасы өзгерген, сондықтан тыңдаушының нені таңдағаны белгісіз. Сұрақты бәріне есептеңіз немесе бағаларды бір-бірлеп өзгертіңіз.
marking-regrade-changes = { $count ->
    [0] Ештеңе өзгермейді
   *[other] { $count } баға өзгереді
}
marking-regrade-unchanged = Бұрынғыша қалады: { $count }.
marking-regrade-by-hand = Оқытушы қойған, өзгермейді: { $count }.
marking-regrade-passes = Енді тапсырғандар: { $count }.
marking-regrade-fails = Енді өтпейтіндер: { $count }; бұрын жазылған нәтиже өздерінде қалады.
marking-regrade-lines = Талпыныстардың бұрынғысы мен кейінгісі
marking-regrade-attempt = Талпыныс
marking-regrade-before = Бұрын
marking-regrade-after = Кейін
marking-regrade-result = Қорытынды
marking-regrade-same = өзгеріссіз
marking-regrade-nameless = Аты-жөнсіз
marking-regrade-now-passes = енді тапсырылды
marking-regrade-now-fails = енді тапсырылмаған
marking-regrade-reason = Себебі
marking-regrade-reason-hint = Оны бағасы өзгерген әрбір адам көреді.
marking-regrade-do = Қайта есептеу
marking-regrade-full-do = Бәріне есептеу
marking-regrade-earlier = Осы тесттің бұрынғы қайта есептеулері
marking-regrade-earlier-one = { $number ->
    [0] Соңғы қайта есептеу
   *[other] Одан бұрынғысы, { $number }
}
marking-regraded-title = Қайта есептеу: { $quiz }
marking-regraded-heading = Сұрақты қайта есептеу
marking-regraded-finished = Қайта есептеу аяқталды: { $at }
marking-regraded-count = Талпыныс: { $done }, өзгерген баға: { $changed }.
marking-regraded-running = { $count } талпыныс қалды
marking-regraded-running-help = Бетті жаба беруге болады: қайта есептеу өзі жүреді. Бір минуттан кейін жаңартыңыз.
marking-regraded-ordered = Басталды

marking-flash-marked = Қойылған ұпай: { $points }
marking-flash-settled = Қойылған ұпай: { $points }. Бұл тыңдаушының тесті түгел тексерілді, хат жіберілді.
marking-flash-none-left = Бұл сұрақ бойынша күтіп тұрған жауап қалмады
marking-flash-blind = Енді жауаптар аты-жөнсіз тексеріледі
marking-flash-named = Енді жауаптар аты-жөнімен тексеріледі
marking-flash-phrase = Сөйлем сақталды
marking-flash-phrase-gone = Сөйлем алып тасталды
marking-flash-overridden = Баға өзгертілді. Қазіргі ұпай: { $points }
marking-flash-appealed = Апелляция жіберілді
marking-flash-decided = Жауап тыңдаушыға жіберілді
marking-flash-regrading = Қайта есептеу басталды

marking-letter-action = Нәтижені ашу
marking-letter-marked-subject = Тест тексерілді: { $title }
marking-letter-marked-result = Оқытушы жауаптарыңызды тексерді. Нәтиже: { $percent } %.
marking-letter-marked-later = Оқытушы жауаптарыңызды тексерді. Нәтиже мына уақыттан бастап көрінеді: { $from }.
marking-letter-marked-passed = Тест тапсырылды.
marking-letter-marked-failed = Әзірге өту балына жетпеді.
marking-letter-changed-subject = Баға өзгертілді: { $title }
marking-letter-changed-result = Тест нәтижесі { $old } % болған, { $new } % болды. Себебі нәтиже бетінде көрсетілген.
marking-letter-changed-passed = Енді тест тапсырылды.
marking-letter-appeal-subject = Апелляцияға жауап: { $title }
marking-letter-appeal-accepted = Апелляцияңыз қабылданды, баға өзгертілді. Оқытушының жауабы нәтиже бетінде.
marking-letter-appeal-declined = Оқытушы апелляцияңызға жауап берді: баға бұрынғыша қалды. Түсіндірме нәтиже бетінде.

fault-points-step = Балды 0-ден { $most }-ге дейін, { $step } қадаммен көрсетіңіз
fault-versions-incomparable = Бұл нұсқаларды салыстыруға болмайды
