# Вход, профиль, люди.
fault-email-taken = Человек с таким адресом уже есть. Найдите его в списке
fault-password-like-email = Пароль совпадает с адресом, придумайте другой
fault-password-wrong = Прежний пароль не подошёл

people-email = Электронная почта
people-password = Пароль
people-password-new = Новый пароль
people-password-old = Прежний пароль
people-password-hint = Не короче 10 знаков. Хорошо запоминаются три-четыре несвязанных слова
people-full-name = Фамилия, имя, отчество
people-surname = Фамилия
people-given-name = Имя
people-patronymic = Отчество
people-language = Язык
people-language-letters = Язык писем и страниц
people-zone = Часовой пояс
people-zone-hint = По нему показываем время занятий и сроки
people-organisation = Организация
people-position = Должность
people-position-hint = По ней команды потока составляют так, чтобы в каждой были люди разных должностей.
people-organisation-none = Без организации
people-roles = Роли

people-sign-in-title = Вход
people-sign-in-action = Войти
people-sign-in-forgotten = Забыли пароль
people-sign-in-no-account = Учётную запись заводит учебный центр: ссылка для первого входа приходит в письме с приглашением.

people-reset-title = Новый пароль
people-reset-lead = Укажите адрес, с которым вас пригласили. Пришлём ссылку, по которой можно задать новый пароль.
people-reset-action = Прислать ссылку
people-reset-remembered = Вернуться ко входу

people-invited-title = Придумайте пароль
people-invited-lead = Здравствуйте, { $name }. Пароль понадобится при каждом входе, а сейчас вы войдёте сразу.
people-invited-action = Сохранить и войти
people-new-password-title = Новый пароль
people-new-password-lead = После сохранения вы войдёте здесь, а на других устройствах вход будет завершён.
people-new-password-action = Сохранить и войти

people-profile-title = Профиль
people-profile-name-hint = Так имя будет напечатано в документах. Если в нём ошибка, напишите администратору учебного центра.
people-profile-reading = Язык и время
people-password-change = Сменить пароль
people-password-title = Смена пароля
people-password-lead = На других устройствах вход будет завершён, на этом вы останетесь.
people-sessions-title = Где вы вошли
people-sessions-lead = Если устройство вам незнакомо, завершите на нём вход и смените пароль.
people-session-program = Программа (доступ по ключу)
people-session-unknown = Неизвестное устройство
people-session-current = Это устройство
people-session-facts = Адрес { $address }. Последнее обращение: { $last }. Вход: { $since }
people-session-end = Выйти на этом устройстве

people-waiting-title = Пока ни одна программа не открыта
people-waiting-lead = { $name }, учётная запись готова, но вас ещё не зачислили ни в один поток.
people-waiting-whom = К кому обратиться
people-waiting-ask = К тому, кто вас пригласил, или к администратору учебного центра. Как только вас зачислят, программа появится на этой странице, и придёт письмо.
people-waiting-email = Назовите адрес, под которым вы вошли:
people-waiting-profile = Проверить язык и часовой пояс в профиле

people-list-title = Люди
people-list-caption = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}
people-list-first = К началу списка
people-search = Найти человека
people-search-hint = По фамилии, имени или адресу. Казахские буквы можно набирать русскими: «курмангазы» найдёт и «Құрманғазы».
people-search-action = Найти
people-none-found = Никого не нашлось
people-none-found-help = Проверьте, как записано имя, или ищите по началу фамилии.
people-show-all = Показать всех
people-none-yet = Здесь пока никого
people-none-yet-help = Добавьте первого человека: ему придёт приглашение.
people-state-invited = Приглашение отправлено
people-state-closed = Учётная запись закрыта
people-role-administrator = Администратор
people-role-coordinator = Координатор
people-role-trainer = Преподаватель
people-role-trainee = Слушатель

people-new-action = Добавить человека
people-new-title = Новый человек
people-new-lead = На указанный адрес придёт приглашение со ссылкой. Она действует 14 дней.
people-new-submit = Добавить и пригласить
people-email-hint = С этим адресом человек будет входить

people-created = Запись создана
people-password-since = Задан { $date }
people-password-none = Ещё не задан: человек не открывал приглашение
people-closed-since = Учётная запись закрыта { $date }. Войти нельзя, всё сделанное сохранено.
people-invite-again = Пригласить ещё раз
people-roles-none = Ролей нет. Слушателем и преподавателем потока человек становится в самом потоке.
people-role = Роль
people-role-hint = Координатору обязательно нужна организация
people-role-place = Где действует
people-role-whole-site = весь учебный центр
people-role-since = С { $date }
people-role-grant = Дать роль
people-role-grant-action = Дать роль
people-role-revoke = Отозвать
people-role-revoke-confirm = Отозвать роль? Доступ закроется сразу.
people-extra-time = Дополнительное время
people-extra-time-help = Действует во всех тестах с ограничением времени, и в попытке, которая уже идёт, и на каждый вопрос квиза в аудитории. Срок, к которому закрывается сам тест, не сдвигается: попытка, начатая незадолго до него, кончается вместе с ним. Слушатель видит, сколько времени ему добавлено, но не причину.
people-extra-time-percent = Сколько добавить, % (0 – не добавлять)
people-extra-time-reason = Основание
people-extra-time-reason-hint = Например, номер справки. Диагноз не пишите.
people-extra-time-save = Сохранить дополнительное время
people-flash-extra-time = Дополнительное время сохранено
people-account = Учётная запись
people-deactivate = Закрыть учётную запись
people-deactivate-help = Человек больше не сможет войти. Обучение, оценки и документы останутся.
people-deactivate-confirm = Закрыть учётную запись? Вход завершится на всех устройствах.
people-reactivate = Открыть снова
people-reactivate-help = Человек снова сможет войти с прежним паролем.

people-flash-signed-out = Вы вышли
people-flash-reset-sent = Если такой адрес у нас есть, ссылка уже в пути. Она действует 2 часа. Письма нет — загляните в папку «Спам».
people-flash-password-set = Пароль сохранён, вы вошли
people-flash-profile-saved = Сохранено
people-flash-password-changed = Пароль сменён. На других устройствах вход завершён
people-flash-session-ended = Вход на том устройстве завершён
people-flash-invited = Приглашение отправлено на { $email }
people-flash-invited-again = Новое приглашение отправлено. Прежняя ссылка больше не действует
people-flash-role-granted = Роль дана
people-flash-role-revoked = Роль отозвана
people-flash-deactivated = Учётная запись закрыта
people-flash-reactivated = Учётная запись снова открыта

people-zone-kaliningrad = Калининград
people-zone-moscow = Москва
people-zone-volgograd = Волгоград
people-zone-samara = Самара
people-zone-yekaterinburg = Екатеринбург
people-zone-almaty = Алматы, Астана
people-zone-qyzylorda = Кызылорда
people-zone-qostanay = Костанай
people-zone-aqtobe = Актобе
people-zone-oral = Уральск
people-zone-omsk = Омск
people-zone-novosibirsk = Новосибирск
people-zone-krasnoyarsk = Красноярск
people-zone-irkutsk = Иркутск
people-zone-yakutsk = Якутск
people-zone-vladivostok = Владивосток
people-zone-magadan = Магадан
people-zone-kamchatka = Камчатка
people-edit-title = Исправить данные
people-edit-lead = Исправления видны сразу. Уже выданные документы не меняются. Если сменить адрес, прежние ссылки из писем перестанут работать, а человеку нужно будет войти заново.
people-edit-submit = Сохранить исправления
people-edit-link = Исправить имя, адрес или организацию
people-courses = Потоки
people-course-teaches = преподаёт
people-course-learns = слушатель
people-course-withdrawn = отчислен(а) { $date }
people-flash-corrected = Данные исправлены
