# Сақталған сөйлемдер.
phrases-shared = ортақ: { $edition }
phrases-for = Кімге
phrases-for-me = Тек маған
