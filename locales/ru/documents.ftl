# Документы: выдача, книга регистрации, проверка подлинности, «Мои документы».
documents-kind-advanced_training_certificate = Удостоверение о повышении квалификации
documents-kind-participation_certificate = Сертификат участника
documents-kind-retraining_diploma = Диплом о профессиональной переподготовке
documents-kind-study_certificate = Справка об обучении
documents-kind-mentor_certificate = Сертификат наставника
documents-kind-thank_you_letter = Благодарственное письмо
documents-kind-recommendation_letter = Рекомендательное письмо
documents-kind-service_record = Справка о деятельности добровольца
documents-kind-authority_document = Подтверждение полномочий добровольца
documents-status-valid = Действителен
documents-status-revoked = Аннулирован
documents-status-revoked-on = Аннулирован { $date }
documents-hours = { $hours ->
    [one] { $hours } академический час
    [few] { $hours } академических часа
   *[other] { $hours } академических часов
}
documents-number-of = № { $number } от { $date }
documents-card-facts = «{ $programme }», { $hours ->
    [one] { $hours } академический час
    [few] { $hours } академических часа
   *[other] { $hours } академических часов
}
documents-pdf = Скачать PDF
documents-to-register = Книга регистрации

documents-met-attendance = Посещаемость { $share } % от запланированного, нужно { $needed } %{ $held ->
    [none] {""}
   *[other] ; от проведённого { $held } %
}
documents-met-attendance-held = Посещаемость{ $held ->
    [none] {" "}{ $share } % от запланированного, нужно { $needed } %
   *[other] {" "}{ $held } % от проведённого, нужно { $needed } %; от запланированного { $share } %
}
documents-met-hours = Самостоятельная работа { $share } % часов, нужно { $needed } %
documents-met-quiz = { $title } — сдано на { $best } %
documents-met-quiz-without-result = { $title } — пройдено
documents-met-declaration = { $question } — ответ получен
documents-met-case = { $title } — зачтено

fault-document-attendance-short = Посещаемость { $share } % из { $needed } % от запланированного{ $held ->
    [none] {""}
   *[other] ; от проведённого { $held } %
}
fault-document-attendance-held-short = Посещаемость{ $held ->
    [none] {" "}не из чего считать: ни одно занятие ещё не прошло, а нужно { $needed } % от проведённого
   *[other] {" "}{ $held } % из { $needed } % от проведённого; от запланированного { $share } %
}
fault-document-hours-short = Самостоятельная работа { $share } % часов из { $needed } %
fault-document-quiz-open = { $title } — не сдано
fault-document-answer-open = Нет ответа на вопрос об опыте: { $question }
fault-document-quiz-failed = { $title } — не сдано, лучший результат { $best } %
fault-document-case-missing = { $title } — работа не сдана
fault-document-case-waiting = { $title } — работа ждёт проверки
fault-document-case-failed = { $title } — работа не зачтена
fault-document-letters-holder = В имени «{ $name }» есть знаки, которых нет в шрифтах документа: { $letters }. Исправьте имя в карточке человека
fault-document-letters-issuer = В реквизитах организации «{ $name }» есть знаки, которых нет в шрифтах документа: { $letters }. Исправьте их в карточке организации
fault-document-letters-programme = В названии программы или модулей есть знаки, которых нет в шрифтах документа: { $letters }. Исправьте файлы программы и загрузите новую версию
fault-document-issuer-city = У организации «{ $name }» не указан город: он печатается как место выдачи
fault-document-issuer-post = У организации «{ $name }» не указана должность руководителя, который подписывает документы
fault-document-issuer-head = У организации «{ $name }» не указан руководитель, который подписывает документы
fault-document-before-end = Дата выдачи не может быть раньше окончания обучения, { $date }
fault-document-after-today = Дата выдачи не может быть позже сегодняшней, { $date }
fault-document-nobody-chosen = Отметьте, кому выдать документы
fault-document-many-at-once = Слишком много людей, чтобы выдать сразу: не больше { $limit }. Выдайте им пакетом: там документы выдаются по частям, ничего не теряется при сбое
fault-document-not-held = Проведено { $held } из { $planned } минут занятий программы. Проведите остальные или укажите, почему документ можно выдать
fault-document-not-enrolled = Этот человек не зачислен в поток или отчислен из него
fault-document-reason-short = Опишите причину подробнее: не меньше { $limit ->
    [one] { $limit } знака
   *[other] { $limit } знаков
}

documents-issue-title = Выдача документов
documents-issue-lead = { $kind } по программе «{ $programme }»
documents-issue-refused = Документы никому не выданы
documents-issue-refused-help = Исправьте отмеченное и отправьте ещё раз. Номера не израсходованы.
documents-issue-blocked = Выдать документы пока нельзя
documents-issue-mend = Открыть карточку организации «{ $name }»
documents-issue-early = Выдать документы можно с { $date }
documents-issue-early-help = Дата выдачи не бывает раньше окончания обучения. До этого дня здесь видно, кто уже готов.
documents-issue-nobody = В потоке пока никого нет
documents-issue-nobody-help = Зачислите людей, и здесь будет видно, кто готов получить документ.
documents-issue-to-edition = К потоку
documents-issue-ready = Готовы получить документ: { $count }
documents-issue-earlier = Прежний документ аннулирован: { $numbers }
documents-issue-date = Дата выдачи
documents-issue-date-hint = Печатается на документе. По ней определяется год книги регистрации
documents-issue-holds = Документ, выданный { $issued }, действует по { $until } включительно: срок указан в настройках потока.
documents-issue-short = Проведено { $held } из { $planned } минут занятий
documents-issue-short-help = Посещаемость в этом потоке считается от проведённого, а документ подтверждает всю программу. Проведите остальные занятия, а если документ можно выдать уже сейчас, укажите почему.
documents-issue-despite = Почему документы можно выдать
documents-issue-despite-hint = Причина сохранится в документе вместе с вашим именем, её видят администраторы центра
documents-issue-do = Выдать документы ({ $count })
documents-issue-preview = Посмотреть образец
documents-issue-preview-note = Образец с данными слушателя: { $name }. Он нигде не сохраняется и номера не занимает.
documents-samples-link = Образец с данными любого слушателя и любым шаблоном
documents-samples-title = Образец документа
documents-samples-lead = Документ ещё не выдан: образец покажет данные слушателя, которые попали бы в него сейчас, вместо номера — прочерк, поперёк — «ОБРАЗЕЦ». Он нигде не сохраняется, просмотр записывается в журнал.
documents-samples-person = Слушатель
documents-samples-template = Шаблон
documents-samples-template-hint = Название и номер версии. Можно выбрать и версию, которая ещё не в работе
documents-samples-at-work = Тот, которым документ напечатается при выдаче
documents-samples-back = К выдаче документов
documents-issue-unready = Ещё не готовы
documents-issue-was-chosen = Был отмечен
documents-issue-issued = Уже выданы
documents-column-name = Фамилия, имя, отчество
documents-column-missing = Чего не хватает
documents-column-number = Номер
documents-column-date = Дата выдачи
documents-column-kind = Документ
documents-column-holder = Кому выдан
documents-column-programme = Программа
documents-column-edition = Поток
documents-column-status = Состояние
documents-flash-issued = Выдано документов: { $count }. Письма слушателям отправлены.
documents-flash-issued-some = Выдано документов: { $count }. Ещё у { $kept } документ уже был, второй не выдан.
documents-flash-had-already = Документы у отмеченных уже есть ({ $kept }), вторые не выданы.
documents-flash-revoked = Документ { $number } аннулирован. На странице проверки это уже видно.

documents-printed = Что напечатано
documents-grounds = На чём основан
documents-chain = Документы по этому зачислению
documents-fact-kind = Документ
documents-fact-holder = Кому выдан
documents-fact-programme = Программа
documents-fact-volume = Объём
documents-fact-period = Сроки обучения
documents-fact-issued = Дата выдачи
documents-fact-issuer = Кто выдал
documents-fact-verify = Адрес проверки
documents-fact-edition = Поток
documents-fact-version = Версия программы
documents-fact-entered = Внесён в книгу
documents-fact-snapshot = Контрольная сумма
documents-revoked-at = Документ аннулирован { $at }
documents-revoked-reason = Причина: { $reason }
documents-revoked-by = Аннулировал(а): { $name }
documents-revoked-again = Выдать исправленный документ
documents-revoke-title = Аннулировать документ
documents-revoke-lead = Страница проверки сразу покажет, что документ недействителен. Номер больше никому не достанется, запись останется в книге. После этого можно выдать исправленный.
documents-revoke-reason = Причина
documents-revoke-hint = Её увидят только администраторы
documents-revoke-do = Аннулировать
documents-revoke-confirm = Аннулировать документ { $number }? Отменить это нельзя.

documents-register-title = Книга регистрации
documents-register-lead = Все выданные документы. Записи не удаляются.
documents-register-search = Фамилия или номер
documents-register-year = Год
documents-register-kind = Документ
documents-register-status = Состояние
documents-register-all-years = Все годы
documents-register-all-kinds = Все документы
documents-register-all-statuses = Любое
documents-register-find = Найти
documents-register-clear = Показать все
documents-register-newest = К новым
documents-register-older = Раньше
documents-register-none = Ничего не нашлось
documents-register-none-help = Проверьте фамилию или номер, уберите часть условий.
documents-register-empty = Пока ничего не выдано
documents-register-empty-help = Документы выдают на странице потока. Каждый появится здесь со своим номером.

documents-own-title = Мои документы
documents-own-issued = Выданные документы
documents-own-empty = Документов пока нет
documents-own-empty-help = Документ появится здесь, когда вы пройдёте программу. Сейчас вы не зачислены ни на одну.
documents-own-home = На главную
documents-own-until = Что осталось до документа: «{ $programme }»
documents-own-all-met = Всё выполнено. Учебный центр выдаст документ после окончания потока, { $date }; мы пришлём письмо.
documents-own-go = Открыть программу

documents-verify-title = Проверка документа
documents-verify-valid = Документ действителен
documents-verify-valid-help = Сверьте сведения ниже с документом в руках: они должны совпасть.
documents-verify-revoked = Документ аннулирован
documents-verify-revoked-help = Он недействителен с { $date }.
documents-unknown-title = Такого документа нет
documents-unknown-lead = По этому адресу ничего не выдавали. Чаще всего адрес набран с ошибкой.
documents-unknown-what = Что проверить
documents-unknown-scan = Наведите камеру на код ещё раз: он должен быть виден целиком.
documents-unknown-type = Если набираете вручную, сверьте каждый знак: после /v/ их ровно 32, только латинские буквы и цифры; букв i, l и o и цифры 1 среди них нет.
documents-unknown-ask = Если адрес верный, спросите организацию, которая указана на документе.

documents-letter-subject = Ваш документ готов
documents-letter-what = По программе «{ $programme }» вам выдан документ: { $kind }, № { $number }.
documents-letter-where = Скачать PDF и скопировать адрес проверки можно на странице «Мои документы».
documents-letter-action = Открыть мои документы

documents-status-replaced = Заменён другим
documents-relation-duplicate = Дубликат
documents-relation-correction = Исправление ошибки
documents-relation-name_change = Смена фамилии, имени или отчества
documents-relation-replacement = Другой бланк или шаблон
documents-card-until = { $course }, действует по { $date }
documents-own-renew-next = Срок документа № { $number } истёк или скоро истечёт. Чтобы получить новый, пройдите обучение ещё раз: поток «{ $edition }» начинается { $date }. О зачислении спросите в организации «{ $issuer }».
documents-own-renew-ask = Срок документа № { $number } истёк или скоро истечёт. Следующий поток этой программы ещё не назначен: спросите о нём в организации «{ $issuer }».
documents-card-valid = { $issuer }, действует { $period }
fault-document-kind = Выберите вид документа из списка
fault-document-relation = Выберите, что выдать взамен
fault-document-look-alikes = В имени «{ $name }» есть буквы другого алфавита, которые только похожи на нужные: { $letters }. Наберите их заново в карточке человека
fault-document-spelling-missing = Для федерального реестра имя «{ $name }» нужно русскими буквами, а в нём есть другие: { $letters }. Укажите русское написание в карточке человека
fault-document-spelling-letters = Русское написание «{ $name }» содержит знаки, которых федеральный реестр не принимает: { $letters }. Исправьте его в карточке человека
fault-document-number-for-one = Свой номер можно указать, только когда документ выдают одному человеку. Оставьте одного или сотрите номер
fault-document-qualification = Укажите квалификацию или вид деятельности, на которые даёт право диплом
fault-document-letter-kind = Этот документ выдают по итогам курса, на странице потока, или его нет в вашей стране
fault-document-letter-text = Напишите текст: хотя бы один абзац
fault-document-letter-parts = Не больше { $limit } частей: остальное не поместится на листе
fault-document-letters-text = В тексте есть знаки, которых нет в шрифтах документа: { $letters }. Уберите их
fault-document-service-element = Заполните это поле: в справке нужны все пять сведений о деятельности
fault-document-authority-period = Укажите, с какого и по какой день действует документ
fault-document-authority-order = Последний день не может быть раньше первого
fault-document-authority-tasks = Перечислите, что поручено добровольцу
fault-document-authority-place = Укажите, где действует документ
fault-document-replaced-already = Вместо документа { $number } уже выдан другой. Откройте последний документ цепочки
fault-document-before-original = Дата не может быть раньше даты прежнего документа, { $date }
fault-document-nothing-to-correct = Исправлять нечего: сведения те же, что в документе. Сначала исправьте их в карточке человека, организации или потока
fault-document-same-name = Имя то же, что в документе. Сначала внесите новое имя, { $name }, в карточку человека
fault-document-name-unfounded = У имени «{ $name }» не указано основание. Внесите в карточку человека свидетельство о смене имени или о браке
documents-letter-what-paper = Вам выдан документ: { $kind }, № { $number }.
documents-issue-kinds = Какой документ выдать
documents-issue-orders = Приказы, ведомости и протоколы группы:
documents-issue-withdrawn = Отчислен(а) до окончания
documents-issue-qualification = Квалификация или вид деятельности
documents-issue-qualification-hint = Печатается в дипломе: на что он даёт право
documents-issue-number = Номер
documents-issue-number-hint = Оставьте пустым, чтобы взять следующий из книги. Свой номер подходит, когда документ выдают одному человеку
documents-flash-had-already-by = Документы у отмеченных уже есть ({ $kept }): их выдал(а) { $name }, { $at }. Вторые не выданы.
documents-flash-issued-some-by = Выдано документов: { $count }. Ещё у { $kept } документ уже был, его выдал(а) { $name }, { $at }.
documents-flash-replaced = Выдан документ { $number }. Прежний отмечен как заменённый, на странице проверки это уже видно.
documents-replaced-by = Заменён. { $relation }:
documents-replaces = { $relation }. Выдан взамен документа
documents-replaces-grounds = Основание: { $grounds }
documents-preparing = PDF готовится. Скачать его можно уже сейчас: он напечатается по запросу.
documents-fact-spelling = Для реестра: { $name }
documents-fact-qualification = Квалификация
documents-fact-mark = Итоговая аттестация
documents-fact-left = Причина отчисления
documents-fact-valid = Действует
documents-fact-blank = Бланк
documents-fact-blanks-spoiled = Списанные бланки
documents-fact-blanks-frozen = PDF и снимок документа не меняются и могут называть списанный бланк. Действует тот, что назван здесь и в книге.
documents-fact-template = Шаблон
documents-fact-paper = Контрольная сумма PDF
documents-paper-enrolment = Приказ о зачислении
documents-paper-protocol = Протокол комиссии
documents-paper-closing = Приказ об окончании
documents-replace-title = Выдать взамен
documents-replace-lead = Новый документ получит свой номер и ссылку на { $number }. Прежний останется в книге с отметкой «Заменён».
documents-replace-what = Дубликат при утрате, исправление ошибки, новая фамилия или другой бланк.
documents-replace-open = Выдать взамен
documents-replace-relation = Что выдать
documents-replace-relation-hint = Дубликат и другой бланк повторяют сведения прежнего документа; исправление берёт их заново; при смене имени меняется только имя
documents-replace-choose = Выберите
documents-replace-grounds = Основание
documents-replace-grounds-hint = Заявление, в чём была ошибка, свидетельство о перемене имени. Сохранится с документом
documents-replace-number-hint = Оставьте пустым, чтобы взять следующий из книги
documents-replace-do = Выдать взамен
documents-fact-retention = Срок хранения записи
documents-issue-study-due = Выдать до { $date }
documents-issue-study-late = Срок вышел { $date }: выдайте справку сегодня
documents-fact-despite = Выдан, хотя проведено меньше
documents-fact-despite-held = Проведено { $held } из { $planned } минут.
documents-expires-subject = Срок сертификата скоро закончится
documents-expires-what = Документ «{ $kind }» № { $number } действует по { $date }.
documents-expires-where = Он выдан по программе «{ $programme }» организацией «{ $issuer }».
documents-expires-do = Чтобы подготовка не прервалась, пройдите обучение ещё раз: о ближайшем потоке спросите в этой организации.
documents-expires-action = Открыть мои документы
documents-unprinted = Документ выдан, но бумага не напечатана
documents-unprinted-valid = Сам документ действителен и проверяется по номеру и коду. Бумагу не удалось напечатать шаблоном организации: { $at }.
documents-unprinted-help = Исправьте шаблон и сохраните новую версию, затем выберите ниже, чем напечатать документ.
documents-unprinted-chosen = Выбрана другая версия шаблона, бумага печатается. Обновите страницу через минуту.
documents-unprinted-others = По той же причине бумаги нет у документов:
documents-unprinted-open = Почему и что делать
documents-reprint-title = Напечатать другой версией шаблона
documents-reprint-lead = Сведения, номер и дата останутся прежними. Версию выбирают один раз, пока бумаги нет: сначала документ печатается на пробу, и версия, которая не подходит, не засчитывается. Кто и почему выбрал, навсегда останется на этой странице.
documents-reprint-template = Чем напечатать
documents-reprint-choose = Выберите
documents-reprint-reason = Почему другой версией
documents-reprint-reason-hint = Что было не так с прежней версией. Сохранится с документом
documents-reprint-do = Напечатать
documents-fact-reprint = Напечатан другой версией шаблона
documents-flash-reprint = Документ { $number } печатается выбранной версией шаблона.
documents-unprinted-letter-subject = Бумага выданных документов не напечатана: { $organisation }
documents-unprinted-letter-what = Документы выданы ({ $count }), но шаблон «{ $template }» не печатается с их данными: { $numbers }.
documents-unprinted-letter-why = Что не так с шаблоном:
documents-unprinted-letter-help = Документы действительны. Исправьте шаблон и сохраните новую версию, затем на странице документа выберите, чем его напечатать. О других документах этой версии сегодня писем не будет: они названы на той же странице.
documents-unprinted-letter-action = Открыть документ
