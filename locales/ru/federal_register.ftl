# Файл для ФИС ФРДО.
federal-title = Реестр ФИС ФРДО
federal-lead = Выданные удостоверения и дипломы, которые нужно передать в ФИС ФРДО, и сколько дней на это осталось.
federal-places-lead = Выберите организацию.
federal-places-none = Нет организаций
federal-places-none-help = Здесь появятся организации, которыми вы управляете.
federal-tab-board = Очередь
federal-tab-check = Проверка и выгрузка
federal-tab-exports = Выгруженные файлы
federal-tab-templates = Шаблоны
federal-no-template = Нет действующего шаблона
federal-no-template-help = Загрузите официальный шаблон «ДПО» из личного кабинета ФИС ФРДО: по нему проверяются данные и заполняется файл.
federal-upload-link = Загрузить шаблон
federal-overdue-show = Показать просроченные
federal-filter-state = Состояние
federal-filter-all = Все
federal-filter-overdue = Только просроченные
federal-filter-show = Показать
federal-filter-clear = Сбросить
federal-documents = Документы
federal-column-due = Передать до
federal-column-state = Состояние
federal-column-choose = Отметить
federal-choose = Отметить
federal-to-file = Файл выгрузки
federal-state-open = Нужно выгрузить
federal-state-new = Не выгружен
federal-state-exported = Выгружен
federal-state-accepted = Принят
federal-state-error = Ошибка
federal-outcome-title = Что ответил реестр
federal-outcome-help = Отметьте документы в списке и внесите ответ реестра. Документы с ошибкой войдут в следующую выгрузку.
federal-outcome-file-title = Ответ реестра на весь файл
federal-outcome-file-help = Относится ко всем документам файла, кроме выгруженных позже ещё раз.
federal-outcome-legend = Ответ
federal-outcome-reason = Причина ошибки
federal-outcome-reason-hint = Как её назвал реестр. Нужна, если документ не принят.
federal-outcome-save = Внести ответ
federal-first = К началу
federal-next = Следующие
federal-none = Таких документов нет
federal-none-help = Измените условия.
federal-empty = Документов пока нет
federal-empty-help = Выданные удостоверения и дипломы появятся здесь сами.
federal-not-here = В вашей стране документы не передаются в федеральный реестр. Реестр выданных документов можно скачать ниже.
federal-plain-title = Реестр выданных документов
federal-plain-lead = Простая таблица за год.
federal-plain-year = Год
federal-plain-format = Вид файла
federal-plain-xlsx = Таблица XLSX
federal-plain-csv = Текст CSV
federal-plain-take = Скачать реестр
federal-plain-number = Номер
federal-plain-kind = Вид документа
federal-plain-issued = Дата выдачи
federal-plain-surname = Фамилия
federal-plain-given-name = Имя
federal-plain-patronymic = Отчество
federal-plain-programme = Программа
federal-plain-hours = Часов
federal-plain-period = Период обучения
federal-plain-state = Состояние
federal-plain-valid = Действителен
federal-plain-gone = Отозван или заменён
federal-check-title = Проверка и выгрузка
federal-check-lead = Каждая ячейка сверена с вашим шаблоном. Документы с ошибками в файл не войдут, остальные можно выгрузить сейчас.
federal-check-template = Шаблон:
federal-check-more = Показана только часть документов, начиная с самых ранних. Исправьте замечания или перейдите к следующим: ошибки в этих документах им не мешают.
federal-check-first = К первым документам
federal-check-next = К следующим документам
federal-check-nothing = Выгружать нечего
federal-check-nothing-help = Все документы уже выгружены.
federal-check-noted = Замечания по ячейкам
federal-column-issues = Замечания
federal-goes = Войдёт в файл
federal-stays = Не войдёт
federal-warning = Проверьте
federal-mend-document = Открыть документ
federal-mend-programme = Открыть поток
federal-mend-settings = Выбрать значение
federal-mend-holder = Открыть данные человека
federal-exports-title = Выгруженные файлы
federal-exports-lead = Каждый файл хранится таким, каким был выгружен.
federal-exports-none = Файлов пока нет
federal-exports-none-help = Проверьте документы и выгрузите первый файл.
federal-column-file = Файл
federal-column-count = Документов
federal-column-made = Выгружен
federal-column-take = Скачать
federal-take = Скачать файл
federal-export-rows = Что в файле
federal-later-file = Выгружен ещё раз позже
federal-templates-title = Шаблоны ФИС ФРДО
federal-templates-lead = Официальная книга Excel из личного кабинета. Она хранится без изменений, в ней заполняются только строки листа «Шаблон».
federal-template-file = Файл шаблона
federal-template-from = Действует с
federal-template-from-hint = Если не указать, с сегодняшнего дня
federal-template-upload = Загрузить шаблон
federal-templates-versions = Загруженные шаблоны
federal-column-template = Шаблон
federal-column-from = Действует с
federal-column-uploaded = Загружен
federal-in-force = Действует
federal-lists = Списки шаблона
federal-lists-none = В шаблоне нет списков.
federal-settings-title = Данные программы для ФИС ФРДО
federal-settings-lead = Значения берутся из списков вашего шаблона и попадают в файл буква в букву.
federal-setting-open = Не выбрано
federal-setting-free = В шаблоне нет списка для этого столбца
federal-scope = Для чего эти значения
federal-scope-edition = Только для этого потока
federal-scope-version = Для всех потоков этой версии программы
federal-settings-save = Сохранить значения
federal-people-title = Источник финансирования отдельных слушателей
federal-people-lead = Заполните, только если за человека платят иначе, чем за поток.
federal-people-as-edition = Как у потока
federal-people-save = Сохранить финансирование
federal-flash-template = Шаблон загружен и проверен.
federal-flash-settings = Значения сохранены.
federal-flash-nothing = Ни один документ не прошёл проверку, файл не создан. Исправьте замечания и повторите.
federal-letter-help = Проверьте данные и выгрузите файл для реестра.
federal-letter-action = Открыть очередь
fault-federal-not-xlsx = Это не книга Excel (.xlsx). Загрузите файл шаблона из личного кабинета ФИС ФРДО, не пересохраняя его.
fault-federal-macros = В книге есть макросы, такой файл не принимается. Загрузите официальный шаблон без макросов.
fault-federal-sheet-missing = В книге нет листа «{ $sheet }». Загрузите шаблон для ДПО.
fault-federal-header-moved = Столбец { $column }: заголовок «{ $header }» стоит в столбце { $found }. Загрузите шаблон с прежним порядком столбцов.
fault-federal-header-renamed = Столбец { $column }: вместо «{ $header }» стоит «{ $found }». Загрузите шаблон с официальными заголовками.
fault-federal-header-missing = Столбец { $column }: нет заголовка «{ $header }». Загрузите шаблон со всеми столбцами.
fault-federal-header-added = Столбец { $column }: лишний заголовок «{ $header }». Загрузите шаблон без добавленных столбцов.
fault-federal-list-missing = Столбец { $column } «{ $header }»: список «{ $list }» не найден или пуст. Загрузите шаблон с листом проверок без изменений.
fault-federal-list-long = Столбец { $column } «{ $header }»: список «{ $list }» слишком длинный: больше 5000 значений или 500 КБ. Загрузите шаблон, в котором списки не изменены.
fault-federal-file-missing = Выберите файл шаблона.
fault-federal-template-missing = Нет действующего шаблона. Загрузите его на странице шаблонов.
fault-federal-not-in-list = Такого значения нет в списке «{ $list }» шаблона. Выберите значение из списка.
fault-federal-reason-missing = Напишите, как реестр назвал ошибку.
fault-federal-outcome-missing = Выберите, принят документ или отклонён с ошибкой.
fault-federal-nobody-chosen = Отметьте хотя бы один документ.
fault-federal-not-exported = Среди отмеченных есть документы, которые ещё не выгружены. Сначала выгрузите их.
fault-federal-nothing-fine = Ни один документ не прошёл проверку. Исправьте замечания и повторите.
fault-federal-documents-many = Указано слишком много документов: за один раз проверяется не больше { $limit }. Разделите список.
fault-federal-documents-not-open = Эти документы выгрузить нельзя: { $documents }. Они уже в файле, отозваны до выгрузки или не относятся к вашей организации. Уберите их из списка.
fault-federal-cell-not-in-list = «{ $text }» нет в списке «{ $list }» шаблона. Значение должно совпадать буква в букву.
fault-federal-not-chosen = Значение не выбрано. Выберите его из списка шаблона для программы или потока.
fault-federal-no-word = Этот вид документа или программы в реестр не передаётся.
fault-federal-too-long = Слишком длинно: { $length } знаков при разрешённых { $limit }. Сократите текст.
fault-federal-kinds-differ = Вид документа и вид программы не сходятся: удостоверение выдают по повышению квалификации, диплом по профессиональной переподготовке. Замените документ.
fault-federal-signs = В тексте «{ $text }» есть знаки, которых реестр не принимает. Уберите их.
fault-federal-education-missing = Нет документа об образовании. Внесите уровень и номер диплома.
fault-federal-education-studying = Человек ещё учится. Внесите диплом, когда он будет получен.
fault-federal-year = Год должен быть от { $from } до { $to }. Проверьте даты обучения.
fault-federal-period-missing = Нет сроков или объёма обучения. Такой документ в реестр не передаётся.
fault-federal-hours = { $hours } ч меньше минимума { $fewest } ч для этого вида программы.
fault-federal-name = В «{ $text }» есть знаки, которых реестр не принимает в именах. Запишите имя русскими буквами.
fault-federal-spelling-missing = «{ $text }» написано не только русскими буквами. Внесите написание по-русски для реестров.
fault-federal-date = Такой даты не может быть. Проверьте её.
fault-federal-born-missing = Нет даты рождения. Внесите её в данные человека.
fault-federal-sex-missing = Не указан пол. Внесите его в данные человека.
fault-federal-snils = В СНИЛС неверное контрольное число. Сверьте номер с документом.
fault-federal-snils-missing = Нет СНИЛС. Для граждан России он обязателен.
fault-federal-citizenship = Код гражданства должен состоять из трёх цифр по ОКСМ.
fault-federal-citizenship-missing = Не указано гражданство. Внесите его в данные человека.
fault-federal-original-missing = Не найден документ, вместо которого выдан дубликат.
fault-federal-look-alike = В «{ $text }» латинские буквы стоят среди русских. Перепишите слово одним алфавитом.
federal-overdue =
    { $count ->
        [one] Просрочен { $count } документ
        [few] Просрочено { $count } документа
       *[many] Просрочено { $count } документов
    }
federal-near =
    { $count ->
        [one] В ближайшие семь дней нужно передать { $count } документ.
        [few] В ближайшие семь дней нужно передать { $count } документа.
       *[many] В ближайшие семь дней нужно передать { $count } документов.
    }
federal-days =
    { $days ->
        [one] Срок передачи: { $days } день со дня выдачи.
        [few] Срок передачи: { $days } дня со дня выдачи.
       *[many] Срок передачи: { $days } дней со дня выдачи.
    }
federal-left =
    { $days ->
        [one] остался { $days } день
        [few] осталось { $days } дня
       *[many] осталось { $days } дней
    }
federal-over =
    { $days ->
        [one] просрочен на { $days } день
        [few] просрочен на { $days } дня
       *[many] просрочен на { $days } дней
    }
federal-check-fine =
    { $count ->
        [one] Готов { $count } документ
        [few] Готовы { $count } документа
       *[many] Готово { $count } документов
    }, { $files ->
        [one] будет { $files } файл.
        [few] будет { $files } файла.
       *[many] будет { $files } файлов.
    }
federal-check-held =
    { $count ->
        [one] Ещё { $count } документ не пройдёт: исправьте замечания ниже.
        [few] Ещё { $count } документа не пройдут: исправьте замечания ниже.
       *[many] Ещё { $count } документов не пройдут: исправьте замечания ниже.
    }
federal-check-all-held =
    { $count ->
        [one] { $count } документ не проходит проверку. Исправьте замечания ниже.
        [few] { $count } документа не проходят проверку. Исправьте замечания ниже.
       *[many] { $count } документов не проходят проверку. Исправьте замечания ниже.
    }
federal-check-export =
    { $count ->
        [one] Выгрузить { $count } документ
        [few] Выгрузить { $count } документа
       *[many] Выгрузить { $count } документов
    }
federal-export-count =
    { $count ->
        [one] В файле { $count } документ.
        [few] В файле { $count } документа.
       *[many] В файле { $count } документов.
    }
federal-values =
    { $count ->
        [one] { $count } значение
        [few] { $count } значения
       *[many] { $count } значений
    }
federal-flash-exported =
    { $count ->
        [one] Создан { $count } файл. Скачайте его и загрузите в ФИС ФРДО.
        [few] Создано { $count } файла. Скачайте их и загрузите в ФИС ФРДО.
       *[many] Создано { $count } файлов. Скачайте их и загрузите в ФИС ФРДО.
    }
federal-flash-entered =
    { $count ->
        [one] Ответ внесён для { $count } документа.
        [few] Ответ внесён для { $count } документов.
       *[many] Ответ внесён для { $count } документов.
    }
federal-letter-overdue =
    { $count ->
        [one] Просрочена передача { $count } документа.
        [few] Просрочена передача { $count } документов.
       *[many] Просрочена передача { $count } документов.
    }
federal-letter-soon =
    { $count ->
        [one] В ближайшие семь дней нужно передать { $count } документ.
        [few] В ближайшие семь дней нужно передать { $count } документа.
       *[many] В ближайшие семь дней нужно передать { $count } документов.
    }
federal-template-file-hint = Книга Excel (.xlsx) без макросов, до { $megabytes } МБ
federal-template-since = Действует с { $date }
federal-unlisted = В шаблоне нет списков для столбцов { $columns }: значения в них не сверяются.
federal-formatted = В строках для данных есть условное форматирование, ячейки { $cells }. Оно остаётся как есть: в готовом файле ячейки могут менять цвет, значения от этого не меняются.
federal-setting-inherited = Для всех потоков версии выбрано: { $value }
federal-letter-subject = Документы для ФИС ФРДО: { $organisation }
fault-federal-mended =
    Исправлено само: { $what ->
        [decomposed] буквы из двух знаков
        [no-break-space] неразрывный пробел
        [zero-width] невидимый знак
        [tab] табуляция или перенос строки
        [edges] пробелы по краям
        [double-space] двойной пробел
        [long-dash] длинное тире
       *[other] лишние знаки
    }. В файле будет «{ $text }».
fault-federal-merged = В строках для данных объединены ячейки { $cells }. Снимите объединение в исходном файле или скачайте шаблон из личного кабинета заново.
fault-federal-formula = В строках для данных стоит формула, ячейка { $cells }. Скачайте шаблон из личного кабинета заново: в его строках только пустые ячейки.
