# Тесттер: талпынысқа дейін, тест кезінде, тапсырар алдында, нәтиже.
quizzes-eyebrow = Тест
quizzes-eyebrow-diagnostic = Диагностика, құжатқа әсер етпейді
quizzes-to-course = Бағдарламаға оралу
quizzes-question = Сұрақ
quizzes-map = Жауап берілгені
quizzes-map-answered = жауап берілген
quizzes-minutes = { $count } минут
quizzes-points = ({ $count } ұпай)
quizzes-attempt-number = { $number }-талпыныс
quizzes-other-language = Бұл сұрақ әзірге басқа тілде ғана бар

quizzes-before-questions = Сұрақ саны
quizzes-before-time = Уақыты
quizzes-before-any-time = Ағым аяқталғанша шектелмейді
quizzes-before-attempts = Талпыныс
quizzes-before-attempts-left = { $allowed } талпыныстан { $left } қалды
quizzes-before-any-attempts = Талпыныс саны шектелмеген
quizzes-before-pass = Өту үшін
quizzes-before-pass-percent = кемінде { $percent } %
quizzes-before-passed = Тесттен өттіңіз. Қаласаңыз, тағы тапсырыңыз: ең жақсы нәтижеңіз сақталады.
quizzes-before-then = Одан кейін не болады
quizzes-before-diagnostic = Бұл – диагностика: нәтижені өзіңіз бен оқытушылар көреді, құжатқа әсер етпейді.
quizzes-before-release-now = Тапсырған бойда нәтижені, дұрыс жауаптар мен түсіндірмелерді көресіз.
quizzes-before-release-later = Нәтижені тапсырған бойда көресіз, ал дұрыс жауаптар мен түсіндірмелер { $date } ашылады.
quizzes-before-saving = Әр жауап сақталып отырады. Үзіліс жасап, басқа құрылғыдан жалғастыра аласыз.
quizzes-before-clock = Уақыт бірден басталады, бетті жапсаңыз да тоқтамайды. Уақыт біткенде талпыныс сақталған жауаптармен өздігінен аяқталады.
quizzes-before-start = Тестті бастау
quizzes-before-start-again = Жаңа талпынысты бастау
quizzes-before-under-way = Талпыныс жүріп жатыр
quizzes-before-until = Жауаптарыңыз сақталған. Уақыт { $time } дейін.
quizzes-before-kept = Жауаптарыңыз сақталған, тоқтаған жерден жалғастырыңыз.
quizzes-before-resume = Тестті жалғастыру
quizzes-before-locked = Тест әзірге жабық
quizzes-before-locked-first = Алдымен мыналарды өтіңіз: { $first }
quizzes-before-exhausted = Талпыныс қалмады
quizzes-before-exhausted-help = Бұрынғы нәтижелер сақталған. Өту балына жетпесе, әрі қарай не істейтініңізді оқытушымен ақылдасыңыз.
quizzes-before-exhausted-diagnostic = Жауаптар сақталды, оларды оқытушылар көреді. Басқа ештеңе істеудің қажеті жоқ.
quizzes-before-closed = Қазір тестті өтуге болмайды
quizzes-before-closed-help = Ағым әлі басталмаған, аяқталып қойған немесе сіз ағымнан шығарылғансыз. Күндері бағдарлама бетінде көрсетілген.
quizzes-before-history = Талпыныстарыңыз

quizzes-state-running = жүріп жатыр
quizzes-state-passed = өтті
quizzes-state-failed = өтпеді

quizzes-clock-left = Қалған уақыт
quizzes-clock-until = аяқталатын уақыты
quizzes-clock-hide = Сағатты жасыру
quizzes-clock-show = Сағатты көрсету
quizzes-clock-five = Бес минуттан аз қалды
quizzes-clock-one = Бір минуттан аз қалды

quizzes-hint-many = Бірнешеуін таңдауға болады
quizzes-hint-number = Жауабыңызды санмен жазыңыз
quizzes-hint-order = Әр жолдың орнын көрсетіңіз: 1 – біріншісі
quizzes-hint-match = Төмендегі әр жолға тізімнен нөмір таңдаңыз
quizzes-hint-scale = Мұнда дұрыс жауап жоқ
quizzes-order-place = орны…
quizzes-order-up = Жоғары
quizzes-order-down = Төмен
quizzes-match-choose = Таңдаңыз…

quizzes-during-finish = Тестті тапсыру
quizzes-during-save = Жауаптарды сақтау
quizzes-during-unfit = Бұл жауап жазылмады. Түзетіңіз: мысалы, санды цифрмен жазыңыз.
quizzes-during-signed-out = Сіз жүйеден шығып кеттіңіз, сондықтан жауаптар әзірге осы браузерде ғана тұр. Көрші бетте қайта кіріп, осы бетті жаңартыңыз: жауаптар өздігінен жіберіледі.
quizzes-during-disputed = Кейбір жауаптарды басқа құрылғыда да өзгертіпсіз
quizzes-during-disputed-help = Қалғаны сақталды. Белгіленген сұрақтарда екі жауап та көрсетілген: керегін қалдырып, қайта сақтаңыз.
quizzes-during-elsewhere = Басқа құрылғыда басқа жауап сақталған
quizzes-during-taken-back = жауап алынып тасталған
quizzes-during-keep-mine = Осындағысын қалдыру
quizzes-during-take-theirs = Ондағысын алу

quizzes-check-title = Тапсырар алдында: { $quiz }
quizzes-check-heading = Тапсыруға дайынсыз ба?
quizzes-check-of = { $total } сұрақтан { $answered }
quizzes-check-complete = Барлық сұраққа жауап бердіңіз.
quizzes-check-open = Жауапсыз қалғандары
quizzes-check-final = Тапсырғаннан кейін жауаптарды өзгертуге болмайды.
quizzes-check-left = Тағы { $count } талпыныс қалады.
quizzes-check-submit = Тестті тапсыру
quizzes-check-back = Сұрақтарға оралу

quizzes-after-title = Нәтиже: { $quiz }
quizzes-after-passed = Тесттен өттіңіз
quizzes-after-failed = Тесттен әзірге өтпедіңіз
quizzes-after-diagnostic = Жауаптар қабылданды
quizzes-after-points = { $most } ұпайдан { $points }
quizzes-after-needed = Өту үшін { $percent } % қажет
quizzes-after-submitted = Жауаптар жіберілген уақыты: { $date }
quizzes-after-by-clock = Уақыт бітті: { $date }. Талпыныс өздігінен аяқталды, сақталған жауаптардың бәрі есептелді.
quizzes-after-hidden = Дұрыс жауаптар әзірге жабық
quizzes-after-hidden-until = Олар мен түсіндірмелер { $date }, ағым аяқталғанда ашылады.
quizzes-after-left = Тағы { $count } талпыныс қалды
quizzes-after-no-more = Талпыныс қалмады, нәтиже жазылды.
quizzes-after-on = Бағдарламаны жалғастыру
quizzes-after-read-again = Нені қайта оқу керек
quizzes-after-questions = Жауаптарыңыз

quizzes-mark-right = Дұрыс
quizzes-mark-partly = Жартылай дұрыс
quizzes-mark-wrong = Бұрыс
quizzes-mark-blank = Жауапсыз
quizzes-mark-points = { $most } ұпайдан { $points }
quizzes-mark-yours = сіздің жауабыңыз
quizzes-mark-this-is-right = дұрыс жауап
quizzes-mark-your-answer = Сіздің жауабыңыз:
quizzes-mark-expected = Дұрыс жауап:
quizzes-mark-yours-column = Сіздікі
quizzes-mark-right-column = Дұрысы

quizzes-flash-saved = Жауаптар сақталды
quizzes-flash-submitted = Жауаптар жіберіліп, жазылды
quizzes-flash-late = Уақыт бітті, талпыныс аяқталған. Оған дейін сақталғанның бәрі есептелді.

fault-answer-unfit = Бұл сұраққа мұндай жауап жарамайды
fault-place-taken = Әр жолдың өз орны бар: бір орын екі рет көрсетілген
