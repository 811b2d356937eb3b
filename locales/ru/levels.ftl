# Уровни по завершённым циклам, реестр наставников, страница человека, правило организации.
levels-registry-title = Реестр наставников
levels-registry-lead = У кого есть сертификат наставника, действует ли статус и какой у человека уровень.
levels-sent-only = Здесь только люди, которых направила на обучение ваша организация.
levels-own-title = Уровень и статус
levels-own-lead = Какой у вас уровень, действует ли статус наставника и что делать дальше.
levels-person-eyebrow = Уровень и статус
levels-rule-title = Как присваиваются уровни
levels-rule-lead = Сколько курсов нужно завершить для каждого уровня и как уровни называются.

levels-search = Фамилия, имя или почта
levels-show = Кого показать
levels-show-mentors = Наставники
levels-show-valid = Статус действует
levels-show-needs = Нужно обучение
levels-show-everybody = Все, у кого есть уровень
levels-any-level = Любой уровень
levels-sort = Порядок
levels-sort-name = По фамилии
levels-sort-level = Сначала высокий уровень
levels-sort-status = Сначала те, кому нужно обучение
levels-organisation = Организация
levels-find = Показать
levels-clear = Сбросить условия
levels-found = { $count ->
    [one] Найден { $count } человек
    [few] Найдены { $count } человека
   *[other] Найдено { $count } человек
}
levels-column-name = Фамилия, имя, отчество
levels-column-organisation = Организация
levels-column-level = Уровень
levels-column-cycles = Завершено циклов
levels-column-certificate = Сертификат наставника
levels-column-issued = Дата сертификата
levels-column-status = Статус
levels-column-why = Почему
levels-column-until = Действует до
levels-none-yet = Уровня пока нет
levels-no-certificate = Нет
levels-no-mentor = Не наставник
levels-download-xlsx = Скачать таблицу XLSX
levels-download-csv = Скачать таблицу CSV
levels-nobody = В реестре пока никого нет
levels-nobody-help = Наставник появится здесь, когда организация выдаст ему сертификат наставника.
levels-nobody-found = Никто не подходит под эти условия
levels-nobody-found-help = Измените условия или сбросьте их.

levels-status-valid = Статус действует
levels-status-needs = Нужно обучение
levels-valid-until = До { $date }, а после очного занятия – дольше.
levels-why-missed = Пропущено очное занятие ({ $quarter }). Его можно отработать.
levels-why-initial = Первая подготовка не завершена: { $have } из { $needed } ч очно.
levels-why-lapsed = После квартала, в котором было последнее обучение, целый квартал прошёл без очного занятия.

levels-cycles = { $count ->
    [0] Завершённых циклов нет
    [one] Завершён { $count } цикл
    [few] Завершены { $count } цикла
   *[other] Завершено { $count } циклов
}
levels-level-is = Уровень: { $level }
levels-missing = { $count ->
    [one] До уровня «{ $level }» остался { $count } цикл: завершите ещё один курс.
    [few] До уровня «{ $level }» осталось { $count } цикла.
   *[other] До уровня «{ $level }» осталось { $count } циклов.
}
levels-highest = Это самый высокий уровень.
levels-step-asks = { $count ->
    [0] с самого начала
    [one] с { $count } завершённого цикла
   *[other] с { $count } завершённых циклов
}
levels-mentor-status = Статус наставника
levels-certificate-is = Сертификат наставника
levels-running = Обучение наставников:
levels-cycles-title = Завершённые циклы
levels-nothing = Уровней пока нет
levels-nothing-help = Уровень появится после первого завершённого курса.
levels-advice-come = Приходите на ближайшее очное занятие:
levels-advice-comes = Ближайшее очное занятие:
levels-advice-ask-enrolment = Попросите организацию записать вас на обучение наставников: одно очное занятие в квартал сохраняет статус.
levels-advice-enrol = Запишите наставника в поток, где очное занятие нужно каждый квартал.
levels-advice-ask-session = Очных занятий пока не назначено. Спросите преподавателя, когда будет следующее или как отработать пропуск.
levels-advice-plan = Очных занятий в потоке не назначено. Назначьте занятие или зачтите отработку.
levels-advice-ask-teachers = Попросите организацию, которая обучает наставника, записать его на очное занятие.

levels-first = Первый уровень
levels-second = Второй уровень
levels-third = Третий уровень
levels-field-cycles = Сколько циклов завершить
levels-field-cycles-hint = Для каждого следующего уровня – больше, чем для предыдущего
levels-name-ru = Название по-русски
levels-name-kk = Название по-казахски
levels-name-en = Название по-английски
levels-field-kinds = Какой документ завершает цикл
levels-field-kinds-hint = Один поток – один цикл, сколько бы документов за него ни выдали. Аннулированные документы не считаются
levels-field-programmes = Какие программы считаются
levels-field-programmes-hint = Если не отметить ни одной, считаются все
levels-rule-usual = Сейчас действует обычное правило: уровень меняется после одного, двух и трёх завершённых курсов.
levels-rule-acts = Новое правило действует сразу и для завершённых раньше курсов. Прежние правила сохраняются ниже.
levels-rule-save = Сохранить правило
levels-flash-rule = Правило сохранено. Уровни пересчитаны.
levels-versions-title = Какие правила действовали
levels-version = Правило { $number }
levels-version-holds = действует
levels-version-step = { $count ->
    [one] «{ $level }» – с { $count } цикла
   *[other] «{ $level }» – с { $count } циклов
}
levels-version-all = Считаются все программы
levels-version-chosen = { $count ->
    [one] Считается { $count } программа
    [few] Считаются { $count } программы
   *[other] Считаются { $count } программ
}
fault-level-cycles = Напишите число больше, чем у предыдущего уровня, и не больше { $most }
fault-level-name-long = Сократите название: в нём может быть не больше { $limit } знаков
fault-level-kinds = Отметьте хотя бы один вид документа из списка
fault-level-programme = Такой программы нет. Отметьте программы из списка
