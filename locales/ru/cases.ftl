# Кейсы: страница слушателя, проверка, письмо.
cases-eyebrow = Кейс
cases-situation = Ситуация
cases-task = Задание
cases-hand-in-list = Что сдать
cases-rubric-title = По чему оценивают
cases-rubric-lead = Прочитайте до начала: преподаватель выберет по каждому критерию один уровень.
cases-fallback = Этот кейс пока есть только на другом языке.
cases-preview = Так кейс видит слушатель. Черновики до сдачи не показываются никому, кроме автора.

cases-due-title = Срок
cases-due-at = До { $time } по { $city }
cases-left-days = осталось { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
}
cases-left-hours = осталось { $n ->
    [one] { $n } час
    [few] { $n } часа
   *[other] { $n } часов
}
cases-left-minutes = осталось { $n ->
    [one] { $n } минута
    [few] { $n } минуты
   *[other] { $n } минут
}
cases-left-over = срок прошёл
cases-late-now = Сдать ещё можно до { $time } по { $city }: работа будет отмечена как сданная после срока.
cases-versions-left = Версий осталось: { $left } из { $allowed }
cases-pass = Чтобы зачли, нужно { $points } из { $most ->
    [one] { $most } балла
   *[other] { $most } баллов
}

cases-state-waiting = Работа ждёт проверки
cases-state-waiting-help = О результате придёт письмо. Следующую версию можно сдать после отзыва преподавателя.
cases-state-passed = Кейс зачтён. Этот результат остаётся за вами, даже если вы сдадите ещё одну версию.
cases-state-used-up = Все версии сданы. Обсудите с преподавателем, что делать дальше.
cases-state-closed = Поток завершён: работы можно читать, сдавать уже нельзя.
cases-state-too-late = Срок сдачи прошёл, а поздние работы по этому кейсу не принимаются. Если на то была причина, напишите преподавателю.

cases-draft-title = Ваше решение, версия { $number }
cases-draft-another = Написать следующую версию
cases-draft-save = Сохранить черновик
cases-work-label = Текст решения
cases-work-hint = Черновик сохраняется сам, пока вы пишете.
cases-privacy-title = Без личных данных
cases-privacy = Не называйте настоящих имён, адресов, диагнозов и телефонов тех, кому вы помогаете, и не прикладывайте их фотографий. Достаточно слов «жительница», «семья», «ученик».
cases-files-title = Файлы
cases-file-label = Добавить файлы
cases-file-hint = PDF, фотографии, документы, таблицы и презентации (DOCX, XLSX, PPTX, ODT, ODS, ODP) или простой текст. Не больше { $files ->
    [one] { $files } файла
   *[other] { $files } файлов
}, вместе до { $megabytes } МБ. Файлы сохраняются кнопкой.
cases-file-no-room = Файлов уже { $files }, больше не поместится. Чтобы добавить другой, уберите один из них.
cases-file-remove = Убрать
cases-file-remove-one = Убрать файл { $name }
cases-hand-in = Сдать работу
cases-hand-in-confirm = Сдать версию { $number }? Текст и файлы этой версии изменить уже будет нельзя. Версий осталось: { $left }.
cases-conflict-title = Черновик изменён на другом устройстве
cases-conflict = В поле ниже ваш текст, он ещё не сохранён. Здесь — тот, что сохранён. Перенесите нужное в поле и сохраните: останется текст из поля.
cases-conflict-theirs = Сохранённый текст
cases-unsaved-label = Ваш текст
cases-unsaved-hint = Он не сохранён. Скопируйте его, если он ещё понадобится.

cases-results-title = Результат
cases-version = Версия { $number }
cases-version-work = Что было сдано
cases-version-open = Открыть эту версию
cases-handed-in = Сдано { $at }
cases-late = После срока
cases-passed = Зачтено
cases-failed = Пока не зачтено
cases-ungraded = Ждёт проверки
cases-total = Итого { $total } из { $most ->
    [one] { $most } балла
   *[other] { $most } баллов
}
cases-points-of = { $points } из { $most }
cases-advice-title = Что сделать иначе
cases-remark-title = Отзыв преподавателя
cases-graded-by = Проверено { $at }, { $who }
cases-graded-at = Проверено { $at }
cases-no-text = Текста нет, работа в файлах.
cases-receipt = Квитанция: отпечаток SHA-256 текста и файлов. По нему видно, что работа не менялась.
cases-kind-pdf = PDF
cases-kind-image = изображение
cases-kind-office = документ
cases-kind-text = текст
cases-size-kilobytes = { $n } КБ
cases-size-megabytes = { $n } МБ

cases-closed-title = Кейс пока закрыт
cases-closed-first = Он откроется, когда вы пройдёте:
cases-closed-ahead = Поток начнётся { $date }. Тогда откроется и кейс.
cases-closed-course = К программе

cases-flash-saved = Черновик сохранён
cases-flash-handed-in = Версия { $number } сдана. Квитанция — на этой странице
cases-flash-passed = Оценка сохранена: { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[other] { $points } баллов
}, зачтено. Автору ушло письмо
cases-flash-failed = Оценка сохранена: { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[other] { $points } баллов
}, пока не зачтено. Автору ушло письмо

cases-steps-first = Сначала пройдите шаги кейса
cases-steps-first-help = События этого кейса раскрываются по шагам, и на каждом вы принимаете решение. Задание, критерии и место для работы откроются после последнего шага.
cases-steps-again = Вы начали проходить шаги ещё раз. Дойдите до конца, и можно будет сдать следующую версию.
cases-steps-go = Перейти к шагам
cases-steps-own = Ваш путь по шагам
cases-debrief = Разбор кейса

cases-queue-title = Проверка
cases-queue-lead = { $count ->
    [0] Ничего не ждёт
    [one] Ждёт { $count } работа
    [few] Ждут { $count } работы
   *[other] Ждут { $count } работ
}{ $old ->
    [0] {""}
   *[other] , больше недели: { $old }
}. Сверху — самые давние.
cases-queue-person = Автор
cases-queue-case = Кейс
cases-queue-edition = Поток
cases-queue-handed-in = Сдано
cases-queue-age = Ждёт
cases-queue-version = версия { $number }
cases-queue-every-edition = Все потоки
cases-queue-every-case = Все кейсы
cases-queue-filter = Показать
cases-queue-all = Показать все работы
cases-queue-none = По этому выбору работ нет
cases-queue-none-help = Возможно, их уже проверили.
cases-queue-empty = Проверять нечего
cases-queue-empty-help = Новые работы появятся здесь, как только их сдадут.
cases-queue-today = Что ещё сегодня
cases-age = { $days ->
    [0] меньше дня
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
cases-old = больше недели

cases-desk-title = { $person }: { $title }
cases-desk-back = К очереди
cases-desk-versions = Другие версии
cases-desk-case = Условие кейса
cases-desk-notes = Заметки преподавателю
cases-desk-graded = Работа проверена
cases-desk-own = Это ваша работа: её оценит другой преподаватель.
cases-desk-total = Сейчас:
cases-desk-below = — ниже проходного, напишите, что сделать иначе.
cases-desk-reached = — хватает для зачёта.
cases-desk-save = Сохранить оценку
cases-desk-save-next = Сохранить и следующая
cases-advice-hint = Обязательно, если баллов меньше проходного. Назовите шаги, а не ошибки.
cases-meanwhile-title = Эту работу уже проверили
cases-meanwhile = { $who }, { $at }. Ваша оценка не записана, поставленная не изменилась.
cases-meanwhile-typed = Что вы написали

cases-letter-subject = Ваша работа проверена: { $title }
cases-letter-points = Преподаватель проверил вашу работу: { $points } из { $most }.
cases-letter-passed = Кейс зачтён.
cases-letter-failed = Пока не зачтено. В отзыве написано, что сделать иначе; после этого можно сдать следующую версию.
cases-letter-action = Открыть отзыв

fault-case-empty = Напишите решение или приложите файл, чтобы было что проверить
fault-case-file-kind = Файл «{ $name }» принять нельзя, текст сохранён. Подойдут PDF, JPEG, PNG, WebP, HEIC, DOCX, XLSX, PPTX, ODT, ODS, ODP и простой текст
fault-case-file-lost = Файл «{ $name }» не удалось сохранить, текст сохранён. Попробуйте ещё раз
fault-case-too-large = Файлы вместе больше { $megabytes } МБ и не загружены, текст сохранён. Выберите поменьше или сожмите их
fault-case-one-too-many = Файл «{ $name }» не поместился: файлов больше, чем можно. Уберите лишний и добавьте снова
fault-case-too-many = Слишком много файлов: можно не больше { $limit }
fault-case-criterion = Выберите уровень по критерию «{ $criterion }»
fault-case-level = По критерию «{ $criterion }» такого уровня нет
fault-case-advice = Баллов меньше проходного: напишите, что сделать иначе
