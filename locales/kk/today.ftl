# Оқытушының күні.
today-title = Бүгін
today-empty = Бүгінге іс жоқ
today-empty-help = Бүгін кездесу жоқ, белгілердің бәрі орнында. Бірдеңе шықса, осы жерден көресіз.
today-empty-action = Ағымдарды ашу
today-sessions = Бүгінгі кездесулер
today-under-way = Қазір өтіп жатыр
today-complete = Бәрі белгіленді
today-open-roll = Тізімді ашу
today-open-link = Кездесуге қосылу
today-enrolled = { $count } адам
today-unmarked = Белгісі толық емес
today-session = Кездесу
today-when = Қашан
today-missing = Жетпейтін белгілер
today-missing-count = { $count } белгі жоқ
today-works = Тексеруге келген жұмыстар: { $count }
today-works-all = Кезекті ашу
today-site-cases-open = Жағдайларды ашу
today-next = Жақында

# «Әрі қарай»: тыңдаушының бірінші беті.
today-next-title = Келесі қадам
today-next-nothing = Қазір сізге тапсырма жоқ
today-next-nothing-help = Өз бетіңізше өтуге болатынның бәрі өтілді немесе әзірге жабық. Жақын сабақтың уақытын кестеден қараңыз
today-next-session = Жақын сабақ
today-next-session-now = Сабақ қазір жүріп жатыр
today-due = Мерзімдер
today-due-work = Тапсыру мерзімі: { $at }
today-due-end = Соңғы күн: { $date }. { $days ->
    [0] Бірнеше сағат қалды
   *[other] { $days } күн қалды
}
today-due-left = { $count } шарт орындалмаған
today-programmes = Бағдарламаларым
today-stage-ahead = әлі басталған жоқ
today-stage-running = жүріп жатыр
today-stage-over = аяқталды
today-unmet = Құжатқа дейін { $count } шарт қалды
today-marking-open = Жауаптарды тексеру
today-appeals-open = Апелляцияларды қарау
today-unplaced = Командасыз адамдар
today-unplaced-help = Командаға қосылмайынша олар командалық кейсті тапсыра алмайды. Оларды бөліңіз немесе жазылуды ашыңыз.
today-unplaced-people = { $count } адам командасыз
today-consultations = Осы аптадағы кеңестеріңіз
today-next-consultations = Сіз кеңеске жазылғансыз
