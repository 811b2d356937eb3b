# Сообщения на сайте и то, что из них приходит на почту.
shell-nav-messages = Сообщения

messages-title = Сообщения
messages-lead = Всё, что система написала вам. Здесь это есть всегда, даже если письмо не дошло или вы его не хотели.
messages-open = Открыть сообщения
messages-wishes-link = Выбрать, что присылать на почту
messages-unread = Не прочитано
messages-unread-count = { $count ->
    [one] { $count } непрочитанное сообщение
    [few] { $count } непрочитанных сообщения
   *[many] { $count } непрочитанных сообщений
}
messages-read-all = Отметить всё прочитанным
messages-flash-read = Сообщения отмечены прочитанными
messages-empty = Сообщений пока нет
messages-empty-help = Здесь появится всё, что система вам напишет: о занятиях, проверенных работах, документах.

messages-profile = Сообщения и письма
messages-profile-lead = Сообщения на сайте есть всегда. Что из них присылать на почту и в какие часы, решаете вы.
messages-profile-wishes = Настроить письма

messages-wishes-title = Что присылать на почту
messages-wishes-lead = Письма приходят на { $email } на языке вашего профиля. Каждое сообщение есть и на сайте, даже если на почту оно не приходит.
messages-urgent = Приходит всегда и сразу
messages-urgent-why = Эти письма не отключаются и не ждут: опоздать с ними нельзя.
messages-topics = По вашему выбору
messages-topic-account = Учётная запись: приглашение, вход, пароль
messages-topic-changes = Перенос и отмена занятий и консультаций, полученные и отозванные места, приглашения в календарь, срочные объявления
messages-topic-reminders = Напоминания
messages-topic-reminders-note = О занятиях, сроках и пропусках. Письма за день они не ждут: назавтра было бы поздно.
messages-topic-grades = Проверенные работы и тесты
messages-topic-grades-note = Оценки, ответы на апелляции.
messages-topic-cases = Кейсы и отзывы
messages-topic-cases-note = Отзывы на работы других, случаи из практики, примеры ответов.
messages-topic-places = Места и записи
messages-topic-places-note = Запись на занятия и консультации, просьбы о них, решения о пропусках. Отмены и место из очереди приходят сразу.
messages-topic-documents = Документы
messages-topic-documents-note = Готов документ об обучении.
messages-topic-enrolment = Зачисление
messages-topic-enrolment-note = Вас зачислили в поток. Решения о подтверждении курса и о заявлении наставника.
messages-delivery-at-once = Сразу
messages-delivery-digest = Раз в день одним письмом
messages-delivery-never = Только на сайте
messages-hours = В какие часы
messages-hours-zone = По вашему времени: { $zone }.
messages-hours-profile = Изменить язык и часовой пояс
messages-digest-at = Когда присылать письмо за день
messages-digest-hint = В нём всё, что вы выбрали получать раз в день и ещё не прочитали на сайте. Если такого нет, письма не будет.
messages-quiet-from = Не беспокоить с
messages-quiet-hint = Например, 22:00. Письма, которые могут подождать, придут, когда тихие часы закончатся. Оставьте пустым, если не нужно.
messages-quiet-to = до
messages-flash-chosen = Сохранено
fault-messages-quiet-same = Начало и конец тихих часов совпадают. Укажите другое время или оставьте оба поля пустыми
fault-messages-quiet-long = Тихие часы длятся не больше { $hours } часов. Если писем нужно меньше, отключите их по темам
fault-messages-digest-quiet = Это время попадает в тихие часы. Выберите время после них

messages-state-later = Ждёт до { $until }: у адресата тихие часы
messages-state-digest = В письме за день, { $at }
messages-state-site = Только на сайте
messages-forgotten = Текст не хранится: в письме была одноразовая ссылка, которая открывает учётную запись.

messages-digest-subject = { $count ->
    [one] За день: { $count } новое сообщение
    [few] За день: { $count } новых сообщения
   *[many] За день: { $count } новых сообщений
}
messages-digest-what = Вот что вы ещё не прочитали на сайте:
messages-digest-why = Вы выбрали получать эти сообщения раз в день.
