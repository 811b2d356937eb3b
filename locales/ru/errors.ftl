# Страницы ошибок: общие слова и выходы. Заголовки — в problems.ftl.
errors-status = Код { $status }
errors-request = Если будете писать в поддержку, укажите номер запроса:
errors-way-home = На главную
errors-way-back = Вернуться назад
errors-way-sign-in = Войти
errors-way-new-link = Получить новую ссылку
errors-typed-title = Введённое не пропало
errors-typed-help = Нажмите кнопку, и то же самое уйдёт ещё раз. Дважды ничего не запишется.
errors-typed-copy = Скопируйте текст отсюда, чтобы не набирать его заново.
errors-typed-text = Введённый текст { $number }
errors-typed-files = Файлы здесь не сохранились: выберите их ещё раз.
errors-typed-file = Выберите ещё раз: { $names }
errors-typed-password = Пароль (введите ещё раз)
errors-typed-password-old = Нынешний пароль (введите ещё раз)
errors-send-again = Отправить ещё раз
errors-typed-sign-in = Войдите в новой вкладке, а потом вернитесь сюда.
errors-way-sign-in-tab = Войти в новой вкладке
