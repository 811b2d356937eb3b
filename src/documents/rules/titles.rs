//! What papers are called at their head. Pure.

use crate::kernel::Language;
use crate::programmes::rules::words::DocumentKind;

/// The title of a paper and what follows it.
pub fn title(kind: DocumentKind, language: Language) -> (&'static str, Option<&'static str>) {
    match (kind, language) {
        (DocumentKind::AdvancedTrainingCertificate, Language::Kk) => {
            ("Куәлік", Some("біліктілікті арттыру туралы"))
        }
        (DocumentKind::AdvancedTrainingCertificate, _) => ("Удостоверение", Some("о повышении квалификации")),
        (DocumentKind::RetrainingDiploma, Language::Kk) => ("Диплом", Some("кәсіби қайта даярлау туралы")),
        (DocumentKind::RetrainingDiploma, _) => ("Диплом", Some("о профессиональной переподготовке")),
        (DocumentKind::StudyCertificate, Language::Kk) => ("Анықтама", Some("оқу немесе оқу кезеңі туралы")),
        (DocumentKind::StudyCertificate, _) => ("Справка", Some("об обучении или о периоде обучения")),
        (DocumentKind::ParticipationCertificate, Language::Kk) => ("Қатысушы сертификаты", None),
        (DocumentKind::ParticipationCertificate, _) => ("Сертификат участника", None),
        (DocumentKind::MentorCertificate, Language::Kk) => ("Тәлімгер сертификаты", None),
        (DocumentKind::MentorCertificate, _) => ("Сертификат наставника", None),
        (DocumentKind::ThankYouLetter, Language::Kk) => ("Алғыс хат", None),
        (DocumentKind::ThankYouLetter, _) => ("Благодарственное письмо", None),
        (DocumentKind::RecommendationLetter, Language::Kk) => ("Ұсыныс хат", None),
        (DocumentKind::RecommendationLetter, _) => ("Рекомендательное письмо", None),
        (DocumentKind::ServiceRecord, Language::Kk) => ("Еріктінің қызметі туралы анықтама", None),
        (DocumentKind::ServiceRecord, _) => ("Справка о деятельности добровольца", None),
        (DocumentKind::AuthorityDocument, Language::Kk) => ("Еріктінің өкілеттігін растау", None),
        (DocumentKind::AuthorityDocument, _) => ("Подтверждение полномочий добровольца", None),
    }
}
