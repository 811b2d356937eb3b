# Signing in, the profile, people.
fault-email-taken = Someone with this address is here already. Find them in the list
fault-password-like-email = The password is the same as the address. Choose another
fault-password-wrong = The old password is not right

people-email = E-mail
people-password = Password
people-password-new = New password
people-password-old = Old password
people-password-hint = At least 10 characters. Three or four unrelated words are easy to remember
people-full-name = Full name
people-surname = Surname
people-given-name = First name
people-patronymic = Patronymic
people-language = Language
people-language-letters = Language of letters and pages
people-zone = Time zone
people-zone-hint = Session times and deadlines are shown in it
people-organisation = Organisation
people-position = Position
people-position-hint = Teams of an edition are mixed by it, so that each has people of different positions.
people-organisation-none = No organisation
people-roles = Roles

people-sign-in-title = Sign in
people-sign-in-action = Sign in
people-sign-in-forgotten = Forgot your password?
people-sign-in-no-account = Accounts are made by the training centre: the link for the first visit comes in the invitation letter.

people-reset-title = A new password
people-reset-lead = Enter the address you were invited with. We will send a link to set a new password.
people-reset-action = Send the link
people-reset-remembered = Back to sign-in

people-invited-title = Choose a password
people-invited-lead = Hello { $name }. You will need the password each time you sign in; right now you are signed in at once.
people-invited-action = Save and sign in
people-new-password-title = A new password
people-new-password-lead = After saving you are signed in here and signed out on all other devices.
people-new-password-action = Save and sign in

people-profile-title = Profile
people-profile-name-hint = Your name will be printed like this in documents. If there is a mistake, write to the administrator of the training centre.
people-profile-reading = Language and time
people-password-change = Change password
people-password-title = Change password
people-password-lead = You will be signed out on other devices and stay signed in on this one.
people-sessions-title = Where you are signed in
people-sessions-lead = If you do not know a device, sign it out and change your password.
people-session-program = A program (access by token)
people-session-unknown = Unknown device
people-session-current = This device
people-session-facts = Address { $address }. Last used: { $last }. Signed in: { $since }
people-session-end = Sign out

people-waiting-title = No programme is open for you yet
people-waiting-lead = { $name }, your account is ready, but you have not been enrolled in an edition yet.
people-waiting-whom = Whom to ask
people-waiting-ask = Whoever invited you, or the administrator of the training centre. As soon as you are enrolled the programme appears on this page, and you get a letter.
people-waiting-email = Give them the address you signed in with:
people-waiting-profile = Check language and time zone in your profile

people-list-title = People
people-list-caption = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
people-list-first = To the start of the list
people-search = Find a person
people-search-hint = By surname, first name or address. Kazakh letters may be typed as Russian ones: “курмангазы” also finds “Құрманғазы”.
people-search-action = Find
people-none-found = Nobody found
people-none-found-help = Check how the name is written, or search by the start of the surname.
people-show-all = Show everybody
people-none-yet = Nobody here yet
people-none-yet-help = Add the first person: they will get an invitation.
people-state-invited = Invited
people-state-closed = Account closed
people-role-administrator = Administrator
people-role-coordinator = Coordinator
people-role-trainer = Trainer
people-role-trainee = Trainee

people-new-action = Add a person
people-new-title = New person
people-new-lead = An invitation with a link goes to this address. The link is valid for 14 days.
people-new-submit = Add and invite
people-email-hint = The person will sign in with this address

people-created = Account made
people-password-since = Set on { $date }
people-password-none = Not set yet: the invitation has not been opened
people-closed-since = The account was closed on { $date }. Nobody can sign in with it; everything done is kept.
people-invite-again = Invite again
people-roles-none = No roles. People become trainees and trainers of an edition in the edition itself.
people-role = Role
people-role-hint = A coordinator always needs an organisation
people-role-place = Where it holds
people-role-whole-site = the whole training centre
people-role-since = Since { $date }
people-role-grant = Grant a role
people-role-grant-action = Grant the role
people-role-revoke = Take back
people-role-revoke-confirm = Take the role back? Access ends at once.
people-extra-time = Extra time
people-extra-time-help = It holds in every quiz with a time limit, in an attempt under way too, and for every question of a live quiz. The moment at which the quiz itself closes does not move: an attempt that begins shortly before it ends with it. The trainee sees how much time is added, and not why.
people-extra-time-percent = How much to add, % (0 for none)
people-extra-time-reason = Grounds
people-extra-time-reason-hint = The number of a certificate, for example. Leave diagnoses out.
people-extra-time-save = Save the extra time
people-flash-extra-time = The extra time is saved
people-account = Account
people-deactivate = Close the account
people-deactivate-help = The person can no longer sign in. Learning, grades and documents stay.
people-deactivate-confirm = Close the account? The person is signed out on all devices.
people-reactivate = Open again
people-reactivate-help = The person can sign in again with the old password.

people-flash-signed-out = You are signed out
people-flash-reset-sent = If we have this address, the link is on its way. It is valid for 2 hours. No letter? Look in the spam folder.
people-flash-password-set = Password saved, you are signed in
people-flash-profile-saved = Saved
people-flash-password-changed = Password changed. You were signed out on other devices
people-flash-session-ended = Signed out on that device
people-flash-invited = An invitation was sent to { $email }
people-flash-invited-again = A new invitation was sent. The earlier link no longer works
people-flash-role-granted = Role granted
people-flash-role-revoked = Role taken back
people-flash-deactivated = Account closed
people-flash-reactivated = Account opened again

people-zone-kaliningrad = Kaliningrad
people-zone-moscow = Moscow
people-zone-volgograd = Volgograd
people-zone-samara = Samara
people-zone-yekaterinburg = Yekaterinburg
people-zone-almaty = Almaty, Astana
people-zone-qyzylorda = Qyzylorda
people-zone-qostanay = Qostanay
people-zone-aqtobe = Aqtobe
people-zone-oral = Oral
people-zone-omsk = Omsk
people-zone-novosibirsk = Novosibirsk
people-zone-krasnoyarsk = Krasnoyarsk
people-zone-irkutsk = Irkutsk
people-zone-yakutsk = Yakutsk
people-zone-vladivostok = Vladivostok
people-zone-magadan = Magadan
people-zone-kamchatka = Kamchatka
people-edit-title = Correct the details
people-edit-lead = Corrections show at once. Documents already issued do not change. If you change the address, links sent to the old one stop working and the person has to sign in again.
people-edit-submit = Save corrections
people-edit-link = Correct the name, address or organisation
people-courses = Editions
people-course-teaches = teaches
people-course-learns = trainee
people-course-withdrawn = withdrawn on { $date }
people-flash-corrected = Details corrected
