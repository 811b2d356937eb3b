# Организации.
organisations-index-title = Организации
organisations-index-lead = Те, кто направляет людей на обучение, проводит потоки и выдаёт документы.
organisations-index-count = { $count ->
    [one] { $count } организация
    [few] { $count } организации
   *[many] { $count } организаций
}
organisations-search-label = Название или город
organisations-search-action = Найти
organisations-search-clear = Показать все
organisations-none-title = Организаций пока нет
organisations-none-text = Начните с вашего учебного центра: его название, лицензия и имя руководителя печатаются на документах.
organisations-none-found-title = Ничего не нашлось
organisations-none-found-text = Попробуйте часть названия. Если такой организации ещё нет, добавьте её.
organisations-column-name = Название
organisations-column-sector = Сектор
organisations-column-city = Город
organisations-column-people = Людей
organisations-row-parent = входит в: { $name }
organisations-new-action = Добавить организацию
organisations-new-title = Новая организация
organisations-new-lead = Достаточно названия и сектора. Остальное можно дописать позже.
organisations-new-submit = Добавить
organisations-read-only = Менять эту организацию может её администратор.
organisations-same-open = Открыть ту организацию, которая уже есть
organisations-field-name = Полное название
organisations-field-name-hint = Как в уставе: так оно будет на документах.
organisations-field-short-name = Короткое название
organisations-field-short-name-hint = Как её называют в списках. Если не заполнить, будет полное.
organisations-field-sector = Сектор
organisations-field-sector-empty = Выберите сектор
organisations-field-parent = Вышестоящая организация
organisations-field-parent-hint = Например, министерство для подведомственного учреждения.
organisations-field-parent-empty = Нет
organisations-field-city = Город
organisations-papers-legend = Для документов
organisations-papers-hint = Нужно только организациям, которые сами выдают документы.
organisations-field-licence = Строка о лицензии
organisations-field-licence-hint = Например: лицензия № Л035-01220-38/00123456 от 14.03.2022
organisations-field-head-post = Должность руководителя
organisations-field-head-post-hint = Например: директор
organisations-field-head-name = Руководитель
organisations-field-head-name-hint = Как печатать под подписью, например: И. П. Соколова
organisations-sector-state = Государственный орган или учреждение
organisations-sector-npo = Некоммерческая организация
organisations-sector-business = Бизнес
organisations-sector-child-institution = Детское учреждение
organisations-sector-university = Вуз или колледж
organisations-sector-media = СМИ
organisations-sector-foundation = Фонд
organisations-sector-other = Другое
organisations-flash-created = Организация «{ $name }» добавлена.
organisations-flash-changed = Организация «{ $name }» сохранена.
fault-organisation-exists = Такая организация уже есть: «{ $name }». Откройте её или уточните название
fault-organisation-under-itself = Эта организация сама стоит ниже. Выберите другую вышестоящую
