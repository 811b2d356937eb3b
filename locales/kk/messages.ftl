# Сайттағы хабарламалар және олардың поштаға келетіні.
shell-nav-messages = Хабарламалар

messages-title = Хабарламалар
messages-lead = Жүйенің сізге жазғанының бәрі. Хат жетпесе де, сіз хат алғыңыз келмесе де, олар осында тұрады.
messages-open = Хабарламаларды ашу
messages-wishes-link = Поштаға не келетінін таңдау
messages-unread = Оқылмаған
messages-unread-count = Оқылмаған хабарлама: { $count }
messages-read-all = Бәрін оқылған деп белгілеу
messages-flash-read = Хабарламалар оқылған деп белгіленді
messages-empty = Әзірге хабарлама жоқ
messages-empty-help = Жүйе сізге жазғанның бәрі осында шығады: сабақтар, тексерілген жұмыстар, құжаттар туралы.

messages-profile = Хабарламалар мен хаттар
messages-profile-lead = Хабарламалар сайтта әрқашан бар. Олардың қайсысы және қай сағатта поштаға келетінін өзіңіз шешесіз.
messages-profile-wishes = Хаттарды баптау

messages-wishes-title = Поштаға не келеді
messages-wishes-lead = Хаттар { $email } мекенжайына профиліңіздің тілінде келеді. Поштаға келмесе де, әр хабарлама сайтта тұрады.
messages-urgent = Әрқашан бірден келеді
messages-urgent-why = Бұл хаттар өшірілмейді және күтпейді: оларды кешіктіруге болмайды.
messages-topics = Өз таңдауыңызша
messages-topic-account = Тіркелгі: шақыру, кіру, құпиясөз
messages-topic-changes = Сабақ пен кеңестің ауысуы мен болмайтыны, берілген және қайтарып алынған орындар, күнтізбеге шақырулар, шұғыл хабарландырулар
messages-topic-reminders = Еске салу
messages-topic-reminders-note = Сабақтар, мерзімдер және қатыспаған күндер туралы. Күндік хатты күтпейді: ертеңіне кеш болар еді.
messages-topic-grades = Тексерілген жұмыстар мен тесттер
messages-topic-grades-note = Бағалар, апелляцияларға жауаптар.
messages-topic-cases = Кейстер мен пікірлер
messages-topic-cases-note = Басқалардың жұмыстарына пікір, тәжірибедегі жағдайлар, жауап үлгілері.
messages-topic-places = Орындар мен жазылу
messages-topic-places-note = Сабақтар мен кеңестерге жазылу, олар туралы өтініштер, қатыспау туралы шешімдер. Болмайтыны мен кезектен тиген орын туралы хат бірден келеді.
messages-topic-documents = Құжаттар
messages-topic-documents-note = Оқу туралы құжат дайын болды.
messages-topic-enrolment = Қабылдау
messages-topic-enrolment-note = Сізді ағымға қабылдады. Курс растамасы және тәлімгер өтініші туралы шешімдер.
messages-delivery-at-once = Бірден
messages-delivery-digest = Күніне бір рет, бір хатпен
messages-delivery-never = Тек сайтта
messages-hours = Қай сағатта
messages-hours-zone = Сіздің уақытыңыз бойынша: { $zone }.
messages-hours-profile = Тіл мен уақыт белдеуін өзгерту
messages-digest-at = Күндік хат қашан келсін
messages-digest-hint = Онда күніне бір рет алуды таңдаған және сайтта әлі оқымаған хабарламаларыңыз болады. Ондай хабарлама болмаса, хат келмейді.
messages-quiet-from = Мазаламау уақытының басы
messages-quiet-hint = Мысалы, 22:00. Күте алатын хаттар тыныш сағаттар біткенде келеді. Қажет болмаса, бос қалдырыңыз.
messages-quiet-to = Мазаламау уақытының соңы
messages-flash-chosen = Сақталды
fault-messages-quiet-same = Тыныш сағаттардың басы мен соңы бірдей. Басқа уақыт жазыңыз немесе екі өрісті де бос қалдырыңыз
fault-messages-quiet-long = Тыныш сағаттар { $hours } сағаттан аспайды. Хат азырақ керек болса, тақырыптар бойынша өшіріңіз
fault-messages-digest-quiet = Бұл уақыт тыныш сағаттарға түседі. Олардан кейінгі уақытты таңдаңыз

messages-state-later = { $until } дейін күтеді: алушының тыныш сағаттары
messages-state-digest = Күндік хатта, { $at }
messages-state-site = Тек сайтта
messages-forgotten = Мәтіні сақталмайды: хатта тіркелгіні ашатын бір реттік сілтеме болды.

messages-digest-subject = Бір күндегі жаңа хабарламалар: { $count }
messages-digest-what = Сайтта әлі оқымағандарыңыз:
messages-digest-why = Бұл хабарламаларды күніне бір рет алуды таңдадыңыз.
