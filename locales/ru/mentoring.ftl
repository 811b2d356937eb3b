# Путь наставника: заявление, документы со сроками, обучение, собеседование, пара, контакты, закрытие.
mentoring-board-title = Наставники
mentoring-mentor-title = Путь наставника
mentoring-places-lead = Организации, чьих наставников вы сопровождаете.
mentoring-places-none = Наставников пока нет
mentoring-places-none-help = Откройте страницу организации и перейдите в раздел «Наставники»: там записывают заявления.
mentoring-places-others = Организации, где наставников пока нет
mentoring-places-first = Ни в одной организации ещё нет наставников. Откройте нужную ниже: сначала задайте требования, затем запишите первое заявление.
mentoring-places-under = В организациях, которые входят в вашу, наставников ведут их координаторы: { $names }. Списки и коды подопечных там видят только они; если доступ нужен и вам, попросите администратора назначить вас координатором и там.
mentoring-board-lead = Кто чего ждёт, какие документы заканчиваются и с кем давно не говорили.
mentoring-board-open = Кандидаты и наставники
mentoring-board-ended = Отказано или отозвано
mentoring-board-empty = Кандидатов пока нет
mentoring-board-empty-help = Запишите первое заявление ниже.
mentoring-overdue-title = Просроченные контакты
mentoring-overdue-line = подопечный { $code }, нужно было поговорить до { $due }
mentoring-ending-title = Срок пары заканчивается
mentoring-ending-near = подопечный { $code }, срок до { $until }: договоритесь, закрыть пару или продлить
mentoring-ending-over = подопечный { $code }, плановый срок закончился { $until }: закройте пару или продлите
mentoring-expiring-title = Документы заканчиваются
mentoring-until = действует до { $date }
mentoring-column-name = Фамилия, имя, отчество
mentoring-column-state = Состояние
mentoring-column-since = С какого дня
mentoring-column-next = Что дальше
mentoring-column-missing = Чего не хватает
mentoring-column-contact = Следующий контакт
mentoring-column-paper = Документ
mentoring-column-number = Номер
mentoring-column-dated = Дата документа
mentoring-column-until = Действует до
mentoring-column-seen = Кто видел
mentoring-missing-count = не хватает: { $count }
mentoring-missing-nothing = всё есть
mentoring-enter-title = Записать заявление
mentoring-enter-lead = Для тех, кого ваша организация направляет на обучение или обучает. Остальные подают заявление сами, если вы включили приём в настройках.
mentoring-email = Почта кандидата
mentoring-email-hint = С которой человек входит на сайт
mentoring-application = Заявление
mentoring-application-hint = Почему человек хочет стать наставником, своими словами
mentoring-enter = Записать заявление
mentoring-choose = Выберите

mentoring-step-applied = Заявление подано
mentoring-step-documents-checked = Документы проверены
mentoring-step-trained = Обучение пройдено
mentoring-step-interviewed = Собеседование проведено
mentoring-step-admitted = Допущен к наставничеству
mentoring-step-refused = Отказано
mentoring-step-withdrawn = Заявление отозвано
mentoring-step-matched = Пара подобрана
mentoring-step-active = Пара встречается
mentoring-step-closed = Пара закрыта

mentoring-next-documents-checked = Проверить документы
mentoring-next-trained = Подтвердить часы обучения
mentoring-next-interviewed = Провести собеседование
mentoring-next-admitted = Решить о допуске
mentoring-next-matched = Подобрать подопечного
mentoring-next-active = Отметить начало встреч
mentoring-next-refused = Путь закончен: отказано
mentoring-next-withdrawn = Путь закончен: заявление отозвано
mentoring-next-active-pair = Сопровождать пару
mentoring-own-next-documents-checked = Принесите координатору документы из списка
mentoring-own-next-trained = Пройдите обучение: часы засчитываются сами
mentoring-own-next-interviewed = Договоритесь с координатором о собеседовании
mentoring-own-next-admitted = Ждите решения о допуске
mentoring-own-next-matched = Координатор подбирает вам подопечного
mentoring-own-next-active = Договоритесь о первой встрече
mentoring-own-next-refused = Вам отказали; причина указана ниже
mentoring-own-next-withdrawn = Вы отозвали заявление
mentoring-own-next-active-pair = Встречайтесь с подопечным и держите связь с координатором
mentoring-take-documents-checked = Документы проверены
mentoring-take-trained = Подтвердить обучение
mentoring-take-admitted = Допустить к наставничеству

mentoring-check-criminal-record = Справка об отсутствии судимости
mentoring-check-medical = Медицинская справка
mentoring-check-home-inspection = Акт осмотра жилья
mentoring-check-references = Рекомендации
mentoring-check-legal-capacity = Справка о дееспособности
mentoring-check-state-missing = нет
mentoring-check-state-expired = истёк срок
mentoring-check-state-soon = скоро закончится
mentoring-check-state-holds = действует
mentoring-checks-title = Документы
mentoring-check-add = Записать документ
mentoring-check-lead = Посмотрите документ и запишите только номер, дату и срок. Содержание и копию здесь не хранят.
mentoring-until-hint = Для справки о судимости и медицинской обязательно; срок задаёт ваша организация
mentoring-check-save = Документ видел, записать
mentoring-hours-title = Часы обучения
mentoring-hours-have = Засчитано { $have } из { $need } академических ч.
mentoring-hours-have-in-person = Очно { $have } из { $need }.
mentoring-hours-source = Часы берутся из журнала занятий, вписать их вручную нельзя.
mentoring-no-programmes = Не указано, какие программы считаются обучением наставников, поэтому часы не засчитываются. Отметьте их в настройках.
mentoring-no-programmes-short = Организация ещё не указала, какие программы считаются обучением наставников.

mentoring-next-title = Следующий шаг
mentoring-missing-title = Чего не хватает:
mentoring-path-title = Путь
mentoring-contact-next = Следующий контакт: не позже { $date }
mentoring-end-near = Плановый срок пары – до { $date }. Договоритесь с наставником, закрыть пару или продлить.
mentoring-end-over = Плановый срок пары закончился { $date }. Закройте пару с заключительной беседой или продлите; пока она не закрыта, контакты остаются обязательными.
mentoring-own-end-near = Плановый срок вашей пары – до { $date }. Договоритесь с координатором, завершить встречи или продлить.
mentoring-own-end-over = Плановый срок вашей пары закончился { $date }. Свяжитесь с координатором: он закроет пару или продлит срок.
mentoring-contact-overdue-since = контакт нужен был до { $date }
mentoring-start = Пара начала встречи
mentoring-interviews-title = Собеседования
mentoring-interview-add = Записать собеседование
mentoring-interview-lead = Для допуска нужна хотя бы одна беседа лицом к лицу.
mentoring-interview-on = Дата беседы
mentoring-in-person = Лицом к лицу
mentoring-in-person-hint = Беседа по видео или телефону записывается, но не засчитывается
mentoring-remote = Дистанционно
mentoring-advice = Вывод
mentoring-advice-yes = Рекомендую допустить
mentoring-advice-no = Не рекомендую
mentoring-notes = Заметки
mentoring-notes-hint = Только для тех, кто сопровождает; наставник их не видит. Имени ребёнка не пишите.
mentoring-interview-save = Записать собеседование
mentoring-refuse-title = Отказать кандидату
mentoring-refuse-reason = Причина отказа
mentoring-refuse-hint = Кандидат прочитает её на своей странице
mentoring-refuse = Отказать

mentoring-pairs-title = Пары
mentoring-pair-title = Подопечный { $code }, { $born } года рождения
mentoring-pair-span = Срок
mentoring-pair-consent = Согласие
mentoring-pair-closed = Закрыта
mentoring-pair-extended = Продлена
mentoring-pair-add = Подобрать подопечного
mentoring-pair-lead = О ребёнке записывают только код или инициалы и год рождения: по коду его дело найдут в учреждении, больше здесь не нужно.
mentoring-mentee-code = Код или инициалы подопечного
mentoring-mentee-code-hint = Например: А.К. или Д-014. Имя и фамилию не пишите
mentoring-mentee-born = Год рождения
mentoring-pair-from = Начало
mentoring-pair-until = Плановое окончание
mentoring-pair-until-hint = Обычно пара встречается не меньше года
mentoring-consent-who = Кто дал согласие
mentoring-consent-guardian = Опекун или орган опеки
mentoring-consent-institution = Учреждение
mentoring-consent-paper = Документ о согласии
mentoring-consent-paper-hint = Название и номер, без имени ребёнка
mentoring-consent-on = Дата согласия
mentoring-pair-save = Создать пару
mentoring-dues-title = График контактов
mentoring-due-by = До { $date }
mentoring-due-in-time = вовремя
mentoring-due-late = с опозданием
mentoring-due-overdue = просрочен
mentoring-due-ahead = впереди
mentoring-contacts-title = Журнал контактов
mentoring-contacts-none = Контактов пока нет.
mentoring-contact-add = Записать контакт
mentoring-contact-on = Дата контакта
mentoring-contact-way = Как говорили
mentoring-way-meeting = Личная встреча
mentoring-way-visit = Посещение пары
mentoring-way-call = Телефон
mentoring-way-video = Видеосвязь
mentoring-way-message = Переписка
mentoring-contact-save = Записать контакт
mentoring-extend-title = Продлить пару
mentoring-extend-until = Новое плановое окончание
mentoring-extend-reason = Почему продлеваете
mentoring-extend-hint = Только для тех, кто сопровождает; наставник увидит новую дату без причины. Имени ребёнка не пишите.
mentoring-extend = Продлить
mentoring-close-title = Закрыть пару
mentoring-close-on = Последний день
mentoring-close-reason = Причина
mentoring-reason-term = Срок закончился
mentoring-reason-mentor = По просьбе наставника
mentoring-reason-mentee = По просьбе подопечного или опекуна
mentoring-reason-moved = Переезд или семья
mentoring-reason-no-bond = Не нашли общего языка
mentoring-reason-safety = Безопасность ребёнка
mentoring-reason-other = Другое
mentoring-exit-interview = Заключительная беседа
mentoring-exit-interview-hint = Что сказали наставник, подопечный, учреждение. Если беседы не было, напишите почему.
mentoring-close = Закрыть пару

mentoring-own-title = Наставничество
mentoring-own-lead = Ваш путь наставника: что сделано, чего не хватает и что дальше.
mentoring-own-none = Вы ещё не подавали заявление
mentoring-own-none-help = Сейчас заявления на сайте не принимает ни одна организация. Обратитесь к своему координатору: он запишет ваше заявление.
mentoring-own-hours = Мои часы
mentoring-own-data = Скачать мои данные (JSON)
mentoring-apply-title = Подать заявление
mentoring-organisation = Организация
mentoring-apply-hint = Почему вы хотите стать наставником и что умеете
mentoring-apply = Подать заявление
mentoring-withdraw-title = Отозвать заявление
mentoring-withdraw-reason = Причина
mentoring-withdraw = Отозвать заявление

mentoring-settings-title = Требования к наставникам
mentoring-settings-lead = Действует с этого дня и для тех, кто уже в пути.
mentoring-set-hours = Часов обучения до пары
mentoring-set-hours-hint = Академических, не меньше 2; обычно 6
mentoring-set-in-person = Из них очно
mentoring-set-in-person-hint = Не меньше 2
mentoring-set-programmes = Какие программы считаются обучением наставников
mentoring-set-programmes-hint = Часы берутся из журнала занятий этих программ, где бы человек их ни проходил
mentoring-set-programmes-none = Программ пока нет: загрузите первую, и её можно будет отметить здесь.
mentoring-set-checks = Какие документы нужны ещё
mentoring-set-checks-hint = Справка об отсутствии судимости нужна всегда
mentoring-set-first = Контактов в первый месяц
mentoring-set-months = Затем раз в сколько месяцев
mentoring-set-applications = Принимать заявления на сайте
mentoring-set-applications-hint = Любой, у кого есть учётная запись, сможет подать заявление сам

mentoring-flash-entered = Заявление записано.
mentoring-flash-check = Документ записан.
mentoring-flash-step = Шаг записан.
mentoring-flash-interview = Собеседование записано.
mentoring-flash-pair = Пара создана.
mentoring-flash-began = Начало встреч отмечено.
mentoring-flash-contact = Контакт записан.
mentoring-flash-extended = Пара продлена.
mentoring-flash-closed = Пара закрыта.
mentoring-flash-set = Требования сохранены.
mentoring-flash-applied = Заявление подано.
mentoring-flash-withdrawn = Заявление отозвано.

mentoring-letter-check-subject = { $check ->
    *[criminal_record] Справка об отсутствии судимости: срок до { $until }
     [medical] Медицинская справка: срок до { $until }
     [home_inspection] Акт осмотра жилья: срок до { $until }
     [references] Рекомендации: срок до { $until }
     [legal_capacity] Справка о дееспособности: срок до { $until }
}
mentoring-letter-check-what = { $check ->
    *[criminal_record] Справка об отсутствии судимости для организации «{ $organisation }»: срок до { $until }
     [medical] Медицинская справка для организации «{ $organisation }»: срок до { $until }
     [home_inspection] Акт осмотра жилья для организации «{ $organisation }»: срок до { $until }
     [references] Рекомендации для организации «{ $organisation }»: срок до { $until }
     [legal_capacity] Справка о дееспособности для организации «{ $organisation }»: срок до { $until }
}
mentoring-letter-check-help = Закажите новый документ заранее и покажите его координатору: с истёкшим сроком пару создать нельзя.
mentoring-letter-check-action = Мой путь наставника
mentoring-letter-admitted-subject = Вас допустили к наставничеству: { $organisation }
mentoring-letter-admitted-what = Организация «{ $organisation }» допустила вас к наставничеству.
mentoring-letter-admitted-next = Координатор подберёт вам подопечного. До этого следите, чтобы сроки ваших документов не истекли.
mentoring-letter-refused-subject = Решение по вашему заявлению: { $organisation }
mentoring-letter-refused-what = Организация «{ $organisation }» не допустила вас к наставничеству.
mentoring-letter-refused-next = Причина указана на вашей странице. Если обстоятельства изменятся, вы можете подать новое заявление.
mentoring-letter-contact-subject = Просрочен контакт с наставником: { $mentor }
mentoring-letter-contact-what = С парой «{ $mentor } и подопечный { $mentee }» нужно было поговорить до { $due }
mentoring-letter-contact-help = Поговорите с наставником и запишите контакт на его странице.
mentoring-letter-contact-action = Открыть страницу наставника
mentoring-letter-new-subject = Новое заявление наставника: { $mentor }
mentoring-letter-new-what = { $mentor } подаёт заявление наставника в организацию «{ $organisation }».
mentoring-letter-new-help = Прочитайте заявление и договоритесь, когда посмотреть документы.
mentoring-letter-over-subject = Истёк документ наставника: { $mentor }
mentoring-letter-over-what = { $check ->
    *[criminal_record] { $mentor }: справка об отсутствии судимости действовала до { $until }, а пара не закрыта.
     [medical] { $mentor }: медицинская справка действовала до { $until }, а пара не закрыта.
     [home_inspection] { $mentor }: акт осмотра жилья действовал до { $until }, а пара не закрыта.
     [references] { $mentor }: рекомендации действовали до { $until }, а пара не закрыта.
     [legal_capacity] { $mentor }: справка о дееспособности действовала до { $until }, а пара не закрыта.
}
mentoring-letter-over-help = Попросите новый документ и запишите его. Если его не будет, решите, могут ли встречи продолжаться.
mentoring-letter-end-subject = Срок пары до { $until }: { $mentor }
mentoring-letter-end-what = Плановый срок пары «{ $mentor } и подопечный { $mentee }» – до { $until }.
mentoring-letter-end-help = Закройте пару с заключительной беседой или продлите её на странице наставника.
mentoring-letter-own-end-subject = Срок вашей пары до { $until }
mentoring-letter-own-end-what = Плановый срок ваших встреч с подопечным { $mentee } – до { $until }.
mentoring-letter-own-end-help = Поговорите с координатором: завершить встречи или продлить.

fault-mentoring-order = Этот шаг сейчас невозможен. Следующий шаг: { $step ->
    *[documents_checked] проверить документы
     [trained] подтвердить часы обучения
     [interviewed] провести собеседование
     [admitted] решить о допуске
     [matched] подобрать подопечного
     [active] отметить начало встреч
}.
fault-mentoring-no-step = Этот шаг невозможен: путь закончен или пара уже встречается
fault-mentoring-check-missing = { $check ->
    *[criminal_record] Справка об отсутствии судимости: документа нет. Посмотрите его и запишите номер, дату и срок
     [medical] Медицинская справка: документа нет. Посмотрите его и запишите номер, дату и срок
     [home_inspection] Акт осмотра жилья: документа нет. Посмотрите его и запишите номер, дату и срок
     [references] Рекомендации: документа нет. Посмотрите его и запишите номер, дату и срок
     [legal_capacity] Справка о дееспособности: документа нет. Посмотрите его и запишите номер, дату и срок
}
fault-mentoring-check-expired = { $check ->
    *[criminal_record] Справка об отсутствии судимости: срок истёк { $date }. Попросите новый документ и запишите его
     [medical] Медицинская справка: срок истёк { $date }. Попросите новый документ и запишите его
     [home_inspection] Акт осмотра жилья: срок истёк { $date }. Попросите новый документ и запишите его
     [references] Рекомендации: срок истёк { $date }. Попросите новый документ и запишите его
     [legal_capacity] Справка о дееспособности: срок истёк { $date }. Попросите новый документ и запишите его
}
fault-mentoring-check-ends = { $check ->
    *[criminal_record] Справка об отсутствии судимости: срок до { $date }, а пара начинается { $begins }. Попросите новый документ или выберите более раннее начало
     [medical] Медицинская справка: срок до { $date }, а пара начинается { $begins }. Попросите новый документ или выберите более раннее начало
     [home_inspection] Акт осмотра жилья: срок до { $date }, а пара начинается { $begins }. Попросите новый документ или выберите более раннее начало
     [references] Рекомендации: срок до { $date }, а пара начинается { $begins }. Попросите новый документ или выберите более раннее начало
     [legal_capacity] Справка о дееспособности: срок до { $date }, а пара начинается { $begins }. Попросите новый документ или выберите более раннее начало
}
fault-mentoring-hours = Обучение: засчитано { $have } из { $need } академических ч. Остальные часы наставник получает на занятиях
fault-mentoring-hours-in-person = Обучение очно: { $have } из { $need } академических ч. Нужно очное занятие
fault-mentoring-interview-none = Не было беседы лицом к лицу. Проведите её и запишите
fault-mentoring-interview-against = Последняя беседа закончилась без рекомендации. Проведите ещё одну или откажите кандидату
fault-mentoring-not-begun = Пара начинается { $date }: отметить начало можно с этого дня
fault-mentoring-text-short = Напишите подробнее: не меньше { $limit } знаков
fault-mentoring-date-ahead = Этот день ещё не наступил
fault-mentoring-term-needed = У этого документа должен быть срок. Укажите, до какого дня он действует
fault-mentoring-term-before = Срок заканчивается раньше, чем выдан документ. Проверьте даты
fault-mentoring-person = Такого человека нет среди тех, кого ваша организация направляет или обучает. Проверьте адрес или сначала зачислите человека
fault-mentoring-own = О себе решает другой координатор
fault-mentoring-applied-already = Заявление уже подано и ещё не закрыто
fault-mentoring-no-applications = Эта организация не принимает заявления на сайте. Обратитесь к её координатору
fault-mentoring-pair-first = Пара ещё не закрыта. Сначала координатор закроет её с заключительной беседой
fault-mentoring-mentee-name = Имя ребёнка здесь не пишут. Укажите код или инициалы: не больше трёх букв подряд, цифры, точка, дефис
fault-mentoring-mentee-age = Проверьте год рождения: подопечному от { $low } до { $high } лет
fault-mentoring-start-past = Пара не может начаться задним числом. Выберите сегодня или позже
fault-mentoring-end = Окончание должно быть позже начала и не позже чем через 10 лет
fault-mentoring-extension = Новое окончание должно быть позже прежнего, не раньше сегодняшнего дня и не дальше 10 лет от начала пары
fault-mentoring-before-match = Этот день раньше, чем создана пара
fault-mentoring-pair-closed = Пара уже закрыта
