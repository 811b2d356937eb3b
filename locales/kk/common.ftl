# Беттердің ортақ бөліктері мен өрістерге қатысты ескертпелер.
common-optional = толтырмасаңыз да болады
common-fault = Түзетіңіз:
common-show = Көрсету
common-hide = Жасыру
common-show-password = Құпиясөзді көрсету
common-hide-password = Құпиясөзді жасыру
common-cancel = Бас тарту
common-save = Сақтау
common-next = Алға
common-previous = Артқа
common-pager = Беттер
common-list-first = Тізімнің басына
common-breadcrumbs = Қазір қай бөлімдесіз
common-error-summary = Мына өрістерді тексеріңіз. Енгізгеніңіз жоғалған жоқ
common-filter = Осы беттен іздеу
common-filter-none = Ештеңе табылмады
common-select-row = Таңдау: { $name }
common-characters-left = Қалған таңба саны:
common-characters-over = Артық таңба саны:
common-characters-limit = { $limit } таңбадан аспасын
common-files-too-large = Мұнда { $megabytes } МБ-тан артық қабылданбайды. Кішірек файл таңдаңыз немесе сығыңыз.

common-step-done = Өтілді
common-step-current = Сіз осындасыз
common-step-next = Келесі қадам
common-step-locked = Әзірге жабық

common-condition-met = Орындалды
common-condition-unmet = Әлі қалды
common-hours-yours = Сіздікі:
common-hours-planned = Бағдарлама бойынша:
common-your-time = сіздің уақытыңызбен { $time }

common-saved-at = Сақталған уақыты:
common-saving = Сақталып жатыр…
common-unsaved = Сақталмаған өзгерістер бар
common-offline = Сақталмады: байланыс жоқ, қосылған бойда өзіміз жібереміз

common-rubric-chosen = таңдалды
common-rubric-points = { $points } ұпай
common-rubric-remark = Ескерту: { $title }
common-roll-minutes = Минут
common-roll-reason = Себебі
common-roll-presence = Қай жерден қатысты
common-roll-history = Белгі қалай өзгерді
common-roll-why = Себебі:
common-roll-theirs = Жазылып қойған:
common-roll-yours = Сіздің белгіңіз:
common-held-at = { $day }, { $time }, { $city } уақыты

common-document-verify = Түпнұсқалығын тексеру
common-document-pdf = PDF жүктеп алу
common-document-badge = Цифрлық белгі

fault-required = Бұл өрісті толтырыңыз
fault-too-long = { $limit } таңбаға дейін қысқартыңыз
fault-email-malformed = Мекенжайды толық жазыңыз, мысалы: aigul@example.org
fault-password-too-short = Ұзағырақ құпиясөз ойлап табыңыз: кемінде { $limit } таңба
fault-password-too-common = Бұл құпиясөзді табу оңай, басқасын ойлап табыңыз
fault-not-a-date = Күнін, айын, жылын көрсетіңіз, мысалы: 21.11.2026
fault-not-a-time = Уақытын көрсетіңіз, мысалы: 14:00
fault-not-a-number = Санды цифрмен жазыңыз
fault-out-of-range = { $low } мен { $high } аралығындағы сан жазыңыз
fault-choose-one = Бір нұсқаны таңдаңыз
fault-choose-some = Кемінде біреуін белгілеңіз
fault-choose-at-most = Ең көбі { $limit } нұсқа қалдырыңыз
fault-file-too-large = Файл { $limit } шегінен асады. Кішірек файл таңдаңыз немесе осыны сығыңыз
fault-file-too-many-megabytes = Файл { $megabytes } МБ-тан үлкен. Оны бірнеше файлға бөліңіз
fault-file-kind = Бұл файл түрі жарамайды. Жарайтыны: { $accepted }
fault-unknown-zone = Уақыт белдеуін тізімнен таңдаңыз
fault-end-before-start = Аяқталуы басталуынан бұрын тұр. Екі күнді де тексеріңіз
fault-window-outside = Ағым { $period } аралығында өтеді: одан бұрын да, кейін де тестті бастау мүмкін емес. Осы күндердің ішіндегі уақытты көрсетіңіз
fault-opens-after-closing = Тест { $closes } жабылады, одан кейін ашылса, оны бастау мүмкін болмайды. Ертерек ашылу уақытын көрсетіңіз немесе жабылуын да жылжытыңыз
fault-closes-before-opening = Тест { $opens } ашылады, одан бұрын жабылса, оны бастау мүмкін болмайды. Кешірек жабылу уақытын көрсетіңіз немесе ашылуын да жылжытыңыз
fault-taken = Бұл бос емес, басқасын таңдаңыз
fault-unknown = Ондай мән жоқ. Ұсынылғандардан таңдаңыз
fault-json = Сұрау денесі JSON ретінде оқылмады: { $line }-жол. { $detail }
