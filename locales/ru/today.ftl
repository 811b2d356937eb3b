# День преподавателя.
today-title = Сегодня
today-empty = На сегодня дел нет
today-empty-help = Занятий сегодня нет, все отметки на месте. Когда что-то появится, увидите здесь.
today-empty-action = Открыть потоки
today-sessions = Занятия сегодня
today-under-way = Идёт сейчас
today-complete = Все отмечены
today-open-roll = Открыть перекличку
today-open-link = Подключиться к встрече
today-enrolled = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}
today-unmarked = Не все отмечены
today-session = Занятие
today-when = Когда
today-missing = Не хватает отметок
today-missing-count = { $count ->
    [one] нет { $count } отметки
   *[other] нет { $count } отметок
}
today-works = Работы на проверку: { $count }
today-works-all = Открыть очередь
today-site-cases-open = Открыть случаи
today-next = Скоро

# «Дальше»: первая страница слушателя.
today-next-title = Дальше
today-next-nothing = Сейчас для вас нет заданий
today-next-nothing-help = Всё, что можно пройти самостоятельно, пройдено или пока закрыто. Посмотрите, когда ближайшее занятие
today-next-session = Ближайшее занятие
today-next-session-now = Занятие идёт сейчас
today-due = Сроки
today-due-work = Сдать до: { $at }
today-due-end = Последний день: { $date }. { $days ->
    [0] Остались часы
    [one] Остался { $days } день
    [few] Осталось { $days } дня
   *[many] Осталось { $days } дней
}
today-due-left = { $count ->
    [one] Не выполнено { $count } условие
    [few] Не выполнены { $count } условия
   *[many] Не выполнено { $count } условий
}
today-programmes = Мои программы
today-stage-ahead = ещё не началась
today-stage-running = идёт
today-stage-over = завершена
today-unmet = { $count ->
    [one] До документа осталось { $count } условие
    [few] До документа осталось { $count } условия
   *[many] До документа осталось { $count } условий
}
today-marking-open = Проверить ответы
today-appeals-open = Разобрать апелляции
today-unplaced = Люди без команды
today-unplaced-help = Командный кейс они сдать не могут, пока не окажутся в команде. Распределите их или откройте запись.
today-unplaced-people = { $count ->
    [one] { $count } человек без команды
    [few] { $count } человека без команды
   *[other] { $count } человек без команды
}
today-consultations = Ваши консультации на неделю
today-next-consultations = Вы записаны на консультацию
