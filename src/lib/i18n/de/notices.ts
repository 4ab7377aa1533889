import type en from "../en/notices";
import type { TranslationOf } from "../keys";

export default {
  greeting: "Guten Tag,",
  closing: "Diese Mail kommt von {origin}. Wenn Sie sie nicht erwartet haben, können Sie sie ignorieren.",
  confirm_email_subject: "Bestätigen Sie Ihre Adresse für {company}",
  confirm_email_text:
    "Jemand, wahrscheinlich Sie, hat {company} mit dieser Adresse angemeldet. Öffnen Sie den Link, um zu bestätigen, dass die Adresse Ihnen gehört. Bis dahin kann keine Mail gesendet werden.",
  existing_account_subject: "Sie haben bereits ein Konto",
  existing_account_text:
    "Jemand, wahrscheinlich Sie, hat {company} mit dieser Adresse angemeldet, und dazu gibt es bereits ein Konto. Wenn Sie es waren, öffnen Sie den Link und melden Sie sich mit diesem Konto an, um {company} zu übernehmen.",
  reset_password_subject: "Wählen Sie ein neues Passwort",
  reset_password_text:
    "Jemand, wahrscheinlich Sie, hat um ein neues Passwort gebeten. Öffnen Sie den Link innerhalb einer Stunde, um eines zu wählen. Sonst bleibt Ihr Passwort, wie es ist.",
  password_changed_subject: "Ihr Passwort wurde geändert",
  password_changed_text:
    "Das Passwort Ihres Kontos wurde geändert, und alle anderen Browser wurden abgemeldet. Wenn Sie es nicht waren, wählen Sie sofort ein neues: {link}",
  change_email_subject: "Bestätigen Sie Ihre neue Adresse",
  change_email_text: "Öffnen Sie den Link, um sich künftig mit dieser Adresse anzumelden.",
  email_in_use_subject: "Diese Adresse wird schon benutzt",
  email_in_use_text:
    "Jemand möchte sich mit dieser Adresse bei einem anderen Konto anmelden. Sie gehört bereits zu Ihrem Konto, und nichts hat sich geändert. Wenn Sie es waren, melden Sie sich mit dieser Adresse an oder ändern Sie zuerst die Ihres Kontos.",
  email_changed_subject: "Ihre Anmeldeadresse wurde geändert",
  email_changed_text:
    "Ab jetzt melden Sie sich mit {email} an. Wenn Sie das nicht waren, sprechen Sie sofort mit einem Inhaber Ihrer Organisation.",
  invitation_subject: "{inviter} lädt Sie zu {company} ein",
  invitation_text:
    "{inviter} lädt Sie ein, sich als {role} um die Mail von {company} zu kümmern. Öffnen Sie den Link innerhalb von sieben Tagen, um anzunehmen.",
  session_reuse_subject: "Eine Ihrer Sitzungen wurde zur Sicherheit beendet",
  session_reuse_text:
    "Ein Schlüssel der Sitzung Ihres Browsers wurde ein zweites Mal benutzt, von {ip}. Vielleicht hat ihn jemand kopiert, darum wurde die Sitzung beendet. Melden Sie sich neu an und ändern Sie Ihr Passwort, wenn Sie nicht wissen, warum.",
  second_factor_changed_subject: "Ihre Anmeldung wurde geändert",
  second_factor_changed_text: "{change} Wenn Sie das nicht waren, ändern Sie sofort Ihr Passwort: {link}",
  provider_added: "Ab jetzt können Sie sich mit {provider} anmelden.",
  provider_removed: "Mit {provider} können Sie sich nicht mehr anmelden.",
  tenant_closed_subject: "{company} wurde geschlossen",
  tenant_closed_text:
    "{company} wurde von {by} geschlossen. Bis {until} lässt es sich mit dem Link wieder öffnen; danach wird alles gelöscht.",
  member_removed_subject: "Sie sind nicht mehr Mitglied von {company}",
  member_removed_text: "{by} hat Ihre Mitgliedschaft bei {company} beendet.",
  role_changed_subject: "Ihre Rolle bei {company} wurde geändert",
  role_changed_text: "{by} hat Ihnen bei {company} diese Rolle gegeben: {role}.",
  webhook_disabled_subject: "Ein Webhook von {company} wurde abgeschaltet",
  webhook_disabled_text:
    "{url} hat lange nicht geantwortet, darum wird nichts mehr dorthin gesendet. Schalten Sie ihn wieder ein, wenn er geht: {link}",
} as const satisfies TranslationOf<typeof en>;
