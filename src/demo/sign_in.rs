//! What the terminal says when the demonstration is ready.

use super::PASSWORD;
use crate::web::paths;

/// Role, e-mail, where this person starts.
const ACCOUNTS: [(&str, &str, &str); 5] = [
    ("администратор / administrator", "admin@birge.example", paths::EDITIONS),
    ("преподаватель / trainer", "trainer@birge.example", paths::TODAY),
    ("координатор / coordinator", "coordinator@birge.example", paths::EDITIONS),
    ("слушатель / trainee", "trainee@birge.example", paths::NEXT),
    ("тыңдаушы / trainee (қазақша)", "tyndaushy@birge.example", paths::NEXT),
];

const WHERE_TO_CLICK: &str = "\
Куда нажать / where to click
  слушатель      «Дальше»: у кейса есть совет преподавателя, сдайте вторую версию
  преподаватель  «Сегодня»: непроверенные работы и занятие без отметок
  администратор  Потоки → «выездная группа в Астане» → выдача: готовы трое; «Книга регистрации», «Письма»
  trainee        Next: a case came back with advice, hand in its second version
  trainer        Today: works to grade and a session whose roll was not called
  administrator  Editions → «выездная группа в Астане» → documents: three are ready
";

/// Role, e-mail, address and password of the accounts to sign in with, and where to click.
pub fn sign_in_table(public_url: &str) -> String {
    let head = ("роль / role", "e-mail", "адрес / address".to_owned(), "пароль / password");
    let row = |(role, email, path): (&'static str, &'static str, &str)| {
        (role, email, format!("{public_url}{path}"), PASSWORD)
    };
    let rows: Vec<_> = std::iter::once(head).chain(ACCOUNTS.into_iter().map(row)).collect();
    let longest = |lengths: &mut dyn Iterator<Item = usize>| lengths.max().unwrap_or_default();
    let role = longest(&mut rows.iter().map(|row| row.0.chars().count()));
    let email = longest(&mut rows.iter().map(|row| row.1.chars().count()));
    let address = longest(&mut rows.iter().map(|row| row.2.chars().count()));
    let mut out = format!("\nBirge: {public_url}\n\n");
    for (who, mail, url, password) in &rows {
        out.push_str(&format!("{who:role$}  {mail:email$}  {url:address$}  {password}\n"));
    }
    out.push('\n');
    out.push_str(WHERE_TO_CLICK);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_stand_under_each_other() {
        let table = sign_in_table("http://127.0.0.1:8080");
        let starts: Vec<usize> = table
            .lines()
            .filter(|line| line.contains("@birge.example"))
            .map(|line| line.chars().take_while(|letter| *letter != '@').count())
            .collect();
        assert_eq!(starts.len(), 5);
        let passwords: Vec<usize> = table
            .lines()
            .filter_map(|line| line.split_once(PASSWORD))
            .map(|(before, _)| before.chars().count())
            .collect();
        assert!(passwords.windows(2).all(|two| two[0] == two[1]) && passwords.len() == 5, "{table}");
    }
}
