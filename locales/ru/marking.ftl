# Проверка ответов людьми: очередь, ответ, другая оценка, апелляции, пересчёт.
marking-queue-title = Ответы на проверку
marking-queue-lead = { $count ->
    [0] Непроверенных ответов нет
    [one] Ждёт { $count } ответ
    [few] Ждут { $count } ответа
   *[other] Ждут { $count } ответов
}
marking-queue-empty = Проверять нечего
marking-queue-empty-help = Ответы и апелляции появятся здесь, как только слушатели их отправят.
marking-queue-works = К работам по кейсам
marking-queue-questions = Вопросы
marking-queue-question = Вопрос
marking-queue-quiz = Тест
marking-queue-edition = Поток
marking-queue-count = Ответов
marking-queue-age = Самый давний ждёт
marking-queue-appeals = { $count ->
    [one] { $count } апелляция
    [few] { $count } апелляции
   *[other] { $count } апелляций
}
marking-age = { $days ->
    [0] меньше дня
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
marking-old = давно
marking-notes = На что смотреть
marking-points = Баллы
marking-points-hint = От 0 до { $most }, с шагом { $step }
marking-points-of = { $points } из { $most }

marking-desk-title = Ответ { $number }: { $quiz }
marking-desk-back = К очереди
marking-desk-answer = Ответ № { $number }
marking-desk-what = Что ответили
marking-desk-blind = без имён
marking-desk-handed-in = Сдано: { $at }
marking-desk-age = Ждёт: { $age }
marking-desk-words = { $count ->
    [one] { $count } слово
    [few] { $count } слова
   *[other] { $count } слов
}
marking-desk-left = { $count ->
    [one] Ждёт { $count } ответ на этот вопрос
    [few] Ждут { $count } ответа на этот вопрос
   *[other] Ждут { $count } ответов на этот вопрос
}
marking-desk-own = Это ваш ответ: его проверит другой преподаватель.
marking-desk-given = Поставлено баллов: { $points }
marking-remark = Замечание слушателю
marking-remark-hint = Слушатель увидит его рядом со своим ответом.
marking-keep = Сохранить замечание в мои фразы
marking-save-next = Поставить и дальше
marking-skip = Пропустить
marking-next = К следующему ответу
marking-keys = Enter в поле баллов ставит оценку и открывает следующий ответ. Из замечания – Ctrl+Enter.
marking-meanwhile-title = Этот ответ уже проверили
marking-meanwhile = { $who }, { $at }. Ваша оценка не записана.
marking-meanwhile-typed = Ваше замечание, чтобы не набирать заново

marking-phrases-title = Мои фразы
marking-phrases-lead = Отметьте фразу при проверке, и она встанет под вашим замечанием.
marking-phrases-link = Мои фразы
marking-phrases-insert = Добавить к замечанию
marking-phrases-none = Сохранённых фраз пока нет.
marking-phrases-new = Новая фраза
marking-phrases-add = Сохранить фразу
marking-phrases-remove = Убрать

marking-override-title = Изменить оценку: { $person }
marking-override-heading = Изменить оценку
marking-override-back = К результату
marking-override-now = Сейчас баллов: { $points } из { $most }
marking-override-points = Новые баллы
marking-override-reason = Почему
marking-override-reason-hint = Слушатель увидит это рядом с новой оценкой. Прежняя сохранится.
marking-override-save = Изменить оценку

marking-changes = Как менялась оценка
marking-change-marked = Проверено
marking-change-overridden = Оценка изменена
marking-change-appealed = Апелляция принята
marking-change-regraded = Вопрос пересчитан
marking-change-granted = Вопрос засчитан всем
marking-change-from-to = было { $old }, стало { $new }
marking-change-to = баллов: { $new }
marking-change-reason = Оценка изменена: { $reason }
marking-waiting = Ждёт проверки

marking-appeal-title = Апелляция: { $quiz }
marking-appeal-heading = Апелляция
marking-appeal-link = Не согласны с оценкой?
marking-appeal-see = Ваша апелляция
marking-appeal-back = К результату
marking-appeal-text = Почему оценка должна быть другой
marking-appeal-hint = Сошлитесь на урок или источник. По каждому вопросу можно обратиться один раз.
marking-appeal-send = Отправить апелляцию
marking-appeal-made = Отправлено: { $at }
marking-appeal-waits = Преподаватель ещё не ответил. Ответ придёт письмом и появится здесь.
marking-appeal-accepted = Апелляция принята, оценка изменена
marking-appeal-declined = Оценка осталась прежней

marking-decision-title = Апелляция: { $quiz }
marking-decision-heading = Апелляция слушателя
marking-decision-answer = Ответ
marking-decision-expected = Правильный ответ
marking-decision-now = Сейчас баллов
marking-decision-verdict = Ваше решение
marking-decision-accept = Изменить оценку
marking-decision-accept-note = Прежняя сохранится, слушатель увидит обе
marking-decision-decline = Оставить как есть
marking-decision-decline-note = Объясните почему
marking-decision-points = Новые баллы, если меняете
marking-decision-words = Ответ слушателю
marking-decision-words-hint = Он придёт на страницу результата, а письмом – что ответ есть.
marking-decision-save = Ответить

marking-regrade-title = Пересчёт: { $quiz }
marking-regrade-heading = Пересчитать вопрос
marking-regrade-back = К статистике
marking-regrade-by = По чему пересчитать
marking-regrade-choose = Выберите
marking-regrade-version = Версия
marking-regrade-asked = её и спрашивали
marking-regrade-full = Засчитать всем
marking-regrade-look = Посмотреть, что изменится
marking-regrade-under-way = { $count ->
    [one] { $count } попытка ещё идёт: решение коснётся её, когда её сдадут.
    [few] { $count } попытки ещё идут: решение коснётся их, когда их сдадут.
   *[other] { $count } попыток ещё идут: решение коснётся их, когда их сдадут.
}
marking-regrade-incomparable = Эти версии нельзя сопоставить
marking-regrade-incomparable-help = В новой версии другой вид вопроса или изменено больше одного варианта, поэтому неясно, что выбрал слушатель. Засчитайте вопрос всем или измените оценки по одной.
marking-regrade-changes = { $count ->
    [0] Ничего не изменится
    [one] Изменится { $count } оценка
    [few] Изменятся { $count } оценки
   *[other] Изменится { $count } оценок
}
marking-regrade-unchanged = Останутся прежними: { $count }.
marking-regrade-by-hand = Поставлены преподавателем и не меняются: { $count }.
marking-regrade-passes = Теперь сдадут: { $count }.
marking-regrade-fails = Перестанут проходить: { $count }; зачёт, который уже записан, у них останется.
marking-regrade-lines = Попытки до и после
marking-regrade-attempt = Попытка
marking-regrade-before = Было
marking-regrade-after = Стало
marking-regrade-result = Итог
marking-regrade-same = без перемен
marking-regrade-nameless = Без имени
marking-regrade-now-passes = теперь сдан
marking-regrade-now-fails = больше не сдан
marking-regrade-reason = Причина
marking-regrade-reason-hint = Её увидит каждый, у кого изменится оценка.
marking-regrade-do = Пересчитать
marking-regrade-full-do = Засчитать всем
marking-regrade-earlier = Прежние пересчёты этого теста
marking-regrade-earlier-one = Пересчёт { $number ->
    [0] последний
   *[other] ещё раньше, { $number }
}
marking-regraded-title = Пересчёт: { $quiz }
marking-regraded-heading = Пересчёт вопроса
marking-regraded-finished = Пересчёт закончен: { $at }
marking-regraded-count = Попыток: { $done }, оценок изменилось: { $changed }.
marking-regraded-running = { $count ->
    [one] Осталась { $count } попытка
    [few] Осталось { $count } попытки
   *[other] Осталось { $count } попыток
}
marking-regraded-running-help = Страницу можно закрыть: пересчёт идёт сам. Обновите её через минуту.
marking-regraded-ordered = Начат

marking-flash-marked = Поставлено баллов: { $points }
marking-flash-settled = Поставлено баллов: { $points }. Тест этого слушателя проверен целиком, письмо отправлено.
marking-flash-none-left = На этот вопрос больше никто не ждёт оценки
marking-flash-blind = Теперь ответы проверяют без имён
marking-flash-named = Теперь ответы проверяют с именами
marking-flash-phrase = Фраза сохранена
marking-flash-phrase-gone = Фраза убрана
marking-flash-overridden = Оценка изменена. Баллов теперь: { $points }
marking-flash-appealed = Апелляция отправлена
marking-flash-decided = Ответ отправлен слушателю
marking-flash-regrading = Пересчёт начат

marking-letter-action = Открыть результат
marking-letter-marked-subject = Тест проверен: { $title }
marking-letter-marked-result = Преподаватель проверил ваши ответы. Результат: { $percent } %.
marking-letter-marked-later = Преподаватель проверил ваши ответы. Результат можно будет увидеть с { $from }.
marking-letter-marked-passed = Тест сдан.
marking-letter-marked-failed = До проходного балла пока не хватило.
marking-letter-changed-subject = Оценка изменена: { $title }
marking-letter-changed-result = Результат теста был { $old } %, стал { $new } %. Причина указана на странице результата.
marking-letter-changed-passed = Теперь тест сдан.
marking-letter-appeal-subject = Ответ на апелляцию: { $title }
marking-letter-appeal-accepted = Ваша апелляция принята, оценка изменена. Ответ преподавателя – на странице результата.
marking-letter-appeal-declined = Преподаватель ответил на вашу апелляцию: оценка осталась прежней. Объяснение – на странице результата.

fault-points-step = Укажите баллы от 0 до { $most } с шагом { $step }
fault-versions-incomparable = Эти версии нельзя сопоставить
