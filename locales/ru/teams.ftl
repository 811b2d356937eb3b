# Команды потока: страницы преподавателя, выбор команды, командный кейс.
teams-title = Команды
teams-lead = Одни и те же команды можно использовать в нескольких заданиях.
teams-word = Команда
teams-none = Команд пока нет. Назовите набор и скажите, сколько в нём команд: людей по командам вы распределите на следующей странице.
teams-nobody = На поток ещё никто не зачислен. Зачислите слушателей, и здесь можно будет составить команды.
teams-count = { $count ->
    [one] { $count } команда
    [few] { $count } команды
   *[other] { $count } команд
}
teams-unplaced-count = без команды: { $count }
teams-cases = Командные кейсы
teams-case-size = В команде от { $least } до { $most } человек
teams-case-without = Команды не назначены
teams-new = Новый набор команд
teams-name = Название набора
teams-name-hint = Например, «Команды хакатона».
teams-number = Сколько команд
teams-number-hint = На потоке { $people ->
    [one] { $people } слушатель
    [few] { $people } слушателя
   *[other] { $people } слушателей
}. Команды можно будет добавить и переименовать.
teams-make = Создать набор
teams-flash-made = Набор создан. Теперь распределите людей по командам.
teams-board-lead = Распределите людей вручную, откройте запись или попросите составить разнородные команды.
teams-begun-title = Команды уже сдали работы
teams-begun = Заново распределять всех уже нельзя. Людей можно переводить по одному: сданные работы сохраняют тот состав, который был в день сдачи.
teams-unplaced = Без команды
teams-empty = В команде пока никого нет.
teams-no-teams = Команд в наборе пока нет. Добавьте первую ниже или распределите людей поровну.
teams-no-team = Без команды
teams-move-to = Куда перевести: { $name }
teams-move-where = Куда?
teams-move = Перевести
teams-place = Включить в команду
teams-take-out = Вывести из команды
teams-change = Переименовать или убрать
teams-team-name = Название команды
teams-rename = Переименовать
teams-remove = Убрать команду
teams-remove-hint = Убрать можно только пустую команду: сначала переведите людей.
teams-add = Ещё одна команда
teams-add-button = Добавить команду
teams-balance = Разнородные команды
teams-balance-lead = Людей одной организации, одного сектора, одного города и одной должности разведём по разным командам. Сначала вы увидите, что получится.
teams-balance-number = На сколько команд разделить
teams-balance-look = Посмотреть, что получится
teams-balance-title = Что получится
teams-balance-preview = Пока ничего не изменилось. Посмотрите состав и примите его или попросите другой.
teams-balance-changed-title = Состав потока изменился
teams-balance-changed = Пока вы смотрели, кого-то зачислили или отчислили. Ниже новый вариант: посмотрите его ещё раз.
teams-balance-spread = Ни в одной команде нет больше двух человек из одной организации.
teams-balance-tight = { $organisation }: { $sent } чел. на { $teams ->
    [one] { $teams } команду
    [few] { $teams } команды
   *[other] { $teams } команд
}, поэтому в какой-то команде их не меньше { $together }. Возьмите больше команд, если это мешает.
teams-balance-new = Новая
teams-balance-take = Принять этот состав
teams-balance-take-confirm = Принять этот состав? Все перейдут в команды, которые вы видите.
teams-balance-again = Показать другой вариант
teams-balance-back = Вернуться без изменений
teams-spread = { $people } чел., организаций: { $organisations }.
teams-spread-most = Из одной организации не больше { $count }.
teams-spread-sectors = Секторы:
teams-spread-cities = Города:
teams-spread-positions = Должности:
teams-sign-up = Запись в команды
teams-sign-up-open = Слушатели сами выбирают команду до { $until }.
teams-sign-up-closed = Сейчас слушатели не могут выбрать команду сами. Назначьте день и число мест, чтобы открыть запись.
teams-sign-up-until = Запись открыта до
teams-sign-up-time = Время
teams-sign-up-places = Мест в команде
teams-sign-up-save = Открыть запись
teams-sign-up-close = Закрыть запись сейчас
teams-uses = Для каких кейсов эти команды
teams-uses-lead = Отмеченные кейсы сдают команды этого набора. Чтобы передать кейс другому набору, отметьте его там.
teams-uses-save = Сохранить
teams-flash-added = Команда добавлена.
teams-flash-renamed = Команда переименована.
teams-flash-removed = Команда убрана.
teams-flash-placed = Человек в команде.
teams-flash-taken-out = Человек выведен из команды.
teams-flash-sign-up-open = Запись открыта.
teams-flash-sign-up-closed = Запись закрыта.
teams-flash-used = Кейсы для этих команд сохранены.
teams-flash-balanced = Состав команд принят.
teams-flash-chosen = Вы в команде.
teams-flash-left = Вы вышли из команды.
teams-own-choose = Выберите команду до { $until }. До этого времени выбор можно изменить.
teams-own-change = Перейти в другую команду можно до { $until }.
teams-own-fixed = Запись закрыта. Если нужно перейти в другую команду, напишите преподавателю.
teams-own-none = Вы пока не в команде, а запись закрыта. Напишите преподавателю: он включит вас в команду.
teams-own-mine = Ваша
teams-own-left = { $count ->
    [one] Осталось { $count } место
    [few] Осталось { $count } места
   *[other] Осталось { $count } мест
}
teams-own-join = Записаться
teams-own-go-over = Перейти сюда
teams-own-leave = Выйти из команды
teams-own-full = Мест нет
teams-own-no-teams = Команд пока нет. Преподаватель их ещё составляет.

case-teams-title = Ваша команда
case-teams-together = Черновик и работа у команды общие: пишет любой, сдаёт тоже любой. Оценку получают те, кто участвовал.
case-teams-size = Этот кейс сдают командой, от { $least } до { $most } человек.
case-teams-none-open = Выберите команду, и здесь откроется общий черновик.
case-teams-none = Вы пока не в команде. Напишите преподавателю: он включит вас в команду.
case-teams-unmade = Команды ещё не составлены. Когда преподаватель их составит, здесь откроется общий черновик.
case-teams-choose = Выбрать команду
case-teams-change = Все команды, сменить команду
case-teams-all = Все команды
case-teams-saved-by = Последним черновик сохранил другой участник: { $who }
case-teams-who = Кто участвовал в работе
case-teams-who-lead = Ответьте про каждого перед сдачей. Кто не участвовал, оценки за эту работу не получит.
case-teams-present-yes = Участие было
case-teams-present-no = Участия не было
case-teams-present = Участвовали:
case-teams-absent-list = Не участвовали:
case-teams-absent-tag = Без вас
case-teams-absent = Команда отметила, что в этой работе вы не участвовали, поэтому оценки за неё у вас нет. Если это ошибка, напишите преподавателю.
case-teams-own-total = Ваши баллы: { $total }
case-teams-own-reason = Преподаватель изменил их для вас на { $points }: { $reason }
case-teams-former = Работа прежней команды: { $name }
case-teams-former-when = Вы были в этой команде с { $from } по { $to }.
case-teams-former-since = Вы в этой команде с { $from }, но этот кейс теперь сдают другие команды.
case-teams-former-when-staff = Слушатель был в этой команде с { $from } по { $to }.
case-teams-former-since-staff = Слушатель в этой команде с { $from }, но этот кейс теперь сдают другие команды.
case-teams-former-read = Работу можно читать, изменить её уже нельзя.
case-teams-ratings = Вклад каждого
case-teams-ratings-lead = Оцените, что сделал для этой работы каждый из вашей команды. Ответы увидит только преподаватель. Изменить их можно, пока работа не оценена.
case-teams-ratings-done = Вы ответили
case-teams-ratings-remark = Пояснение для преподавателя
case-teams-ratings-save = Отправить ответы
case-teams-rating-4 = Без этого человека работы бы не было
case-teams-rating-3 = Полноценный вклад
case-teams-rating-2 = Небольшой вклад
case-teams-rating-1 = Почти ничего
case-teams-flash-rated = Ответы сохранены. Их увидит только преподаватель.

grading-teams-title = Команда
grading-teams-lead = Состав на день сдачи. Оценка переходит ко всем, кто участвовал.
grading-teams-nameless = Имена откроются после выдачи оценки. Тогда же можно изменить баллы одному участнику.
grading-teams-nameless-line = Участник { $number }: вклад по ответам команды { $ratings } (из 4)
grading-teams-unrated = О вкладе друг друга команда пока не ответила.
grading-teams-present = Участие
grading-teams-absent = Без участия, оценки нет
grading-teams-total = { $total } б.
grading-teams-changed = Изменение баллов: { $points }
grading-teams-changed-absent = Без участия
grading-teams-change = Изменить для одного
grading-teams-field-present = Участие было: оценка переходит
grading-teams-field-points = Прибавить или снять баллы
grading-teams-field-points-hint = Со знаком минус баллы снимаются, 0 возвращает общую оценку.
grading-teams-field-reason-hint = Причину увидит только этот участник.
grading-teams-save = Сохранить
grading-teams-flash-adjusted = Изменено для одного участника.

fault-team-name-taken = Команда с таким названием уже есть. Выберите другое название
fault-team-too-many = В наборе не больше { $limit } команд. Создайте ещё один набор
fault-team-sign-up-past = Это время уже прошло. Назначьте более позднее
fault-team-sign-up-over = Запись в команды закрыта. Напишите преподавателю, если нужно перейти
fault-team-full = В этой команде уже нет мест. Выберите другую
fault-team-case-begun = Команды другого набора уже сдали этот кейс: он остаётся за ними
fault-team-present = { $name }: скажите, было ли участие
fault-team-nothing-changed = Ничего не изменилось. Измените баллы или отметку об участии
