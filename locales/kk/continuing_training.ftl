# Бетпе-бет оқу: алғашқы сағаттар, әр тоқсандағы сабақ, кесте, адамның беті, хат.
overview-tab-training = Бетпе-бет оқу
training-title = Бетпе-бет оқу
training-of = / { $all }

training-none-title = Бұл ағымда бетпе-бет оқу ережесі белгіленбеген
training-none-text = Алғашында неше сағат бетпе-бет дайындық керек екенін және әр тоқсанда бетпе-бет сабақ қажет пе, соны белгілеңіз.
training-none-text-others = Әкімші ережені белгілегенде, тоқсандар мен сағаттар осында шығады.
training-rule-set = Ережені белгілеу
training-rule-change = Ережені өзгерту
training-rule-heading = Не қажет
training-rule-initial = Алғашқы дайындық: бетпе-бет кемінде { $hours } сағат. Оны бірнеше сабаққа бөлуге болады, онлайн есептелмейді
training-rule-quarterly = Әр тоқсанда кемінде бір бетпе-бет сабақ. Бір тоқсандағы екі сабақ басқа тоқсанды жаппайды
training-rule-least = Сабақта кемінде { $minutes } минут болу керек
training-rule-chosen = Тоқсанды кез келген сабақ емес, бағдарламадағы таңдалған { $count } сабақ қана жабады
training-rule-nothing = Ештеңе талап етілмеді
training-clock-hours = Мұндағы сағат — 60 минуттық астрономиялық сағат.

training-figure-people = ағымда
training-figure-valid = мәртебесі жарамды
training-figure-needs = оқу қажет
training-figure-quarter = { $quarter }: жапқандар
training-people = Адамдар мен тоқсандар
training-show-all = Барлығы
training-show-needs = Оқу қажет
training-show-left = Шыққандар
training-nobody-shown = Қазір мұнда ешкім жоқ.
training-gathered = { $count ->
    [0] бетпе-бет сабақ жоқ
   *[other] { $count } бетпе-бет сабақ
}
training-column-name = Тегі, аты, әкесінің аты
training-column-organisation = Ұйым
training-column-start = Тоқсандар қай күннен есептеледі
training-column-state = Мәртебе
training-column-why = Себебі
training-column-initial = Алғашқы дайындық, сағат
training-download-xlsx = XLSX кестесін жүктеп алу
training-download-csv = CSV кестесін жүктеп алу

training-valid = Жарамды
training-needs = Оқу қажет
training-left = Ағымнан шықты
training-reason-initial = алғашқы дайындық: { $have } / { $needed } сағат
training-reason-quarter = { $quarter } жабылмаған
training-initial-progress = { $have } / { $needed } сағат

training-state-closed = Жабылды
training-state-made-up = Өтеу арқылы жабылды
training-state-due = Жүріп жатыр
training-state-missed = Жабылмаған
training-state-not-asked = Талап етілмейді
training-note-session = бетпе-бет сабақ: { $date }
training-note-make-up = өтеу: { $date }
training-note-due = бетпе-бет сабақ қажет, соңғы күні: { $until }
training-note-none = { $count } бетпе-бет сабақ өтті, қатысу белгісі жоқ
training-note-none-held = бұл тоқсанда бетпе-бет сабақ болған жоқ
training-note-online = { $date } — онлайн, тоқсанды тек бетпе-бет сабақ жабады
training-note-short = { $date } — { $minutes } минут, бұл жеткіліксіз

training-own-title = Тоқсандар бойынша бетпе-бет оқу
training-valid-text = Алғашқы дайындық аяқталды, өткен тоқсандар жабылған.
training-needs-own = Жақын арадағы бетпе-бет сабаққа келіңіз. Өткен тоқсан туралы оқытушымен келісіңіз: оны бетпе-бет өтеу жабады.
training-left-on = Ағымнан шыққан күні: { $date }
training-initial-title = Алғашқы дайындық
training-initial-complete = Аяқталды
training-initial-hint = Ағымның барлық бетпе-бет сабағы мен жіберілген сабақтардың бетпе-бет өтеуі қосылады. Онлайн сабақтар бөлек есептеледі және мұнда кірмейді.
training-quarters-title = Тоқсандар
training-quarters-none = Бірінші тоқсан әлі басталған жоқ.
training-starts-on = Тоқсандар есебінің басы: { $date }
training-start-set = (күнді белгілеген: { $name }, { $at })
training-start-enrolled = — қабылданған күннен, бірақ ағым басталғаннан ерте емес. Қайта қабылданғанда — жаңа күннен
training-start-change = Басталу күнін өзгерту
training-field-start = Тоқсандарды қай күннен бастап есептеу керек
training-field-start-hint = Осы күн кіретін тоқсан да есептеледі
training-start-save = Күнді сақтау
training-ahead-title = Жақын арадағы бетпе-бет сабақтар
training-ahead-when = { $at }, { $city } уақыты
training-ahead-none = Әзірге белгіленбеген.
training-visits-title = Қатысқан сабақтар
training-column-visit = Сабақ
training-column-date = Күні
training-column-where = Қалай
training-column-minutes = Минут
training-in-person = Бетпе-бет
training-online = Онлайн
training-made-up-in-person = Өтеу, бетпе-бет
training-made-up-apart = Өтеу, бетпе-бет емес

training-credit-title = Тоқсанды өтеу
training-credit-open = Тоқсан үшін өтеуді есепке алу
training-credit-lead = Өтеу бетпе-бет жүргізіледі және тек сіз таңдаған тоқсанды жабады. Сағат есебіне ештеңе қоспайды.
training-field-quarter = Қай тоқсанды жабу керек
training-field-done-on = Өтеу қай күні өтті
training-field-minutes = Неше минут
training-field-minutes-hint = Кемінде { $least }
training-field-about = Не істелді және қайда
training-field-about-hint = Мысалы: 12 мамырдағы сабақтың орнына орталықта куратормен үш кездесуді талдау
training-credit-save = Өтеуді есепке алу
training-credits-title = Есепке алынған өтеулер
training-credit-done = { $date }, бетпе-бет { $minutes } минут
training-credit-by = Есепке алған: { $name }, { $at }
training-credit-void = Күші жойылған
training-credit-revoked = { $name }, { $at }. Себебі: { $reason }
training-credit-revoke = Есептен шығару
training-credit-revoke-save = Өтеуді есептен шығару
training-field-reason = Есептен неге шығарасыз

training-rule-title = Бетпе-бет оқу ережесі
training-rule-lead = Ереже құжат шарттарын өзгертпейді: кімнің мәртебесі жарамды, кімге оқу қажет екенін көрсетеді.
training-field-initial = Бетпе-бет алғашқы дайындық, минут
training-field-initial-hint = 120 минут — 2 сағат. Қажет болмаса, 0 деп жазыңыз
training-field-quarterly = Әр тоқсанда бетпе-бет сабақ
training-field-quarterly-hint = Қабылданған күннен бастап, адам ағымда болған кезде. Әлі келмегендерге тоқсан аяқталардан 30 және 7 күн бұрын еске саламыз
training-field-least = Тоқсан сабағында неше минут болу керек
training-field-least-hint = Өтеу де бұдан қысқа болмайды
training-field-activities = Тоқсанды қай сабақтар жабады
training-field-activities-hint = Кез келген бетпе-бет сабақ жарайтын болса, ештеңе белгілемеңіз
training-rule-acts = Жаңа ереже бірден, өткен тоқсандарға да қолданылады. Бұрынғы ережелер төменде сақталады.
training-rule-save = Ережені сақтау
training-versions-title = Бұрынғы ережелер
training-version = { $number }-ереже
training-version-holds = қолданыста

training-flash-rule = Ереже сақталды.
training-flash-start = Басталу күні сақталды, тоқсандар қайта есептелді.
training-flash-credited = Өтеу есепке алынды, тоқсан жабылды.
training-flash-revoked = Өтеу есептен шығарылды.

training-next-due = { $quarter }: бетпе-бет сабақ
training-next-until = соңғы күні: { $until }
training-next-needs = Бетпе-бет оқу: сабақ қажет

training-letter-subject = Бетпе-бет сабақ қажет, соңғы күні: { $until }
training-letter-what = { $quarter } бойынша сізде әзірге бетпе-бет сабақ жоқ («{ $edition }» ағымы). Тоқсанның соңғы күні: { $until }.
training-letter-next = Жақын арадағы сабақ: { $at }, { $city } уақыты.
training-letter-none = Тоқсан аяқталғанға дейін сабақ әзірге белгіленбеген. Оның қашан болатынын оқытушыдан сұраңыз.
training-letter-help = Келе алмайтын болсаңыз, оқытушыға жазыңыз: бірге басқа күнді немесе өтеуді таңдайсыздар.
training-letter-action = Тоқсандар мен сабақтарды көру

fault-training-activity = Ағым бағдарламасында мұндай бетпе-бет сабақ жоқ. Тізімнен таңдаңыз
fault-training-quarter-not-asked = Бұл тоқсанда сабақ талап етілмейді. Тоқсанды тізімнен таңдаңыз
fault-training-quarter-closed = Бұл тоқсан жабылған, өтеу қажет емес
fault-training-ahead = Бұл күн әлі келген жоқ. Өтіп кеткенді ғана есепке алуға болады
fault-training-before-quarter = Бұл күн тоқсанның басынан ерте. Өтеу тоқсан ішінде немесе одан кейін жүргізіледі
fault-training-counted-already = Бұл күні адам бетпе-бет сабақта болған, ол өз тоқсанына есептелген. Басқа күнді көрсетіңіз
fault-training-made-up-already = Бұл күні { $year } жылғы { $quarter }-тоқсанның өтеуі есептелген: бір күн екі тоқсанды жаппайды. Басқа күнді көрсетіңіз
training-in-person-elsewhere = Бетпе-бет, басқа ағымда
training-online-elsewhere = Онлайн, басқа ағымда
