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
today-next = Скоро
