# Кездесу тізімдемесі: жабу, кеш өзгерістер, қонақтар, залдағы санақ, қағаздан енгізу.
roll-calls-paper-link = Қағаз парақтан енгізу
roll-calls-webinars-link = Вебинар қатысушыларының тізімін жүктеу
roll-calls-make-ups-link = Өтеулер
roll-calls-make-up-action = Өтеуді енгізу
roll-calls-made-up = Өтелді
roll-calls-late-note = Жабылғаннан кейін өзгертілді
roll-calls-closed = Тізімдеме жабылды
roll-calls-closed-unmarked = Белгісіз қалғандар: { $count }.
roll-calls-closed-help = Белгіні тек себебін жазып өзгертуге болады, әр өзгеріс кеш енгізілгендер тізіміне түседі.
roll-calls-closing = Тізімдемені жабу
roll-calls-closing-help = Барлығын белгілеп, сақтаған соң жабыңыз. Содан кейін кез келген өзгеріске себеп керек болады және ол журналда көрінеді.
roll-calls-unmarked = { $count ->
    [one] Белгісі жоқ { $count } адам:
   *[other] Белгісі жоқ { $count } адам:
}
roll-calls-anyway = Барлығы белгіленбесе де жабу
roll-calls-close = Тізімдемені жабу
roll-calls-reopen-why = Неге қайта ашасыз
roll-calls-reopen-hint = Мысалы: қол қойылған екінші парақты әкелді. Себебі тарихта қалады.
roll-calls-reopen = Тізімдемені қайта ашу
roll-calls-reopen-who = Оны оқу орталығының әкімшісі қайта аша алады.
roll-calls-reopened = Жабылған: { $closed }. Қайта ашылған: { $reopened }. Себебі:
roll-calls-late = Жабылғаннан кейінгі өзгерістер
roll-calls-late-help = Бұл белгілер тізімдеме жабық кезде қойылған немесе өзгертілген. Журналда олар белгіленіп тұрады.
roll-calls-late-none = белгісіз
roll-calls-heads = Залда неше адам бар
roll-calls-heads-field = Залдағы адамдар
roll-calls-heads-hint = Өзіңізден басқа барлығын санаңыз. Бетпе-бет қатысты деп белгіленгендермен және қонақтармен салыстырамыз. Алдымен белгілерді сақтаңыз.
roll-calls-heads-action = Салыстыру
roll-calls-heads-fit = Сәйкес келеді
roll-calls-heads-differ = Сәйкес келмейді
roll-calls-heads-line = Бетпе-бет белгіленгені { $marked }, қонақтар { $guests }, залда { $people }.
roll-calls-heads-more = Залда { $count } адам артық: біреу белгіленбеген немесе қонақ жазылмаған.
roll-calls-heads-fewer = Залда { $count } адам кем: біреу шығып кеткен немесе қате белгіленген.
roll-calls-heads-who = Бетпе-бет белгіленгендер: тізім бойынша атап шығыңыз
roll-calls-heads-earlier = Бұрынғы санақтар
roll-calls-guests = Қонақтар
roll-calls-guests-none = Қонақтар жазылмаған.
roll-calls-guests-total = Барлық қонақ:
roll-calls-guests-edit = Қонақтарды жазу
roll-calls-guests-parents = Ата-аналар
roll-calls-guests-teachers = Педагогтер
roll-calls-guests-colleagues = Әріптестер
roll-calls-guests-volunteers = Еріктілер
roll-calls-guests-other = Басқалар
roll-calls-guests-others = Басқа қонақтар
roll-calls-guests-name = Олар кімдер
roll-calls-guests-people = Нешеу
roll-calls-guests-save = Қонақтарды сақтау
roll-calls-flash-closed = Тізімдеме жабылды.
roll-calls-flash-reopened = Тізімдеме қайта ашылды.
roll-calls-flash-heads = Сәйкес келеді: залда белгіленгені қанша болса, сонша адам бар.
roll-calls-flash-differs = Залдағы адам саны белгілерге сәйкес келмейді. Санақ сақталды, кімді іздеу керегі төменде.
roll-calls-flash-guests = Қонақтар жазылды.
roll-calls-paper-title = Қағаз парақтан енгізу
roll-calls-paper-help = Әр адамға бір перне. Кешіккен мен ерте кеткеннен кейін минутын жазыңыз. Enter мен бағыттауыштар келесі адамға өткізеді. Бос жол ештеңені өзгертпейді.
roll-calls-paper-person = Тыңдаушы
roll-calls-paper-key = Белгі
roll-calls-paper-back = Тізімге оралу
roll-calls-paper-conflicts = Қалған белгілер сақталды. Бұл жолдарда қазір жазылып тұрғаны көрсетілген. Қажет болса, түзетіп, қайта сақтаңыз.

fault-sheet-closed-reason = Тізімдеме жабылған. Неге белгілеп не өзгертіп отырғаныңызды жазыңыз
fault-sheet-unmarked = { $count ->
    [one] { $count } адамның белгісі жоқ. Белгілеңіз немесе осылай жабатыныңызды растаңыз
   *[other] { $count } адамның белгісі жоқ. Белгілеңіз немесе осылай жабатыныңызды растаңыз
}
fault-sheet-reopen-why = Тізімдемені неге қайта ашатыныңызды жазыңыз
fault-sheet-key = Мына пернелердің бірін басыңыз: { $keys }
fault-reason-choose = Себебін таңдаңыз немесе сөзбен жазыңыз
fault-reason-words = Себебін сөзбен жазыңыз
fault-guests-name = Бұл қонақтардың кім екенін жазыңыз
fault-guests-number = Олардың нешеу болғанын жазыңыз
fault-guests-twice = Мұндай қонақтар жазылып қойған. Сандарын бір жолға қосыңыз
fault-guests-overtaken = Сіз жазып жатқанда қонақтарды басқа біреу жазды. Оның тізімі форманың үстінде, сіздікі — ішінде. Түзетіп, қайта сақтаңыз
fault-guests-lines = Жол тым көп: { $most } жолдан аспасын. Ұқсас қонақтарды біріктіріңіз
