# Программы: версии, папка с материалами, загрузка.
programmes-index-title = Программы
programmes-index-lead = Чему учит центр. Загруженная версия больше не меняется: поток доучивается по той, с которой начал.
programmes-imported-title = Загруженные программы
programmes-card-facts = Версия { $number } от { $date } · { $hours } ч
programmes-editions = { $count ->
    [0] Потоков пока нет
    [one] { $count } поток
    [few] { $count } потока
   *[many] { $count } потоков
}
programmes-empty-title = Пока не загружено ни одной программы
programmes-empty-text = Положите папку с материалами в папку программ и загрузите её. После этого можно открыть первый поток.

programmes-waiting-title = Ждёт загрузки
programmes-folders-link = Папка с материалами и замечания проверки
programmes-folders-title = Папка с материалами
programmes-folders-lead = Каждая папка внутри «{ $folder }» проверена только что. Загрузка создаёт новую версию и ничего не меняет в прежних.
programmes-folders-list = Папки программ
programmes-folders-all = Все папки
programmes-folders-empty-title = Здесь пока пусто
programmes-folders-empty-text = В папке «{ $folder }» на сервере нет ни одной программы. Скопируйте туда папку с файлом programme.toml и откройте эту страницу снова.

programmes-state-faulty = Есть ошибки
programmes-state-new = Не загружена
programmes-state-changed = Изменена после версии { $number }
programmes-state-imported = Загружена, версия { $number }
programmes-import-first = Загрузить программу
programmes-import-next = Загрузить новую версию
programmes-unreadable = Папку не удалось прочитать:
programmes-flash-imported = Загружена версия { $number }. По ней можно открывать потоки.
programmes-flash-known = В папке то же, что в версии { $number }. Новую версию создавать не стали.
programmes-refused-title = Программа не загружена
programmes-refused-text = В материалах есть ошибки. Исправьте их в указанных файлах и загрузите ещё раз; прежние версии не изменились.

programmes-findings-count = Ошибок: { $errors }, предупреждений: { $warnings }
programmes-findings-caption = Замечания проверки: { $name }
programmes-findings-place = Файл и строка
programmes-findings-kind = Важность
programmes-findings-what = Что не так и что сделать
programmes-finding-error = Ошибка
programmes-finding-warning = Предупреждение

programmes-open-edition = Открыть поток
programmes-outline-title = Состав
programmes-filter-label = Формат
programmes-filter-all = Все форматы
programmes-filter-action = Показать
programmes-filter-clear = Показать все форматы
programmes-formats-link = Названия форматов
programmes-hours = { $hours } ч
programmes-minutes = { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
   *[many] { $minutes } минут
}
programmes-after = После: { $titles }
programmes-module-extra = Дополнительный модуль: назначается слушателям, которые на вопрос «{ $question }» ответили, что опыта нет. Его часы считаются сверх объёма программы
programmes-version = Версия { $number }
programmes-versions-title = Все версии
programmes-volume = { $hours } ч: теория { $theory }, практика { $practice }
programmes-volume-self-study = самостоятельная работа { $hours }
programmes-rule = Посещаемость не меньше { $attendance } %, остальные часы не меньше { $hours } %. Для потока условия можно изменить
programmes-fact-version = Версия
programmes-fact-imported = Загружена
programmes-fact-volume = Объём
programmes-fact-hour = Академический час
programmes-fact-languages = Языки материалов
programmes-fact-audience = Для кого
programmes-fact-document = Документ
programmes-fact-rule = Условия выдачи
programmes-fact-editions = Потоков

programmes-changed-title = Отличия от версии { $number }
programmes-changed-hours = Всего было { $before } ч, стало { $now } ч.
programmes-changed-nothing = Занятия и тексты те же. Изменились сведения о программе или приложенные файлы.
programmes-change-added = Добавлено
programmes-change-removed = Убрано
programmes-change-changed = Изменено
programmes-aspect-hours = часы: было { $from }, стало { $to }
programmes-aspect-content = содержание
programmes-aspect-title = название
programmes-aspect-module = модуль
programmes-aspect-extra = кому назначается модуль
programmes-aspect-form = формат
programmes-aspect-nature = теория, практика или самостоятельная работа
programmes-aspect-prerequisites = что пройти до него

programmes-kind-advanced_training = Повышение квалификации
programmes-kind-retraining = Профессиональная переподготовка
programmes-kind-short_course = Краткий курс
programmes-document-advanced_training_certificate = Удостоверение о повышении квалификации
programmes-document-participation_certificate = Сертификат участника
programmes-document-retraining_diploma = Диплом о профессиональной переподготовке
programmes-document-study_certificate = Справка об обучении
programmes-document-mentor_certificate = Сертификат наставника
programmes-document-thank_you_letter = Благодарственное письмо
programmes-document-recommendation_letter = Рекомендательное письмо
programmes-document-service_record = Справка о деятельности добровольца
programmes-document-authority_document = Подтверждение полномочий добровольца
programmes-mode-in_person = очно
programmes-mode-online = онлайн
programmes-mode-distance = заочно
programmes-nature-theory = теория
programmes-nature-practice = практика
programmes-nature-self_study = самостоятельная работа
programmes-write-cases = Менять кейсы программы
