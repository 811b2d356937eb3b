# Зачисление: по одному и из файла, отчисление, письмо.
enrolment-title = Зачислить человека
enrolment-from-file = Зачислить из файла
enrolment-free = { $count ->
    [one] Свободно { $count } место
    [few] Свободно { $count } места
   *[many] Свободно { $count } мест
}
enrolment-full = Все места заняты.
enrolment-full-action = Увеличить число мест
enrolment-find-title = Уже есть в системе
enrolment-find-label = Фамилия, имя или адрес целиком
enrolment-find-action = Найти
enrolment-none-found = Никого не нашлось. Проверьте написание или впишите человека ниже.
enrolment-inside = уже в потоке
enrolment-enrol = Зачислить
enrolment-enrol-whom = Зачислить: { $name }
enrolment-new-title = Новый человек
enrolment-new-hint = Заведём учётную запись и отправим приглашение придумать пароль.
enrolment-new-submit = Завести и зачислить
enrolment-organisation-hint = Кто направляет на обучение. Её координатор увидит успехи этого человека.
enrolment-organisation-none = Сам по себе
enrolment-language = Язык страниц и писем
enrolment-done = Вернуться к потоку
enrolment-back = К потоку
enrolment-flash-enrolled = Человек зачислен, письмо отправлено.
enrolment-flash-withdrawn = Человек отчислен. Его работы и часы сохранены.
enrolment-withdraw-title = Отчислить из потока
enrolment-withdraw-what = Человек больше не сможет проходить занятия этого потока. Сделанное сохранится, и если зачислить его снова, всё засчитается.
enrolment-withdraw-reason = Причина
enrolment-withdraw-reason-hint = Останется в записи вместе с датой и вашим именем.
enrolment-withdraw-submit = Отчислить
enrolment-withdrawn-already = Этот человек уже отчислен.
fault-already-enrolled = { $name } уже в этом потоке
fault-email-of-account = На этот адрес есть учётная запись: { $name }. Найдите этого человека выше и зачислите
fault-email-of-nobody = На этот адрес нет учётной записи. Впишите фамилию и имя, и она появится
fault-name-odd = Здесь не имя: уберите цифры и знаки
fault-language-unknown = Язык «{ $value }» не подходит. Впишите русский, казахский или английский

import-upload-title = Зачислить из файла
import-one-by-one = Зачислить одного
import-file-label = Файл со списком
import-file-hint = CSV или XLSX, до 5 МБ и 2000 человек. Кодировку и разделитель определим сами.
import-upload-submit = Проверить файл
import-upload-safe = Сначала покажем, что получится. Пока вы не подтвердите, никто не будет зачислен.
import-columns-title = Какие нужны столбцы
import-columns-text = Порядок любой, лишние столбцы пропустим. Вместо трёх частей имени можно один столбец «ФИО».
import-template = Скачать пустой файл
import-column-surname = Фамилия
import-column-given-name = Имя
import-column-patronymic = Отчество
import-column-email = E-mail
import-column-organisation = Организация
import-column-position = Должность
import-column-language = Язык
import-column-line = Строка
import-column-fate = Что будет
import-title = Проверка файла
import-has-faults = { $count ->
    [one] В файле { $count } ошибка, никто не зачислен
    [few] В файле { $count } ошибки, никто не зачислен
   *[many] В файле { $count } ошибок, никто не зачислен
}
import-has-faults-help = Исправьте отмеченные ячейки в своём файле и загрузите его ещё раз. Строки с ошибками стоят первыми.
import-again = Загрузить другой файл
import-nothing = Все люди из файла уже в потоке, зачислять некого.
import-ready = Ошибок нет
import-ready-help = После подтверждения все будут зачислены разом и получат письма.
import-confirm = { $count ->
    [one] Зачислить { $count } человека
   *[other] Зачислить { $count } человек
}
import-confirmed = Этот файл уже подтверждён: все люди из него зачислены.
import-figure-rows = строк в файле
import-figure-create = новых людей
import-figure-enrol = уже с учётной записью
import-figure-keep = уже в потоке
import-figure-faulty = строк с ошибками
import-figure-free = свободных мест
import-read-as = Кодировка { $encoding }, разделитель: { $delimiter ->
    [comma] запятая
    [tab] табуляция
    [bar] вертикальная черта
   *[semicolon] точка с запятой
}. Если буквы ниже не читаются, сохраните файл как CSV в UTF-8 и загрузите снова.
import-unused = Эти столбцы не использованы: { $names }
import-table-caption = Строки файла
import-fate-create = завести и зачислить
import-fate-enrol = зачислить
import-fate-keep = уже в потоке
import-fate-refuse = исправить
import-flash-done = Зачислено: { $enrolled }. Новых людей: { $created }, уже были в потоке: { $kept }.
fault-import-email-twice = Этот адрес уже стоит в строке { $line }. Оставьте одну строку
fault-import-over-capacity = Не хватает места: свободно { $free }. Уберите строку или увеличьте число мест потока
fault-import-account-closed = Учётная запись с этим адресом закрыта ({ $name }). Откройте её или укажите другой адрес
fault-import-other-person = Этот адрес принадлежит другому человеку: { $name }. Проверьте адрес
fault-import-organisation-new = Новая организация, будет добавлена
fault-import-already-enrolled = Уже в потоке
fault-import-enrolled-again = Был отчислен, будет зачислен снова
fault-import-has-account = Учётная запись уже есть
fault-import-name-differs = В системе записан иначе: { $name }
fault-import-no-surname = В файле нет столбца «Фамилия». Добавьте его или столбец «ФИО»
fault-import-no-given-name = В файле нет столбца «Имя». Добавьте его или столбец «ФИО»
fault-import-no-email = В файле нет столбца «E-mail». Добавьте его
fault-import-column-twice = Столбец «{ $name }» встречается дважды. Оставьте один
fault-import-no-rows = В файле только заголовок. Добавьте людей
fault-import-too-many = В файле больше { $limit } строк. Разделите его на части
fault-table-empty = Файл пуст. Выберите другой
fault-table-damaged = Файл повреждён. Откройте его в Excel, сохраните заново и загрузите ещё раз
fault-table-unpacks-too-large = Внутри файла слишком много данных. Оставьте один лист со списком и сохраните заново
fault-table-too-many-columns = В строке { $line } больше 64 столбцов. Оставьте только нужные
fault-table-cell-too-long = В строке { $line }, столбце { $column } слишком длинный текст. Сократите его
fault-table-extra-cells = В строке { $line } ячеек больше, чем в заголовке. Если в тексте есть разделитель, возьмите ячейку в кавычки
fault-table-quotes = Кавычки в строке { $line } не закрыты. Закройте их или уберите
fault-table-broken-utf8 = Файл повреждён: в строке { $line } вместо букв лишние байты. Откройте его, исправьте эту строку, сохраните в UTF-8 и загрузите ещё раз

mail-enrolment-subject = Вы зачислены: { $programme }
mail-enrolment-what = Вас зачислили на программу «{ $programme }», поток «{ $edition }».
mail-enrolment-when = Обучение идёт { $term }
mail-enrolment-action = Открыть программу
