# Урок: чтение, место, отметка о прочтении.
lessons-reading-time = Читать около { $minutes ->
    [one] { $minutes } минуты
   *[other] { $minutes } минут
}
lessons-preview = Так урок видит слушатель. Кнопки «Отметить прочитанным» здесь нет: отмечать может только он сам.
lessons-over = Поток закончился. Урок можно читать, но отметить его прочитанным уже нельзя.
lessons-shown-in-ru = Этого урока пока нет на вашем языке, поэтому показан русский текст.
lessons-shown-in-kk = Этого урока пока нет на вашем языке, поэтому показан казахский текст.
lessons-shown-in-en = Этого урока пока нет на вашем языке, поэтому показан английский текст.
lessons-resume = Продолжить с того места: «{ $title }»
lessons-takeaways = Что вы унесёте
lessons-self-check = Проверьте себя
lessons-sources = Источники
lessons-mark-read = Отметить прочитанным
lessons-is-read = Прочитано
lessons-print = Версия для печати
lessons-flash-read = Урок отмечен прочитанным. Вот следующий шаг.
lessons-flash-read-all = Урок отмечен прочитанным. Всё, что можно сделать в своё время, вы сделали.
lessons-to-course = К программе
lessons-ahead-title = Урок откроется { $date }
lessons-ahead-text = В этот день начинается поток. Расписание и состав программы можно посмотреть уже сейчас.
lessons-locked-title = Урок пока закрыт
lessons-locked-text = Он опирается на то, что идёт перед ним. Сначала пройдите:
lessons-first-lesson = Прочитать урок «{ $title }»
lessons-first-quiz = Пройти тест «{ $title }»
lessons-first-case = Решить кейс «{ $title }»
lessons-first-meeting = Посмотреть, когда занятие «{ $title }»
