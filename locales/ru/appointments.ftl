# Консультации: время, запись, обмен, отмена, просьбы о другом времени и итоги.
appointments-desk-title = Консультации
appointments-desk-lead = Откройте время, и слушатели запишутся сами.
appointments-open = Открыть консультации
appointments-whose = Чьи консультации
appointments-all = Все
appointments-mine = Мои
appointments-requests-title = Просят о консультации
appointments-to = к преподавателю { $name }
appointments-confirm = Подтвердить консультацию
appointments-decline = Отказать
appointments-decline-action = Отказать и написать почему
appointments-decline-hint = Слушатель прочитает это в письме.
appointments-reason = Причина
appointments-place-hint = Адрес и аудитория, если встречаетесь очно.
appointments-link-hint = Ссылка на встречу, если она онлайн. Её увидят только те, кто записан.
appointments-ahead-title = Предстоят
appointments-ahead-none = Свободного времени пока нет. Откройте консультации, и слушатели запишутся.
appointments-past-title = Прошли
appointments-past = { $count ->
    [one] Прошла { $count } консультация
    [few] Прошли { $count } консультации
   *[other] Прошло { $count } консультаций
}
appointments-consultant = Кто консультирует
appointments-people = Кто записан
appointments-taken = Записаны { $taken } из { $capacity }
appointments-free-tag = Свободно
appointments-withdrawn-tag = Отменена
appointments-unmarked = Отметьте, кто пришёл
appointments-limit-title = Срок отмены
appointments-limit = За сколько часов до начала можно отменить
appointments-limit-hint = Позже слушатель не может отменить или обменять консультацию сам. 0 — до самого начала.
appointments-limit-save = Сохранить срок

appointments-new-title = Открыть консультации
appointments-new-lead = Одну или сразу ряд: например, с 14:00 до 17:00 по 30 минут, каждую среду.
appointments-form-when = Когда
appointments-choose = Выберите
appointments-first-day = Первый день
appointments-every = Сколько минут длится каждая
appointments-every-hint = Время от начала до конца разделится на равные части. Пустое поле — одна консультация.
appointments-weekdays = По каким дням
appointments-weekdays-hint = Если ничего не выбрать, останется день недели первого дня.
appointments-weeks = Сколько недель подряд
appointments-form-what = Как и о чём
appointments-capacity = Сколько мест
appointments-capacity-hint = 1 — индивидуальная консультация, больше — групповая.
appointments-topic = Тема
appointments-topic-hint = Пустое поле — с любыми вопросами.
appointments-form-hours = Засчитывать часы
appointments-form-hours-hint = Заполните, только если консультация входит в программу. Тем, кто пришёл, минуты засчитаются сами.
appointments-activity = За какое занятие
appointments-activity-none = Не засчитывать
appointments-minutes = Сколько минут
appointments-minutes-hint = Пустое поле — сколько длится консультация.
appointments-look = Посмотреть, что получится
appointments-look-again = Посмотреть ещё раз
appointments-open-now = Открыть без просмотра
appointments-lines-title = Что получится
appointments-lines-lead = { $count ->
    [one] Можно открыть { $count } консультацию.
    [few] Можно открыть { $count } консультации.
   *[other] Можно открыть { $count } консультаций.
}
appointments-line-free = Можно открыть
appointments-line-taken = Нельзя
appointments-skip = Открыть только те, которым ничего не мешает
appointments-skip-hint = Занятое время останется закрытым.
appointments-open-these = Открыть консультации

appointments-slot-title = Консультация
appointments-withdrawn-note = Консультация отменена: { $reason }
appointments-counts = Часы
appointments-counts-line = { $minutes ->
    [one] { $minutes } минута за «{ $activity }»
    [few] { $minutes } минуты за «{ $activity }»
   *[other] { $minutes } минут за «{ $activity }»
}
appointments-people-title = Кто записан и о чём спрашивает
appointments-nobody = Пока никто не записан.
appointments-marks-ahead = Отметить, кто пришёл, можно после начала. Заметки можно писать уже сейчас.
appointments-since = Запись: { $at }
appointments-came-legend = { $name }: присутствие
appointments-came = На консультации
appointments-missed = Не было
appointments-note = Итог консультации: { $name }
appointments-note-hint = О чём договорились. Видят преподаватели потока.
appointments-note-shown = Показать итог слушателю
appointments-marks-save = Сохранить отметки и итоги
appointments-withdraw = Отменить консультацию
appointments-withdraw-action = Отменить и написать записанным
appointments-withdraw-hint = Записанные прочитают её в письме.
appointments-ended-title = Кто отменил запись или потерял её
appointments-ended-line = с { $since } до { $until }
appointments-to-desk = Ко всем консультациям

appointments-own-title = Мои консультации
appointments-own-lead = Запишитесь на свободное время или попросите о другом.
appointments-own-ahead = Вы записаны
appointments-your-question = Ваш вопрос
appointments-cancel-by = Отменить или обменять можно до: { $at } (по { $city })
appointments-cancel-by-own = По вашим часам: { $at }
appointments-cancel-over = Отменить или обменять самостоятельно уже нельзя. Если не сможете прийти, напишите преподавателю.
appointments-cancel = Отменить запись
appointments-cancel-confirm = Отменить запись? Это время сразу сможет занять другой.
appointments-swap = Обменять на другое время
appointments-swap-to = Другое время
appointments-swap-hint = Прежнее время освободится, только если новое достанется вам.
appointments-swap-action = Обменять
appointments-free-title = Свободное время
appointments-free-none = Свободного времени сейчас нет. Попросите о консультации ниже или загляните позже.
appointments-left = Свободно { $left } из { $capacity } мест
appointments-book = Записаться
appointments-book-action = Записаться на консультацию
appointments-question = Ваш вопрос или тема
appointments-question-hint = Преподаватель подготовится. Другие слушатели этого не увидят.
appointments-ask-title = Нужно другое время
appointments-ask-lead = Предложите своё. Преподаватель подтвердит или откажет, письмо придёт сразу.
appointments-ask = Попросить о консультации
appointments-ask-in = Попросить о консультации: { $title }
appointments-ask-whom = К кому
appointments-ask-day = День
appointments-ask-wall = По времени потока: { $city }.
appointments-ask-minutes = Сколько минут нужно
appointments-ask-question = О чём хотите поговорить
appointments-ask-action = Отправить просьбу
appointments-own-requests = О чём вы просили
appointments-request-waits = Ждёт ответа
appointments-request-take-back = Отозвать просьбу
appointments-request-confirmed = Подтверждена
appointments-request-declined = Отказ
appointments-request-taken-back = Вы отозвали просьбу
appointments-history = { $count ->
    [one] История: { $count } запись
    [few] История: { $count } записи
   *[other] История: { $count } записей
}
appointments-ended-tag = Запись отменена
appointments-came-own = Вы были
appointments-missed-own = Вас не было
appointments-note-own = Итог

appointments-flash-opened = { $count ->
    [one] Открыта { $count } консультация.
    [few] Открыты { $count } консультации.
   *[other] Открыто { $count } консультаций.
}
appointments-flash-limit = Срок отмены сохранён.
appointments-flash-confirmed = Консультация подтверждена, письма отправлены.
appointments-flash-declined = Отказ отправлен.
appointments-flash-marked = Отметки и итоги сохранены.
appointments-flash-withdrawn = Консультация отменена, записанным отправлены письма.
appointments-flash-booked = Вы записаны на консультацию, письмо отправлено.
appointments-flash-swapped = Время обменено, письмо отправлено.
appointments-flash-cancelled = Запись отменена.
appointments-flash-asked = Просьба отправлена. Ответ придёт письмом.
appointments-flash-taken-back = Просьба отозвана.

fault-appointments-past = Это время уже прошло. Выберите более позднее
fault-appointments-every-too-long = Одна консультация не помещается: от начала до конца { $length } мин. Сделайте её короче или конец позже
fault-appointments-no-days = Ни один день не подходит. Выберите другие дни недели или больше недель
fault-appointments-too-many = Получается { $count } консультаций, за один раз можно открыть { $most }. Возьмите меньше недель или дней
fault-appointments-consultant-busy = У преподавателя в это время консультация: { $edition }, { $when }. Выберите другое время или перенесите её
fault-appointments-place-busy = В этом месте в это время консультация: { $edition }, { $when }. Выберите другое место или время
fault-appointments-co-trainer-busy = У преподавателя { $name } в это время консультация: { $edition }, { $when }. Выберите другое время или перенесите её
fault-appointments-some-taken = Часть времени занята. Отметьте, что нужно открыть только свободное, или измените ряд
fault-appointments-activity-needed = Выберите занятие, за которое засчитать минуты, или уберите минуты
fault-appointments-withdrawn = Консультация отменена. Выберите другое время
fault-appointments-begun = Консультация уже началась
fault-appointments-full = Это время только что заняли. Выберите другое
fault-appointments-clash = В это время вы уже записаны на консультацию: { $when }. Отмените или обменяйте ту запись
fault-appointments-session-clash = В это время у слушателя занятие: «{ $title }», { $when }. Выберите другое время
fault-appointments-not-booked = Этой записи уже нет
fault-appointments-too-late = { $hours ->
    [0] Консультация уже началась
    [one] До начала меньше { $hours } часа, самостоятельно изменить запись нельзя. Напишите преподавателю
   *[other] До начала меньше { $hours } часов, самостоятельно изменить запись нельзя. Напишите преподавателю
}
fault-appointments-ahead = Консультация ещё не началась. Отметьте присутствие после начала
fault-appointments-over-midnight = Консультация закончится уже на следующий день. Начните раньше или возьмите меньше минут
fault-appointments-too-many-requests = Ответа уже ждут просьбы: { $most }. Дождитесь ответа или отзовите одну из них
fault-appointments-answered = На эту просьбу уже ответили, или её отозвали

mail-appointment-booked-subject = Консультация: { $when }
mail-appointment-booked-trainee = Вы записаны на консультацию. Консультирует { $name }.
mail-appointment-booked-consultant = На вашу консультацию записан слушатель: { $name }.
mail-appointment-swapped-subject = Консультация в другое время: { $when }
mail-appointment-swapped-trainee = Вы обменяли время консультации. Консультирует { $name }.
mail-appointment-swapped-consultant = Слушатель выбрал другое время консультации: { $name }.
mail-appointment-now = Теперь
mail-appointment-was = Было
mail-appointment-cancelled-subject = Запись на консультацию отменена: { $when }
mail-appointment-cancelled-trainee = Вы больше не записаны на консультацию. Консультант: { $name }.
mail-appointment-cancelled-consultant = Слушатель больше не записан к вам: { $name }. Время снова свободно.
mail-appointment-withdrawn-subject = Консультация не состоится: { $when }
mail-appointment-withdrawn-trainee = Консультация, на которую вы записаны, не состоится. Консультант: { $name }.
mail-appointment-withdrawn-consultant = Ваша консультация отменена, записанным отправлены письма.
mail-appointment-reason = Причина: { $reason }
mail-appointment-topic = Тема: { $topic }
mail-appointment-topic-was = Прежняя тема: { $topic }
mail-appointment-topic-was-none = Прежде темы не было.
mail-appointment-question = Вопрос: { $question }
mail-appointment-requested-subject = Просьба о консультации: { $name }
mail-appointment-requested-what = Слушатель просит о консультации: { $name }. Время: { $when } по { $city }.
mail-appointment-answer = Ответить на просьбу
mail-appointment-declined-subject = Консультации не будет: { $when }
mail-appointment-declined-what = Преподаватель не сможет провести консультацию, о которой вы просили: { $when } по { $city }.
mail-appointment-declined-next = Выберите свободное время или предложите другое.
mail-appointment-action = Открыть консультации
fault-appointments-overtaken-came = Пока вы писали, другой преподаватель отметил: был на консультации. Проверьте отметку и сохраните ещё раз
fault-appointments-overtaken-missed = Пока вы писали, другой преподаватель отметил: не был на консультации. Проверьте отметку и сохраните ещё раз
fault-appointments-overtaken-note = Пока вы писали, другой преподаватель записал: «{ $said }». Ниже ваш текст: оставьте нужное и сохраните ещё раз
fault-appointments-overtaken-empty = Пока вы писали, другой преподаватель убрал итог. Ниже ваш текст: если он нужен, сохраните ещё раз
fault-appointments-consultant-gone = Этот преподаватель здесь больше не консультирует. Выберите другое время
appointments-change = Изменить консультацию
appointments-change-title = Изменить консультацию
appointments-change-lead = { $count ->
    [0] Пока никто не записан.
    [one] Записан { $count } человек. О новом времени или месте придёт письмо, запись сохранится.
   *[other] Записано { $count } чел. О новом времени или месте придут письма, записи сохранятся.
}
appointments-change-save = Сохранить изменения
appointments-changes-title = Что менялось
appointments-change-line = До { $at }: { $when }, мест: { $capacity }
appointments-flash-changed = Консультация изменена. Записанным отправлены письма, если изменились время, место или тема.
fault-appointments-places-taken = Мест должно быть не меньше { $low }: они уже заняты
fault-appointments-booked-clash = У записанного слушателя в это время другая консультация: { $name }, { $when }. Выберите другое время
fault-appointments-booked-session-clash = У записанного слушателя в это время занятие: { $name }, «{ $title }», { $when }. Выберите другое время
mail-appointment-changed-subject = Консультация изменена: { $when }
mail-appointment-changed-trainee = Консультация, на которую вы записаны, изменена. Консультирует { $name }. Ваше место за вами; если время не подходит, запись можно отменить до начала.
mail-appointment-changed-consultant = Ваша консультация изменена, записанным отправлены письма.
