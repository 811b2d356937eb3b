# Профили стран и страна организации.
countries-title = Профили стран
countries-lead = Какие документы бывают в стране, сколько часов для них нужно, кому и на каком основании их выдают.
countries-name-ru = Россия
countries-name-kz = Казахстан
countries-shipped = Профиль, который идёт с программой
countries-version = Версия { $number }
countries-since = действует с { $when }
countries-show-lead = По этим правилам выдают документы организации страны.
countries-download = Скачать файл профиля
countries-hour = Академический час
countries-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[other] { $count } минут
}
countries-languages = Языки документов по порядку
countries-study-days = Справка об обучении
countries-days = { $count ->
    [one] в течение { $count } дня после приказа
   *[other] в течение { $count } дней после приказа
}
countries-federal = Федеральный реестр
countries-federal-terms = { $days ->
    [one] { $days } день на передачу, строк в файле не больше { $rows }
    [few] { $days } дня на передачу, строк в файле не больше { $rows }
   *[other] { $days } дней на передачу, строк в файле не больше { $rows }
}
countries-kinds = Виды документов
countries-column-kind = Документ
countries-column-programmes = Программы
countries-column-hours = Часы
countries-column-needs = Что нужно
countries-column-register = Книга регистрации
countries-no-course = не за обучение
countries-from = от { $hours }
countries-to = до { $hours }
countries-any = любые
countries-programme-advanced-training = повышение квалификации
countries-programme-retraining = профессиональная переподготовка
countries-programme-short-course = курс без документа о квалификации
countries-assessment-passed = аттестация пройдена
countries-assessment-not-passed = аттестация не пройдена или обучение не закончено
countries-assessment-any = аттестация не требуется
countries-needs-licence = лицензия организации
countries-needs-education = сведения об образовании
countries-needs-trail = приказы и протокол комиссии
countries-prefix = номера начинаются с «{ $prefix }»
countries-kept = хранится: { $term }
countries-versions = Версии профиля
countries-change = Загрузить другой профиль
countries-change-lead = Скачайте файл профиля, измените в нём нужные строки и загрузите. Сначала покажем, что изменится. Уже выданные документы останутся прежними.
countries-file = Файл профиля
countries-file-hint = Текстовый файл TOML в кодировке UTF-8
countries-text = Или вставьте текст сюда
countries-text-hint = Если выбран файл, берём файл
countries-look = Проверить и показать изменения
countries-look-again = Проверить ещё раз
countries-would-change = Что изменится
countries-nothing-changes = Этот файл говорит то же, что и действующий профиль.
countries-setting = Настройка
countries-before = Сейчас
countries-after = Станет
countries-apply = Ввести в действие
countries-flash-applied = Профиль введён в действие: версия { $number }.
countries-of-title = Страна организации
countries-of-lead = От страны зависит, какие документы организация выдаёт и по каким правилам.
countries-of-link = Страна организации и правила документов
countries-of-inherited = как у вышестоящей организации
countries-of-profile = правила этой страны
countries-of-choose = Страна
countries-of-hint = Подведомственные организации, для которых страна не указана, следуют этой.
countries-inherited = Как у вышестоящей организации
countries-flash-said = Страна сохранена.
fault-country-file-empty = Выберите файл профиля или вставьте его текст
fault-country-file-large = Файл больше { $kilobytes } КБ. Профиль занимает несколько килобайт: проверьте, тот ли это файл
fault-country-file-utf8 = Файл не в кодировке UTF-8. Сохраните его в UTF-8 и загрузите снова
fault-country-file-toml = Строка { $line }: файл не читается ({ $detail }). Исправьте строку: названия настроек должны быть как в скачанном файле
fault-country-file-other = Строка { $line }: это профиль другой страны («{ $text }»). Здесь нужен «{ $expected }»
fault-country-file-no-kinds = В профиле нет ни одного вида документов. Добавьте разделы [[kinds]]
fault-country-file-hours = Строка { $line }: часов «до» ({ $most }) меньше, чем «от» ({ $fewest }). Исправьте одно из чисел
fault-country-file-name = Строка { $line }: у вида «{ $kind }» нет названия на языке { $language }. Добавьте names.{ $language }
fault-country-file-twice = Строка { $line }: «{ $text }» встречается второй раз. Оставьте один
fault-country-file-prefix = Строка { $line }: «{ $text }» не годится для номера. Подойдут буквы, цифры и знаки № ( ) . / - _
fault-country-file-text = Строка { $line }: значение { $name } пустое или длиннее { $limit } знаков. Впишите или сократите его
fault-country-file-number = Строка { $line }: { $name } — число от { $low } до { $high }
fault-country-file-word = Строка { $line }: { $name } не может быть «{ $text }». Подойдут: { $known }
fault-country-file-same = Файл говорит то же, что и действующий профиль. Менять нечего
fault-country-kind-none = В стране организации такого документа нет. Выберите другой вид или проверьте профиль страны
fault-country-kind-no-course = Этот документ выдают не за обучение. Выберите документ об обучении
fault-country-kind-programme = Этот документ не выдают по программе такого вида. Выберите другой документ. Правило: { $rule }
fault-country-kind-hours-few = В программе { $hours } ч., а для этого документа нужно не меньше { $limit }. Выберите другой документ. Правило: { $rule }
fault-country-kind-hours-many = В программе { $hours } ч., а этот документ выдают не больше чем за { $limit }. Выберите другой документ. Правило: { $rule }
fault-country-kind-licence = У организации не указана лицензия, поэтому можно выдать только сертификат участника. Впишите лицензию в сведения об организации. Правило: { $rule }
fault-country-kind-education = Нет документа об образовании. Впишите уровень и номер документа в «Данные для документов». Правило: { $rule }
fault-country-kind-education-unseen = Данные об образовании внёс сам слушатель. Сверьте их с документом или его копией и сохраните: тогда документ можно будет выдать. Правило: { $rule }
fault-country-kind-studying = Слушатель ещё учится: документ о квалификации выдают вместе с дипломом. Сейчас можно выдать справку об обучении. Правило: { $rule }
fault-country-kind-not-passed = Итоговая аттестация не пройдена. Можно выдать справку об обучении. Правило: { $rule }
fault-country-kind-passed = Итоговая аттестация пройдена, справка об обучении не нужна. Выберите документ о квалификации. Правило: { $rule }
countries-of-site-only = Страну указывает администратор сайта: от неё зависит, кому какой документ можно выдать.

# Лицензии организации.
countries-licences-title = Лицензии и их сроки
countries-licences-lead = Документ, для которого нужна лицензия, выдают, только если она действовала всё обучение: с первого дня группы до последнего.
countries-licences-printed = В документах печатается строка: { $line }. Её меняют в сведениях об организации.
countries-licences-printed-none = Строки о лицензии для документов пока нет. Её вписывают в сведения об организации.
countries-licences-none = Сроки лицензий не записаны, поэтому даты обучения не с чем сверить. Запишите лицензию ниже.
countries-licence-given = Выдана { $date }
countries-licence-until = действует до { $date }
countries-licence-for-good = бессрочная
countries-licence-recorded = Записано { $date }
countries-licence-remove = Убрать ошибочную запись
countries-licence-remove-ask = Убрать лицензию { $number }? Уберите только ошибочную запись: если лицензия закончилась, запишите её с последним днём.
countries-licence-new = Записать лицензию
countries-licence-number = Номер
countries-licence-given-on = Дата выдачи
countries-licence-ends-on = Последний день
countries-licence-ends-on-hint = Для бессрочной лицензии оставьте пустым
countries-licence-save = Записать лицензию
countries-licence-flash-recorded = Лицензия записана.
countries-licence-flash-removed = Запись убрана.
fault-country-licence-late = Обучение началось { $start }, а лицензия { $number } выдана { $given }. Выдайте сертификат участника или запишите лицензию, которая действовала тогда, на странице «Лицензии и их сроки». Правило: { $rule }
fault-country-licence-ended = Обучение закончилось { $end }, а лицензия { $number } действовала до { $ended }. Выдайте сертификат участника или запишите лицензию, которая действовала тогда, на странице «Лицензии и их сроки». Правило: { $rule }
fault-country-licence-ahead = Дата выдачи не может быть позже сегодняшней
fault-country-licence-order = Последний день не может быть раньше даты выдачи ({ $given })
fault-country-licence-known = Лицензия с этим номером и этой датой уже записана
countries-profile-replaced = Загруженный файл профиля эта версия программы прочитать не смогла. Действует профиль, который идёт с программой. Скачайте загруженный файл, исправьте его и загрузите снова.
countries-profile-fitted = Загруженный файл профиля записан для другой версии программы. Эти настройки пропущены или взяты из профиля, который идёт с программой: { $settings }. Скачайте файл, поправьте их и загрузите снова.
countries-profile-trouble = файл профиля требует внимания
fault-country-programme-hours-few = В программе { $hours } ч., а в стране организации программа такого вида не короче { $limit } ч. Выберите другую программу или организацию. Правило: { $rule }
