# Кейстер: тыңдаушының беті, тексеру, хат.
cases-eyebrow = Кейс
cases-situation = Жағдай
cases-task = Тапсырма
cases-hand-in-list = Не тапсыру керек
cases-rubric-title = Қалай бағаланады
cases-rubric-lead = Бастамас бұрын оқып шығыңыз: оқытушы әр өлшем бойынша бір деңгейді таңдайды.
cases-fallback = Бұл кейс әзірге басқа тілде ғана бар.
cases-preview = Тыңдаушы кейсті осылай көреді. Тапсырылмаған қараламаны авторынан басқа ешкім көрмейді.

cases-due-title = Мерзімі
cases-due-at = { $time } дейін, { $city } уақытымен
cases-left-days = { $n } күн қалды
cases-left-hours = { $n } сағат қалды
cases-left-minutes = { $n } минут қалды
cases-left-over = мерзімі өтті
cases-late-now = Тапсыруға әлі болады: { $time } дейін, { $city } уақытымен. Жұмыс мерзімінен кеш тапсырылған деп белгіленеді.
cases-versions-left = Қалған нұсқа саны: { $left }, барлығы { $allowed }
cases-pass = Есептелуі үшін { $most } ұпайдан { $points } ұпай керек

cases-state-waiting = Жұмыс тексеруді күтіп тұр
cases-state-waiting-help = Нәтижесі хатпен келеді. Келесі нұсқаны оқытушы пікір берген соң тапсыра аласыз.
cases-state-passed = Кейс есептелді. Тағы бір нұсқа тапсырсаңыз да, бұл нәтиже өзіңізде қалады.
cases-state-used-up = Барлық нұсқа тапсырылды. Әрі қарай не істеуді оқытушымен ақылдасыңыз.
cases-state-closed = Ағым аяқталды: жұмыстарды оқуға болады, тапсыруға болмайды.
cases-state-too-late = Мерзім өтті, жұмыс енді қабылданбайды. Маңызды себеп болса, оқытушыдан мерзімді ұзартуды сұраңыз.

cases-draft-title = Сіздің шешіміңіз, { $number }-нұсқа
cases-draft-another = Келесі нұсқаны жазу
cases-draft-save = Қараламаны сақтау
cases-work-label = Шешім мәтіні
cases-work-hint = Сіз жазып отырғанда қаралама өзі сақталады.
cases-privacy-title = Жеке деректерсіз
cases-privacy = Көмек көрсетіп жүрген адамдарыңыздың шын аты-жөнін, мекенжайын, диагнозын, телефонын жазбаңыз, фотосын тіркемеңіз. «Тұрғын», «отбасы», «оқушы» деген сөздер жеткілікті.
cases-files-title = Файлдар
cases-file-label = Файл қосу
cases-file-hint = PDF, фото, құжат, кесте мен слайд (DOCX, XLSX, PPTX, ODT, ODS, ODP) немесе жай мәтін. Ең көбі { $files } файл, барлығы { $megabytes } МБ-тан аспасын. Файлдар батырманы басқанда сақталады.
cases-file-no-room = Қазір { $files } файл бар, бұдан көп болмайды. Басқасын қосу үшін біреуін алып тастаңыз.
cases-file-remove = Алып тастау
cases-file-remove-one = { $name } файлын алып тастау
cases-hand-in = Жұмысты тапсыру
cases-hand-in-confirm = { $number }-нұсқаны тапсырасыз ба? Бұл нұсқаның мәтіні мен файлдарын кейін өзгертуге болмайды. Қалған нұсқа саны: { $left }.
cases-conflict-title = Қаралама басқа құрылғыда өзгертілген
cases-conflict = Төмендегі өрісте сіздің мәтініңіз тұр, ол әлі сақталған жоқ. Мұнда сақталған мәтін. Керегін өріске көшіріп, сақтаңыз: өрістегі мәтін қалады.
cases-conflict-theirs = Сақталған мәтін
cases-unsaved-label = Сіздің мәтініңіз
cases-unsaved-hint = Ол сақталған жоқ. Керек болса, көшіріп алыңыз.

cases-results-title = Нәтиже
cases-version = { $number }-нұсқа
cases-version-work = Не тапсырылды
cases-version-open = Осы нұсқаны ашу
cases-handed-in = Тапсырылған уақыты: { $at }
cases-late = Мерзімінен кейін
cases-passed = Есептелді
cases-failed = Әзірге есептелмеді
cases-ungraded = Тексеруді күтіп тұр
cases-total = Барлығы: { $most } ұпайдан { $total } ұпай
cases-points-of = { $most } ұпайдан { $points }
cases-advice-title = Нені басқаша істеу керек
cases-remark-title = Оқытушының пікірі
cases-graded-by = Тексерілген уақыты: { $at }, { $who }
cases-graded-at = Тексерілген уақыты: { $at }
cases-no-text = Мәтін жоқ, жұмыс файлдарда.
cases-receipt = Түбіртек: мәтін мен файлдардың SHA-256 таңбасы. Жұмыстың өзгермегені осыдан көрінеді.
cases-kind-pdf = PDF
cases-kind-image = сурет
cases-kind-office = құжат
cases-kind-text = мәтін
cases-size-kilobytes = { $n } КБ
cases-size-megabytes = { $n } МБ

cases-closed-title = Кейс әзірге жабық
cases-closed-first = Мыналарды өткен соң ашылады:
cases-closed-ahead = Ағым басталатын күн: { $date }. Кейс те сонда ашылады.
cases-closed-course = Бағдарламаға

cases-flash-saved = Қаралама сақталды
cases-flash-handed-in = { $number }-нұсқа тапсырылды. Түбіртегі осы бетте
cases-flash-passed = Баға сақталды: { $points } ұпай, есептелді. Авторына хат кетті
cases-flash-failed = Баға сақталды: { $points } ұпай, әзірге есептелмеді. Авторына хат кетті

cases-steps-first = Алдымен кейстің қадамдарынан өтіңіз
cases-steps-first-help = Бұл кейстің оқиғасы қадам-қадаммен ашылады, әр қадамда сіз шешім қабылдайсыз. Тапсырма, өлшемдер және жұмыс жазатын орын соңғы қадамнан кейін ашылады.
cases-steps-again = Сіз қадамдардан қайта өте бастадыңыз. Соңына жеткен соң келесі нұсқаны тапсыра аласыз.
cases-steps-go = Қадамдарға өту
cases-steps-own = Сіз жүріп өткен жол
cases-debrief = Кейсті талдау

cases-queue-title = Тексеру
cases-queue-lead = { $count ->
    [0] Күтіп тұрған жұмыс жоқ
   *[other] { $count } жұмыс күтіп тұр
}{ $old ->
    [0] {""}
   *[other] , бір аптадан асқаны: { $old }
}. Ең ескісі жоғарыда.
cases-queue-person = Авторы
cases-queue-case = Кейс
cases-queue-edition = Ағым
cases-queue-handed-in = Тапсырылды
cases-queue-age = Күткені
cases-queue-version = { $number }-нұсқа
cases-queue-every-edition = Барлық ағым
cases-queue-every-case = Барлық кейс
cases-queue-filter = Көрсету
cases-queue-all = Барлық жұмысты көрсету
cases-queue-none = Бұл таңдау бойынша жұмыс жоқ
cases-queue-none-help = Олар тексеріліп қойған болуы мүмкін.
cases-queue-empty = Тексеретін ештеңе жоқ
cases-queue-empty-help = Жаңа жұмыстар тапсырылған бойда осында шығады.
cases-queue-today = Бүгін тағы не бар
cases-age = { $days ->
    [0] бір күннен аз
   *[other] { $days } күн
}
cases-old = бір аптадан асты

cases-desk-title = { $person }: { $title }
cases-desk-back = Кезекке оралу
cases-desk-versions = Басқа нұсқалар
cases-desk-case = Кейстің шарты
cases-desk-notes = Оқытушыға арналған жазбалар
cases-desk-graded = Жұмыс тексерілді
cases-desk-own = Бұл сіздің жұмысыңыз: оны басқа оқытушы бағалайды.
cases-desk-total = Қазір:
cases-desk-below = — өту ұпайынан төмен, нені басқаша істеу керегін жазыңыз.
cases-desk-reached = — есептелуге жетеді.
cases-desk-save = Бағаны сақтау
cases-desk-save-next = Сақтап, келесісіне өту
cases-advice-hint = Ұпай өту шегінен төмен болса, міндетті. Қатесін емес, қадамын атаңыз.
cases-meanwhile-title = Бұл жұмыс тексеріліп қойған
cases-meanwhile = { $who }, { $at }. Сіздің бағаңыз жазылған жоқ, қойылған баға өзгермеді.
cases-meanwhile-typed = Сіз жазғаныңыз

cases-letter-subject = Жұмысыңыз тексерілді: { $title }
cases-letter-points = Оқытушы жұмысыңызды тексерді: { $most } ұпайдан { $points }.
cases-letter-passed = Кейс есептелді.
cases-letter-failed = Әзірге есептелмеді. Нені басқаша істеу керегі пікірде жазылған; содан кейін келесі нұсқаны тапсыра аласыз.
cases-letter-action = Пікірді ашу

fault-case-empty = Тексеретін нәрсе болуы үшін шешіміңізді жазыңыз немесе файл тіркеңіз
fault-case-file-kind = «{ $name }» файлын қабылдауға болмайды, мәтін сақталды. PDF, JPEG, PNG, WebP, HEIC, DOCX, XLSX, PPTX, ODT, ODS, ODP және жай мәтін жарайды
fault-case-file-lost = «{ $name }» файлын сақтау мүмкін болмады, мәтін сақталды. Қайта көріңіз
fault-case-too-large = Файлдар бірігіп { $megabytes } МБ-тан асады, сондықтан жүктелмеді, мәтін сақталды. Кішірегін таңдаңыз немесе сығыңыз
fault-case-one-too-many = «{ $name }» файлы сыймады: рұқсат етілгеннен көп. Артығын алып тастап, қайта қосыңыз
fault-case-too-many = Файл тым көп: ең көбі { $limit }
fault-case-criterion = «{ $criterion }» өлшемі бойынша деңгейді таңдаңыз
fault-case-level = «{ $criterion }» өлшемінде мұндай деңгей жоқ
fault-case-advice = Ұпай өту шегінен төмен: нені басқаша істеу керегін жазыңыз
cases-part-required = міндетті
cases-part-named = { $name } (міндетті)
cases-part-sorts = Мұнда жарайтыны:
cases-sort-pdf = PDF
cases-sort-image = фотосуреттер мен сызбалар (JPEG, PNG, WebP, HEIC)
cases-sort-office = құжаттар, кестелер және презентациялар (DOCX, XLSX, PPTX, ODT, ODS, ODP)
cases-sort-text = жай мәтін
cases-link-hint = Беттің мекенжайы https:// немесе http:// деп басталады. Оны сіздің құпиясөзіңізсіз ашуға болатынын тексеріңіз.
fault-case-part-missing = Міндетті бөлік жетіспейді: «{ $part }»
fault-case-part-kind = «{ $name }» файлы бұл жерге келмейді: басқа түрдегі файл керек. Қалғаны сақталды
fault-case-link = Бұл беттің мекенжайы емес. Ол https:// немесе http:// деп басталады және бос орынсыз жазылады
fault-case-after-edition = Ағым одан ертерек аяқталады. Ағымның соңғы күнінен кеш емес күнді таңдаңыз

cases-extended = Сіз үшін мерзім ұзартылды. Себебі: { $reason }
cases-late-deducted = Кешіккен әр басталған тәулік үшін ұпайдың { $percent } %-ы шегеріледі, бірақ { $most } %-дан аспайды.
cases-late-refused = { $days ->
    [0] Мерзімнен кейін жұмыс қабылданбайды.
   *[other] Мерзімнен кейін жұмыс тағы { $days } тәулік бойы кешікті деген белгімен қабылданады, одан соң қабылданбайды.
}
cases-late-deduction = { $percent } % шегеріледі
cases-taken-off = Кешіккені үшін { $points } ұпай шегерілді.
cases-state-given-back = Жұмысты қайта тапсырыңыз
cases-state-given-back-help = Оқытушы соңғы нұсқаны жасырды. Қаралама мәтіннен ол жазған жерлерді алып тастап, қайта тапсырыңыз: бұл нұсқа әрекет ретінде саналмайды.
cases-given-back = Жасырылған, жаңа нұсқа күтілуде
cases-hidden-title = Бұл нұсқаның мәтіні мен файлдары жасырылған
cases-hidden-by = Жасырылған уақыты: { $at }, { $who }
cases-hidden-at = Жасырылған уақыты: { $at }
cases-hide-open = Жұмыста жеке деректер бар: мәтінді жасыру
cases-hidden-open = Неге жасырылған
cases-hiding-title = Мәтінді жасыру: { $title }
cases-hiding-back = Жұмысқа оралу
cases-hiding-version = { $number }-нұсқа, тапсырылған уақыты: { $at }
cases-hiding-what = Жұмыста көмек алатын адамдар аталса, оны жасырыңыз: есімдер, мекенжайлар, диагноздар, телефондар, фотосуреттер. Бұл нұсқаның мәтінін, сілтемелері мен файлдарын әкімшіден басқа ешкім көрмейді; оның әр қарағаны жазылып отырады.
cases-hiding-then = Автор хат алып, жұмысты қайта тапсырады. Бұл нұсқа әрекет ретінде саналмайды.
cases-hiding-reason = Себебі
cases-hiding-reason-hint = Оны автор оқиды. Нені алып тастау керегін айтыңыз, бірақ деректердің өзін қайталамаңыз.
cases-hiding-do = Мәтінді жасырып, қайта тапсыруды сұрау
cases-hiding-confirm = Бұл нұсқаның мәтіні мен файлдарын жасырасыз ба? Оларды қайта көрсету мүмкін болмайды.
cases-hiding-look = Жасырылғанды қарау
cases-hiding-look-hint = Қарағаныңыз журналға атыңызбен жазылады.
cases-hiding-content = Не тапсырылды
cases-hiding-file = { $name } файлын жүктеп алу
cases-flash-hidden = Мәтін жасырылды. Авторға хат жіберілді
cases-hidden-letter-subject = Жұмысты қайта тапсырыңыз: { $title }
cases-hidden-letter-what = Оқытушы «{ $title }» жұмысыңыздың { $number }-нұсқасын жасырды: онда сіз көмектесетін адамдардың жеке деректері болуы мүмкін.
cases-hidden-letter-next = Себебі кейс бетінде жазылған. Қаралама мәтінді түзетіп, қайта тапсырыңыз; бұл нұсқа әрекет ретінде саналмайды.
cases-hidden-letter-action = Кейсті ашу
cases-due-letter-subject = «{ $title }» кейсінің мерзімі: { $time }
cases-due-letter-what = Сіз «{ $title }» кейсін әлі тапсырған жоқсыз. Соңғы мерзім: { $time }, { $city } уақыты.
cases-due-letter-own = Сіздің уақытыңызша бұл — { $time }.
cases-due-letter-draft = Шешімді бастаған болсаңыз, ол қаралама ретінде сақталған.
cases-due-letter-action = Кейсті ашу
cases-file-look = Қарау
cases-file-look-one = { $name } файлын жаңа қойындыда қарау
cases-file-label-for = Қосу: { $name }
cases-file-hint-part = Бүкіл жұмыста { $files } файлдан аспасын, бәрі бірге { $megabytes } МБ-қа дейін. Файлдар түймемен сақталады.
