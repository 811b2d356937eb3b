# Бет жиегі: жоғарғы жолақ, мәзір, төменгі жолақ.
shell-skip = Негізгі мәтінге өту
shell-menu = Мәзір
shell-languages = Тіл
shell-sign-in = Кіру
shell-sign-out = Шығу
shell-sign-out-unsent = Бұл телефонда жіберілмеген қатысу белгілері бар. Шығып, оларды жою керек пе?
shell-print = Басып шығару
shell-demo = Көрсетілім нұсқасы: адамдар мен ұйымдар ойдан алынған, хаттар ешқайда жіберілмейді.
shell-footer-about = Курс жарияланған күннен құжат берілгенге дейінгі оқу.
shell-footer-top = Беттің басына

shell-nav-next = Келесі қадам
shell-nav-schedule = Кесте
shell-nav-hours = Сағаттарым
shell-nav-documents = Құжаттарым
shell-nav-today = Бүгін
shell-nav-grading = Тексеру
shell-nav-editions = Ағымдар
shell-nav-programmes = Бағдарламалар
shell-nav-questions = Сұрақтар
shell-nav-register = Тіркеу кітабы
shell-nav-federal = ФРДО тізілімі
shell-nav-letters = Алғыс хаттар
shell-nav-authority = Өкілеттіктер
shell-nav-service = Қызмет анықтамалары
shell-nav-mentoring = Тәлімгерлер
shell-nav-organisations = Ұйымдар
shell-nav-people = Адамдар
shell-nav-mails = Хаттар

shell-vision = Нашар көретіндерге
shell-vision-scheme = Түстер
shell-vision-auto = Жүйедегідей
shell-vision-light = Ашық
shell-vision-dark = Күңгірт
shell-vision-black-on-white = Ақ фонда қара мәтін
shell-vision-white-on-black = Қара фонда ақ мәтін
shell-vision-blue-on-blue = Көгілдір фонда қою көк мәтін
shell-vision-size = Мәтін өлшемі
shell-vision-more = Қосымша
shell-vision-spacing = Әріп аралығы кең
shell-vision-images = Суретсіз
shell-vision-apply = Қолдану

shell-styleguide-title = Беттердің барлық бөліктері
shell-styleguide-lead = Тірі жинақ: әр бөлік мысал дерекпен осылай көрінеді. Өзгерістің де орны осы. Мысалдар орыс тілінде.
