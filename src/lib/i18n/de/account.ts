import type en from "../en/account";
import type { TranslationOf } from "../keys";

export default {
  confirmTitle: "Adresse bestätigen",
  confirmBusy: "Einen Moment: Der Link wird geöffnet.",
  confirmDoneTitle: "Ihre Adresse ist bestätigt",
  confirmDone: "{email} gehört Ihnen. Ab jetzt können Postfächer angelegt und Mails gesendet werden.",
  confirmTakenOver: "{company} gehört jetzt zu Ihrem Konto.",
  confirmGoOn: "Zur Verwaltung",
  confirmPasswordText:
    "Geben Sie das Passwort ein, das Sie beim Anlegen des Kontos mit {email} gewählt haben. Der Link allein zeigt nicht, dass Sie es waren.",
  confirmSignInTitle: "Melden Sie sich zuerst an",
  confirmSignInText: "Zur Adresse {email} gibt es ein Konto. Melden Sie sich dort an, dann kommt das neue dazu.",
  confirmAgain: "Wenn Ihre Adresse noch nicht bestätigt ist, kann die Verwaltung Ihnen einen neuen Link senden.",
  linkRefusedTitle: "Dieser Link bewirkt nichts mehr",
  linkRefusedText: "Er wurde schon benutzt, ist abgelaufen, oder ein Teil davon fehlt.",
  forgotTitle: "Passwort vergessen?",
  forgotText: "Nennen Sie die Adresse, mit der Sie sich anmelden. Wir senden Ihnen einen Link für ein neues.",
  forgotSend: "Link senden",
  forgotSentTitle: "Sehen Sie in Ihr Postfach",
  forgotSentText:
    "Wenn es ein Konto mit {email} gibt, ist ein Link unterwegs. Er gilt einmal und innerhalb einer Stunde.",
  forgotNothing:
    "Nichts angekommen? Sehen Sie im Spam nach. Eine nie bestätigte Adresse bekommt keinen Link: Legen Sie damit noch einmal ein Konto an.",
  resetTitle: "Neues Passwort wählen",
  resetText: "Alle Browser, in denen Sie angemeldet sind, werden abgemeldet.",
  resetSave: "Passwort setzen",
  resetDoneTitle: "Ihr neues Passwort gilt",
  resetDoneText: "Melden Sie sich jetzt damit an.",
  backToSignIn: "Zurück zur Anmeldung",
  currentPassword: "Bisheriges Passwort",
  newPassword: "Neues Passwort",
  passwordChanged: "Passwort geändert. Alle anderen Browser sind abgemeldet.",
  newEmail: "Neue E-Mail-Adresse",
  newEmailHelp: "Sie melden sich mit {email} an, bis Sie den Link geöffnet haben, den wir an die neue Adresse senden.",
  emailSave: "Link dorthin senden",
  emailSent: "Öffnen Sie den Link, den wir an {email} gesendet haben; danach melden Sie sich damit an.",
  name: "Ihr Name",
  nameChanged: "Name geändert.",
  keptTitle: "Mails dieses Probebetriebs",
  keptText: "Im Probebetrieb wird nichts gesendet. Hier stehen die letzten Mails, nur für diesen Rechner.",
  keptTo: "An {recipient}",
  keptOpen: "Link öffnen",
  keptNoneTitle: "Noch keine Mail",
  keptNoneText: "Legen Sie ein Konto an oder bitten Sie um ein neues Passwort, dann erscheint sie hier.",
  keptNotHere:
    "Hier ist nichts: Mails werden nur im Probebetrieb aufbewahrt und nur auf dessen eigenem Rechner gezeigt.",
} satisfies TranslationOf<typeof en>;
