# Что не так в файле с вопросами и что сделать. Один код — одна пара.
exchange-file-too-large = Файл больше { $most } МБ
exchange-file-too-large-remedy = Разделите его на несколько файлов
exchange-too-many-questions = Вопросов в файле: { $count }, а за один раз принимается не больше { $most }
exchange-too-many-questions-remedy = Разделите его на несколько файлов
exchange-null-byte = В тексте есть нулевой байт: файл повреждён или это не текст
exchange-null-byte-remedy = Откройте файл в редакторе, сохраните как текст в UTF-8 и загрузите снова
exchange-not-text = Содержимое не похоже ни на текст, ни на таблицу XLSX
exchange-not-text-remedy = Сохраните файл как текст в UTF-8, CSV или XLSX
exchange-broken-utf8 = Файл в UTF-8 повреждён: в этой строке вместо букв лишние байты
exchange-broken-utf8-remedy = Откройте файл в редакторе, исправьте строку, сохраните в UTF-8 и загрузите снова
exchange-nothing-found = В файле нет ни одного вопроса
exchange-nothing-found-remedy = Проверьте, тот ли это файл и верно ли выбран формат
exchange-too-many-faults = Показаны первые { $most } замечаний, есть и другие
exchange-too-many-faults-remedy = Исправьте показанные и проверьте файл ещё раз
exchange-xml-syntax = XML записан с ошибкой: { $text }
exchange-xml-syntax-remedy = Исправьте разметку или выгрузите файл заново
exchange-xml-doctype = В XML объявлен тип документа; такие файлы не принимаются
exchange-xml-doctype-remedy = Уберите строку <!DOCTYPE …> и сущности из неё
exchange-xml-entity = Сущность { $text } в XML не определена
exchange-xml-entity-remedy = Запишите сам знак или его число, например &#160;
exchange-xml-too-deep = Элементы вложены слишком глубоко: { $text }
exchange-xml-too-deep-remedy = Выгрузите вопросы из исходной системы заново
exchange-xml-not-quiz = Это не Moodle XML: файл начинается с элемента { $text }
exchange-xml-not-quiz-remedy = Выгрузите банк вопросов в формате «Moodle XML»
exchange-kind-unsupported = Вопросов вида «{ $text }» здесь нет
exchange-kind-unsupported-remedy = Уберите его из файла или замените вопросом другого вида
exchange-text-empty = Нет текста вопроса
exchange-text-empty-remedy = Напишите, о чём спрашивается
exchange-text-too-long = Текст слишком длинный
exchange-text-too-long-remedy = Сократите его или разделите вопрос на несколько
exchange-markup-too-deep = Разметка HTML вложена слишком глубоко
exchange-markup-too-deep-remedy = Очистите форматирование текста и выгрузите файл заново
exchange-name-open = Название не закрыто: { $text }
exchange-name-open-remedy = Поставьте :: после названия
exchange-brace-open = Скобка { "{" } не закрыта
exchange-brace-open-remedy = Поставьте { "}" } после ответов; скобку внутри текста запишите как \{ "{" }
exchange-brace-stray = Скобка { "}" } ничего не закрывает
exchange-brace-stray-remedy = Уберите её или запишите как \{ "}" }
exchange-brace-twice = У вопроса две группы ответов
exchange-brace-twice-remedy = Оставьте одну или отделите вопросы пустой строкой
exchange-answer-sign = Перед ответом нет знака: { $text }
exchange-answer-sign-remedy = Поставьте = перед верным ответом и ~ перед неверным
exchange-answer-empty = Ответ без текста
exchange-answer-empty-remedy = Допишите ответ или уберите его
exchange-answer-missing = Не указан правильный ответ
exchange-answer-missing-remedy = Добавьте ответ (в Aiken — строку ANSWER: и букву)
exchange-answer-unknown = Такого варианта среди ответов нет: «{ $text }»
exchange-answer-unknown-remedy = Укажите один из вариантов вопроса
exchange-choices-too-few = Меньше двух вариантов
exchange-choices-too-few-remedy = Добавьте ещё
exchange-choices-too-many = Больше { $most } вариантов
exchange-choices-too-many-remedy = Сократите их число
exchange-choice-twice = Два варианта говорят одно и то же: { $text }
exchange-choice-twice-remedy = Измените или уберите один из них
exchange-choice-order = Буквы вариантов идут не по порядку, здесь ждали { $expected }
exchange-choice-order-remedy = Обозначьте варианты подряд: A, B, C
exchange-right-missing = Ни один ответ не отмечен как правильный
exchange-right-missing-remedy = Отметьте правильный ответ полным весом
exchange-weights-sum = Веса правильных ответов дают { $sum } % вместо 100 %
exchange-weights-sum-remedy = Исправьте веса, чтобы получилось 100 %
exchange-weight-syntax = Вес «{ $text }» — не число
exchange-weight-syntax-remedy = Запишите вес в процентах, например %50%
exchange-weight-range = Вес { $text } % вне границ от −100 до 100
exchange-weight-range-remedy = Укажите вес от −100 до 100
exchange-number-syntax = «{ $text }» — не число
exchange-number-syntax-remedy = Запишите число цифрами, например 3.14 или 3.14:0.01
exchange-range-reversed = Промежуток { $text } кончается раньше, чем начинается
exchange-range-reversed-remedy = Запишите меньшее число первым
exchange-pair-incomplete = Пара неполная: { $text }
exchange-pair-incomplete-remedy = Запишите пару как «левое -> правое»
exchange-pairs-too-few = Меньше двух пар
exchange-pairs-too-few-remedy = Добавьте пары
exchange-gap-syntax = Пропуск не разобран: { $text }
exchange-gap-syntax-remedy = Запишите его как { "{" }1:SHORTANSWER:=ответ{ "}" }
exchange-gap-unknown = Пропуск { $text } и варианты не сходятся
exchange-gap-unknown-remedy = Дайте каждому пропуску [[1]], [[2]] его вариант
exchange-gaps-missing = В тексте нет пропусков
exchange-gaps-missing-remedy = Отметьте место пропуска, например [[1]]
exchange-table-unreadable = Таблицу не удалось прочитать: { $text }
exchange-table-unreadable-remedy = Исправьте строку или сохраните таблицу заново как CSV или XLSX
exchange-header-unknown = Столбец «{ $text }» не переносится
exchange-header-unknown-remedy = Если он нужен, назовите его как в образце
exchange-column-missing = Нет столбца «{ $text }»
exchange-column-missing-remedy = Назовите столбцы в первой строке, как в образце
exchange-column-twice = Столбец «{ $text }» встречается дважды
exchange-column-twice-remedy = Оставьте один
exchange-kind-unknown = Вид вопроса «{ $text }» не известен
exchange-kind-unknown-remedy = Подойдут: один, несколько, верно/неверно, число, текст, соответствие, порядок, пропуски, эссе, шкала
exchange-points-syntax = Баллы «{ $text }» — не целое число от 1 до 100
exchange-points-syntax-remedy = Запишите целое число
exchange-right-ambiguous = «{ $text }» — и номер одного варианта, и текст другого; взят номер
exchange-right-ambiguous-remedy = Проверьте, какой вариант отмечен верным
exchange-tag-lost = Метка не перенесена: { $text }
exchange-tag-lost-remedy = Метка длиннее { $most } знаков: сократите её в файле или добавьте короткую в банке
exchange-tags-too-many = Меток у вопроса { $count }, перенесены первые { $most }
exchange-tags-too-many-remedy = Уберите лишние метки
exchange-key-lost = Идентификатор не перенесён: { $text }
exchange-key-lost-remedy = Здесь идентификатор состоит из строчных латинских букв, цифр и дефисов и начинается с буквы; вопрос получит свой
exchange-grade-rounded = Балл { $text } заменён целым: { $points }
exchange-grade-rounded-remedy = Если нужно другое число, исправьте его в банке
exchange-number-rounded = Число { $text } округлено до шести знаков после запятой
exchange-number-rounded-remedy = Проверьте, что этого достаточно
exchange-image-refused = Изображение { $text } не перенесено: подходят PNG, JPEG и WebP
exchange-image-refused-remedy = Преобразуйте его и выгрузите файл заново или вставьте изображение в банке
exchange-image-missing = Изображения { $text } в файле нет
exchange-image-missing-remedy = Выгрузите вопросы вместе с файлами
exchange-image-remote = Изображение с другого сайта показано не будет: { $text }
exchange-image-remote-remedy = Вставьте его в вопрос файлом
exchange-feedback-lost = Отзыв о напечатанном в пропуске не перенесён: { $text }
exchange-feedback-lost-remedy = Добавьте его в пояснение к вопросу
exchange-attachments-lost = К ответу можно было прикладывать файлы; здесь ответ — только текст
exchange-attachments-lost-remedy = Если нужны файлы, сделайте это кейсом
exchange-setting-lost = Настройка { $text } не перенесена
exchange-setting-lost-remedy = Проверьте вопрос после импорта: порядок вариантов здесь задаёт тест, а как оценивать ответ, решает вид вопроса

# Загрузка и выгрузка вопросов на страницах банка.
questions-exchange-title = Обмен
questions-import-action = Загрузить вопросы из файла
questions-export-action = Скачать эти вопросы
questions-import-title = Вопросы из файла
questions-import-lead = Выберите файл: сначала мы покажем, что в нём, и ничего не изменим.
questions-import-file = Файл с вопросами
questions-import-file-hint = GIFT, Moodle XML, Aiken, CSV или XLSX, не больше { $most } МБ и 5 000 вопросов
questions-import-category = Куда добавить
questions-import-category-hint = Категории из файла станут подкатегориями этой.
questions-import-format = Формат
questions-import-format-any = Определить по содержимому
questions-import-language = Язык текстов
questions-import-check = Посмотреть, что в файле
questions-import-table-title = Таблица вместо Moodle
questions-import-table-text = Вопросы удобно составить в Excel: строка — вопрос, столбцы названы в первой строке. В образце есть вопрос каждого вида.
questions-import-example = Скачать образец таблицы
questions-format-gift = GIFT
questions-format-moodle-xml = Moodle XML
questions-format-aiken = Aiken
questions-format-table = Таблица CSV или XLSX
questions-import-fine = Ошибок нет. Пока ничего не добавлено.
questions-import-faulty = В файле есть ошибки, поэтому целиком он не добавится
questions-import-faulty-help = Исправьте отмеченное и загрузите файл ещё раз. Пока ничего не добавлено.
questions-import-place = Вопросы попадут в категорию «{ $place }».
questions-import-confirm =
    { $count ->
        [one] Добавить { $count } вопрос
        [few] Добавить { $count } вопроса
       *[other] Добавить { $count } вопросов
    }
questions-import-confirm-good =
    { $count ->
        [one] Добавить только { $count } исправный
       *[other] Добавить только { $count } исправных
    }
questions-import-again = Выбрать другой файл
questions-import-faults = Ошибки
questions-import-warnings = На что обратить внимание
questions-import-column-line = Строка
questions-import-column-wrong = Что не так
questions-import-column-remedy = Что сделать
questions-import-found = Вопросы в файле
questions-import-column-kind = Вид
questions-import-column-name = Название
questions-import-column-text = О чём спрашивается
questions-import-unexplained = { $count ->
    [one] Без пояснения: { $count } вопрос
    [few] Без пояснения: { $count } вопроса
   *[other] Без пояснения: { $count } вопросов
}
questions-import-unexplained-help = Тесты смогут задавать и такие вопросы, но слушатель не узнает, почему ответ верен. Допишите пояснения в файле или после переноса.
questions-import-without-explanation = без пояснения
questions-import-unlisted = Показаны не все: ещё { $count }.
questions-flash-imported = Вопросы добавлены: новых { $new }, уже были { $known }.
