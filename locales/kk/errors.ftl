# Қате беттері: ортақ сөздер мен шығар жолдар. Тақырыптары problems.ftl ішінде.
errors-status = Код: { $status }
errors-request = Қолдау қызметіне жазсаңыз, сұрау нөмірін көрсетіңіз:
errors-way-home = Басты бетке
errors-way-back = Артқа қайту
errors-way-sign-in = Кіру
errors-way-new-link = Жаңа сілтеме алу
