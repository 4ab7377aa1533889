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
  confirm_alert_address_subject: "Möchten Sie von Störungen der Mail von {company} hören?",
  confirm_alert_address_text:
    "{by} hat diese Adresse gewählt, um zu erfahren, wenn eine Domain von {company} nicht mehr geht. Öffnen Sie den Link innerhalb von 48 Stunden, wenn Sie das möchten. Sonst wird nichts weiter hierher gesendet.",
  domain_alert_subject: "{headline}",
  domain_alert_text:
    "Es geht um die Mail-Domains von {company}.\n\n{list}\n\nDie Seite einer Domain zeigt, was im DNS gefunden wurde, was dort stehen soll, und den Wert zum Einfügen: {link}",
  quota_warning_subject: "{address} ist zu {percent} % voll",
  quota_warning_text:
    "Ihr Postfach {address} enthält {used} von {quota}. Löschen Sie, was Sie nicht mehr brauchen, und leeren Sie den Papierkorb, oder bitten Sie die Person, die Ihre Mail verwaltet, um mehr Platz. Ist es voll, wartet neue Mail bei den Absendern und geht nach einigen Tagen an sie zurück. Ihr Postfach: {link}",
  quota_full_subject: "{address} ist voll",
  quota_full_text:
    "Ihr Postfach {address} enthält {used} von {quota} ({percent} %) und nimmt keine Mail mehr an. Noch ist nichts verloren: neue Mail wartet bei den Absendern, die es einige Tage lang wieder versuchen; erst dann geht sie an sie zurück. Löschen Sie, was Sie nicht mehr brauchen, und leeren Sie den Papierkorb, oder bitten Sie die Person, die Ihre Mail verwaltet, um mehr Platz. Ihr Postfach: {link}",
  quota_alert_subject: "Postfächer von {company} werden voll",
  quota_alert_text:
    "{list}\n\nEin volles Postfach nimmt keine Mail mehr an: sie wartet einige Tage bei den Absendern und geht dann an sie zurück. Geben Sie mehr Platz, oder bitten Sie die Personen, etwas zu löschen: {link}",
  quota_line: "- {address}: {used} von {quota} ({percent} %)",
  quota_pool_line:
    "- Alle Postfächer zusammen: {used} von {quota} ({percent} %). Ist das voll, nimmt keines mehr Mail an.",
  quota_more: { one: "… und {count} weiteres Postfach.", other: "… und {count} weitere Postfächer." },
  domain_digest_subject: "Der heutige Blick auf die Domains von {company}",
  domain_digest_text: "{list}\n\nAlle Domains: {link}",
  alert_one_broken: "{domain}: Mail kann verloren gehen",
  alert_one_attention: "{domain}: ein DNS-Eintrag braucht Sie",
  alert_one_proof_missing: "{domain}: der Nachweis des Besitzes fehlt",
  alert_one_proof_lost: "{domain}: der Besitz ist nicht mehr bewiesen",
  alert_one_frozen: "{domain}: es geht keine Mail mehr ein oder aus",
  alert_one_recovered: "{domain} ist wieder in Ordnung",
  alert_one_dkim_waiting: "{domain}: Ein neuer Signaturschlüssel wartet auf Sie",
  alert_one_name_below: "{domain}: Jemand hat einen Namen darunter nachgewiesen",
  alert_many_trouble: { one: "{count} Domain braucht Sie", other: "{count} Domains brauchen Sie" },
  alert_many_recovered: {
    one: "{count} Domain ist wieder in Ordnung",
    other: "{count} Domains sind wieder in Ordnung",
  },
  alert_title_broken:
    "Mail kann verloren gehen. Stellen Sie zuerst die hier genannten Einträge wieder her, wie die Seite der Domain sie zeigt:",
  alert_title_attention:
    "Mail geht noch, aber ein Eintrag, der dazugehört, hat sich geändert. Sehen Sie ihn sich bei Gelegenheit an:",
  alert_title_proof_missing:
    "Der Eintrag, der den Besitz beweist, fehlt. Stellen Sie ihn innerhalb von 14 Tagen wieder her, sonst gilt die Domain nicht mehr als Ihre:",
  alert_title_proof_lost:
    "Der Besitz ist nicht mehr bewiesen. Mail geht noch 30 Tage; stellen Sie den Eintrag vorher wieder her, sonst wird die Domain freigegeben:",
  alert_title_frozen:
    "Der Besitz ist endgültig verloren, darum geht keine Mail mehr ein oder aus. Postfächer und Einstellungen bleiben 30 Tage für eine Ausgabe erhalten; dann werden sie gelöscht:",
  alert_title_dkim_waiting:
    "Ein neuer Signaturschlüssel ist da, wie zweimal im Jahr. Veröffentlichen Sie ihn, wie die Seite der Schlüssel es zeigt; bis dahin unterschreibt der alte:",
  alert_title_name_below:
    "Jemand anderes hat nachgewiesen, dass ein Name unter Ihrem ihm gehört. Haben Sie ihn nicht weitergegeben, prüfen Sie, wer Ihr DNS ändern darf; in den Einstellungen der Domain lässt es sich verbieten:",
  alert_title_recovered: "Wieder in Ordnung, nichts mehr zu tun:",
  alert_since: "{domain}, seit {time} (UTC)",
  alert_value: "Soll sein: {value}",
  alert_more: { one: "… und {count} weitere Domain.", other: "… und {count} weitere Domains." },
  digest_unwell: "Nicht in Ordnung:",
  digest_changed: "Seit gestern im DNS geändert, und in Ordnung:",
  digest_proofs: "Der Nachweis des Besitzes fehlt und muss wieder eingetragen werden:",
  digest_keys: "Ein neuer Signaturschlüssel wartet auf seinen Eintrag:",
  digest_changes: { one: "{domain}: {count} Änderung", other: "{domain}: {count} Änderungen" },
  group_held_subject: "Beiträge an {group} warten auf Sie",
  group_held_text:
    "Für {group} von {company} warten Beiträge auf eine Entscheidung: {count}. Geben Sie sie frei oder lehnen Sie sie ab. Worüber niemand entscheidet, wird nach 30 Tagen verworfen.",
  mailbox_invite_subject: "Ihr neues Postfach {address}",
  mailbox_invite_text:
    "{company} hat das Postfach {address} für Sie eingerichtet. Öffnen Sie innerhalb von 72 Stunden diesen Link und wählen Sie ein Passwort, das nur Sie kennen:\n\n{link}\n\nDer Link gilt einmal. Wenn Sie das nicht erwartet haben, ignorieren Sie diese E-Mail: Dann geschieht nichts.",
  mailbox_reset_subject: "Neues Passwort für {address}",
  mailbox_reset_text:
    "Für {address} wurde ein neues Passwort angefordert. Öffnen Sie innerhalb einer Stunde diesen Link, um eines zu wählen:\n\n{link}\n\nDer Link gilt einmal. Wird er benutzt, werden alle Browser abgemeldet; App-Passwörter von Telefonen und Programmen gelten weiter, sofern Sie sie nicht entfernen lassen. Wenn Sie das nicht waren, ignorieren Sie diese E-Mail: Das Passwort bleibt, wie es ist.",
  mailbox_recovery_subject: "Wiederherstellungsadresse von {address}",
  mailbox_recovery_text:
    "Diese Adresse wurde als Rückweg in das Postfach {address} angegeben, falls dessen Passwort verloren geht. Öffnen Sie diesen Link innerhalb von 24 Stunden in einem Browser, der im Postfach angemeldet ist:\n\n{link}\n\nWenn Ihnen dieses Postfach nicht gehört, ignorieren Sie diese E-Mail.",
  mailbox_changed_subject: "Die Anmeldung bei {address} hat sich geändert",
  mailbox_changed_text:
    "{change}\n\nEs geht um das Postfach {address}. Wenn Sie das nicht waren, wählen Sie sofort ein neues Passwort und sagen Sie denen Bescheid, die sich um Ihre E-Mail kümmern:",
  guard_paused_subject: "{address}: Der Versand ruht",
  guard_paused_text:
    "Das Postfach {address} von {company} sendet, als hätte es jemand anderes. Es darf nicht senden, bis Sie nachgesehen haben; es empfängt weiter.\n\nSehen Sie, warum, und entscheiden Sie:",
  guard_paused_own_subject: "Sie können vorerst nicht senden",
  guard_paused_own_text:
    "Ihr Postfach {address} hat gesendet, als hätte es jemand anderes; deshalb ruht der Versand. Lesen können Sie wie bisher.\n\nWaren Sie es selbst, sagen Sie es Ihrer Verwaltung, die den Versand mit einem Klick erlauben kann. Waren Sie es nicht, kennt jemand vielleicht Ihr Passwort: Melden Sie es sofort.",
  confirm_forwarding_subject: "Darf Post an {address} zu Ihnen weitergeleitet werden?",
  confirm_forwarding_text:
    "Jemand bei {company} möchte, dass Post an {address} an diese Adresse weitergeleitet wird. Öffnen Sie diesen Link innerhalb von 72 Stunden, wenn Sie das möchten. Ohne ihn wird nichts hierher geschickt:\n\n{link}",
  forwarding_begun_subject: "Ihre Post wird an {target} weitergeleitet",
  forwarding_begun_text:
    "Ab jetzt geht Post an {address} auch an {target}. Wenn Sie nicht wissen, warum: Beenden Sie das sofort in den Einstellungen Ihres Postfachs, ändern Sie Ihr Passwort und sagen Sie es den Menschen, die Ihre Mail betreuen:\n\n{link}",
  forwarding_begun_away_subject: "Ihre Post geht nur noch an {target}",
  forwarding_begun_away_text:
    "Ab jetzt geht Post an {address} an {target}, und hier bleibt keine Kopie. Wenn Sie nicht wissen, warum: Beenden Sie das sofort in den Einstellungen Ihres Postfachs, ändern Sie Ihr Passwort und sagen Sie es den Menschen, die Ihre Mail betreuen:\n\n{link}",
} as const satisfies TranslationOf<typeof en>;
