# Тәлімгердің жолы: өтініш, мерзімді құжаттар, оқу, әңгімелесу, жұп, байланыстар, жабу.
mentoring-board-title = Тәлімгерлер
mentoring-mentor-title = Тәлімгердің жолы
mentoring-places-lead = Сіз тәлімгерлерін сүйемелдейтін ұйымдар.
mentoring-places-none = Әзірге тәлімгерлер жоқ
mentoring-places-none-help = Ұйымның бетін ашып, «Тәлімгерлер» бөліміне өтіңіз: өтініштер сонда жазылады.
mentoring-places-others = Әзірге тәлімгері жоқ ұйымдар
mentoring-places-first = Әзірге бірде-бір ұйымда тәлімгер жоқ. Төменнен қажеттісін ашыңыз: алдымен талаптарды белгілеңіз, содан кейін бірінші өтінішті жазыңыз.
mentoring-places-under = Сіздің ұйымыңызға кіретін ұйымдарда тәлімгерлерді өз үйлестірушілері сүйемелдейді: { $names }. Ондағы тізімдер мен балалардың кодтарын тек солар көреді; сізге де рұқсат қажет болса, әкімшіден сол жерге де үйлестіруші етіп тағайындауын сұраңыз.
mentoring-board-lead = Кім не күтіп тұр, қай құжаттардың мерзімі бітеді, кіммен көптен сөйлеспедіңіз.
mentoring-board-open = Үміткерлер мен тәлімгерлер
mentoring-board-ended = Бас тартылды немесе қайтарып алынды
mentoring-board-empty = Әзірге үміткерлер жоқ
mentoring-board-empty-help = Алғашқы өтінішті төменде жазыңыз.
mentoring-overdue-title = Мерзімі өткен байланыстар
mentoring-overdue-line = тәлім алушы { $code }, { $due } дейін сөйлесу керек еді
mentoring-ending-title = Жұптың мерзімі аяқталып келеді
mentoring-ending-near = тәлім алушы { $code }, мерзімі { $until } дейін: жұпты жабу не ұзарту туралы келісіңіз
mentoring-ending-over = тәлім алушы { $code }, жоспарлы мерзім аяқталған күн: { $until }. Жұпты жабыңыз не ұзартыңыз
mentoring-expiring-title = Құжаттардың мерзімі бітіп келеді
mentoring-until = { $date } дейін жарамды
mentoring-column-name = Тегі, аты, әкесінің аты
mentoring-column-state = Күйі
mentoring-column-since = Қай күннен бері
mentoring-column-next = Әрі қарай не істеу керек
mentoring-column-missing = Не жетіспейді
mentoring-column-contact = Келесі байланыс
mentoring-column-paper = Құжат
mentoring-column-number = Нөмірі
mentoring-column-dated = Құжаттың күні
mentoring-column-until = Қашанға дейін жарамды
mentoring-column-seen = Кім көрді
mentoring-missing-count = жетіспейді: { $count }
mentoring-missing-nothing = бәрі бар
mentoring-enter-title = Өтінішті жазу
mentoring-enter-lead = Ұйымыңыз оқуға жіберетін немесе оқытатын адамдар үшін. Баптауда өтініш қабылдауды қоссаңыз, қалғандары өтінішті өздері береді.
mentoring-email = Үміткердің поштасы
mentoring-email-hint = Адам сайтқа кіретін мекенжай
mentoring-application = Өтініш
mentoring-application-hint = Адам неге тәлімгер болғысы келеді, өз сөзімен
mentoring-enter = Өтінішті жазу
mentoring-choose = Таңдаңыз

mentoring-step-applied = Өтініш берілді
mentoring-step-documents-checked = Құжаттар тексерілді
mentoring-step-trained = Оқудан өтті
mentoring-step-interviewed = Әңгімелесу өтті
mentoring-step-admitted = Тәлімгерлікке жіберілді
mentoring-step-refused = Бас тартылды
mentoring-step-withdrawn = Өтініш қайтарып алынды
mentoring-step-matched = Жұп құрылды
mentoring-step-active = Жұп кездесіп жүр
mentoring-step-closed = Жұп жабылды

mentoring-next-documents-checked = Құжаттарды тексеру
mentoring-next-trained = Оқу сағаттарын растау
mentoring-next-interviewed = Әңгімелесу өткізу
mentoring-next-admitted = Жіберу туралы шешу
mentoring-next-matched = Тәлім алушыны таңдау
mentoring-next-active = Кездесулердің басталғанын белгілеу
mentoring-next-refused = Жол аяқталды: бас тартылды
mentoring-next-withdrawn = Жол аяқталды: өтініш қайтарылды
mentoring-next-active-pair = Жұпты сүйемелдеу
mentoring-own-next-documents-checked = Тізімдегі құжаттарды үйлестірушіге әкеліңіз
mentoring-own-next-trained = Оқудан өтіңіз: сағаттар өзі есептеледі
mentoring-own-next-interviewed = Үйлестірушімен әңгімелесу уақытын келісіңіз
mentoring-own-next-admitted = Жіберу туралы шешімді күтіңіз
mentoring-own-next-matched = Үйлестіруші сізге тәлім алушы таңдап жатыр
mentoring-own-next-active = Алғашқы кездесу туралы келісіңіз
mentoring-own-next-refused = Сізге бас тартылды; себебі төменде
mentoring-own-next-withdrawn = Сіз өтінішті қайтарып алдыңыз
mentoring-own-next-active-pair = Тәлім алушымен кездесіп, үйлестірушімен байланыста болыңыз
mentoring-take-documents-checked = Құжаттар тексерілді
mentoring-take-trained = Оқуды растау
mentoring-take-admitted = Тәлімгерлікке жіберу

mentoring-check-criminal-record = Сотталмағаны туралы анықтама
mentoring-check-medical = Медициналық анықтама
mentoring-check-home-inspection = Тұрғын үйді тексеру актісі
mentoring-check-references = Ұсыным хаттар
mentoring-check-legal-capacity = Әрекетқабілеттілігі туралы анықтама
mentoring-check-state-missing = жоқ
mentoring-check-state-expired = мерзімі өткен
mentoring-check-state-soon = мерзімі таяп қалды
mentoring-check-state-holds = жарамды
mentoring-checks-title = Құжаттар
mentoring-check-add = Құжатты жазу
mentoring-check-lead = Құжатты қарап, тек нөмірін, күнін және мерзімін жазыңыз. Мазмұны мен көшірмесі мұнда сақталмайды.
mentoring-until-hint = Сотталмағаны туралы және медициналық анықтама үшін міндетті; мерзімін ұйымыңыз белгілейді
mentoring-check-save = Құжатты көрдім, жазу
mentoring-hours-title = Оқу сағаттары
mentoring-hours-have = { $need } академиялық сағаттан { $have } сағат есептелді.
mentoring-hours-have-in-person = Бетпе-бет { $need } сағаттан { $have } сағат.
mentoring-hours-source = Сағаттар сабақ журналынан алынады, қолмен жазуға болмайды.
mentoring-no-programmes = Қай бағдарламалар тәлімгерлерді оқыту болып саналатыны көрсетілмеген, сондықтан сағаттар есептелмейді. Оларды баптауда белгілеңіз.
mentoring-no-programmes-short = Ұйым қай бағдарламалар тәлімгерлерді оқыту болып саналатынын әлі көрсетпеген.

mentoring-next-title = Келесі қадам
mentoring-missing-title = Не жетіспейді:
mentoring-path-title = Жолы
mentoring-contact-next = Келесі байланыс: { $date } кешіктірмей.
mentoring-end-near = Жұптың жоспарлы мерзімі – { $date } дейін. Жұпты жабу не ұзарту туралы тәлімгермен келісіңіз.
mentoring-end-over = Жұптың жоспарлы мерзімі аяқталған күн: { $date }. Қорытынды әңгіме өткізіп, жұпты жабыңыз немесе ұзартыңыз; жұп жабылғанша байланыстар міндетті болып қалады.
mentoring-own-end-near = Жұбыңыздың жоспарлы мерзімі – { $date } дейін. Кездесулерді аяқтау не ұзарту туралы үйлестірушімен келісіңіз.
mentoring-own-end-over = Жұбыңыздың жоспарлы мерзімі аяқталған күн: { $date }. Үйлестірушіге хабарласыңыз: ол жұпты жабады немесе мерзімін ұзартады.
mentoring-contact-overdue-since = байланыс { $date } дейін керек еді
mentoring-start = Жұп кездесе бастады
mentoring-interviews-title = Әңгімелесулер
mentoring-interview-add = Әңгімелесуді жазу
mentoring-interview-lead = Жіберу үшін кемінде бір бетпе-бет әңгіме керек.
mentoring-interview-on = Әңгіме күні
mentoring-in-person = Бетпе-бет
mentoring-in-person-hint = Бейне не телефон арқылы әңгіме жазылады, бірақ есептелмейді
mentoring-remote = Қашықтан
mentoring-advice = Қорытынды
mentoring-advice-yes = Жіберуді ұсынамын
mentoring-advice-no = Ұсынбаймын
mentoring-notes = Жазбалар
mentoring-notes-hint = Тек сүйемелдейтіндерге; тәлімгер көрмейді. Баланың атын жазбаңыз.
mentoring-interview-save = Әңгімелесуді жазу
mentoring-refuse-title = Үміткерге бас тарту
mentoring-refuse-reason = Бас тарту себебі
mentoring-refuse-hint = Үміткер оны өз бетінде оқиды
mentoring-refuse = Бас тарту

mentoring-pairs-title = Жұптар
mentoring-pair-title = Тәлім алушы { $code }, { $born } жылы туған
mentoring-pair-span = Мерзімі
mentoring-pair-consent = Келісім
mentoring-pair-closed = Жабылды
mentoring-pair-extended = Ұзартылды
mentoring-pair-add = Тәлім алушыны таңдау
mentoring-pair-lead = Бала туралы тек код немесе инициал және туған жылы жазылады: код бойынша оның ісін мекеме табады, мұнда басқасы керек емес.
mentoring-mentee-code = Тәлім алушының коды немесе инициалы
mentoring-mentee-code-hint = Мысалы: А.К. немесе Д-014. Аты-жөнін жазбаңыз
mentoring-mentee-born = Туған жылы
mentoring-pair-from = Басталуы
mentoring-pair-until = Жоспарлы аяқталуы
mentoring-pair-until-hint = Әдетте жұп кемінде бір жыл кездеседі
mentoring-consent-who = Кім келісім берді
mentoring-consent-guardian = Қамқоршы немесе қамқоршылық органы
mentoring-consent-institution = Мекеме
mentoring-consent-paper = Келісім құжаты
mentoring-consent-paper-hint = Атауы мен нөмірі, баланың атынсыз
mentoring-consent-on = Келісім күні
mentoring-pair-save = Жұп құру
mentoring-dues-title = Байланыс кестесі
mentoring-due-by = { $date } дейін
mentoring-due-in-time = уақытында
mentoring-due-late = кешігіп
mentoring-due-overdue = мерзімі өтті
mentoring-due-ahead = алда
mentoring-contacts-title = Байланыс журналы
mentoring-contacts-none = Әзірге байланыс жоқ.
mentoring-contact-add = Байланысты жазу
mentoring-contact-on = Байланыс күні
mentoring-contact-way = Қалай сөйлестіңіз
mentoring-way-meeting = Жеке кездесу
mentoring-way-visit = Жұпқа бару
mentoring-way-call = Телефон
mentoring-way-video = Бейнебайланыс
mentoring-way-message = Хат алысу
mentoring-contact-save = Байланысты жазу
mentoring-extend-title = Жұптың мерзімін ұзарту
mentoring-extend-until = Жаңа жоспарлы аяқталу күні
mentoring-extend-reason = Неге ұзартасыз
mentoring-extend-hint = Тек сүйемелдейтіндер үшін; тәлімгер жаңа күнді себебінсіз көреді. Баланың атын жазбаңыз.
mentoring-extend = Ұзарту
mentoring-close-title = Жұпты жабу
mentoring-close-on = Соңғы күні
mentoring-close-reason = Себебі
mentoring-reason-term = Мерзімі аяқталды
mentoring-reason-mentor = Тәлімгердің өтініші бойынша
mentoring-reason-mentee = Тәлім алушының не қамқоршының өтініші бойынша
mentoring-reason-moved = Көшу немесе отбасы
mentoring-reason-no-bond = Тіл табыса алмады
mentoring-reason-safety = Баланың қауіпсіздігі
mentoring-reason-other = Басқа
mentoring-exit-interview = Қорытынды әңгіме
mentoring-exit-interview-hint = Тәлімгер, тәлім алушы, мекеме не айтты. Әңгіме болмаса, себебін жазыңыз.
mentoring-close = Жұпты жабу

mentoring-own-title = Тәлімгерлік
mentoring-own-lead = Сіздің тәлімгерлік жолыңыз: не істелді, не жетіспейді, әрі қарай не.
mentoring-own-none = Сіз әлі өтініш берген жоқсыз
mentoring-own-none-help = Қазір ешбір ұйым сайтта өтініш қабылдамайды. Үйлестірушіңізге жүгініңіз: ол өтінішіңізді жазады.
mentoring-own-hours = Менің сағаттарым
mentoring-own-data = Деректерімді жүктеп алу (JSON)
mentoring-apply-title = Өтініш беру
mentoring-organisation = Ұйым
mentoring-apply-hint = Неге тәлімгер болғыңыз келеді, қолыңыздан не келеді
mentoring-apply = Өтініш беру
mentoring-withdraw-title = Өтінішті қайтарып алу
mentoring-withdraw-reason = Себебі
mentoring-withdraw = Өтінішті қайтарып алу

mentoring-settings-title = Тәлімгерлерге қойылатын талаптар
mentoring-settings-lead = Осы күннен бастап, жолдағыларға да қолданылады.
mentoring-set-hours = Жұпқа дейінгі оқу сағаты
mentoring-set-hours-hint = Академиялық, кемінде 2; әдетте 6
mentoring-set-in-person = Оның ішінде бетпе-бет
mentoring-set-in-person-hint = Кемінде 2
mentoring-set-programmes = Қай бағдарламалар тәлімгерлерді оқыту болып саналады
mentoring-set-programmes-hint = Сағаттар осы бағдарламалардың сабақ журналынан алынады
mentoring-set-programmes-none = Әзірге бағдарлама жоқ: алғашқысын жүктесеңіз, осында белгілеуге болады.
mentoring-set-checks = Тағы қандай құжаттар керек
mentoring-set-checks-hint = Сотталмағаны туралы анықтама әрқашан керек
mentoring-set-first = Алғашқы айдағы байланыс саны
mentoring-set-months = Одан кейін неше айда бір рет
mentoring-set-applications = Өтініштерді сайтта қабылдау
mentoring-set-applications-hint = Тіркелгісі бар кез келген адам өзі өтініш бере алады

mentoring-flash-entered = Өтініш жазылды.
mentoring-flash-check = Құжат жазылды.
mentoring-flash-step = Қадам жазылды.
mentoring-flash-interview = Әңгімелесу жазылды.
mentoring-flash-pair = Жұп құрылды.
mentoring-flash-began = Кездесулердің басталғаны белгіленді.
mentoring-flash-contact = Байланыс жазылды.
mentoring-flash-extended = Жұптың мерзімі ұзартылды.
mentoring-flash-closed = Жұп жабылды.
mentoring-flash-set = Талаптар сақталды.
mentoring-flash-applied = Өтініш берілді.
mentoring-flash-withdrawn = Өтініш қайтарып алынды.

mentoring-letter-check-subject = { $check ->
    *[criminal_record] Сотталмағаны туралы анықтама: { $until } дейін жарамды
     [medical] Медициналық анықтама: { $until } дейін жарамды
     [home_inspection] Тұрғын үйді тексеру актісі: { $until } дейін жарамды
     [references] Ұсыным хаттар: { $until } дейін жарамды
     [legal_capacity] Әрекетқабілеттілігі туралы анықтама: { $until } дейін жарамды
}
mentoring-letter-check-what = { $check ->
    *[criminal_record] «{ $organisation }» ұйымы үшін құжат: Сотталмағаны туралы анықтама. Ол { $until } дейін жарамды.
     [medical] «{ $organisation }» ұйымы үшін құжат: Медициналық анықтама. Ол { $until } дейін жарамды.
     [home_inspection] «{ $organisation }» ұйымы үшін құжат: Тұрғын үйді тексеру актісі. Ол { $until } дейін жарамды.
     [references] «{ $organisation }» ұйымы үшін құжат: Ұсыным хаттар. Ол { $until } дейін жарамды.
     [legal_capacity] «{ $organisation }» ұйымы үшін құжат: Әрекетқабілеттілігі туралы анықтама. Ол { $until } дейін жарамды.
}
mentoring-letter-check-help = Жаңа құжатты алдын ала алып, үйлестірушіге көрсетіңіз: мерзімі өткен құжатпен жұп құруға болмайды.
mentoring-letter-check-action = Менің тәлімгерлік жолым
mentoring-letter-admitted-subject = Сіз тәлімгерлікке жіберілдіңіз: { $organisation }
mentoring-letter-admitted-what = «{ $organisation }» ұйымы сізді тәлімгерлікке жіберді.
mentoring-letter-admitted-next = Үйлестіруші сізге тәлім алушы таңдайды. Оған дейін құжаттарыңыздың мерзімі өтіп кетпеуін қадағалаңыз.
mentoring-letter-refused-subject = Өтінішіңіз бойынша шешім: { $organisation }
mentoring-letter-refused-what = «{ $organisation }» ұйымы сізді тәлімгерлікке жібермеді.
mentoring-letter-refused-next = Себебі сіздің бетіңізде жазылған. Жағдай өзгерсе, жаңа өтініш бере аласыз.
mentoring-letter-contact-subject = Тәлімгермен байланыс мерзімі өтті: { $mentor }
mentoring-letter-contact-what = «{ $mentor } және тәлім алушы { $mentee }» жұбымен { $due } дейін сөйлесу керек еді.
mentoring-letter-contact-help = Тәлімгермен сөйлесіп, байланысты оның бетіне жазыңыз.
mentoring-letter-contact-action = Тәлімгердің бетін ашу
mentoring-letter-new-subject = Тәлімгердің жаңа өтініші: { $mentor }
mentoring-letter-new-what = { $mentor } «{ $organisation }» ұйымына тәлімгер болуға өтініш берді.
mentoring-letter-new-help = Өтінішті оқып, құжаттарды қашан қарайтыныңызды келісіңіз.
mentoring-letter-over-subject = Тәлімгер құжатының мерзімі өтті: { $mentor }
mentoring-letter-over-what = { $check ->
    *[criminal_record] { $mentor }: соттылығы жоқтығы туралы анықтама { $until } дейін жарамды болды, ал жұп жабылмаған.
     [medical] { $mentor }: медициналық анықтама { $until } дейін жарамды болды, ал жұп жабылмаған.
     [home_inspection] { $mentor }: тұрғын үйді тексеру актісі { $until } дейін жарамды болды, ал жұп жабылмаған.
     [references] { $mentor }: ұсынымдар { $until } дейін жарамды болды, ал жұп жабылмаған.
     [legal_capacity] { $mentor }: әрекет қабілеттілігі туралы анықтама { $until } дейін жарамды болды, ал жұп жабылмаған.
}
mentoring-letter-over-help = Жаңа құжатты сұрап, оны жазып қойыңыз. Құжат болмаса, кездесулер жалғаса ала ма, шешіңіз.
mentoring-letter-end-subject = Жұптың мерзімі { $until } дейін: { $mentor }
mentoring-letter-end-what = «{ $mentor } және тәлім алушы { $mentee }» жұбының жоспарлы мерзімі – { $until } дейін.
mentoring-letter-end-help = Тәлімгердің бетінде қорытынды әңгімемен жұпты жабыңыз немесе мерзімін ұзартыңыз.
mentoring-letter-own-end-subject = Жұбыңыздың мерзімі { $until } дейін
mentoring-letter-own-end-what = Тәлім алушы { $mentee } екеуіңіздің кездесулеріңіздің жоспарлы мерзімі – { $until } дейін.
mentoring-letter-own-end-help = Кездесулерді аяқтау не ұзарту туралы үйлестірушімен сөйлесіңіз.

fault-mentoring-order = Бұл қадам қазір мүмкін емес. Келесі қадам: { $step ->
    *[documents_checked] құжаттарды тексеру
     [trained] оқу сағаттарын растау
     [interviewed] әңгімелесу өткізу
     [admitted] жіберу туралы шешу
     [matched] тәлім алушыны таңдау
     [active] кездесулердің басталғанын белгілеу
}.
fault-mentoring-no-step = Бұл қадам мүмкін емес: жол аяқталған немесе жұп кездесіп жүр
fault-mentoring-check-missing = { $check ->
    *[criminal_record] Сотталмағаны туралы анықтама: құжат жоқ. Оны қарап, нөмірін, күнін және мерзімін жазыңыз
     [medical] Медициналық анықтама: құжат жоқ. Оны қарап, нөмірін, күнін және мерзімін жазыңыз
     [home_inspection] Тұрғын үйді тексеру актісі: құжат жоқ. Оны қарап, нөмірін, күнін және мерзімін жазыңыз
     [references] Ұсыным хаттар: құжат жоқ. Оны қарап, нөмірін, күнін және мерзімін жазыңыз
     [legal_capacity] Әрекетқабілеттілігі туралы анықтама: құжат жоқ. Оны қарап, нөмірін, күнін және мерзімін жазыңыз
}
fault-mentoring-check-expired = { $check ->
    *[criminal_record] Сотталмағаны туралы анықтама: мерзімі { $date } өтті. Жаңа құжат сұрап, оны жазыңыз
     [medical] Медициналық анықтама: мерзімі { $date } өтті. Жаңа құжат сұрап, оны жазыңыз
     [home_inspection] Тұрғын үйді тексеру актісі: мерзімі { $date } өтті. Жаңа құжат сұрап, оны жазыңыз
     [references] Ұсыным хаттар: мерзімі { $date } өтті. Жаңа құжат сұрап, оны жазыңыз
     [legal_capacity] Әрекетқабілеттілігі туралы анықтама: мерзімі { $date } өтті. Жаңа құжат сұрап, оны жазыңыз
}
fault-mentoring-check-ends = { $check ->
    *[criminal_record] Сотталмағаны туралы анықтама: { $date } дейін жарамды, ал жұп { $begins } басталады. Жаңа құжат сұраңыз немесе ертерек бастаңыз
     [medical] Медициналық анықтама: { $date } дейін жарамды, ал жұп { $begins } басталады. Жаңа құжат сұраңыз немесе ертерек бастаңыз
     [home_inspection] Тұрғын үйді тексеру актісі: { $date } дейін жарамды, ал жұп { $begins } басталады. Жаңа құжат сұраңыз немесе ертерек бастаңыз
     [references] Ұсыным хаттар: { $date } дейін жарамды, ал жұп { $begins } басталады. Жаңа құжат сұраңыз немесе ертерек бастаңыз
     [legal_capacity] Әрекетқабілеттілігі туралы анықтама: { $date } дейін жарамды, ал жұп { $begins } басталады. Жаңа құжат сұраңыз немесе ертерек бастаңыз
}
fault-mentoring-hours = Оқу: { $need } академиялық сағаттан { $have } сағат есептелді. Қалғанын тәлімгер сабақта алады
fault-mentoring-hours-in-person = Бетпе-бет оқу: { $need } академиялық сағаттан { $have }. Бетпе-бет сабақ керек
fault-mentoring-interview-none = Бетпе-бет әңгіме болған жоқ. Оны өткізіп, жазыңыз
fault-mentoring-interview-against = Соңғы әңгіме ұсынымсыз аяқталды. Тағы біреуін өткізіңіз немесе бас тартыңыз
fault-mentoring-not-begun = Жұп { $date } басталады: басталғанын сол күннен бастап белгілеуге болады
fault-mentoring-text-short = Толығырақ жазыңыз: кемінде { $limit } таңба
fault-mentoring-date-ahead = Бұл күн әлі келген жоқ
fault-mentoring-term-needed = Бұл құжаттың мерзімі болуы керек. Қай күнге дейін жарамды екенін көрсетіңіз
fault-mentoring-term-before = Мерзімі құжат берілгеннен бұрын аяқталады. Күндерді тексеріңіз
fault-mentoring-person = Ұйымыңыз жіберетін немесе оқытатын адамдар арасында ондай адам жоқ. Мекенжайды тексеріңіз немесе алдымен қабылдаңыз
fault-mentoring-own = Сіз туралы басқа үйлестіруші шешеді
fault-mentoring-applied-already = Өтініш берілген және әлі жабылмаған
fault-mentoring-no-applications = Бұл ұйым сайтта өтініш қабылдамайды. Үйлестірушісіне жүгініңіз
fault-mentoring-pair-first = Жұп әлі жабылмаған. Алдымен үйлестіруші оны қорытынды әңгімемен жабады
fault-mentoring-mentee-name = Баланың аты мұнда жазылмайды. Код немесе инициал жазыңыз: қатарынан үш әріптен артық емес, цифр, нүкте, дефис
fault-mentoring-mentee-age = Туған жылын тексеріңіз: тәлім алушы { $low } мен { $high } жас аралығында
fault-mentoring-start-past = Жұп өткен күннен басталмайды. Бүгінді немесе кейінгі күнді таңдаңыз
fault-mentoring-end = Аяқталуы басталуынан кейін және 10 жылдан аспауы керек
fault-mentoring-extension = Жаңа аяқталу күні бұрынғысынан кейін, бүгіннен ерте емес және жұп басталғаннан 10 жылдан аспайтын болуы керек
fault-mentoring-before-match = Бұл күн жұп құрылғаннан бұрын
fault-mentoring-pair-closed = Жұп жабылып қойған
