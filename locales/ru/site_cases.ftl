# Случаи из практики: слушатель рассказывает о случае в своём учреждении, преподаватель отвечает.
site-own-title = Случаи из практики
site-own-lead = Расскажите о случае из вашего учреждения, в котором вам нужен совет. Его прочитают только преподаватели и администраторы.
site-own-cases = Ваши случаи
site-own-none = Вы ещё ни о чём не рассказали.
site-own-over = Поток закончился: новых случаев рассказать нельзя. Те, что есть, можно читать и обсуждать.
site-begin = Рассказать о случае
site-go-on = Дописать начатый случай
site-untitled = Без названия
site-number = Случай № { $number }
site-answers = { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[other] { $count } ответов
}
site-own-state-draft = Черновик
site-own-state-redo = Нужно переписать
site-own-state-waiting = Ждёт ответа
site-own-state-answered = Есть ответ
site-own-state-closed = Закрыт
site-state-draft = Черновик
site-state-redo = Автор переписывает
site-state-waiting = Ждёт ответа
site-state-answered = Отвечено
site-state-closed = Закрыт
site-shared-title = Случаи вашей группы
site-shared-lead = Преподаватель переписал случай без имён, а его автор разрешил показать текст группе.
site-shared-one = Случай вашей группы

site-draft-title = Рассказать о случае
site-draft-lead = Черновик видите только вы. Преподаватели прочитают текст, когда вы его отправите.
site-draft-over = Отправить этот случай уже нельзя: ваше обучение в потоке закончилось. Черновик видите только вы, и его можно удалить.
site-privacy = Не называйте имён, адресов, телефонов и диагнозов тех, кому вы помогаете, и их близких. Достаточно слов «жительница», «семья», «ученик». Текст, в котором названы люди, преподаватель скроет и попросит переписать.
site-field-title = Название
site-field-title-hint = Одной строкой: что случилось
site-field-institution = Учреждение
site-happened = Что произошло
site-happened-hint = По порядку: кто участвовал, что сделали, чем кончилось. Вместо имён – роли.
site-tried = Что уже пробовали
site-tried-hint = И что из этого вышло
site-tried-nothing = Не сказано.
site-question = О чём вы хотите спросить
site-question-hint = Чем точнее вопрос, тем полезнее ответ
site-raise = Отправить преподавателям
site-save = Сохранить черновик
site-discard = Удалить черновик
site-discard-confirm = Удалить черновик? Вернуть его будет нельзя.
site-redo-title = Перепишите текст без личных данных
site-redo-reason = Что сказал преподаватель: { $reason }
site-conflict-title = Черновик изменён в другом окне
site-conflict = Там он сохранён в { $at }. Ваш текст ниже цел. Если сохраните его, он заменит тот.
site-conflict-theirs = Что сохранено в другом окне

site-case-title = Случай: { $title }
site-case-title-hidden = Случай № { $number }
site-raised-by = Автор: { $name }
site-taken-by = Отвечает { $name }
site-text = Текст случая
site-hidden-title = Текст скрыт: в нём личные данные
site-rewrite = Переписать текст
site-hide-open = В тексте есть личные данные: скрыть его
site-hide-do = Скрыть текст и попросить переписать
site-hide-what = Скрывайте текст, если в нём названы люди: имена, адреса, диагнозы, телефоны. Его больше не увидит никто, кроме администратора; каждый просмотр записывается. Автор получит письмо и перепишет текст.
site-hide-reason = Причина
site-hide-reason-hint = Её прочитает автор. Скажите, что убрать, но не повторяйте сами данные.
site-hide-confirm = Скрыть текст? Показать его снова будет нельзя.
site-take = Взять случай
site-take-over = Взять на себя
site-thread = Обсуждение
site-staff = Преподаватель
site-author = Автор
site-entry-raised = Отправлен текст
site-entry-taken = Случай взят
site-entry-said = Сообщение
site-entry-closed = Вывод. Случай закрыт
site-entry-reopened = Случай открыт снова
site-entry-hidden = Сообщение скрыто. Причина: { $reason }
site-entry-hide = Скрыть: есть личные данные
site-entry-hide-do = Скрыть сообщение
site-message = Сообщение
site-message-hint = Вместо имён – роли
site-send = Отправить
site-close-open = Закрыть случай
site-conclusion = Вывод
site-conclusion-hint = К чему пришли и что автор сделает дальше. Его прочитает автор.
site-close = Закрыть с этим выводом
site-reopen-open = Открыть случай снова
site-reopening = Почему к нему нужно вернуться
site-reopen = Открыть снова

site-copy-section = Показать другим
site-copy-edit = Текст без имён
site-copy-title = Текст без имён: случай № { $number }
site-copy-heading = Текст без имён
site-copy-lead = Напишите случай заново так, чтобы никого нельзя было узнать. Слушатели не увидят исходный текст.
site-copy-state = Согласие автора
site-copy-ask = Спросить автора
site-copy-open = Открыть группе
site-copy-is-open = Открыт группе
site-copy-shut = Закрыть для группы
site-copy-files = Автор разрешил сделать из текста учебный кейс. Положите файл в папку модуля и допишите критерии:
site-copy-courses = Или начните с ним кейс прямо здесь, в рабочей копии программы:
site-copy-file = Файл кейса, { $language }
site-copy-warning = Имена, названия учреждений, адреса, редкие подробности. Имена людей потока, почту и телефоны страница не пропустит.
site-copy-situation = Ситуация
site-copy-situation-hint = Роли вместо имён: «сотрудница», «сын», «волонтёр»
site-copy-task = Что нужно решить
site-copy-task-hint = В учебном кейсе это станет заданием
site-copy-outcome = Чем кончилось
site-copy-outcome-hint = В учебном кейсе это откроется после сдачи
site-copy-again = Текст сохранён { $at }. Если измените его, автора нужно спросить снова, а группа перестанет видеть прежний.
site-copy-save = Сохранить текст
site-copy-original = Что написал автор
site-consent-none = Текста без имён ещё нет.
site-consent-written = Текст готов. Автора о нём ещё не спросили.
site-consent-asked = Вопрос задан, ответа ещё нет.
site-consent-group = Разрешено показать группе.
site-consent-course = Разрешено сделать учебный кейс.
site-consent-both = Разрешено показать группе и сделать учебный кейс.
site-consent-refused = Показывать текст не разрешено.
site-consent-shared = Группа видит этот текст.
site-consent-title = Можно ли показать ваш случай
site-consent-what = Преподаватель написал случай заново, без имён. Отметьте, на что вы согласны; ответ можно изменить в любой день.
site-consent-text = Что увидят другие
site-consent-to-group = Показать моей группе
site-consent-to-group-hint = Слушатели и преподаватели потока, без вашего имени
site-consent-to-course = Сделать из него учебный кейс
site-consent-to-course-hint = Его будут решать слушатели других потоков. Из вышедшего учебного кейса текст уже не убрать.
site-consent-save = Сохранить ответ

site-queue-title = Случаи из практики
site-queue-lead = { $count ->
    [0] Никто не ждёт ответа
    [one] { $count } случай ждёт ответа
    [few] { $count } случая ждут ответа
   *[other] { $count } случаев ждут ответа
}
site-queue-case = Случай
site-queue-open = Все незакрытые
site-queue-none = Измените отбор: в других потоках или состояниях случаи могут быть.
site-queue-all = Показать все незакрытые
site-queue-empty = Случаев пока нет
site-queue-empty-help = Когда слушатель расскажет о случае из своего учреждения, вы получите письмо и увидите его здесь.

site-flash-saved = Черновик сохранён.
site-flash-raised = Случай отправлен преподавателям.
site-flash-discarded = Черновик удалён.
site-flash-said = Сообщение отправлено.
site-flash-taken = Случай за вами.
site-flash-closed = Случай закрыт.
site-flash-reopened = Случай открыт снова.
site-flash-hidden = Скрыто. Автору ушло письмо, если скрыты его слова.
site-flash-consent = Ответ сохранён.
site-flash-copy = Текст сохранён.
site-flash-asked = Автору отправлено письмо с вопросом.
site-flash-opened = Группа видит этот текст.
site-flash-shut = Группа больше не видит этот текст.

fault-site-unchanged = Именно этот текст был скрыт. Уберите из него личные данные
fault-site-name = Строка { $line }: «{ $word }» похоже на имя человека из потока. Напишите вместо него роль: «сотрудница», «сын»
fault-site-contact = Строка { $line }: «{ $word }» похоже на почту, телефон или личный номер. Уберите его
fault-site-copy-first = Сначала сохраните текст без имён

site-letter-action = Открыть случай
site-letter-raised-subject = Новый случай из практики: { $edition }
site-letter-raised-what = Слушатель потока «{ $edition }» рассказал о случае из своего учреждения и ждёт ответа. В письме текста нет: прочитайте его на странице.
site-letter-written-subject = Автор случая написал: { $edition }
site-letter-written-what = В потоке «{ $edition }» автор случая из практики написал вам. Прочитайте и ответьте на странице.
site-letter-answered-subject = Ответ о вашем случае: { $edition }
site-letter-answered-what = Преподаватель потока «{ $edition }» ответил о вашем случае из практики. В письме ответа нет: прочитайте его на странице.
site-letter-hidden-subject = Уберите личные данные: { $edition }
site-letter-hidden-what = Преподаватель потока «{ $edition }» скрыл ваши слова о случае из практики: похоже, в них названы люди. Причина написана на странице; там же можно написать иначе.
site-letter-asked-subject = Можно ли показать ваш случай: { $edition }
site-letter-asked-what = Преподаватель потока «{ $edition }» написал ваш случай заново, без имён, и просит разрешения показать его другим. Посмотрите текст и ответьте на странице.
site-letter-withdrawn-subject = Автор больше не разрешает кейс из своего случая: { $edition }
site-letter-withdrawn-what = В потоке «{ $edition }» автор случая из практики отозвал согласие на кейс для программы. Неопубликованную копию опубликовать уже нельзя; если кейс вышел в программе, уберите его из следующей версии.
site-letter-consented-subject = Автор ответил, можно ли показать случай: { $edition }
site-letter-consented-what = В потоке «{ $edition }» автор случая из практики ответил, можно ли показать его без имён. Ответ – на странице.
