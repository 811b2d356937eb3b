//! Lists as the tools write them, of a lecture from ten to one in Irkutsk on 15 September 2026.

use encoding_rs::WINDOWS_1251;

/// Zoom: a summary, the host, a person on two devices, one under another spelling, one by the address, a guest, a wrong line
/// and a formula.
pub fn zoom(email: &str) -> String {
    format!(
        "\u{feff}Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n\
         123 4567,Лекция,09/15/2026 09:55:00 AM,09/15/2026 01:05:00 PM,kim@example.org,190,7\n\
         \n\
         Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
         Ким Анна,kim@example.org,09/15/2026 09:55:00 AM,09/15/2026 01:05:00 PM,190,No\n\
         Anna Semyonova,,09/15/2026 09:58:00 AM,09/15/2026 11:00:00 AM,62,Yes\n\
         iPhone (СЕМЕНОВА анна),,09/15/2026 10:50:00 AM,09/15/2026 01:02:00 PM,132,Yes\n\
         Курмангазы Анна Сергеевна,,09/15/2026 10:30:00 AM,09/15/2026 01:00:00 PM,150,Yes\n\
         Кто-то,{email},09/15/2026 10:00:00 AM,09/15/2026 12:00:00 PM,120,Yes\n\
         Гость Гостев,,09/15/2026 10:00:00 AM,09/15/2026 12:00:00 PM,120,Yes\n\
         Опечатка Времени,,вчера,09/15/2026 12:00:00 PM,120,Yes\n\
         =cmd|'/C calc'!A0,,09/15/2026 10:00:00 AM,09/15/2026 12:00:00 PM,120,Yes\n"
    )
}

/// The same two people in the list of every tool: the first was there all the time, the second for two hours.
pub fn every_tool() -> Vec<(&'static str, Vec<u8>)> {
    let teams = "1. Summary\nMeeting title\tЛекция\nAttended participants\t2\nStart time\t9/15/26, 9:55:00 AM\n\
                 Meeting duration\t3h 5m 0s\n\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\t\
                 Participant ID (UPN)\tRole\nАнна Семёнова\t9/15/26, 9:58:00 AM\t9/15/26, 1:01:00 PM\t3h 3m 0s\t\t\t\
                 Presenter\nАнна Құрманғазы\t9/15/26, 10:00:00 AM\t9/15/26, 1:00:00 PM\t2h 0m 0s\t\t\tAttendee\n\n";
    let activities = "3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\nАнна Семёнова\t9/15/26, \
                      9:58:00 AM\t9/15/26, 1:01:00 PM\t3h 3m 0s\t\tPresenter\nАнна Құрманғазы\t9/15/26, 10:00:00 AM\t\
                      9/15/26, 11:00:00 AM\t1h 0m 0s\t\tAttendee\nАнна Құрманғазы\t9/15/26, 12:00:00 PM\t9/15/26, \
                      1:00:00 PM\t1h 0m 0s\t\tAttendee\n";
    let zoom_webinar = "Attendee Report,\nHost Details,\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in \
                        Session (minutes)\nYes,Ведущая,h@example.org,09/15/2026 09:50 AM,09/15/2026 01:05 PM,195\nAttendee \
                        Details,\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)\n\
                        Yes,Анна Семенова,s@example.org,09/15/2026 10:00 AM,09/15/2026 01:00 PM,180\nYes,Anna Kurmangazy,\
                        k@example.org,09/15/2026 11:00 AM,09/15/2026 01:00 PM,120\nNo,Ахметова Анна,,--,--,--\n";
    let zoom = "Имя (настоящее имя),Адрес электронной почты пользователя,Время входа,Время выхода,Продолжительность (минуты)\n\
                Семёнова Анна,,15.09.2026 10:00:00,15.09.2026 13:00:00,180\n\
                Құрманғазы Анна,,15.09.2026 10:00:00,15.09.2026 12:00:00,120\n";
    let meet = "First name,Last name,Email,Duration,Time joined,Time exited\n\
                Анна,Семёнова,,3 hr 5 min,09:57,13:02\nAnna,Kurmangazy,,2 hr,11:00 AM,1:00 PM\n";
    let bbb = "Name,Moderator,Activity Score,Talk Time,Webcam Time,Messages,Reactions,Poll Votes,Raise Hands,Join,Left,\
               Duration\n\"Анна Семёнова\",\"FALSE\",\"1\",\"-\",\"-\",\"0\",\"0\",\"0\",\"0\",\"9/15/2026, 10:00:00 AM\",\
               \"9/15/2026, 01:00:00 PM\",\"03:00:00\"\n\"Анна Құрманғазы\",\"FALSE\",\"1\",\"-\",\"-\",\"0\",\"0\",\"0\",\
               \"0\",\"9/15/2026, 10:00:00 AM\",\"-\",\"02:00:00\"\n\"Ведущая\",\"TRUE\",\"0\",\"-\",\"-\",\"0\",\"0\",\"0\",\
               \"0\",\"9/15/2026, 10:00:00 AM\",\"9/15/2026, 01:00:00 PM\",\"03:00:00\"\n\"Anonymous\",\"\",\"\",\"\",\"\",\
               \"\",\"\",\"\",\"\",\"\",\"\",\"\"\n";
    let plain = "ФИО;E-mail;Вход;Выход;Длительность\nСеменова Анна;;15.09.2026 10:00;15.09.2026 13:00;3 ч\n\
                 Курмангазы Анна;;15.09.2026 11:00;15.09.2026 13:00;2 ч\n";
    let sums = "Фамилия;Имя;Почта;Длительность (мин)\nСеменова;Анна;;180\nКурмангазы;Анна;;120\n";
    vec![
        ("teams", utf16(teams)),
        ("teams", utf16(&format!("{teams}{activities}"))),
        ("zoom_webinar", zoom_webinar.into()),
        ("zoom", zoom.into()),
        ("meet", meet.into()),
        ("bigbluebutton", bbb.into()),
        ("plain", WINDOWS_1251.encode(plain).0.into_owned()),
        ("plain", sums.into()),
    ]
}

/// UTF-16 with its mark, as Teams writes it.
fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}
