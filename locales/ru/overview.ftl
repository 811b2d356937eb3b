# Поток: числа, дела на сегодня, люди.
overview-stage-ahead = Впереди
overview-stage-running = Идёт
overview-stage-over = Завершён
overview-trainers = Преподаватели: { $names }
overview-tab-people = Люди
overview-tab-hours = Часы
overview-tab-sessions = Занятия
overview-tab-quizzes = Тесты
overview-tab-cases = Кейсы
overview-tab-site-cases = Случаи из практики
overview-tab-teams = Команды
overview-tab-live = Квизы
overview-tab-enrolment = Зачислить
overview-tab-import = Зачислить из файла
overview-tab-issue = Выдача документов
overview-tab-federal = Данные для ФИС ФРДО
overview-tab-batches = Выдача пакетом
overview-tab-group-file = Дело группы
overview-tab-settings = Настройки
overview-own-people = Здесь только люди, которых направила ваша организация.
overview-figure-people = зачислено
overview-figure-active = занимались на этой неделе
overview-figure-risk = под угрозой
overview-figure-ready = готовы к документу
overview-out-of = из { $all }
overview-risk-rule = Под угрозой те, кто посетил меньше { $needed } % проведённых и отмеченных занятий или { $days } дней не занимался.
overview-active-rule = «На этой неделе» — за последние { $days } дней.
overview-tasks-title = Что сделать сегодня
overview-tasks-none = Сегодня ничего не ждёт.
overview-task-session = Сегодня в { $time }: { $title }
overview-task-unmarked = { $count ->
    [one] { $count } занятие прошло без отметок: проведите перекличку
    [few] { $count } занятия прошли без отметок: проведите перекличку
   *[many] { $count } занятий прошли без отметок: проведите перекличку
}
overview-task-ungraded = { $count ->
    [one] { $count } работа ждёт проверки
    [few] { $count } работы ждут проверки
   *[many] { $count } работ ждут проверки
}
overview-task-issue = { $count ->
    [one] { $count } человек готов: выдайте документ
    [few] { $count } человека готовы: выдайте документы
   *[many] { $count } человек готовы: выдайте документы
}
overview-task-plan = Составьте расписание: в программе есть занятия, а дат ещё нет
overview-task-trainers = Назначьте преподавателя
overview-task-invited = { $count ->
    [one] { $count } человек ещё не открыл приглашение
    [few] { $count } человека ещё не открыли приглашение
   *[many] { $count } человек ещё не открыли приглашение
}
overview-people-title = Люди потока
overview-empty-title = В потоке пока никого
overview-empty-text = Зачислите людей по одному или загрузите список из файла.
overview-empty-text-others = Когда администратор зачислит людей, они появятся здесь.
overview-show-all = Все
overview-show-risk = Под угрозой
overview-show-ready = Готовы
overview-none-shown = Здесь сейчас никого.
overview-column-name = Фамилия и имя
overview-column-conditions = Условия
overview-column-attendance = Посещаемость
overview-column-hours = Часы
overview-column-seen = Последний раз
overview-column-state = Чего не хватает
overview-of = { $have } из { $all }
overview-hours = { $have } из { $all }
overview-percent = { $value } %
overview-invited = приглашение не открыто
overview-never = ещё не начато
overview-state-document = Документ выдан
overview-state-ready = Готов к документу
overview-state-risk = Под угрозой
overview-risk-attendance = посещено { $have } % проведённых занятий, нужно { $all } %
overview-risk-quiet = { $count ->
    [one] { $count } день без занятий
    [few] { $count } дня без занятий
   *[many] { $count } дней без занятий
}
overview-missing = Осталось:
overview-missing-attendance = посещаемость { $have } % от запланированного, нужно { $all } %
overview-missing-attendance-held = посещаемость { $have } % от проведённого на сегодня, нужно { $all } %
overview-missing-hours = самостоятельные часы { $have } % из { $all } %
overview-missing-answer = ответ на вопрос об опыте
overview-missing-quiz = { $title }
overview-missing-quizzes = { $count ->
    [one] { $count } тест
    [few] { $count } теста
   *[many] { $count } тестов
}
overview-missing-case = { $title }
overview-missing-cases = { $count ->
    [one] { $count } кейс
    [few] { $count } кейса
   *[many] { $count } кейсов
}
overview-withdraw = Отчислить
overview-withdraw-whom = Отчислить: { $name }
