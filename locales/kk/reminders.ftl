# Сабақ туралы еске салу және сабақ жіберу туралы ескерту.
reminders-tab = Еске салу
reminders-title = Еске салулар мен ескертулер
reminders-lead = Ағым өзі жіберетін хаттар: сабақ туралы еске салу және сабақ жібергендерге ескерту.

reminders-ahead-title = Жақын арадағы еске салулар
reminders-ahead-at = Жіберілетін уақыты: { $at }
reminders-ahead-none = Алдағы апталарда сабақ жоқ, еске салатын ештеңе жоқ.
reminders-gone-title = Еске салынды
reminders-gone = { $count } хат, басталуына { $hours } сағат қалғанда

reminders-warnings-title = Сабақ жіберу туралы ескертулер
reminders-warnings-none = Әзірге ешкімге ескерту жіберілген жоқ.
reminders-column-who = Тыңдаушы
reminders-column-missed = Жіберген сабақтары
reminders-column-why = Себебі
reminders-column-when = Хат
reminders-state-sent = Жіберілді
reminders-state-dropped = Қажет болмады
reminders-state-planned = Жіберіліп жатыр
reminders-why-share = өткізілген уақыттың { $percent } %-ына қатысты
reminders-why-row = қатарынан { $count } сабақ жіберді

reminders-rule-title = Нені және қашан жіберу керек
reminders-leads = Сабақ басталуына неше сағат қалғанда еске салу керек
reminders-leads-hint = Үшке дейін еске салуға болады, ең ерте дегенде { $most } сағат бұрын. Еске салмау үшін өрістерді бос қалдырыңыз. Еске салу хаты сабаққа күтілетіндердің бәріне және оқытушыларға барады. Келмейтінін хабарлағандарға бармайды.
reminders-field-lead = { $number }-еске салу, басталуына неше сағат қалғанда
reminders-field-share = Қатысу мынадан аз болса, ескерту, %
reminders-field-share-hint = Өткізілген және белгіленген сабақтар уақытының қатысқан үлесі, сағаттар бетіндегідей. Адамның артында кемінде { $fewest } сабақ болғанда салыстырылады. Бос болса, үлес бойынша ескертілмейді.
reminders-field-row = Қатарынан осынша сабақ жіберсе, ескерту
reminders-field-row-hint = Бос болса, қатарынан жіберген сабақ бойынша ескертілмейді.
reminders-counts-hint = Сабақтан кейінгі күні сағат 9:00-ден бастап тек «жоқ» деген белгі жіберілген сабақ болып саналады. Белгіленбеген, себеппен жіберілген және өтелген сабақтар, сондай-ақ адам алдын ала хабарлаған сабақтар саналмайды. Хат кеткенше белгі түзетілсе, хат жіберілмейді. Сол бір сабақтар туралы екінші рет жазылмайды.
reminders-rule-save = Сақтау
reminders-flash-rule = Ереже сақталды.
reminders-versions-title = Бұрынғы ережелер
reminders-version = { $number }-ереже
reminders-version-holds = қолданыста
reminders-rule-lead = Басталуына { $hours } сағат қалғанда еске салу
reminders-rule-no-lead = Сабақ туралы еске салу өшірілген.
reminders-rule-share = Өткізілген уақыттың { $percent } %-ынан азына қатысса, ескерту
reminders-rule-row = Қатарынан { $count } сабақ жіберсе, ескерту
reminders-rule-no-warning = Сабақ жіберу туралы ескерту өшірілген.

reminders-notice-title = Сіз { $count } сабақ жібердіңіз
reminders-share-now = Қазір өткізілген уақыттың { $percent } %-ына қатыстыңыз.
reminders-needed-planned = Құжат алу үшін жоспарланған сабақ уақытының кемінде { $percent } %-ына қатысу керек.
reminders-needed-held = Құжат алу үшін өткізілген сабақ уақытының кемінде { $percent } %-ына қатысу керек.
reminders-chances-some = Енді ең көбі { $spare } сабақ жіберуге болады (алда: { $ahead }).
reminders-chances-none = Енді сабақ жіберуге болмайды: қалған сабақтың бәріне келу керек (алда: { $ahead }).
reminders-chances-over = Алда сабақ жоқ.
reminders-chances-short = Қалған сабақтар енді жетпейді: тағы { $minutes } минутты өтеу керек.
reminders-what-to-do = Не істеу керек: өтеу туралы оқытушымен келісіңіз; себебі болса, оны кестеден хабарлаңыз. Белгі қате болса, оқытушыға жазыңыз.
reminders-my-hours = Осы ағымдағы сағаттарым

reminders-letter-session-subject = { $when } – { $title }
reminders-letter-session-what = «{ $title }» сабағы туралы еске саламыз («{ $edition }» ағымы).
reminders-letter-session-teaches = Еске саламыз: сіз «{ $title }» сабағын өткізесіз («{ $edition }» ағымы).
reminders-letter-session-topic = Тақырыбы: { $topic }.
reminders-letter-session-access = Орынның қолжетімділігі:
reminders-letter-session-absence = Келмейтінімді хабарлау
reminders-letter-warning-subject = { $count } сабақ жіберілді: не істеу керек
reminders-letter-warning-what = «{ $edition }» ағымында сіз { $count } сабақ жібердіңіз:
reminders-letter-summary-subject = «{ $edition }» ағымындағы жіберілген сабақтар: { $count } ескерту
reminders-letter-summary-what = «{ $edition }» ағымының мына тыңдаушылары жіберген сабақтары туралы хат алды:
reminders-letter-summary-line = { $count } сабақ жіберді, өткізілгеннің { $percent } %-ына қатысты
reminders-letter-summary-help = Белгілерді тексеріп, өтеуді ұсыныңыз. Мұндай хат күніне бір реттен жиі келмейді.
reminders-letter-summary-action = Ағымның ескертулерін ашу

fault-reminders-too-many = Сабақ туралы еске салу { $most } реттен аспауы керек. Ең қажеттілерін қалдырыңыз
