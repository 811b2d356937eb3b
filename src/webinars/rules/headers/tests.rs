//! The headers of the tools.

use super::*;

pub(in super::super) fn grid(text: &str) -> Grid {
    let rows = (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty());
    let row = |(line, text): (u32, &str)| GridRow {
        line,
        cells: text.split('|').map(|cell| cell.trim().to_owned()).collect(),
    };
    Grid { rows: rows.map(row).collect(), ..Grid::default() }
}

fn found(text: &str) -> (Tool, Vec<usize>) {
    let grid = grid(text);
    let tables = tables(&grid).unwrap();
    (tables.tool, tables.sections.iter().map(|section| section.rows.len()).collect())
}

#[test]
fn the_summary_above_the_list_of_zoom_is_no_list() {
    let zoom = "Meeting ID|Topic|Start Time|End Time|User Email|Duration (Minutes)|Participants\n\
                123|Weekly|01/10/2026 10:00:00 AM|01/10/2026 11:00:00 AM|host@example.org|60|2\n\n\
                Name (Original Name)|User Email|Join Time|Leave Time|Duration (Minutes)|Guest\n\
                Anna|a@example.org|01/10/2026 10:01:00 AM|01/10/2026 10:59:00 AM|58|No";
    assert_eq!(found(zoom), (Tool::Zoom, vec![1]));
    let russian = "Имя (настоящее имя)|Адрес электронной почты пользователя|Время входа|Время выхода|\
                   Продолжительность (минуты)|Гость\nАнна|a@example.org|1|2|3|Нет";
    assert_eq!(found(russian), (Tool::Zoom, vec![1]));
}

#[test]
fn a_zoom_webinar_has_its_hosts_apart() {
    let text = "Attendee Report|\nHost Details|\nAttended|User Name (Original Name)|Email|Join Time|Leave Time|\
                Time in Session (minutes)\nYes|Host|h@example.org|a|b|75\nAttendee Details|\nAttended|User Name \
                (Original Name)|Email|Join Time|Leave Time|Time in Session (minutes)\nYes|Ada|a@example.org|a|b|5\n\
                No|Linus|l@example.org|--|--|--";
    let grid = grid(text);
    let tables = tables(&grid).unwrap();
    assert_eq!(tables.tool, Tool::ZoomWebinar);
    let sections: Vec<(bool, usize)> =
        tables.sections.iter().map(|one| (one.hosts, one.rows.len())).collect();
    assert_eq!(sections, [(true, 1), (false, 2)]);
}

#[test]
fn each_coming_and_going_of_teams_is_read_and_not_the_sum_besides() {
    let participants = "1. Summary\nMeeting title|Webinar\n2. Participants\nName|First Join|Last Leave|In-Meeting \
                        Duration|Email|Role\nAnna|a|b|1h|a@example.org|Organizer\n";
    assert_eq!(found(participants), (Tool::Teams, vec![1]));
    let both = format!(
        "{participants}3. In-Meeting Activities\nName|Join Time|Leave Time|Duration|Email|Role\nAnna|a|b|30m|x|y\n\
         Anna|a|b|30m|x|y"
    );
    assert_eq!(found(&both), (Tool::Teams, vec![2]));
    let empty =
        format!("{participants}3. In-Meeting Activities\nName|Join Time|Leave Time|Duration|Email|Role");
    assert_eq!(found(&empty), (Tool::Teams, vec![1, 0]));
}

#[test]
fn other_lists_are_told_by_their_words_and_none_is_guessed() {
    let meet = "First name|Last name|Email|Duration|Time joined|Time exited\nAda|L|a@example.org|1 min|1|2";
    assert_eq!(found(meet).0, Tool::Meet);
    let bbb = "Name|Moderator|Activity Score|Talk Time|Messages|Join|Left|Duration\nAda|FALSE|1|2|3|4|5|6";
    assert_eq!(found(bbb).0, Tool::BigBlueButton);
    for plain in ["ФИО|Почта|Вход|Выход", "Имя|E-mail|Длительность", "Фамилия|Имя|Email", "Аты-жөні|Пошта"]
    {
        assert_eq!(found(&format!("{plain}\nx|y|z")).0, Tool::Plain, "{plain}");
    }
    assert!(tables(&grid("Кто|Когда\nАнна|10:00")).is_none());
    assert!(tables(&grid("Анна Иванова\nПётр Ли")).is_none());
    let two = grid("Фамилия|Имя|Вход\nx|y|z");
    let columns = tables(&two).unwrap().sections.first().unwrap().columns;
    assert_eq!((columns.surname, columns.given, columns.name), (Some(0), Some(1), None));
}
