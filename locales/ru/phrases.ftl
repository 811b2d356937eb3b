# Сохранённые фразы.
phrases-shared = общая: { $edition }
phrases-for = Для кого
phrases-for-me = Только для меня
