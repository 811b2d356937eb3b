# Қате беттері: ортақ сөздер мен шығар жолдар. Тақырыптары problems.ftl ішінде.
errors-status = Код: { $status }
errors-request = Қолдау қызметіне жазсаңыз, сұрау нөмірін көрсетіңіз:
errors-way-home = Басты бетке
errors-way-back = Артқа қайту
errors-way-sign-in = Кіру
errors-way-new-link = Жаңа сілтеме алу
errors-typed-title = Енгізгеніңіз жоғалған жоқ
errors-typed-help = Түймені бассаңыз, дәл сол мәлімет қайта жіберіледі. Ештеңе екі рет жазылмайды.
errors-typed-copy = Қайта термеу үшін мәтінді осы жерден көшіріп алыңыз.
errors-typed-text = Енгізілген мәтін { $number }
errors-typed-files = Файлдар мұнда сақталмады: оларды қайта таңдаңыз.
errors-typed-file = Қайта таңдаңыз: { $names }
errors-typed-password = Құпиясөз (қайта енгізіңіз)
errors-typed-password-old = Қазіргі құпиясөз (қайта енгізіңіз)
errors-send-again = Қайта жіберу
errors-typed-sign-in = Жаңа қойындыда кіріңіз де, осында қайта оралыңыз.
errors-way-sign-in-tab = Жаңа қойындыда кіру
