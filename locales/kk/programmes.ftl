# Бағдарламалар: нұсқалар, материалдар қалтасы, жүктеу.
programmes-index-title = Бағдарламалар
programmes-index-lead = Орталық нені оқытады. Жүктелген нұсқа өзгермейді: ағым қай нұсқамен бастаса, сонымен аяқтайды.
programmes-imported-title = Жүктелген бағдарламалар
programmes-card-facts = { $number }-нұсқа, { $date } · { $hours } сағ
programmes-editions = { $count ->
    [0] Әзірге ағым жоқ
   *[other] { $count } ағым
}
programmes-empty-title = Әзірге бірде-бір бағдарлама жүктелмеген
programmes-empty-text = Материалдар салынған қалтаны бағдарламалар қалтасына қойып, жүктеңіз. Содан кейін алғашқы ағымды ашуға болады.

programmes-waiting-title = Жүктеуді күтіп тұр
programmes-folders-link = Материалдар қалтасы мен тексеру ескертпелері
programmes-folders-title = Материалдар қалтасы
programmes-folders-lead = «{ $folder }» ішіндегі әр қалта жаңа ғана тексерілді. Жүктегенде жаңа нұсқа пайда болады, бұрынғылары өзгермейді.
programmes-folders-list = Бағдарлама қалталары
programmes-folders-all = Барлық қалта
programmes-folders-empty-title = Мұнда әзірге ештеңе жоқ
programmes-folders-empty-text = Сервердегі «{ $folder }» қалтасында бағдарлама жоқ. Ішінде programme.toml файлы бар қалтаны сонда көшіріп, осы бетті қайта ашыңыз.

programmes-state-faulty = Қателер бар
programmes-state-new = Жүктелмеген
programmes-state-changed = { $number }-нұсқадан кейін өзгерген
programmes-state-imported = Жүктелген, { $number }-нұсқа
programmes-import-first = Бағдарламаны жүктеу
programmes-import-next = Жаңа нұсқаны жүктеу
programmes-unreadable = Қалтаны оқу мүмкін болмады:
programmes-flash-imported = { $number }-нұсқа жүктелді. Енді ол бойынша ағым ашуға болады.
programmes-flash-known = Қалтадағы материал { $number }-нұсқамен бірдей. Жаңа нұсқа құрылған жоқ.
programmes-refused-title = Бағдарлама жүктелмеді
programmes-refused-text = Материалдарда қателер бар. Оларды көрсетілген файлдарда түзетіп, қайта жүктеңіз; бұрынғы нұсқалар өзгерген жоқ.

programmes-findings-count = Қателер: { $errors }, ескертулер: { $warnings }
programmes-findings-caption = Тексеру ескертпелері: { $name }
programmes-findings-place = Файл мен жол
programmes-findings-kind = Маңызы
programmes-findings-what = Не дұрыс емес және не істеу керек
programmes-finding-error = Қате
programmes-finding-warning = Ескерту

programmes-open-edition = Ағым ашу
programmes-outline-title = Құрамы
programmes-filter-label = Формат
programmes-filter-all = Барлық форматтар
programmes-filter-action = Көрсету
programmes-filter-clear = Барлық форматтарды көрсету
programmes-formats-link = Форматтардың атаулары
programmes-hours = { $hours } сағ
programmes-minutes = { $minutes } минут
programmes-after = Мынадан кейін: { $titles }
programmes-module-extra = Қосымша модуль: «{ $question }» деген сұраққа тәжірибем жоқ деп жауап берген тыңдаушыларға тағайындалады. Сағаттары бағдарлама көлемінен тыс есептеледі
programmes-version = { $number }-нұсқа
programmes-versions-title = Барлық нұсқа
programmes-volume = { $hours } сағ: теория { $theory }, практика { $practice }
programmes-volume-self-study = өзіндік жұмыс { $hours }
programmes-rule = Қатысу кемінде { $attendance } %, қалған сағаттар кемінде { $hours } %. Ағым үшін шарттарды өзгертуге болады
programmes-fact-version = Нұсқа
programmes-fact-imported = Жүктелген күні
programmes-fact-volume = Көлемі
programmes-fact-hour = Академиялық сағат
programmes-fact-languages = Материал тілдері
programmes-fact-audience = Кімге арналған
programmes-fact-document = Құжат
programmes-fact-rule = Беру шарттары
programmes-fact-editions = Ағымдар

programmes-changed-title = { $number }-нұсқадан айырмасы
programmes-changed-hours = Барлығы { $before } сағ еді, енді { $now } сағ.
programmes-changed-nothing = Сабақтар мен мәтіндер сол күйінде. Бағдарлама туралы мәліметтер немесе тіркелген файлдар өзгерген.
programmes-change-added = Қосылды
programmes-change-removed = Алынды
programmes-change-changed = Өзгерді
programmes-aspect-hours = сағаты: { $from } еді, { $to } болды
programmes-aspect-content = мазмұны
programmes-aspect-title = атауы
programmes-aspect-module = модулі
programmes-aspect-extra = модуль кімге тағайындалатыны
programmes-aspect-form = форматы
programmes-aspect-nature = теория, практика не өзіндік жұмыс екені
programmes-aspect-prerequisites = алдымен не өту керегі

programmes-kind-advanced_training = Біліктілікті арттыру
programmes-kind-retraining = Кәсіби қайта даярлау
programmes-kind-short_course = Қысқа курс
programmes-document-advanced_training_certificate = Біліктілікті арттыру туралы куәлік
programmes-document-participation_certificate = Қатысушы сертификаты
programmes-document-retraining_diploma = Кәсіби қайта даярлау туралы диплом
programmes-document-study_certificate = Оқу туралы анықтама
programmes-document-mentor_certificate = Тәлімгер сертификаты
programmes-document-thank_you_letter = Алғыс хат
programmes-document-recommendation_letter = Ұсыныс хат
programmes-document-service_record = Еріктінің қызметі туралы анықтама
programmes-document-authority_document = Еріктінің өкілеттігін растау
programmes-mode-in_person = күндізгі
programmes-mode-online = онлайн
programmes-mode-distance = қашықтан
programmes-nature-theory = теория
programmes-nature-practice = практика
programmes-nature-self_study = өзіндік жұмыс
programmes-write-cases = Бағдарлама кейстерін өзгерту
