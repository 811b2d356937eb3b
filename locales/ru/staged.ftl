# Кейсы по шагам: прохождение, путь, карта, разбор.
staged-eyebrow = Кейс по шагам
staged-preview = Так шаги видит слушатель: только то, до чего он дошёл. Решения принимает он сам.
staged-step = Шаг { $number }
staged-end = Чем всё закончилось
staged-to-work = Перейти к заданию и сдать работу
staged-begin = Начать
staged-open = Открыть шаг { $number }
staged-decide = Принять решение
staged-final = Решение нельзя взять назад.
staged-words-hint = Ответьте своими словами. Текст сохраняется сам, пока вы пишете.
staged-undecided = Решения на этом шаге ещё нет.
staged-offer-first = Как это устроено
staged-offer-again = Пройти шаги ещё раз
staged-offer-rules = События раскрываются по шагам. На каждом вы узнаёте, что случилось, и принимаете решение; от него зависит, что будет дальше. Решение нельзя взять назад. Закрыть страницу и вернуться можно в любой момент.
staged-offer-clock = На решение будет { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
   *[other] { $minutes } минут
}. Время пойдёт, когда вы откроете шаг, и не остановится, если закрыть страницу. Если у вас установлено дополнительное время, оно учтётся.
staged-by-clock = Время вышло, решения не было
staged-by-clock-draft = К этому времени было написано:
staged-decided-at = Решено { $at }
staged-over-at = Время вышло { $at }
staged-took-minute = не дольше минуты
staged-took-minutes = за { $n ->
    [one] { $n } минуту
    [few] { $n } минуты
   *[other] { $n } минут
}
staged-took-hours = за { $n ->
    [one] { $n } час
    [few] { $n } часа
   *[other] { $n } часов
}
staged-took-days = за { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
}

staged-path-title = Путь по шагам: { $title }
staged-path-back = К работе
staged-path-way = Что автор видел и решал
staged-path-open = Сейчас открыт шаг «{ $title }», решения ещё нет.
staged-path-overview = Кто куда пошёл в этом потоке
staged-overview-link = Кейс в этом потоке: пути и разбор
staged-path-link = Путь по шагам
staged-facts = Что стало известно
staged-criterion = Шаг: { $stages }

staged-map = Карта шагов
staged-map-lead = Кружки — шаги, квадраты — концовки, пунктир — когда время вышло. Под картой то же самое словами. Слушатели карту не видят.
staged-map-stage = Шаг { $label }. { $title }
staged-map-end = Концовка { $label }. { $title }
staged-map-came = { $count ->
    [one] Дошёл { $count } человек
    [few] Дошли { $count } человека
   *[other] Дошли { $count } человек
}
staged-map-took = выбрали: { $count }
staged-map-minutes = На решение { $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
   *[other] { $minutes } минут
}.
staged-map-clock = Время вышло
staged-map-text = Решение своими словами
staged-overview-counts = Начали шаги: { $begun }. Дошли до концовки: { $ended }. Считается последнее прохождение каждого.
staged-overview-plain = В этом кейсе нет шагов: слушатели сразу видят ситуацию и задание.
staged-debrief-opened = Разбор открыт всем слушателям потока с { $at }.
staged-debrief-closed = Сейчас разбор видит тот, у кого прошёл срок и есть оценка. Вы можете открыть его всем слушателям потока.
staged-debrief-open = Открыть разбор всем
staged-debrief-confirm = Открыть разбор всем слушателям потока? Закрыть его снова будет нельзя.
staged-flash-debrief = Разбор открыт всем слушателям потока
staged-authors = Так кейс написан. Слушатели видят шаги по одному.

fault-step-choice = Выберите один из вариантов
fault-step-text = Напишите своё решение
