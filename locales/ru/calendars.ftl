# Календарь, подписка на него, приглашения почтой и сообщения всем участникам.
calendars-title = Мой календарь
calendars-edition-title = Календарь потока
calendars-move-sessions = Перенести занятия этой недели
calendars-open = Календарь
calendars-scales = Вид календаря
calendars-scale-month = Месяц
calendars-scale-week = Неделя
calendars-scale-list = Список
calendars-pages = Другие даты
calendars-today = Сегодня
calendars-zone = Дни и время: { $zone }
calendars-teaches = Ведёте вы
calendars-held-there = { $time } по { $city }
calendars-more = ещё { $count }
calendars-empty = На эти дни занятий нет
calendars-empty-help = Занятия появятся здесь, как только их назначат. Посмотрите соседние даты.
calendars-month-1 = Январь { $year }
calendars-month-2 = Февраль { $year }
calendars-month-3 = Март { $year }
calendars-month-4 = Апрель { $year }
calendars-month-5 = Май { $year }
calendars-month-6 = Июнь { $year }
calendars-month-7 = Июль { $year }
calendars-month-8 = Август { $year }
calendars-month-9 = Сентябрь { $year }
calendars-month-10 = Октябрь { $year }
calendars-month-11 = Ноябрь { $year }
calendars-month-12 = Декабрь { $year }
calendars-short-mon = пн
calendars-short-tue = вт
calendars-short-wed = ср
calendars-short-thu = чт
calendars-short-fri = пт
calendars-short-sat = сб
calendars-short-sun = вс

calendars-event-cancelled = Отменено: { $title }

calendars-subscribe = В календарь телефона
calendars-feeds-title = Занятия в вашем календаре
calendars-feeds-lead = Дайте календарю телефона или компьютера адрес, и занятия, переносы и отмены появятся в нём сами.
calendars-address-made = Адрес готов
calendars-address-once = Скопируйте адрес сейчас: больше мы его не покажем. Кто знает адрес, видит занятия и ссылки на встречи, поэтому не публикуйте его.
calendars-address = Адрес календаря
calendars-copy = Скопировать
calendars-copied = Скопировано
calendars-open-program = Открыть в календаре этого устройства
calendars-open-program-help = Работает на iPhone, iPad, Mac и в Outlook для Windows. Для Google Календаря скопируйте адрес.
calendars-feeds-yours = Действующие адреса
calendars-feeds-new = Новый адрес
calendars-own-sessions = Мои занятия
calendars-feed-since = Действует с { $at }
calendars-replace = Заменить адрес
calendars-replace-confirm = Прежний адрес перестанет действовать. Новый придётся добавить в календарь заново. Заменить?
calendars-revoke = Отключить
calendars-revoke-confirm = Занятия перестанут обновляться везде, где этот адрес добавлен. Отключить?
calendars-offer-own = Все занятия, на которые вас ждут и которые вы ведёте.
calendars-offer-edition = Все занятия потока, для коллег. Слушателям — свой адрес: каждый получает его на этой же странице.
calendars-make = Получить адрес
calendars-how = Как добавить адрес
calendars-how-google = Google Календарь
calendars-how-google-steps = Откройте calendar.google.com на компьютере. Слева у надписи «Другие календари» нажмите «+», выберите «Добавить по URL», вставьте адрес и нажмите «Добавить календарь». На телефоне календарь появится сам.
calendars-how-apple = iPhone, iPad, Mac
calendars-how-apple-steps = Нажмите «Открыть в календаре этого устройства» и подтвердите подписку. Или в приложении «Календарь» выберите «Календари», «Добавить календарь», «Добавить подписной календарь» и вставьте адрес.
calendars-how-outlook = Outlook
calendars-how-outlook-steps = В Outlook откройте «Календарь», нажмите «Добавить календарь», затем «Подписаться из Интернета», вставьте адрес и нажмите «Импортировать».
calendars-how-slow = Программы проверяют адрес сами: Apple и Outlook обычно за час-другой, Google – до суток. О переносе и отмене мы в любом случае сразу пишем на почту.
calendars-invitations = Приглашения почтой
calendars-invitations-lead = Каждое занятие может приходить на { $email } письмом-приглашением. Почтовая программа сама поставит его в календарь, перенесёт и уберёт.
calendars-invitations-label = Присылать приглашения в календарь
calendars-invitations-note = Письма о переносе и отмене приходят всем и без этого.
calendars-flash-revoked = Адрес отключён.
calendars-flash-invited = Приглашения будут приходить на почту. Начнём с ближайших новых занятий и изменений.
calendars-flash-not-invited = Приглашений больше не будет. О переносах и отменах мы по-прежнему напишем.

calendars-notices-title = Сообщить участникам
calendars-tell-session = Сообщить всем участникам занятия
calendars-tell-edition = Сообщить всем участникам потока
calendars-tell-whom = { $count ->
    [one] Письмо сразу получит { $count } человек: слушатели и преподаватели.
    [few] Письмо сразу получат { $count } человека: слушатели и преподаватели.
   *[other] Письмо сразу получат { $count } человек: слушатели и преподаватели.
}
calendars-tell-text = Что случилось и что делать
calendars-tell-hint = Коротко: что изменилось, куда и когда приходить, кому звонить. Имя отправителя мы добавим.
calendars-tell-action = Сообщить всем
calendars-tell-confirm = { $count ->
    [one] Отправить письмо { $count } человеку? Вернуть его будет нельзя.
   *[other] Отправить письмо { $count } людям? Вернуть его будет нельзя.
}
calendars-tell-moves = Меняются время, место или занятия не будет? О переносе и отмене письма уходят сами.
calendars-tell-host = Принимающей стороне ({ $host }) письмо не уйдёт: её электронного адреса здесь нет. Предупредите по телефону.
calendars-tell-nobody = Сообщать пока некому
calendars-tell-nobody-help = На поток ещё никто не зачислен.
calendars-told = Уже сообщили
calendars-told-nothing = Сообщений ещё не было.
calendars-told-count = { $count ->
    [one] { $count } получатель
    [few] { $count } получателя
   *[other] { $count } получателей
}
calendars-flash-told = { $count ->
    [one] Письмо отправляется { $count } человеку.
   *[other] Письмо отправляется { $count } людям.
}

fault-calendar-to-before-from = Последний день раньше первого. Поменяйте их местами
fault-calendar-span-too-long = Слишком много дней сразу. Спросите не больше { $days }
fault-notice-to-nobody = Получать письмо некому: кроме вас, это занятие пока никого не касается

mail-session-held = { $when } по { $city }
mail-session-own = По вашему времени – { $time }.
mail-session-action = Открыть занятие
mail-session-changed-subject = Занятие изменилось: { $title }
mail-session-changed-what = Изменилось занятие «{ $title }». Проверьте время и место.
mail-session-changed-joins = Теперь оно касается и вас.
mail-session-changed-leaves = Вас оно больше не касается.
mail-session-changed-was-title = Раньше это было занятие «{ $title }».
mail-session-now = Теперь:
mail-session-was = Было:
mail-session-invitation-subject = { $title }: { $when }
mail-session-invitation-what = Назначено занятие «{ $title }». Поток: { $edition }.
mail-session-invitation-why = Приглашение в календарь приложено: вы просили присылать их. Отказаться можно на странице «Занятия в вашем календаре».
mail-sessions-invitation-subject = { $edition }: { $count ->
    [one] назначено { $count } занятие
    [few] назначены { $count } занятия
   *[other] назначено { $count } занятий
}
mail-sessions-invitation-what = Назначены занятия потока «{ $edition }».
mail-sessions-invitation-action = Открыть расписание
mail-sessions-invitation-why = Все они приложены файлом для календаря: вы просили присылать приглашения. Отказаться можно на странице «Занятия в вашем календаре».
mail-session-notice-subject = Важно: { $about }
mail-session-notice-about = Занятие:
mail-session-notice-from = Сообщает { $from }.
mail-session-notice-action = Открыть страницу
calendars-consultation = Консультация
