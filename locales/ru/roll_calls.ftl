# Ведомость занятия: закрытие, поздние изменения, гости, пересчёт в зале, ввод с бумаги.
roll-calls-paper-link = Внести с бумажного листа
roll-calls-webinars-link = Загрузить список участников вебинара
roll-calls-make-ups-link = Отработки
roll-calls-make-up-action = Внести отработку
roll-calls-made-up = Отработано
roll-calls-late-note = Изменено после закрытия
roll-calls-closed = Ведомость закрыта
roll-calls-closed-unmarked = Без отметки остались: { $count }.
roll-calls-closed-help = Отметки можно изменить только с причиной, и каждое изменение попадёт в список поздних.
roll-calls-closing = Закрыть ведомость
roll-calls-closing-help = Закрывайте, когда отметили всех и сохранили отметки. После этого любое изменение потребует причины и будет видно в журнале.
roll-calls-unmarked = { $count ->
    [one] Без отметки { $count } человек:
    [few] Без отметки { $count } человека:
   *[other] Без отметки { $count } человек:
}
roll-calls-anyway = Закрыть, хотя отметили не всех
roll-calls-close = Закрыть ведомость
roll-calls-reopen-why = Почему открываете снова
roll-calls-reopen-hint = Например: принесли второй лист с подписями. Причина останется в истории.
roll-calls-reopen = Открыть ведомость снова
roll-calls-reopen-who = Открыть её снова может администратор учебного центра.
roll-calls-reopened = Закрывали: { $closed }. Открыли снова: { $reopened }. Причина:
roll-calls-late = Изменено после закрытия
roll-calls-late-help = Эти отметки появились или изменились, когда ведомость была закрыта. В журнале они помечены.
roll-calls-late-none = без отметки
roll-calls-heads = Сколько человек в зале
roll-calls-heads-field = Людей в зале
roll-calls-heads-hint = Посчитайте всех, кроме себя. Сравним с теми, кто отмечен очно, и с гостями. Сначала сохраните отметки.
roll-calls-heads-action = Сверить
roll-calls-heads-fit = Сходится
roll-calls-heads-differ = Не сходится
roll-calls-heads-line = Отмечено очно { $marked }, гостей { $guests }, в зале { $people }.
roll-calls-heads-more = В зале больше на { $count }: кого-то не отметили или не записали гостя.
roll-calls-heads-fewer = В зале меньше на { $count }: кто-то вышел или отмечен по ошибке.
roll-calls-heads-who = Кто отмечен очно: назовите по списку
roll-calls-heads-earlier = Прежние подсчёты
roll-calls-guests = Гости
roll-calls-guests-none = Гостей не записали.
roll-calls-guests-total = Всего гостей:
roll-calls-guests-edit = Записать гостей
roll-calls-guests-parents = Родители
roll-calls-guests-teachers = Педагоги
roll-calls-guests-colleagues = Коллеги
roll-calls-guests-volunteers = Волонтёры
roll-calls-guests-other = Другие
roll-calls-guests-others = Другие гости
roll-calls-guests-name = Кто они
roll-calls-guests-people = Сколько
roll-calls-guests-save = Сохранить гостей
roll-calls-flash-closed = Ведомость закрыта.
roll-calls-flash-reopened = Ведомость снова открыта.
roll-calls-flash-heads = Сходится: в зале столько же, сколько отмечено.
roll-calls-flash-differs = Число людей в зале не сходится с отметками. Подсчёт сохранён, ниже — кого искать.
roll-calls-flash-guests = Гости записаны.
roll-calls-paper-title = Внести с бумажного листа
roll-calls-paper-help = По одной клавише на человека. После опоздания и раннего ухода введите минуты. Enter и стрелки — к следующему. Пустая строка ничего не меняет.
roll-calls-paper-person = Слушатель
roll-calls-paper-key = Отметка
roll-calls-paper-back = К перекличке
roll-calls-paper-conflicts = Остальные отметки сохранены. В этих строках стоит то, что записано сейчас. Если нужно, исправьте и сохраните ещё раз.

fault-sheet-closed-reason = Ведомость закрыта. Напишите, почему отмечаете или меняете отметку
fault-sheet-unmarked = { $count ->
    [one] У { $count } человека нет отметки. Отметьте его или подтвердите, что закрываете так
   *[other] У { $count } человек нет отметки. Отметьте их или подтвердите, что закрываете так
}
fault-sheet-reopen-why = Напишите, почему открываете ведомость снова
fault-sheet-key = Введите одну из клавиш: { $keys }
fault-reason-choose = Выберите причину или напишите её словами
fault-reason-words = Напишите причину словами
fault-guests-name = Напишите, кто эти гости
fault-guests-number = Укажите, сколько их было
fault-guests-twice = Такие гости уже записаны. Сложите числа в одной строке
fault-guests-overtaken = Пока вы писали, гостей записал кто-то другой. Его список стоит над формой, ваш — в ней. Исправьте и сохраните ещё раз
fault-guests-lines = Слишком много строк: не больше { $most }. Сложите похожих гостей
