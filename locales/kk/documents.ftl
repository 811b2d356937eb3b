# Құжаттар: беру, тіркеу кітабы, түпнұсқалығын тексеру, «Менің құжаттарым».
documents-kind-advanced_training_certificate = Біліктілікті арттыру туралы куәлік
documents-kind-participation_certificate = Қатысушы сертификаты
documents-kind-retraining_diploma = Кәсіби қайта даярлау туралы диплом
documents-kind-study_certificate = Оқу туралы анықтама
documents-kind-mentor_certificate = Тәлімгер сертификаты
documents-kind-thank_you_letter = Алғыс хат
documents-kind-recommendation_letter = Ұсыныс хат
documents-kind-service_record = Еріктінің қызметі туралы анықтама
documents-kind-authority_document = Еріктінің өкілеттігін растау
documents-status-valid = Жарамды
documents-status-revoked = Күші жойылған
documents-status-revoked-on = Күші { $date } жойылған
documents-hours = { $hours } академиялық сағат
documents-number-of = № { $number }, { $date }
documents-card-facts = «{ $programme }», { $hours } академиялық сағат
documents-pdf = PDF жүктеп алу
documents-to-register = Тіркеу кітабы

documents-met-attendance = Қатысу жоспарланғанның { $share } %-ы, керегі { $needed } %{ $held ->
    [none] {""}
   *[other] ; өткізілгеннің { $held } %-ы
}
documents-met-attendance-held = Қатысу{ $held ->
    [none] {" "}жоспарланғанның { $share } %-ы, керегі { $needed } %
   *[other] {" "}өткізілгеннің { $held } %-ы, керегі { $needed } %; жоспарланғанның { $share } %-ы
}
documents-met-hours = Өзіндік жұмыс сағаттарының { $share } %-ы, керегі { $needed } %
documents-met-quiz = { $title } — { $best } %-ға тапсырылды
documents-met-quiz-without-result = { $title } — өтілді
documents-met-declaration = { $question } — жауап берілді
documents-met-case = { $title } — қабылданды

fault-document-attendance-short = Қатысу жоспарланғанның { $share } %-ы, керегі { $needed } %{ $held ->
    [none] {""}
   *[other] ; өткізілгеннің { $held } %-ы
}
fault-document-attendance-held-short = Қатысу{ $held ->
    [none] ды есептейтін негіз жоқ: әлі бірде-бір сабақ өткен жоқ, ал керегі өткізілгеннің { $needed } %-ы
   *[other] {" "}өткізілгеннің { $held } %-ы, керегі { $needed } %; жоспарланғанның { $share } %-ы
}
fault-document-hours-short = Өзіндік жұмыс сағаттарының { $share } %-ы орындалды, керегі { $needed } %
fault-document-quiz-open = { $title } — тапсырылмаған
fault-document-answer-open = Тәжірибе туралы сұраққа жауап жоқ: { $question }
fault-document-quiz-failed = { $title } — тапсырылмаған, ең жақсы нәтиже { $best } %
fault-document-case-missing = { $title } — жұмыс тапсырылмаған
fault-document-case-waiting = { $title } — жұмыс тексеруді күтіп тұр
fault-document-case-failed = { $title } — жұмыс қабылданбаған
fault-document-letters-holder = «{ $name }» атында құжат қаріптерінде жоқ таңбалар бар: { $letters }. Атын адамның карточкасында түзетіңіз
fault-document-letters-issuer = «{ $name }» ұйымының деректемелерінде құжат қаріптерінде жоқ таңбалар бар: { $letters }. Оларды ұйымның карточкасында түзетіңіз
fault-document-letters-programme = Бағдарламаның немесе модульдердің атауында құжат қаріптерінде жоқ таңбалар бар: { $letters }. Бағдарлама файлдарын түзетіп, жаңа нұсқасын жүктеңіз
fault-document-issuer-city = «{ $name }» ұйымының қаласы көрсетілмеген: ол берілген жер ретінде басылады
fault-document-issuer-post = «{ $name }» ұйымында құжаттарға қол қоятын басшының лауазымы көрсетілмеген
fault-document-issuer-head = «{ $name }» ұйымында құжаттарға қол қоятын басшы көрсетілмеген
fault-document-issuer-licence = «{ $name }» ұйымының лицензиясы көрсетілмеген. Онсыз тек қатысушы сертификаты беріледі
fault-document-kind-programme = Куәлік тек біліктілікті арттыру бағдарламасы бойынша беріледі
fault-document-kind-hours = Куәлік көлемі { $low }–{ $high } академиялық сағат болатын бағдарлама бойынша беріледі, ал мұнда { $hours } сағат
fault-document-before-end = Берілген күні оқу аяқталған күннен ({ $date }) ерте бола алмайды
fault-document-after-today = Берілген күні бүгінгі күннен ({ $date }) кеш бола алмайды
fault-document-nobody-chosen = Құжат кімдерге берілетінін белгілеңіз
fault-document-not-held = Бағдарламадағы { $planned } минут сабақтың { $held } минуты ғана өтті. Қалғанын өткізіңіз немесе құжатты неге беруге болатынын көрсетіңіз
fault-document-not-enrolled = Бұл адам ағымға қабылданбаған немесе одан шығарылған
fault-document-reason-short = Себебін толығырақ жазыңыз: кемінде { $limit } таңба

documents-issue-title = Құжаттарды беру
documents-issue-lead = { $kind }, «{ $programme }» бағдарламасы
documents-issue-refused = Ешкімге құжат берілген жоқ
documents-issue-refused-help = Белгіленгенді түзетіп, қайта жіберіңіз. Нөмірлер жұмсалған жоқ.
documents-issue-blocked = Құжаттарды әзірге беруге болмайды
documents-issue-mend = «{ $name }» ұйымының карточкасын ашу
documents-issue-early = Құжаттарды беруге болатын күн: { $date }
documents-issue-early-help = Берілген күні оқу аяқталған күннен ерте болмайды. Осы күнге дейін мұнда кімнің дайын екені көрініп тұрады.
documents-issue-nobody = Ағымда әзірге ешкім жоқ
documents-issue-nobody-help = Адамдарды қабылдаңыз, сонда құжат алуға кімнің дайын екені осында көрінеді.
documents-issue-to-edition = Ағымға
documents-issue-ready = Құжат алуға дайын: { $count }
documents-issue-earlier = Бұрынғы құжаттың күші жойылған: { $numbers }
documents-issue-date = Берілген күні
documents-issue-date-hint = Құжатқа басылады. Тіркеу кітабының жылы осы күнмен анықталады
documents-issue-short = Жоспарланған { $planned } минут сабақтың { $held } минуты өтті
documents-issue-short-help = Бұл ағымда қатысу өткен сабақтардан есептеледі, ал құжат бүкіл бағдарламаны растайды. Қалған сабақтарды өткізіңіз, ал құжатты қазір беруге болса, себебін көрсетіңіз.
documents-issue-despite = Құжаттарды неге беруге болады
documents-issue-despite-hint = Себеп атыңызбен бірге әрекеттер журналында сақталады
documents-issue-do = Құжаттарды беру ({ $count })
documents-issue-preview = Үлгісін көру
documents-issue-preview-note = Үлгіде тыңдаушының деректері бар: { $name }. Ол еш жерде сақталмайды және нөмір алмайды.
documents-issue-unready = Әлі дайын емес
documents-issue-was-chosen = Белгіленген еді
documents-issue-issued = Берілген құжаттар
documents-column-name = Тегі, аты, әкесінің аты
documents-column-missing = Не жетпейді
documents-column-number = Нөмірі
documents-column-date = Берілген күні
documents-column-kind = Құжат
documents-column-holder = Кімге берілген
documents-column-programme = Бағдарлама
documents-column-edition = Ағым
documents-column-status = Жағдайы
documents-flash-issued = Берілген құжат саны: { $count }. Тыңдаушыларға хат жіберілді.
documents-flash-issued-some = Берілген құжат саны: { $count }. Тағы { $kept } адамның құжаты бұрыннан бар, екіншісі берілген жоқ.
documents-flash-had-already = Белгіленгендердің құжаттары бұрыннан бар ({ $kept }), екіншісі берілген жоқ.
documents-flash-revoked = { $number } құжатының күші жойылды. Бұл тексеру бетінде бірден көрінеді.

documents-printed = Не басылған
documents-grounds = Неге негізделген
documents-chain = Осы қабылдау бойынша құжаттар
documents-fact-kind = Құжат
documents-fact-holder = Кімге берілген
documents-fact-programme = Бағдарлама
documents-fact-volume = Көлемі
documents-fact-period = Оқу мерзімі
documents-fact-issued = Берілген күні
documents-fact-issuer = Кім берген
documents-fact-verify = Тексеру мекенжайы
documents-fact-edition = Ағым
documents-fact-version = Бағдарлама нұсқасы
documents-fact-entered = Кітапқа енгізілген
documents-fact-snapshot = Бақылау сомасы
documents-revoked-at = Құжаттың күші жойылды: { $at }
documents-revoked-reason = Себебі: { $reason }
documents-revoked-by = Күшін жойған: { $name }
documents-revoked-again = Түзетілген құжат беру
documents-revoke-title = Құжаттың күшін жою
documents-revoke-lead = Тексеру беті құжаттың жарамсыз екенін бірден көрсетеді. Оның нөмірі басқа ешкімге берілмейді, жазба кітапта қалады. Содан кейін түзетілген құжат беруге болады.
documents-revoke-reason = Себебі
documents-revoke-hint = Оны тек әкімшілер көреді
documents-revoke-do = Күшін жою
documents-revoke-confirm = { $number } құжатының күшін жоясыз ба? Мұны қайтаруға болмайды.

documents-register-title = Тіркеу кітабы
documents-register-lead = Берілген барлық құжат. Жазбалар өшірілмейді.
documents-register-search = Тегі немесе нөмірі
documents-register-year = Жылы
documents-register-kind = Құжат
documents-register-status = Жағдайы
documents-register-all-years = Барлық жыл
documents-register-all-kinds = Барлық құжат
documents-register-all-statuses = Кез келген
documents-register-find = Іздеу
documents-register-clear = Барлығын көрсету
documents-register-newest = Жаңаларына
documents-register-older = Бұрынғылары
documents-register-none = Ештеңе табылмады
documents-register-none-help = Тегін немесе нөмірін тексеріңіз, шарттардың бір бөлігін алып тастаңыз.
documents-register-empty = Әзірге ештеңе берілмеген
documents-register-empty-help = Құжаттар ағым бетінде беріледі. Әрқайсысы осында өз нөмірімен шығады.

documents-own-title = Менің құжаттарым
documents-own-issued = Берілген құжаттар
documents-own-empty = Әзірге құжат жоқ
documents-own-empty-help = Бағдарламадан өткен соң құжат осында шығады. Қазір сіз ешбір бағдарламаға қабылданбағансыз.
documents-own-home = Басты бетке
documents-own-until = Құжатқа дейін не қалды: «{ $programme }»
documents-own-all-met = Бәрі орындалды. Оқу орталығы құжатты ағым аяқталған соң береді ({ $date }); біз хат жібереміз.
documents-own-go = Бағдарламаны ашу

documents-verify-title = Құжатты тексеру
documents-verify-valid = Құжат жарамды
documents-verify-valid-help = Төмендегі мәліметтерді қолыңыздағы құжатпен салыстырыңыз: олар сәйкес келуге тиіс.
documents-verify-revoked = Құжаттың күші жойылған
documents-verify-revoked-help = Ол { $date } бастап жарамсыз.
documents-unknown-title = Мұндай құжат жоқ
documents-unknown-lead = Бұл мекенжай бойынша ештеңе берілмеген. Көбіне мекенжай қате теріледі.
documents-unknown-what = Нені тексеру керек
documents-unknown-scan = Камераны кодқа қайта бағыттаңыз: ол толық көрінуге тиіс.
documents-unknown-type = Қолмен терсеңіз, әр таңбаны салыстырыңыз: /v/ белгісінен кейін дәл 32 таңба, тек латын әріптері мен цифрлар; олардың арасында i, l, o әріптері мен 1 цифры жоқ.
documents-unknown-ask = Мекенжай дұрыс болса, құжатта көрсетілген ұйымнан сұраңыз.

documents-letter-subject = Құжатыңыз дайын
documents-letter-what = «{ $programme }» бағдарламасы бойынша сізге құжат берілді: { $kind }, № { $number }.
documents-letter-where = PDF файлын жүктеп алуға және тексеру мекенжайын көшіруге «Менің құжаттарым» бетінде болады.
documents-letter-action = Құжаттарымды ашу
