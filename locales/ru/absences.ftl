# Сообщения о том, что человек не придёт на занятие.
absences-title = Сообщения об отсутствии
absences-lead = Кто предупредил до начала, тому перекличка сама предложит отметку «По причине»: она сохранится вместе с остальными.
absences-count = { $count ->
    [one] { $count } сообщение об отсутствии
    [few] { $count } сообщения об отсутствии
   *[other] { $count } сообщений об отсутствии
}
absences-empty = Сообщений пока нет
absences-empty-help = Слушатели сообщают о пропуске из своего расписания.
absences-waiting-title = Ждут вашего решения
absences-waiting-help = Эти сообщения пришли после начала занятия. Примите — в перекличке появится отметка «По причине»; или ответьте, почему отметка остаётся.
absences-waiting-short = { $count ->
    [one] { $count } ждёт решения
    [few] { $count } ждут решения
   *[other] { $count } ждут решения
}
absences-others-title = Остальные
absences-older = Более ранние
absences-given = Сообщение: { $at }
absences-remark = Ответ слушателю
absences-remark-hint = Если не принимаете, напишите почему. Ответ придёт письмом.
absences-accept = Принять причину
absences-refuse = Не принимать
absences-reconsider = Решить по-другому
absences-state-early = До начала
absences-state-moved = Занятие перенесли, предупреждение было для другого дня
absences-state-late = После начала, ждёт решения
absences-state-accepted = Причина принята
absences-state-refused = Причина не принята

absences-reason = Почему вас не будет
absences-words = Своими словами
absences-words-hint = Нужно, если выбрано «Другое». Увидят только преподаватели.
absences-file = Справка или другой файл
absences-file-hint = До { $megabytes } МБ: PDF, фото или документ. Откроют только вы и преподаватели.
absences-send = Сообщить
absences-tell = Сообщить, что не приду
absences-explain = Сообщить, почему меня не было
absences-open = Открыть сообщение
absences-lead-early = Преподаватель увидит это в перекличке и отметит пропуск по причине. До начала занятия можно передумать.
absences-lead-late = Занятие уже началось или прошло. Преподаватель прочитает и решит, отметить ли пропуск по причине.
absences-told-title = Ваше сообщение
absences-told-early = Вы сообщили, что не придёте
absences-told-moved = Вы предупредили, но занятие перенесли на другой день
absences-told-late = Вы сообщили о пропуске, ответа пока нет
absences-told-accepted = Причина пропуска принята
absences-told-refused = Причина пропуска не принята
absences-help-early = Преподаватель видит это в перекличке.
absences-help-moved = Занятие перенесли на другой день, и ваше сообщение его не касается. Если не сможете прийти и в новый день, сообщите ещё раз.
absences-help-late = Преподаватель получит сообщение и ответит.
absences-help-accepted = В перекличке стоит отметка «По причине».
absences-help-refused = Отметка осталась прежней. Есть вопросы — напишите преподавателю.
absences-answer = Ответ преподавателя:
absences-place-held = За вами место на этом занятии. Если откажетесь от него, оно достанется следующему.
absences-take-back = Всё-таки приду

absences-note-early = Предупреждение: не сможет прийти.
absences-note-moved = Предупреждение было для другого дня, занятие перенесли.
absences-note-late = Сообщение после начала, ждёт решения.
absences-note-accepted = Сообщение после начала, принято.
absences-note-refused = Сообщение после начала, не принято.

absences-mark-words = по сообщению слушателя

absences-flash-told = Сообщение отправлено преподавателю.
absences-flash-taken-back = Хорошо, вас ждут на занятии.
absences-flash-accepted = Причина принята, в перекличке отметка «По причине». Письмо отправлено.
absences-flash-refused = Ответ отправлен, отметка не изменилась.

fault-absences-cancelled = Занятие отменено, сообщать о пропуске не нужно
fault-absences-was-there = В перекличке отмечено, что вы были на занятии. Если это не так, скажите преподавателю
fault-absences-excused = Пропуск уже отмечен по причине, сообщать больше ничего не нужно
fault-absences-over = Сообщить о пропуске можно в течение недели после занятия. Теперь напишите преподавателю
fault-absences-words = Напишите причину своими словами
fault-absences-told-already = Вы уже сообщили об этом занятии
fault-absences-too-many = Об этом занятии вы сообщали уже десять раз. Напишите преподавателю
fault-absences-started = Занятие началось. Если вы на нём, отметьтесь или скажите преподавателю
fault-absences-decided = По этому сообщению решать уже нечего. Отметку можно исправить в перекличке
fault-absences-refusal-words = Напишите слушателю, почему отметка остаётся
fault-absences-was-there-decide = В перекличке отмечено, что человек был на занятии. Сначала исправьте отметку там

mail-absence-decided-subject = Ответ о пропуске: { $title }
mail-absence-accepted = Преподаватель принял причину вашего пропуска: «{ $title }», { $when }. В перекличке стоит отметка «По причине».
mail-absence-refused = Преподаватель прочитал ваше сообщение о занятии «{ $title }», { $when }. Отметка осталась прежней.
mail-absence-action = Открыть сообщение
mail-absence-late-subject = Объяснение пропуска: { $title }
mail-absence-late-what = { $who } сообщает, почему пропущено занятие «{ $title }», { $when }. Причина видна на странице, в письме её нет. Решите, отметить ли пропуск по причине.
mail-absence-late-action = Прочитать и решить
