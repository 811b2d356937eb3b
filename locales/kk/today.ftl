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
today-next = Жақында
