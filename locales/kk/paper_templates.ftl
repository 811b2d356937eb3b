# Құжат үлгілері.
paper-templates-link = Құжат үлгілері
paper-templates-title = Құжат үлгілері
paper-templates-lead = Мұнда куәліктердің, сертификаттар мен хаттардың түрі өзгертіледі. Өз үлгіңіз болмаса, құжаттар бағдарламадағыдай басылады.
paper-templates-new-action = Үлгі жасау
paper-templates-column-name = Үлгі
paper-templates-column-kind = Құжат
paper-templates-column-languages = Тілдер
paper-templates-column-organisation = Ұйым
paper-templates-column-at-work = Жұмыста
paper-templates-column-version = Нұсқа
paper-templates-column-made = Қашан және кім
paper-templates-column-preview = Қарау
paper-templates-everywhere = Барлық ұйымдар үшін
paper-templates-built-in = бағдарламадағы түрі
paper-templates-version = { $number }-нұсқа
paper-templates-version-title = { $number }-нұсқа
paper-templates-versions-count = { $count } нұсқа
paper-templates-none-title = Өз үлгілеріңіз жоқ
paper-templates-none-text = Құжат түріне үлгі жасаңыз: ол өзгертуге болатын дайын мәтіннен басталады.
paper-templates-new-title = Жаңа үлгі
paper-templates-new-lead = Ұйымның бір құжат түрі мен тілдеріне бір үлгісі болады. Ол нұсқалармен өзгереді.
paper-templates-name = Атауы
paper-templates-name-hint = Тізімде қалай танитыныңыз, мысалы «Елтаңбалы алғыс хат».
paper-templates-organisation = Ұйым
paper-templates-kind = Құжат түрі
paper-templates-languages = Құжат тілдері
paper-templates-languages-ru = Орысша
paper-templates-languages-kk = Қазақша
paper-templates-languages-kk-ru = Бір параққа қазақша және орысша
paper-templates-languages-en = Ағылшынша
paper-templates-create = Үлгіні жасау
paper-templates-flash-created = Үлгі жасалды. Бірінші нұсқаны сақтап, оны іске қосыңыз.
paper-templates-flash-version = { $number }-нұсқа сақталды. Қарап шығып, дайын болғанда іске қосыңыз.
paper-templates-flash-chosen = Нұсқа іске қосылды: жаңа құжаттар осымен басылады. Берілгендері өзгермейді.
paper-templates-flash-built-in = Жаңа құжаттар бағдарламадағыдай басылады. Берілгендері өзгермейді.
paper-templates-versions-title = Нұсқалар
paper-templates-at-work = Жұмыста { $number }-нұсқа: жаңа құжаттар осымен басылады.
paper-templates-at-work-built-in = Жұмыста бірде-бір нұсқа жоқ: құжаттар бағдарламадағыдай басылады.
paper-templates-tag-at-work = жұмыста
paper-templates-preview-link = { $number }-нұсқаны қарау (PDF)
paper-templates-choose = { $number }-нұсқаны іске қосу
paper-templates-take-out = Бағдарламадағы түрге қайту
paper-templates-take-out-confirm = Жаңа құжаттар бағдарламадағыдай басылады. Қайтару керек пе?
paper-templates-new-version-title = Жаңа нұсқа
paper-templates-new-version-lead = Сақтау алдында нұсқа әдеттегі, ең ұзын және толық емес деректермен басып көріледі: әкесінің аты, баға, тақырып және құжатта болмауы мүмкін басқа деректерсіз. Басылмайтыны болса, файл, жол және себебі көрсетіледі.
paper-templates-source = Үлгі мәтіні
paper-templates-source-hint = Typst белгілеу тілі. Бірінші жолы — #import "kit.typ": *
paper-templates-source-download = Мәтінді жүктеп алу (.typ)
paper-templates-file = Немесе үлгі файлы
paper-templates-file-hint = .typ файлы, 100 КБ-қа дейін. Ол таңдалса, жоғарыдағы мәтін алынбайды.
paper-templates-pictures-title = Суреттер
paper-templates-pictures-hint = PNG немесе JPEG, 4 МБ-қа дейін. Алып тасталмаса не ауыстырылмаса, алдыңғы нұсқаның суреттері қалады.
paper-templates-picture-logo = Эмблема
paper-templates-picture-signature = Басшының қолы
paper-templates-picture-background = Бет фоны немесе бланк
paper-templates-picture-kept = Қазір: { $name }
paper-templates-picture-remove = Бұл суретті алып тастау
paper-templates-blank-title = Бланкіге басу
paper-templates-on-blank = Бланкіге басу
paper-templates-on-blank-hint = Фон тек қарағанда көрінеді: бланкінің өзінде ол басылып қойған.
paper-templates-shift-x = Оңға жылжыту, мм
paper-templates-shift-x-hint = −50-ден 50-ге дейін, мысалы 2,5. Теріс сан — солға.
paper-templates-shift-y = Төмен жылжыту, мм
paper-templates-shift-y-hint = −50-ден 50-ге дейін. Теріс сан — жоғары.
paper-templates-millimetres = { $number } мм
paper-templates-add-version = Тексеріп, нұсқаны сақтау
paper-templates-preview = Қарау (PDF)
paper-templates-preview-title = Қарау
paper-templates-document = Берілген құжаттың нөмірі
paper-templates-document-hint = Сонда оның деректері басылады, мысалы УПК-2026/0042. Бос болса — үлгі деректері.
paper-templates-document-not-issued = Құжат әлі берілмеген бе? Тыңдаушының деректері бар сынама оның ағымының құжат беру бетінде басылады: «Кез келген тыңдаушының деректерімен, кез келген үлгімен басылған сынама».
paper-templates-as-paper = Фонсыз, бланкідегідей
paper-templates-yes = иә
paper-templates-no = жоқ
paper-templates-fields-title = Не басуға болады
paper-templates-fields-lead = Өрісті үлгі мәтініне көшіріңіз. Мәні жоқ өріс ештеңе баспайды. Аты-жөні әрқашан атау септігінде.
paper-templates-fields-language = Тіл
paper-templates-fields-document = Құжат
paper-templates-fields-holder = Иесі
paper-templates-fields-programme = Бағдарлама
paper-templates-fields-issuer = Кім берді
paper-templates-fields-papers = Бұйрықтар мен хаттамалар
paper-templates-fields-assessment = Аттестаттау
paper-templates-fields-letter = Хат немесе өкілеттік
paper-templates-fields-service = Еріктінің қызметі
paper-templates-field-language = Осы мәтіннің тілі: ru, kk немесе en
paper-templates-field-document-kind-title = Құжат атауы, мысалы «Куәлік»
paper-templates-field-document-subtitle = Атау астындағы жол
paper-templates-field-document-number = Тіркеу нөмірі
paper-templates-field-document-blank-series = Бланк сериясы
paper-templates-field-document-blank-number = Бланк нөмірі
paper-templates-field-document-issued-on = Берілген күні сөзбен
paper-templates-field-document-duplicate = Бұл телнұсқа: ақиқат не жалған, #if үшін
paper-templates-field-document-original-number = Орнына осы құжат берілген құжаттың нөмірі
paper-templates-field-document-original-issued-on = Орнына осы құжат берілген құжаттың күні
paper-templates-field-document-sample = Бұл үлгі: ақиқат не жалған
paper-templates-field-holder-full = Тегі, аты, әкесінің аты
paper-templates-field-holder-surname = Тегі
paper-templates-field-holder-given-name = Аты
paper-templates-field-holder-patronymic = Әкесінің аты, болса
paper-templates-field-holder-spelling = Орысша жазылуы, өзгеше болса
paper-templates-field-holder-born-on = Туған күні. Құжаттар оны баспайды, өріс әрқашан бос
paper-templates-field-programme-title = Бағдарлама атауы, тырнақшасыз
paper-templates-field-programme-hours = Сағат саны
paper-templates-field-programme-volume = Көлемі сөзбен: «көлемі 72 академиялық сағат»
paper-templates-field-programme-period = Оқу кезеңі сөзбен
paper-templates-field-programme-starts-on = Бірінші күні
paper-templates-field-programme-ends-on = Соңғы күні
paper-templates-field-programme-form = Оқу нысаны
paper-templates-field-programme-qualification = Біліктілік
paper-templates-field-programme-note = Бағдарламаның тағы бір жолы, мысалы сертификаттың соңғы жарамды күні
paper-templates-field-programme-modules = Модульдер тізімі: әрқайсысында title, hours, mark
paper-templates-field-issuer-name = Ұйымның толық атауы
paper-templates-field-issuer-city = Берілген жері
paper-templates-field-issuer-licence = Лицензия бір жолмен
paper-templates-field-issuer-country = Ел
paper-templates-field-issuer-head-post = Қол қоюшының лауазымы
paper-templates-field-issuer-head-name = Қол қоюшының аты-жөні
paper-templates-field-papers-enrolment = Қабылдау туралы бұйрық
paper-templates-field-papers-protocol = Комиссия хаттамасы
paper-templates-field-papers-closing = Аяқтау туралы бұйрық
paper-templates-field-assessment-mark = Қорытынды баға
paper-templates-field-assessment-topic = Қорытынды жұмыс тақырыбы
paper-templates-field-assessment-decision = Комиссия шешімі толық сөйлеммен
paper-templates-field-letter-paragraphs = Хат абзацтары тізіммен
paper-templates-field-letter-reason = Не үшін немесе қандай негізде
paper-templates-field-letter-valid-from = Қолданылуының бірінші күні
paper-templates-field-letter-valid-until = Қолданылуының соңғы күні
paper-templates-field-letter-place = Өкілеттік жүретін жер
paper-templates-field-letter-tasks = Міндеттер тізіммен
paper-templates-field-service-nature = Қызметтің сипаты
paper-templates-field-service-quality = Сапасы
paper-templates-field-service-volume = Көлемі
paper-templates-field-service-level = Біліктілік деңгейі
paper-templates-field-service-length = Өтілі
paper-templates-helpers-title = Дайын бөліктер
paper-templates-helper-page = Бет: парақтың бағыты мен жиектері. set page орнына, әйтпесе бланкке арналған жылжыту істемейді
paper-templates-helper-logo = Эмблема, жүктелген болса
paper-templates-helper-signature = Басшының қолы, жүктелген болса
paper-templates-helper-code = Тексеру мекенжайы бар QR-код
paper-templates-helper-address = Тексеру мекенжайы әріппен
paper-templates-helper-fitted = Осындай өлшемдегі блоктағы мәтін: сыйғанша кішірейеді
paper-templates-helper-modules = Модульдердің сағаты мен бағалары бар кестесі
paper-templates-helper-labelled = Жазу мен мән; мәні жоқ болса ештеңе
paper-templates-helper-quoted = Құжат тілінің тырнақшасындағы атау
paper-templates-helper-second = Қос тілді құжаттың екінші тіліндегі сол өріс
fault-paper-template-exists = Ұйымда осы құжаттың осы тілдердегі үлгісі бар. Соны ашып, нұсқа қосыңыз
fault-paper-template-shift = Жылжыту — −{ $most }-ден { $most }-ге дейінгі миллиметр саны, үтірден кейін бір таңбадан асырмаңыз
fault-paper-template-source-long = Үлгі мәтіні { $limit } КБ-тан ұзын. Қысқартыңыз немесе суреттерді бөлек жүктеңіз
fault-paper-template-source-text = Файл UTF-8 мәтіні емес. Үлгіні UTF-8 мәтіні ретінде сақтаңыз
fault-paper-template-picture-kind = Бұл PNG де, JPEG те емес. Суретті осы форматтардың бірінде сақтаңыз
fault-paper-template-picture-size = Файл { $megabytes } МБ-тан үлкен. Кішірейтіңіз
fault-paper-template-picture-pixels = Суреттегі нүктелер А4 парағына дюйміне 600 нүктемен керегінен көп. Кішірейтіңіз
fault-paper-template-no-document = Ұйымдарыңызда мұндай нөмірлі құжат жоқ. Нөмірін тексеріңіз
fault-paper-template-unknown-field = { $place }: «{ $name }» өрісі жоқ. Өріс атауын беттің төменгі тізімінен алыңыз
fault-paper-template-unknown-word = { $place }: «{ $name }» — өріс те, дайын бөлік те емес. Жазылуын және бірінші #import жолын тексеріңіз
fault-paper-template-no-file = { $place }: үлгіде «{ $name }» файлы жоқ. Үлгі тек өз суреттері мен kit.typ файлын көреді
fault-paper-template-packages = { $place }: желідегі пакеттер қолжетімсіз. Осы #import жолын алып тастаңыз
fault-paper-template-glyphs = { $place }: қаріптерде { $letters } таңбалары жоқ. Ауыстырыңыз
fault-paper-template-data-glyphs = Қаріптерде құжат деректеріндегі { $letters } таңбалары жоқ. Деректерді түзетіңіз
fault-paper-template-font = { $place }: «{ $name }» қарпі жоқ. Noto Sans (sans) пен Noto Serif (serif) бар
fault-paper-template-beyond-page = { $place }: { $page }-бетте «{ $text }» мәтіні парақ шетінен шығады. Кішірейтіңіз немесе #fitted ішіне салыңыз
fault-paper-template-overlapping = { $place }: { $page }-бетте «{ $text }» мәтіні орнына сыймай, басқасының үстіне түседі. Орнын кеңейтіңіз немесе #fitted ішіне салыңыз
fault-paper-template-too-tall = { $place }: мәтін ең ұсақ өлшемінде де #fitted ішіне сыймайды. Блокты үлкейтіңіз
fault-paper-template-pages = { $place }: { $pages } бет шықты. Құжатта 20 беттен аспауы керек
fault-paper-template-slow = { $place }: үлгі берілген уақытта ({ $seconds } с) басылмады. Циклдер мен шарттарды тексеріңіз
fault-paper-template-busy = Қазір басқа үлгілер есептеліп жатыр. Бірнеше минуттан кейін қайта сақтаңыз
fault-paper-template-memory = { $place }: үлгіге жад жетпейді. Циклдерді, range(…) және жолдарды қайталауды тексеріңіз, суреттерді кішірейтіңіз
fault-paper-template-crashed = { $place }: осы үлгіде теру бағдарламасы тоқтап қалды. Үлгіні жеңілдетіңіз: соңғы қосқаныңызды алып тастап, қайта сақтаңыз
fault-paper-template-no-title = { $place }: үлгі файл тақырыбын алып тастаған. set document жолын алып тастаңыз
fault-paper-template-set-page = { $place }: бет set page арқылы берілген, бланкке қарай жылжымайды. #show: page-of.with(…) деп ауыстырыңыз
fault-paper-template-no-alt = { $place }: суретте көрмейтіндерге арналған сипаттама жоқ. alt: "…" қосыңыз немесе #logo алыңыз
fault-paper-template-engine = { $place }: бұлай басуға болмайды. Теру бағдарламасының жауабы: { $said }
fault-paper-template-lacking = { $place }: құжатта { $lack ->
    [holder-patronymic] әкесінің аты
    [holder-spelling] есімнің орысша жазылуы
    [holder-born-on] туған күн
    [document-subtitle] атау астындағы жол
    [document-blank-series] бланк сериясы
    [document-blank-number] бланк нөмірі
    [document-original-number] бұрынғы құжаттың нөмірі
    [document-original-issued-on] бұрынғы құжаттың күні
    [programme-title] бағдарлама атауы
    [programme-form] оқу нысаны
    [programme-qualification] біліктілік
    [programme-note] бағдарламаның қосымша жолы
    [programme-modules] модульдер
    [programme-modules-mark] модуль бағасы
    [issuer-licence] лицензия
    [issuer-country] ел
    [papers-enrolment] қабылдау туралы бұйрық
    [papers-protocol] комиссия хаттамасы
    [papers-closing] аяқтау туралы бұйрық
    [assessment-mark] қорытынды баға
    [assessment-topic] қорытынды жұмыстың тақырыбы
    [assessment-decision] комиссия шешімі
    [letter-paragraphs] хаттың абзацтары
    [letter-reason] негіз
    [letter-place] өкілеттік қолданылатын жер
    [letter-tasks] міндеттер
   *[other] өріс
    } болмаса, үлгі басылмайды ({ $path } өрісі). Оны бар жерде ғана басыңыз: #if { $path } != none, тізім үшін #if { $path }.len() > 0
fault-paper-template-bare = { $place }: құжатта тек міндетті деректер болғанда (әкесінің аты, баға, тақырып, бланк және басқасы жоқ, аты-жөні өте қысқа) үлгі басылмайды. Міндетті емес өрістерді #if шартымен басыңыз
