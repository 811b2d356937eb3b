# Рубрика кейса в потоке: веса, версии, самооценка.
common-rubric-weight = Баллы этого критерия умножаются на { $weight }.
problem-rubric-changed = Рубрику изменили, пока вы писали
problem-rubric-changed-help = Сейчас действует версия { $number }. Откройте работу снова: подходящие отметки перенесены, остальное показано рядом.
fault-case-own = Оцените себя по критерию «{ $criterion }»
fault-rubric-nothing = Нужен хотя бы один критерий с уровнями
fault-rubric-few-levels = У критерия должно быть хотя бы два уровня
fault-rubric-points-twice = Два уровня с одинаковыми баллами. Измените баллы одного из них
fault-rubric-same = Рубрика осталась прежней. Измените её или вернитесь назад
fault-content-rubric-weight = Вес критерия не целое число от 1 до 10. Напишите {"{"}критерий weight=2{"}"} или уберите вес
rubrics-title = Рубрика: { $title }
rubrics-lead = По чему оценивают работы этого кейса в потоке. Поставленные оценки остаются со своей версией рубрики.
rubrics-edit = Изменить рубрику
rubrics-cases-link = Рубрика
rubrics-link = Версии рубрики, эта работа: версия { $number }
rubrics-by = Оценка по версии { $number } рубрики
rubrics-now = Сейчас действует версия { $number }
rubrics-now-own = Рубрика программы
rubrics-own = Рубрика программы
rubrics-versions = Все версии
rubrics-version = Версия { $number }
rubrics-version-look = Посмотреть критерии
rubrics-most = Всего { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[other] { $points } баллов
}
rubrics-open = Оценки по прежним версиям
rubrics-open-lead = Решите о каждой: перепроверить по версии { $number } или оставить как есть. Пока решения нет, действует прежняя оценка.
rubrics-open-none = Все оценки поставлены по версии { $number }, или о них уже решено.
rubrics-settled = Оставлены как есть
rubrics-stays-by = Оставлена: { $who }, { $at }
rubrics-stays-at = Оставлена { $at }
rubrics-regrade = Перепроверить
rubrics-keep = Оставить как есть
rubrics-in-marking = { $count ->
    [one] Сейчас проверяется { $count } работа
    [few] Сейчас проверяются { $count } работы
   *[other] Сейчас проверяется { $count } работ
}. Если изменить рубрику, проверяющие увидят это на странице работы, их отметки сохранятся.
rubrics-form-title = Изменить рубрику: { $title }
rubrics-form-lead = Сохранение создаёт новую версию для этого потока. Непроверенные работы оценят по ней, поставленные оценки не изменятся.
rubrics-criterion = Критерий { $number }
rubrics-criterion-title = Что оценивают
rubrics-criterion-add = Добавить критерий
rubrics-criterion-remove = Убрать критерий
rubrics-criterion-raise = Поднять выше
rubrics-weight = Вес
rubrics-weight-hint = От 1 до 10: на него умножаются баллы критерия. Обычно 1.
rubrics-level = Уровень { $number }
rubrics-level-text = Как выглядит работа этого уровня
rubrics-level-add = Добавить уровень
rubrics-level-remove = Убрать уровень
rubrics-points = Баллы
rubrics-pass = Проходной балл
rubrics-pass-hint = С учётом весов, не больше суммы высших уровней.
rubrics-reason = Почему рубрика меняется
rubrics-reason-hint = Это прочитают слушатели и те, кто проверяет.
rubrics-save = Сохранить новую версию
rubrics-overtaken-title = Пока вы писали, рубрику изменил кто-то другой
rubrics-overtaken = Сейчас действует версия { $number }. Ваши правки в форме ниже не записаны. Если сохраните, они станут следующей версией.
rubrics-overtaken-look = Посмотреть рубрику
rubrics-flash-changed = Рубрика изменена, действует версия { $number }
rubrics-flash-kept = Решение записано: оценка остаётся как есть
rubrics-flash-moved = Рубрику изменили. Подходящие отметки перенесены, остальные показаны на странице
rubrics-changed-title = Рубрику изменили, пока вы писали
rubrics-changed = Сейчас действует версия { $who }. Оценка не записана. Отметки, которые подходят, стоят в форме ниже. Остальные показаны здесь.
rubrics-changed-script = Ваши отметки сохранены. Обновите страницу, чтобы продолжить по новой рубрике.
rubrics-moved-title = Рубрика изменилась, пока вы проверяли
rubrics-moved = Причина: { $reason }. Отметки, которые подходят, перенесены в форму. Проверьте их и дополните.
rubrics-moved-left = Из версии { $number } не перенесено:
rubrics-pinned = Эту работу проверяют по версии { $number }: по ней уже поставил отметки первый преподаватель. Сейчас в потоке версия { $newest }.
rubrics-outdated = Оценка поставлена по версии { $number } рубрики, сейчас действует версия { $newest }: { $reason }
rubrics-outdated-stays = Решено оставить оценку как есть.
rubrics-regrading-title = Перепроверка по версии { $number }
rubrics-regrading = У каждого критерия стоит прежняя отметка, вся прежняя оценка под формой. Пока вы не сохраните, действует она.
rubrics-regrade-form = Новая оценка по версии { $number }
rubrics-regrade-save = Сохранить новую оценку
rubrics-calibration = Пробные оценки этой работы ставят по версии { $number } рубрики, чтобы их можно было сравнить.
rubrics-changed-for-trainee = Преподаватели изменили критерии { $at }. Причина: { $reason }
rubrics-own-title = Самооценка
rubrics-own-for-grader = Сначала оцените сами, потом сравните с самооценкой автора.
rubrics-own-chosen = { $points ->
    [one] { $points } балл
    [few] { $points } балла
   *[other] { $points } баллов
}
rubrics-own-left-out = без самооценки
rubrics-own-given = Преподаватель: { $points }.
rubrics-own-same = Самооценка совпала.
rubrics-own-higher = Самооценка выше на { $by ->
    [one] { $by } балл
    [few] { $by } балла
   *[other] { $by } баллов
}.
rubrics-own-lower = Самооценка ниже на { $by ->
    [one] { $by } балл
    [few] { $by } балла
   *[other] { $by } баллов
}.
rubrics-own-version = Самооценка сделана по версии { $number } рубрики.
rubrics-own-form = Как вы сами оцениваете работу
rubrics-own-form-offered = По тем же критериям, что и преподаватель. На оценку не влияет: вы увидите их рядом и сравните.
rubrics-own-form-required = По тем же критериям, что и преподаватель. На оценку не влияет, но без неё работу сдать нельзя.
rubrics-own-form-changed = Критерии изменились после того, как вы себя оценили. Посмотрите свои отметки ещё раз.
rubrics-former = Было { $points ->
    [one] { $points } балл:
    [few] { $points } балла:
   *[other] { $points } баллов:
}
