# Запись на занятие: места, лист ожидания, страница преподавателя.
sign-ups-title = Места и запись
sign-ups-taken = Записаны { $confirmed } из { $capacity }
sign-ups-waiting-count = { $count ->
    [one] В листе ожидания { $count } человек.
    [few] В листе ожидания { $count } человека.
   *[other] В листе ожидания { $count } человек.
}
sign-ups-note-confirmed = Есть место
sign-ups-note-waiting = В листе ожидания под номером
sign-ups-note-none = Без записи

sign-ups-own-title = Запись на занятие
sign-ups-own-confirmed = Вы записаны
sign-ups-own-confirmed-help = За вами место. Если не сможете прийти, откажитесь от него: его сразу получит следующий.
sign-ups-own-waiting = Вы в листе ожидания, номер { $position }
sign-ups-own-waiting-help = Как только место освободится, первый в листе получит его, и мы пришлём ему письмо.
sign-ups-left = Свободно { $left } из { $capacity } мест
sign-ups-none-left = Все места заняты: { $capacity }.
sign-ups-opens = Запись откроется: { $at }
sign-ups-closes = Записаться можно до: { $at }
sign-ups-cancel-by = Отказаться можно до: { $at }
sign-ups-closed = Запись закрыта. Если вам нужно место, напишите преподавателю.
sign-ups-full-help = Листа ожидания у этого занятия нет. Загляните позже: кто-нибудь может отказаться.
sign-ups-too-late = Самостоятельно отказаться уже нельзя. Если не сможете прийти, сообщите преподавателю: он освободит место.
sign-ups-not-needed = На это занятие записываться не нужно: просто приходите.
sign-ups-join = Записаться на занятие
sign-ups-wait = Встать в лист ожидания
sign-ups-wait-help = Место получите, если кто-то откажется. Письмо придёт сразу.
sign-ups-give-up = Отказаться от места
sign-ups-give-up-confirm = Отказаться от места? Его сразу получит следующий.
sign-ups-leave = Выйти из листа ожидания
sign-ups-to-schedule = К расписанию

sign-ups-figure-confirmed = Записаны
sign-ups-figure-waiting = В листе ожидания
sign-ups-idle = { $count ->
    [one] Освободилось { $count } место, а в листе ожидания есть люди.
    [few] Освободилось { $count } места, а в листе ожидания есть люди.
   *[other] Освободилось { $count } мест, а в листе ожидания есть люди.
}
sign-ups-promote = Отдать места следующим
sign-ups-cancelled-note = Занятие отменено, записи на него больше нет.
sign-ups-over-note = Занятие прошло. Список остаётся для истории.
sign-ups-confirmed-title = У кого есть место
sign-ups-waiting-title = Лист ожидания
sign-ups-nobody = Пока никто не записан.
sign-ups-since = Запись: { $at }
sign-ups-by = Запись сделал преподаватель { $name }
sign-ups-ended-title = Кто отказался или был снят с записи
sign-ups-ended-line = с { $since } до { $until }
sign-ups-withdraw = Снять с записи
sign-ups-withdraw-action = Снять с записи и написать
sign-ups-withdraw-hint = Её прочитает слушатель в письме.
sign-ups-reason = Причина
sign-ups-admit-title = Записать слушателя
sign-ups-admit-who = Кого записать
sign-ups-admit-choose = Выберите слушателя
sign-ups-admit-hint = Мест больше не станет: если все заняты, слушатель встанет в лист ожидания.
sign-ups-admit-reason-hint = Останется в истории записи.
sign-ups-admit = Записать
sign-ups-set-title = Открыть запись
sign-ups-set-again-title = Места и сроки
sign-ups-set-lead = Пока мест не задано, занятия ждут всех слушателей. Задайте число мест, и слушатели будут записываться сами. Если по одной теме несколько занятий с записью, слушателю достаточно одного: каждое засчитывается целиком.
sign-ups-capacity = Сколько мест
sign-ups-opens-at = Запись открывается
sign-ups-opens-at-hint = По времени занятия ({ $city }). Пустое поле — сразу.
sign-ups-closes-at = Запись закрывается
sign-ups-closes-at-hint = Пустое поле — с началом занятия.
sign-ups-cancel-until = До какого времени можно отказаться
sign-ups-cancel-until-hint = Позже место освобождаете только вы. Пустое поле — до начала занятия.
sign-ups-waiting-list = Вести лист ожидания
sign-ups-waiting-list-hint = Освободившееся место сразу получает первый в листе, ему приходит письмо.
sign-ups-save = Сохранить места и сроки
sign-ups-open = Открыть запись
sign-ups-remove = Отменить запись: пусть приходят все
sign-ups-remove-confirm = Отменить запись? Занятие снова будет для всех слушателей, список сохранится.

sign-ups-flash-confirmed = Вы записаны на занятие.
sign-ups-flash-waiting = Мест нет, вы в листе ожидания под номером { $position }. Когда место освободится, придёт письмо.
sign-ups-flash-released = Вы сняты с записи.
sign-ups-flash-set = Места и сроки сохранены.
sign-ups-flash-promoted = { $count ->
    [one] Место получил { $count } человек из листа ожидания, письмо отправлено.
    [few] Места получили { $count } человека из листа ожидания, письма отправлены.
   *[other] Места получили { $count } человек из листа ожидания, письма отправлены.
}
sign-ups-flash-removed = Запись отменена: занятие для всех слушателей.
sign-ups-flash-admitted = Слушатель записан, письмо отправлено.
sign-ups-flash-admitted-waiting = Все места заняты. Слушатель в листе ожидания под номером { $position }.
sign-ups-flash-withdrawn = Слушатель снят с записи, письмо отправлено.

fault-sign-ups-not-needed = На это занятие не записываются: места не заданы
fault-sign-ups-cancelled = Занятие отменено, записаться на него нельзя. Посмотрите другие даты в расписании
fault-sign-ups-ahead = Запись ещё не открыта. Она откроется: { $at }
fault-sign-ups-closed = Запись закрыта. Если вам нужно место, напишите преподавателю
fault-sign-ups-full = Все места заняты: { $capacity }. Листа ожидания нет, загляните позже
fault-sign-ups-clash = В это время уже есть запись на «{ $title }», { $when }. Сначала откажитесь от неё
fault-sign-ups-asked-elsewhere = В это время вас ждут на занятии «{ $title }», { $when }: на него приходят все. Выберите другое время или напишите преподавателю
fault-sign-ups-consulted = В это время вы записаны на консультацию: { $edition }, { $when }. Сначала отмените её или выберите другое время
fault-sign-ups-not-signed-up = Записи на это занятие уже нет
fault-sign-ups-too-late = Срок отказа прошёл. Сообщите преподавателю: он освободит место
fault-sign-ups-over = Занятие прошло, записать на него нельзя
fault-sign-ups-below-confirmed = { $confirmed ->
    [one] Место уже есть у { $confirmed } человека. Укажите не меньше или сначала снимите кого-то с записи
   *[other] Места уже есть у { $confirmed } человек. Укажите не меньше или сначала снимите кого-то с записи
}
fault-sign-ups-not-a-moment = Укажите день и время, например 21.11.2026 10:00
fault-sign-ups-after-start = Занятие к этому времени уже начнётся. Укажите время раньше
fault-sign-ups-closes-before-opening = Запись закроется раньше, чем откроется. Поменяйте одно из двух времён

mail-place-promoted-subject = Освободилось место: { $title }
mail-place-promoted-what = Место на занятии «{ $title }» теперь ваше: { $when } по { $city }. Приходите.
mail-place-passed-over-subject = Место есть, но вы заняты: { $title }
mail-place-passed-over-what = На занятии «{ $title }» освободилось место: { $when } по { $city }.
mail-place-passed-over-signed-up = В это время вы записаны на другое занятие: «{ $title }», { $when }. Если хотите прийти на это, откажитесь от места на другом.
mail-place-passed-over-consulted = В это время вы записаны на консультацию: { $edition }, { $when }. Если хотите прийти на занятие, отмените её.
mail-place-passed-over-asked = В это время вас ждут на занятии «{ $title }», { $when }: на него приходят все. Если хотите прийти на это, напишите преподавателю.
mail-place-passed-over-kept = Вы остаётесь в листе ожидания на своём месте и получите свободное место, как только освободитесь.
mail-place-given-subject = Вы записаны: { $title }
mail-place-given-what = Преподаватель записал вас на занятие «{ $title }»: { $when } по { $city }.
mail-place-until = Если не сможете прийти, откажитесь от места до: { $until }. Его получит следующий.
mail-place-action = Открыть запись
mail-place-withdrawn-subject = Вы сняты с записи: { $title }
mail-place-withdrawn-what = Вы больше не записаны на занятие «{ $title }»: { $when } по { $city }.
mail-place-withdrawn-reason = Причина: { $reason }
mail-session-left-subject = Убрано из календаря: { $title }, { $when }
mail-session-left-what = Занятие «{ $title }» убрано из вашего календаря: места на нём за вами нет. Поток: { $edition }.
