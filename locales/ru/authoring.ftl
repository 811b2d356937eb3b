# Кейсы, которые пишут в браузере.
authoring-desk-title = Кейсы программы
authoring-desk-lead = Здесь кейс меняют как рабочую копию. Слушатели её не видят, версия { $number } остаётся прежней, пока вы не опубликуете новую.
authoring-new-action = Добавить кейс
authoring-no-texts-title = Менять кейсы здесь пока нельзя
authoring-no-texts = Версию { $number } загрузили до того, как программа стала хранить исходные тексты. Загрузите папку с материалами ещё раз: ничего не изменится, но тексты сохранятся, и кейсы можно будет менять.
authoring-tag-new = ещё не опубликован
authoring-tag-copy = есть рабочая копия
authoring-go-on = Продолжить
authoring-begin = Изменить
authoring-empty-title = В программе пока нет кейсов
authoring-empty-text = Добавьте первый: вы выберете место в программе и напишете кейс по частям.

authoring-new-title = Новый кейс
authoring-new-lead = Сначала название и место в программе. Остальное напишете по частям в рабочей копии.
authoring-new-lead-text = Текст уже есть: он перейдёт в рабочую копию. Скажите, как назвать кейс и где его место в программе.
authoring-field-title-ru = Название по-русски
authoring-field-title-kk = Название по-казахски
authoring-field-title-en = Название по-английски
authoring-field-place = Место в программе
authoring-field-place-hint = После какого занятия кейс встанет в модуле.
authoring-place-first = в начале модуля
authoring-place-behind = после занятия
authoring-choose = Выберите
authoring-field-hours = Академические часы
authoring-field-hours-hint = На столько вырастет объём программы. Укажите 0, если часы уже учтены в другом занятии.
authoring-field-nature = Теория, практика или самостоятельная работа
authoring-field-mode = Форма
authoring-field-staged = Кейс с шагами
authoring-field-staged-hint = Факты приходят по одному, слушатель решает, и от решения зависит, что будет дальше.
authoring-new-create = Начать писать
authoring-flash-new = Рабочая копия готова. Напишите каждую часть, подсказки показывают, чего не хватает.

authoring-copy-eyebrow = Рабочая копия кейса
authoring-copy-lead = Начата от версии { $number }. Слушатели её не видят.
authoring-languages = Языки кейса
authoring-newer-title = Вышла версия { $number }
authoring-newer = Копия начата от версии { $base }. Если версия { $number } не меняла этот кейс, публикуйте как обычно. Если меняла, публикация остановится: перенесите нужное из неё в свой текст и возьмите её за основу.
authoring-rebase = Взять за основу версию { $number }
authoring-rebase-confirm = Ваш текст останется. То, что версия { $number } изменила в этом кейсе, при публикации будет заменено вашим текстом.
authoring-rebase-sure = Взять за основу
authoring-faults-title = { $count ->
    [one] Опубликовать мешает { $count } ошибка
    [few] Опубликовать мешают { $count } ошибки
   *[other] Опубликовать мешают { $count } ошибок
}
authoring-warnings-title = Можно публиковать, но посмотрите замечания
authoring-found-title = Замечания проверки
authoring-sound-title = Ошибок нет
authoring-sound = Кейс прочитан целиком, все пути по шагам приходят к концовке. Посмотрите его глазами слушателя и публикуйте.
authoring-parts-title = Части кейса
authoring-place-settings = Настройки сдачи
authoring-place-step = Шаг { $label }. { $title }
authoring-place-end = Концовка { $label }. { $title }
authoring-place-section = { $title }
authoring-place-file = Файл { $label }
authoring-line = строка { $line }
authoring-tag-errors = { $count ->
    [one] { $count } ошибка
    [few] { $count } ошибки
   *[other] { $count } ошибок
}
authoring-tag-warnings = { $count ->
    [one] { $count } замечание
    [few] { $count } замечания
   *[other] { $count } замечаний
}
authoring-tag-empty = пусто
authoring-seen-trainer = Видят только преподаватели
authoring-seen-debrief = Слушатели увидят, когда кейс закончится
authoring-add-title = Добавить часть
authoring-add-hint = С первым шагом кейс становится кейсом с шагами: ему нужны хотя бы один шаг и одна концовка.
authoring-add-situation = Ситуация
authoring-add-task = Задание
authoring-add-hand-in = Что сдать
authoring-add-criteria = Критерии
authoring-add-debrief = Разбор
authoring-add-trainer = Заметки преподавателю
authoring-add-step = Шаг
authoring-add-end = Концовка
authoring-publish-title = Публикация
authoring-publish-text = Появится новая версия программы. Идущие потоки доучиваются по своим версиям. Чтобы учить по новому кейсу, откройте новый поток. Потом скачайте файл и положите его в папку с материалами, иначе следующая загрузка папки вернёт прежний текст.
authoring-publish = Опубликовать
authoring-publish-locked = { $count ->
    [one] Сначала исправьте ошибку
    [few] Сначала исправьте { $count } ошибки
   *[other] Сначала исправьте { $count } ошибок
}
authoring-publish-confirm = Будет создана новая версия программы. Изменить её потом нельзя, можно только выпустить следующую.
authoring-about-title = О копии
authoring-fact-module = Модуль
authoring-fact-saved = Сохранено
authoring-rename = Изменить название и часы
authoring-rename-save = Сохранить название и часы
authoring-flash-renamed = Название и часы сохранены.
authoring-about-new = Публикация впишет кейс в модуль и добавит часы к объёму программы.
authoring-about-plan = Название, часы и место в программе остаются как в плане. Срок для потока и правило об опоздании задают в настройках кейса в потоке.
authoring-preview = Глазами слушателя
authoring-text = Текст файла
authoring-download = Скачать файл
authoring-translate = Начать перевод: { $name }
authoring-translate-hint = Перевод начнётся с основного текста. Меняйте только слова: ключи, шаги и баллы должны совпадать.
authoring-withdraw-title = Отказаться
authoring-withdraw = Удалить копию
authoring-withdraw-confirm = Рабочая копия исчезнет вместе с изменениями. Опубликованные версии не изменятся.

authoring-text-lead = Весь файл { $name } целиком. Форма и текст меняют одну и ту же копию.
authoring-text-label = Текст кейса
authoring-text-hint = Разделы начинаются с ## и ключа в фигурных скобках. Сохраняется само, пока вы пишете.
authoring-save-check = Сохранить и проверить
authoring-to-copy = К частям кейса
authoring-conflict-title = Кто-то другой сохранил этот текст раньше
authoring-conflict-text = Ваш текст ниже цел и пока не сохранён. Перенесите нужное из чужого текста в свой и сохраните: тогда останется ваш.
authoring-conflict-theirs = Сохранённый текст
authoring-conflict = Сохранено: { $at }. Введённое вами ниже цело и пока не сохранено. Посмотрите сохранённый текст. Если сохраните эту часть ещё раз, в ней останется ваше.
authoring-conflict-look = Открыть сохранённый текст
authoring-save = Сохранить
authoring-save-next = Сохранить и дальше
authoring-save-back = Сохранить и к частям
authoring-section-up = Выше
authoring-section-down = Ниже
authoring-section-remove = Удалить эту часть
authoring-section-remove-confirm = Часть исчезнет из рабочей копии. Решения, которые сюда вели, придётся направить в другое место.
authoring-previous = Предыдущая часть
authoring-next = Следующая часть
authoring-flash-saved = Сохранено в рабочей копии
authoring-flash-added = Добавлено. Заполните новую часть.
authoring-flash-translation = Перевод начат с основного текста. Переведите его по частям.
authoring-flash-published = Опубликована версия { $number }. Идущие потоки остались при своих версиях. Чтобы учить по новой, откройте поток.
authoring-flash-same = Копия ничем не отличается от версии { $number }, публиковать нечего.
authoring-flash-rebased = Копия теперь основана на последней версии. Ваш текст не изменился.
authoring-flash-withdrawn = Рабочая копия удалена

authoring-hint-settings = Сколько баллов нужно, сколько раз можно сдать и что сдают.
authoring-hint-step = Факты, которые становятся известны, и одно решение. Слушатель видит шаг, только дойдя до него.
authoring-hint-end = Чем история закончилась. Оценки здесь нет: её ставят за работу.
authoring-hint-criteria = Строка – критерий, столбец – уровень в баллах. У критерия хотя бы два описанных уровня.
authoring-hint-situation = Что случилось: кто, где, когда. Слушатель читает это первым.
authoring-hint-task = Что сделать и о чём подумать.
authoring-hint-hand-in = В каком виде и объёме сдать работу.
authoring-hint-trainer = Видят только преподаватели, слушатели – никогда.
authoring-hint-debrief = Слушатели увидят разбор, когда кейс для них закончится.
authoring-hint-unknown = Такого раздела у кейса нет. Исправьте ключ в тексте файла или удалите раздел.
authoring-markdown = Markdown: пустая строка начинает абзац, **жирно**, - пункт списка, > цитата.
authoring-field-heading = Заголовок
authoring-field-text = Текст
authoring-field-raw = Часть как она записана
authoring-raw = В этой части есть то, чего форма показать не может, поэтому она открыта как текст. Так ничего не потеряется.

authoring-field-pass = Проходной балл
authoring-field-submissions = Сколько раз можно сдать
authoring-field-due = Срок, дней от начала потока
authoring-field-due-hint = Пусто: до конца потока.
authoring-late-hint = Что делать с опоздавшими работами, решают для каждого потока в его настройках.
authoring-field-replay = Шаги можно пройти заново перед следующей сдачей
authoring-team-title = Команды
authoring-field-team = Кейс сдают командами: одна работа на всех
authoring-field-team-least = Людей в команде, не меньше
authoring-field-team-most = Людей в команде, не больше
authoring-field-assessment = Самооценка
authoring-field-assessment-hint = Слушатель сам ставит себе баллы по тем же критериям перед сдачей.
authoring-assessment-off = Не спрашивать
authoring-assessment-offered = Предложить
authoring-assessment-required = Требовать
authoring-field-accepts = Что принимается
authoring-accepts-text = Текст
authoring-accepts-files = Файлы
authoring-field-max-files = Файлов не больше
authoring-field-max-files-hint = Нужно, если сдают файлы.
authoring-handed-title = Части работы с названиями
authoring-handed-hint = Если работу сдают по частям, перечислите их: не больше десяти, текст среди них один. Без частей сдают просто текст или файлы.
authoring-handed-number = Часть работы { $number }
authoring-handed-name-0 = Название по-русски
authoring-handed-name-1 = Название по-казахски
authoring-handed-name-2 = Название по-английски
authoring-handed-kind = Что это
authoring-part-kind-text = Текст
authoring-part-kind-file = Файлы
authoring-part-kind-link = Ссылка
authoring-handed-key = Ключ
authoring-handed-key-hint = Латинские буквы, цифры и дефис.
authoring-handed-required = Без этой части работу не принять
authoring-handed-sorts = Какие файлы; ничего не отмечено – любые
authoring-part-sort-pdf = PDF
authoring-part-sort-image = Изображения
authoring-part-sort-office = Документы и таблицы
authoring-part-sort-text = Простой текст
authoring-handed-add = Добавить часть работы

authoring-step-facts = Что становится известно
authoring-step-facts-hint = Markdown: пустая строка начинает абзац, > цитата, **жирно**.
authoring-step-question = Вопрос
authoring-step-detail = Пояснение к вопросу
authoring-step-decided = Как решают
authoring-step-by-choice = Выбирают из вариантов
authoring-step-in-words = Пишут своими словами
authoring-step-decided-hint = После смены нажмите «Сохранить», и форма покажет нужные поля.
authoring-step-words-next = Куда ведёт ответ
authoring-choices-title = Варианты решения
authoring-choice-number = Вариант { $number }
authoring-choice-words = Слова варианта
authoring-choice-next = Куда ведёт
authoring-choice-add = Добавить вариант
authoring-choose-next = Выберите шаг или концовку
authoring-to-step = Шаг
authoring-to-end = Концовка
authoring-to-nothing = такого шага нет
authoring-clock-title = Время на решение
authoring-clock-hint = Заполните оба поля или оставьте оба пустыми.
authoring-clock-minutes = Минут
authoring-clock-next = Куда ведёт, если время вышло
authoring-clock-none = Без ограничения

authoring-columns-title = Баллы уровней
authoring-columns-hint = По возрастанию. Проходной балл задан в настройках сдачи.
authoring-column = Уровень { $number }
authoring-column-add = Добавить уровень
authoring-rows-title = Критерии
authoring-row-number = Критерий { $number }
authoring-row-title = Что оценивают
authoring-row-steps = Ключи шагов
authoring-row-steps-hint = Через запятую, если критерий относится к шагам. Пусто – ко всей работе.
authoring-row-weight = Вес
authoring-row-weight-hint = Во сколько раз баллы критерия весят больше. Пусто – один.
authoring-level = Работа на { $points } б.
authoring-row-add = Добавить критерий

authoring-preview-lead = Так кейс увидит слушатель. Пройдите шаги сами: ничего не записывается.
authoring-preview-points = Пройдено от { $pass } б. из { $most }
authoring-preview-debrief = Слушатель увидит разбор, когда кейс для него закончится. Заметок преподавателю он не увидит никогда.
authoring-preview-locked = Задание и критерии откроются после последнего шага.
authoring-preview-none = Кейс пока не прочитать: сначала исправьте эти ошибки
authoring-walk-words = Ответ своими словами
authoring-walk-in-words = Ответить своими словами и пойти дальше
authoring-walk-clock = Ничего не решить, пока не выйдет время
authoring-walk-nowhere-title = Дальше пути нет
authoring-walk-nowhere = Решение ведёт к «{ $key }», а такого шага и такой концовки нет. Исправьте это в шаге.
authoring-walk-restart = Пройти сначала
authoring-ways = Рабочая копия
