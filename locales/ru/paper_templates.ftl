# Шаблоны документов.
paper-templates-link = Шаблоны документов
paper-templates-title = Шаблоны документов
paper-templates-lead = Здесь меняют вид удостоверений, сертификатов и писем. Пока своего шаблона нет, документы печатаются так, как их печатает программа.
paper-templates-new-action = Создать шаблон
paper-templates-column-name = Шаблон
paper-templates-column-kind = Документ
paper-templates-column-languages = Языки
paper-templates-column-organisation = Организация
paper-templates-column-at-work = В работе
paper-templates-column-version = Версия
paper-templates-column-made = Когда и кто
paper-templates-column-preview = Просмотр
paper-templates-everywhere = Для всех организаций
paper-templates-built-in = вид из программы
paper-templates-version = Версия { $number }
paper-templates-version-title = Версия { $number }
paper-templates-versions-count = { $count ->
    [one] { $count } версия
    [few] { $count } версии
   *[other] { $count } версий
}
paper-templates-none-title = Своих шаблонов нет
paper-templates-none-text = Создайте шаблон для вида документа: он начнётся с готового образца, который можно менять.
paper-templates-new-title = Новый шаблон
paper-templates-new-lead = Для одного вида документа и его языков у организации один шаблон. Меняется он версиями.
paper-templates-name = Название
paper-templates-name-hint = Как вы узнаете его в списке, например «Благодарность с гербом».
paper-templates-organisation = Организация
paper-templates-kind = Вид документа
paper-templates-languages = Языки документа
paper-templates-languages-ru = Русский
paper-templates-languages-kk = Казахский
paper-templates-languages-kk-ru = Казахский и русский на одном листе
paper-templates-languages-en = Английский
paper-templates-create = Создать шаблон
paper-templates-flash-created = Шаблон создан. Сохраните первую версию и включите её.
paper-templates-flash-version = Версия { $number } сохранена. Посмотрите её и включите, когда она готова.
paper-templates-flash-chosen = Версия в работе: новые документы печатаются по ней. Выданные остаются прежними.
paper-templates-flash-built-in = Новые документы печатаются так, как их печатает программа. Выданные остаются прежними.
paper-templates-versions-title = Версии
paper-templates-at-work = В работе версия { $number }: по ней печатаются новые документы.
paper-templates-at-work-built-in = Ни одна версия не в работе: документы печатаются так, как их печатает программа.
paper-templates-tag-at-work = в работе
paper-templates-preview-link = Посмотреть версию { $number } (PDF)
paper-templates-choose = Включить версию { $number }
paper-templates-take-out = Вернуть вид из программы
paper-templates-take-out-confirm = Новые документы будут печататься так, как их печатает программа. Вернуть?
paper-templates-new-version-title = Новая версия
paper-templates-new-version-lead = Перед сохранением версия печатается на обычных, на самых длинных и на неполных данных: без отчества, оценки, темы и всего, чего у документа может не быть. Если что-то не печатается, вы увидите файл, строку и причину.
paper-templates-source = Текст шаблона
paper-templates-source-hint = Язык разметки Typst. Первая строка — #import "kit.typ": *
paper-templates-source-download = Скачать текст (.typ)
paper-templates-file = Или файл шаблона
paper-templates-file-hint = Файл .typ до 100 КБ. Если он выбран, текст выше не используется.
paper-templates-pictures-title = Изображения
paper-templates-pictures-hint = PNG или JPEG до 4 МБ. Изображения прежней версии остаются, если их не убрать и не заменить.
paper-templates-picture-logo = Эмблема
paper-templates-picture-signature = Подпись руководителя
paper-templates-picture-background = Фон страницы или бланк
paper-templates-picture-kept = Сейчас: { $name }
paper-templates-picture-remove = Убрать это изображение
paper-templates-blank-title = Печать на бланках
paper-templates-on-blank = Печатать на бланке
paper-templates-on-blank-hint = Фон виден только при просмотре: на самом бланке он уже напечатан.
paper-templates-shift-x = Сдвиг вправо, мм
paper-templates-shift-x-hint = От −50 до 50, например 2,5. Отрицательное число — влево.
paper-templates-shift-y = Сдвиг вниз, мм
paper-templates-shift-y-hint = От −50 до 50. Отрицательное число — вверх.
paper-templates-millimetres = { $number } мм
paper-templates-add-version = Проверить и сохранить версию
paper-templates-preview = Посмотреть (PDF)
paper-templates-preview-title = Просмотр
paper-templates-document = Номер выданного документа
paper-templates-document-hint = Тогда напечатаны его данные, например УПК-2026/0042. Пусто — данные образца.
paper-templates-document-not-issued = Документ ещё не выдан? Образец с данными слушателя печатается на странице выдачи документов его потока: «Образец с данными любого слушателя и любым шаблоном».
paper-templates-as-paper = Без фона, как на бланке
paper-templates-yes = да
paper-templates-no = нет
paper-templates-fields-title = Что можно напечатать
paper-templates-fields-lead = Скопируйте поле в текст шаблона. Поле без значения ничего не печатает. ФИО всегда в именительном падеже.
paper-templates-fields-language = Язык
paper-templates-fields-document = Документ
paper-templates-fields-holder = Владелец
paper-templates-fields-programme = Программа
paper-templates-fields-issuer = Кто выдал
paper-templates-fields-papers = Приказы и протоколы
paper-templates-fields-assessment = Аттестация
paper-templates-fields-letter = Письмо или полномочия
paper-templates-fields-service = Деятельность добровольца
paper-templates-field-language = Язык этого текста: ru, kk или en
paper-templates-field-document-kind-title = Название документа, например «Удостоверение»
paper-templates-field-document-subtitle = Строка под названием
paper-templates-field-document-number = Регистрационный номер
paper-templates-field-document-blank-series = Серия бланка
paper-templates-field-document-blank-number = Номер бланка
paper-templates-field-document-issued-on = Дата выдачи словами
paper-templates-field-document-duplicate = Это дубликат: истина или ложь, для #if
paper-templates-field-document-original-number = Номер документа, взамен которого выдан этот
paper-templates-field-document-original-issued-on = Дата документа, взамен которого выдан этот
paper-templates-field-document-sample = Это образец: истина или ложь
paper-templates-field-holder-full = Фамилия, имя, отчество
paper-templates-field-holder-surname = Фамилия
paper-templates-field-holder-given-name = Имя
paper-templates-field-holder-patronymic = Отчество, если есть
paper-templates-field-holder-spelling = Русское написание, если оно другое
paper-templates-field-holder-born-on = Дата рождения. Документы её не печатают, поле всегда пустое
paper-templates-field-programme-title = Название программы без кавычек
paper-templates-field-programme-hours = Часы числом
paper-templates-field-programme-volume = Объём словами: «в объёме 72 академических часов»
paper-templates-field-programme-period = Период обучения словами
paper-templates-field-programme-starts-on = Первый день
paper-templates-field-programme-ends-on = Последний день
paper-templates-field-programme-form = Форма обучения
paper-templates-field-programme-qualification = Квалификация
paper-templates-field-programme-note = Ещё одна строка программы, например до какого дня действует сертификат
paper-templates-field-programme-modules = Список модулей: у каждого title, hours, mark
paper-templates-field-issuer-name = Полное название организации
paper-templates-field-issuer-city = Место выдачи
paper-templates-field-issuer-licence = Лицензия одной строкой
paper-templates-field-issuer-country = Страна
paper-templates-field-issuer-head-post = Должность того, кто подписывает
paper-templates-field-issuer-head-name = Инициалы и фамилия того, кто подписывает
paper-templates-field-papers-enrolment = Приказ о зачислении
paper-templates-field-papers-protocol = Протокол комиссии
paper-templates-field-papers-closing = Приказ о завершении
paper-templates-field-assessment-mark = Итоговая оценка
paper-templates-field-assessment-topic = Тема итоговой работы
paper-templates-field-assessment-decision = Решение комиссии целым предложением
paper-templates-field-letter-paragraphs = Абзацы письма списком
paper-templates-field-letter-reason = За что или на каком основании
paper-templates-field-letter-valid-from = Первый день действия
paper-templates-field-letter-valid-until = Последний день действия
paper-templates-field-letter-place = Где действуют полномочия
paper-templates-field-letter-tasks = Задачи списком
paper-templates-field-service-nature = Характер деятельности
paper-templates-field-service-quality = Качество
paper-templates-field-service-volume = Объём
paper-templates-field-service-level = Уровень квалификации
paper-templates-field-service-length = Стаж
paper-templates-helpers-title = Готовые части
paper-templates-helper-page = Страница: положение листа и поля. Вместо set page, иначе сдвиг для бланка не работает
paper-templates-helper-logo = Эмблема, если она загружена
paper-templates-helper-signature = Подпись руководителя, если она загружена
paper-templates-helper-code = QR-код с адресом проверки
paper-templates-helper-address = Адрес проверки буквами
paper-templates-helper-fitted = Текст в блоке такого размера: уменьшается, пока не поместится
paper-templates-helper-modules = Таблица модулей с часами и оценками
paper-templates-helper-labelled = Подпись и значение; без значения ничего
paper-templates-helper-quoted = Название в кавычках языка документа
paper-templates-helper-second = То же поле на втором языке двуязычного документа
fault-paper-template-exists = У организации уже есть шаблон этого документа на этих языках. Откройте его и добавьте версию
fault-paper-template-shift = Сдвиг — число миллиметров от −{ $most } до { $most }, не больше одного знака после запятой
fault-paper-template-source-long = Текст шаблона длиннее { $limit } КБ. Сократите его или вынесите рисунки в изображения
fault-paper-template-source-text = Файл — не текст в UTF-8. Сохраните шаблон как текст в UTF-8
fault-paper-template-picture-kind = Это не PNG и не JPEG. Сохраните изображение в одном из этих форматов
fault-paper-template-picture-size = Файл больше { $megabytes } МБ. Уменьшите его
fault-paper-template-picture-pixels = В изображении больше точек, чем нужно листу А4 при 600 точках на дюйм. Уменьшите его
fault-paper-template-no-document = Документа с таким номером у ваших организаций нет. Проверьте номер
fault-paper-template-unknown-field = { $place }: поля «{ $name }» нет. Возьмите имя поля из списка внизу страницы
fault-paper-template-unknown-word = { $place }: «{ $name }» — не поле и не готовая часть. Проверьте написание и первую строку #import
fault-paper-template-no-file = { $place }: файла «{ $name }» у шаблона нет. Шаблон видит только свои изображения и kit.typ
fault-paper-template-packages = { $place }: пакеты из сети недоступны. Уберите эту строку #import
fault-paper-template-glyphs = { $place }: в шрифтах нет знаков { $letters }. Замените их
fault-paper-template-data-glyphs = В шрифтах нет знаков { $letters } из данных документа. Исправьте данные
fault-paper-template-font = { $place }: шрифта «{ $name }» нет. Есть Noto Sans (sans) и Noto Serif (serif)
fault-paper-template-beyond-page = { $place }: на странице { $page } текст «{ $text }» выходит за край листа. Уменьшите его или поместите в #fitted
fault-paper-template-overlapping = { $place }: на странице { $page } текст «{ $text }» не помещается на своём месте и ложится на другой. Дайте ему больше места или поместите в #fitted
fault-paper-template-too-tall = { $place }: текст не помещается в #fitted даже самым мелким. Увеличьте блок
fault-paper-template-pages = { $place }: получилось { $pages } страниц. В документе не больше 20
fault-paper-template-slow = { $place }: шаблон не напечатался за отведённое время ({ $seconds } с). Проверьте циклы и условия
fault-paper-template-busy = Сейчас считаются другие шаблоны. Сохраните ещё раз через несколько минут
fault-paper-template-memory = { $place }: шаблону не хватает памяти. Проверьте циклы, range(…) и повторения строк, уменьшите изображения
fault-paper-template-crashed = { $place }: на этом шаблоне программа набора прервалась. Упростите его: уберите то, что добавили последним, и сохраните ещё раз
fault-paper-template-no-title = { $place }: шаблон убрал заголовок файла. Уберите set document
fault-paper-template-set-page = { $place }: страница задана через set page и не сдвинется под бланк. Замените на #show: page-of.with(…)
fault-paper-template-no-alt = { $place }: у изображения нет описания для незрячих. Добавьте alt: "…" или возьмите #logo
fault-paper-template-engine = { $place }: так напечатать нельзя. Программа набора отвечает: { $said }
fault-paper-template-lacking = { $place }: шаблон не печатается, когда в документе нет { $lack ->
    [holder-patronymic] отчества
    [holder-spelling] русского написания имени
    [holder-born-on] даты рождения
    [document-subtitle] строки под названием
    [document-blank-series] серии бланка
    [document-blank-number] номера бланка
    [document-original-number] номера прежнего документа
    [document-original-issued-on] даты прежнего документа
    [programme-title] названия программы
    [programme-form] формы обучения
    [programme-qualification] квалификации
    [programme-note] дополнительной строки программы
    [programme-modules] модулей
    [programme-modules-mark] оценки по модулю
    [issuer-licence] лицензии
    [issuer-country] страны
    [papers-enrolment] приказа о зачислении
    [papers-protocol] протокола комиссии
    [papers-closing] приказа о завершении
    [assessment-mark] итоговой оценки
    [assessment-topic] темы итоговой работы
    [assessment-decision] решения комиссии
    [letter-paragraphs] абзацев письма
    [letter-reason] основания
    [letter-place] места действия полномочий
    [letter-tasks] задач
   *[other] поля
    } (поле { $path }). Печатайте его только там, где оно есть: #if { $path } != none, для списка #if { $path }.len() > 0
fault-paper-template-bare = { $place }: шаблон не печатается для документа, в котором есть только обязательное: нет отчества, оценки, темы, бланка и другого, а ФИО совсем короткое. Поставьте необязательные поля под условие #if
