# Аяқталған циклдер бойынша деңгейлер, тәлімгерлер тізілімі, адамның беті, ұйымның ережесі.
levels-registry-title = Тәлімгерлер тізілімі
levels-registry-lead = Кімде тәлімгер сертификаты бар, мәртебесі жарамды ма және деңгейі қандай.
levels-sent-only = Мұнда тек сіздің ұйымыңыз оқуға жіберген адамдар көрсетілген.
levels-own-title = Деңгей және мәртебе
levels-own-lead = Деңгейіңіз қандай, тәлімгер мәртебесі жарамды ма және әрі қарай не істеу керек.
levels-person-eyebrow = Деңгей және мәртебе
levels-rule-title = Деңгейлер қалай беріледі
levels-rule-lead = Әр деңгей үшін неше курсты аяқтау керек және деңгейлер қалай аталады.

levels-search = Тегі, аты немесе поштасы
levels-show = Кімді көрсету керек
levels-show-mentors = Тәлімгерлер
levels-show-valid = Мәртебесі жарамды
levels-show-needs = Оқыту қажет
levels-show-everybody = Деңгейі бар барлық адам
levels-any-level = Кез келген деңгей
levels-sort = Реті
levels-sort-name = Тегі бойынша
levels-sort-level = Алдымен жоғары деңгей
levels-sort-status = Алдымен оқыту қажет адамдар
levels-organisation = Ұйым
levels-find = Көрсету
levels-clear = Шарттарды алып тастау
levels-found = { $count ->
    [one] { $count } адам табылды
   *[other] { $count } адам табылды
}
levels-column-name = Тегі, аты, әкесінің аты
levels-column-organisation = Ұйым
levels-column-level = Деңгей
levels-column-cycles = Аяқталған циклдер
levels-column-certificate = Тәлімгер сертификаты
levels-column-issued = Сертификат күні
levels-column-status = Мәртебе
levels-column-why = Себебі
levels-column-until = Қай күнге дейін жарамды
levels-none-yet = Деңгей әзірге жоқ
levels-no-certificate = Жоқ
levels-no-mentor = Тәлімгер емес
levels-download-xlsx = XLSX кестесін жүктеп алу
levels-download-csv = CSV кестесін жүктеп алу
levels-nobody = Тізілімде әзірге ешкім жоқ
levels-nobody-help = Ұйым тәлімгер сертификатын бергенде тәлімгер осында пайда болады.
levels-nobody-found = Бұл шарттарға ешкім сай келмейді
levels-nobody-found-help = Шарттарды өзгертіңіз немесе алып тастаңыз.

levels-status-valid = Мәртебе жарамды
levels-status-needs = Оқыту қажет
levels-valid-until = { $date } дейін, ал бетпе-бет сабақтан кейін одан да ұзақ.
levels-why-missed = Бетпе-бет сабақ өткізіп алынды ({ $quarter }). Оны өтеуге болады.
levels-why-initial = Алғашқы дайындық аяқталмаған: бетпе-бет { $needed } сағаттың { $have } сағаты өтті.
levels-why-lapsed = Соңғы оқыту болған тоқсаннан кейін бүтін бір тоқсан бетпе-бет сабақсыз өтті.

levels-cycles = { $count ->
    [0] Аяқталған цикл жоқ
    [one] { $count } цикл аяқталды
   *[other] { $count } цикл аяқталды
}
levels-level-is = Деңгей: { $level }
levels-missing = { $count ->
    [one] «{ $level }» деңгейіне дейін { $count } цикл қалды: тағы бір курсты аяқтаңыз.
   *[other] «{ $level }» деңгейіне дейін { $count } цикл қалды.
}
levels-highest = Бұл – ең жоғары деңгей.
levels-step-asks = { $count ->
    [0] басынан бастап
    [one] { $count } аяқталған циклден бастап
   *[other] { $count } аяқталған циклден бастап
}
levels-mentor-status = Тәлімгер мәртебесі
levels-certificate-is = Тәлімгер сертификаты
levels-running = Тәлімгерлерді оқыту:
levels-cycles-title = Аяқталған циклдер
levels-nothing = Деңгейлер әзірге жоқ
levels-nothing-help = Деңгей алғашқы курс аяқталғаннан кейін пайда болады.
levels-advice-come = Жақын арадағы бетпе-бет сабаққа келіңіз:
levels-advice-comes = Жақын арадағы бетпе-бет сабақ:
levels-advice-ask-enrolment = Ұйымнан сізді тәлімгерлерді оқыту ағымына жазуды сұраңыз: тоқсанына бір бетпе-бет сабақ мәртебені сақтайды.
levels-advice-enrol = Тәлімгерді әр тоқсанда бетпе-бет сабақ қажет ағымға жазыңыз.
levels-advice-ask-session = Бетпе-бет сабақтар әзірге белгіленген жоқ. Келесісі қашан болатынын немесе өткізіп алғанды қалай өтеуге болатынын оқытушыдан сұраңыз.
levels-advice-plan = Ағымда бетпе-бет сабақтар белгіленбеген. Сабақ белгілеңіз немесе өтелген жұмысты есепке алыңыз.
levels-advice-ask-teachers = Тәлімгерді оқытатын ұйымнан оны бетпе-бет сабаққа жазуды сұраңыз.

levels-first = Бірінші деңгей
levels-second = Екінші деңгей
levels-third = Үшінші деңгей
levels-field-cycles = Неше циклді аяқтау керек
levels-field-cycles-hint = Әр келесі деңгей үшін алдыңғысынан көп болуы керек
levels-name-ru = Орысша атауы
levels-name-kk = Қазақша атауы
levels-name-en = Ағылшынша атауы
levels-field-kinds = Қай құжат циклді аяқтайды
levels-field-kinds-hint = Бір ағым – бір цикл, ол үшін неше құжат берілсе де. Күші жойылған құжаттар есептелмейді
levels-field-programmes = Қай бағдарламалар есептеледі
levels-field-programmes-hint = Ешқайсысы белгіленбесе, барлығы есептеледі
levels-rule-usual = Қазір әдеттегі ереже қолданылады: деңгей бір, екі және үш курс аяқталғаннан кейін өзгереді.
levels-rule-acts = Жаңа ереже бірден және бұрын аяқталған курстар үшін де қолданылады. Бұрынғы ережелер төменде сақталады.
levels-rule-save = Ережені сақтау
levels-flash-rule = Ереже сақталды. Деңгейлер қайта есептелді.
levels-versions-title = Қандай ережелер қолданылды
levels-version = { $number }-ереже
levels-version-holds = қолданылады
levels-version-step = { $count ->
    [one] «{ $level }» – { $count } циклден бастап
   *[other] «{ $level }» – { $count } циклден бастап
}
levels-version-all = Барлық бағдарлама есептеледі
levels-version-chosen = { $count ->
    [one] { $count } бағдарлама есептеледі
   *[other] { $count } бағдарлама есептеледі
}
fault-level-cycles = Алдыңғы деңгейдегіден көп және { $most } санынан аспайтын сан жазыңыз
fault-level-name-long = Атауды қысқартыңыз: онда { $limit } таңбадан көп болмауы керек
fault-level-kinds = Тізімнен кемінде бір құжат түрін белгілеңіз
fault-level-programme = Мұндай бағдарлама жоқ. Тізімдегі бағдарламаларды белгілеңіз
