# Рамка страницы: шапка, меню, подвал.
shell-skip = Перейти к содержанию
shell-menu = Меню
shell-languages = Язык
shell-sign-in = Войти
shell-sign-out = Выйти
shell-sign-out-unsent = На этом телефоне есть неотправленные отметки переклички. Выйти и удалить их?
shell-print = Распечатать
shell-demo = Демонстрация: люди и организации вымышлены, письма никуда не уходят.
shell-footer-about = Обучение: от объявления курса до документа.
shell-footer-top = К началу страницы

shell-nav-next = Дальше
shell-nav-schedule = Расписание
shell-nav-hours = Мои часы
shell-nav-documents = Мои документы
shell-nav-today = Сегодня
shell-nav-grading = Проверка
shell-nav-editions = Потоки
shell-nav-programmes = Программы
shell-nav-questions = Вопросы
shell-nav-register = Книга регистрации
shell-nav-federal = Реестр ФИС ФРДО
shell-nav-letters = Благодарности
shell-nav-authority = Полномочия
shell-nav-service = Справки о деятельности
shell-nav-mentoring = Наставники
shell-nav-organisations = Организации
shell-nav-people = Люди
shell-nav-mails = Письма

shell-vision = Версия для слабовидящих
shell-vision-scheme = Цвета
shell-vision-auto = Как в системе
shell-vision-light = Светлые
shell-vision-dark = Тёмные
shell-vision-black-on-white = Чёрным по белому
shell-vision-white-on-black = Белым по чёрному
shell-vision-blue-on-blue = Тёмно-синим по голубому
shell-vision-size = Размер текста
shell-vision-more = Ещё
shell-vision-spacing = Широкие интервалы
shell-vision-images = Без изображений
shell-vision-apply = Применить

shell-styleguide-title = Все части страниц
shell-styleguide-lead = Живой набор: так выглядит каждая часть с примером данных. Здесь её и меняют. Примеры на русском.
