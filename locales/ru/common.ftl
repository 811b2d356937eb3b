# Слова общих частей страниц и замечания к полям форм.
common-optional = можно не заполнять
common-fault = Исправьте:
common-show = Показать
common-hide = Скрыть
common-show-password = Показать пароль
common-hide-password = Скрыть пароль
common-cancel = Отмена
common-save = Сохранить
common-next = Дальше
common-previous = Назад
common-pager = Страницы
common-list-first = К началу списка
common-breadcrumbs = Где вы находитесь
common-error-summary = Проверьте эти поля. Введённое не пропало
common-filter = Найти на этой странице
common-filter-none = Никого не нашлось
common-select-row = Выбрать: { $name }
common-characters-left = Осталось знаков:
common-characters-over = Лишних знаков:
common-characters-limit = Не больше { $limit } знаков
common-files-too-large = Больше { $megabytes } МБ здесь не принимаем. Выберите файл поменьше или сожмите его.

common-step-done = Пройдено
common-step-current = Вы здесь
common-step-next = Следующий шаг
common-step-locked = Пока закрыто

common-condition-met = Выполнено
common-condition-unmet = Осталось
common-hours-yours = Ваши:
common-hours-planned = По программе:
common-your-time = { $time } по вашему времени

common-saved-at = Сохранено в
common-saving = Сохраняем…
common-unsaved = Есть несохранённые изменения
common-offline = Не сохранено: нет связи, отправим сами, когда она появится

common-rubric-chosen = выбрано
common-rubric-points = { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[other] { $points } баллов
}
common-rubric-remark = Замечание: { $title }
common-roll-minutes = Минут
common-roll-reason = Причина
common-roll-reason-none = Не указана
common-roll-reason-words = Причина словами
common-roll-presence = Где был человек
common-roll-history = Как менялась отметка
common-roll-why = Причина:
common-roll-theirs = Уже записано:
common-roll-yours = Вы отметили:
common-held-at = { $day }, { $time } по { $city }

common-document-verify = Проверить подлинность
common-document-pdf = Скачать PDF
common-document-badge = Цифровой значок

fault-required = Заполните это поле
fault-too-long = Сократите до { $limit ->
    [one] { $limit } знака
   *[other] { $limit } знаков
}
fault-email-malformed = Укажите адрес целиком, например aigul@example.org
fault-password-too-short = Придумайте пароль длиннее: не меньше { $limit ->
    [one] { $limit } знака
   *[other] { $limit } знаков
}
fault-password-too-common = Этот пароль легко подобрать, придумайте другой
fault-not-a-date = Укажите дату: день, месяц и год, например 21.11.2026
fault-not-a-time = Укажите время, например 14:00
fault-not-a-number = Укажите число цифрами
fault-out-of-range = Укажите число от { $low } до { $high }
fault-choose-one = Выберите один из вариантов
fault-choose-some = Отметьте хотя бы одного
fault-choose-at-most = { $limit ->
    [one] Оставьте не больше { $limit } варианта
   *[other] Оставьте не больше { $limit } вариантов
}
fault-file-too-large = Файл больше { $limit }. Выберите файл поменьше или сожмите этот
fault-file-too-many-megabytes = Файл больше { $megabytes } МБ. Разделите его на несколько файлов
fault-file-kind = Такой файл не подойдёт. Подойдут: { $accepted }
fault-unknown-zone = Выберите часовой пояс из списка
fault-end-before-start = Окончание раньше начала. Проверьте обе даты
fault-window-outside = Поток идёт { $period }: раньше и позже тест не начать. Укажите день и время внутри этих дат
fault-opens-after-closing = Тест закрывается { $closes }, и открытый позже он не начнётся. Укажите более раннее открытие или передвиньте и закрытие
fault-closes-before-opening = Тест открывается { $opens }, и закрытый раньше он не начнётся. Укажите более позднее закрытие или передвиньте и открытие
fault-taken = Это уже занято, выберите другое
fault-unknown = Такого значения нет. Выберите из предложенных
fault-json = Тело запроса не читается как JSON: строка { $line }. { $detail }
