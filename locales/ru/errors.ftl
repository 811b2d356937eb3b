# Страницы ошибок: общие слова и выходы. Заголовки — в problems.ftl.
errors-status = Код { $status }
errors-request = Если будете писать в поддержку, укажите номер запроса:
errors-way-home = На главную
errors-way-back = Вернуться назад
errors-way-sign-in = Войти
errors-way-new-link = Получить новую ссылку
