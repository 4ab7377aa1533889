import type en from "../en/domains";
import type { TranslationOf } from "../keys";

export default {
  title: "Domains",
  description:
    "Die Namen hinter dem @ Ihrer Adressen. Jeder gehört Ihnen, sobald Sie gezeigt haben, dass er Ihrer ist.",
  add: "Domain hinzufügen",
  addTitle: "Eine Domain hinzufügen",
  addText: "Sie brauchen Zugang zu den DNS-Einträgen der Domain, meist dort, wo sie gekauft wurde.",
  addName: "Domainname",
  addHelp: "Nur der Name, etwa example.org.",
  addHelpTrial: "In dieser Testumgebung funktionieren Namen, die auf .test enden, ohne DNS-Anbieter.",
  emptyTitle: "Noch keine Domain",
  emptyText:
    "Fügen Sie die erste hinzu: Wir zeigen, welche DNS-Einträge sie braucht, und schauen nach, bis sie da sind.",
  columnName: "Domain",
  columnState: "Zustand",
  columnRecords: "Nötige Einträge",
  columnMail: "Eingehende Mail",
  recordsDone: "{done} von {total}",
  nextPage: "Nächste Seite",
  firstPage: "Erste Seite",
  notFoundTitle: "Diese Domain gibt es nicht",
  notFoundText: "Vielleicht wurde sie entfernt, oder die Adresse ist vertippt.",
  backToList: "Alle Domains",

  viewRecords: "Einträge",
  viewSight: "Wer es sieht",
  viewDkim: "Signaturschlüssel",
  viewConnect: "Für mich einrichten",
  viewHistory: "Verlauf",
  viewSettings: "Einstellungen",

  state_pending_proof: "Wartet auf Nachweis",
  state_proven: "Nachgewiesen",
  state_setting_up: "Wird eingerichtet",
  state_active: "Aktiv",
  state_attention: "Bitte ansehen",
  state_broken: "Gestört",
  state_proof_lost: "Nachweis verloren",
  state_suspended: "Gesperrt",
  state_releasing: "Wird entfernt",

  mail_match: "Kommt hier an",
  mail_match_inherited: "Kommt hier an",
  mail_missing: "Kommt nirgends an",
  mail_conflict: "Widerspruch",
  mail_stale: "Noch nicht umgestellt",
  mail_unknown: "Nicht bekannt",
  mail_not_checked: "Noch nicht geprüft",
  mail_ignored: "Übergangen",

  record_match: "Vorhanden",
  record_match_inherited: "Geerbt",
  record_missing: "Fehlt",
  record_conflict: "Zu ändern",
  record_stale: "Zeigt woandershin",
  record_stale_text: "Zu ändern",
  record_unknown: "Keine Antwort",
  record_not_checked: "Noch nicht geprüft",
  record_ignored: "Übergangen",

  purpose_proof: "Nachweis, dass die Domain Ihnen gehört",
  purpose_spf: "Wer für Sie senden darf (SPF)",
  purpose_dkim: "Unterschrift unter Ihrer Mail (DKIM)",
  purpose_dmarc: "Was Empfänger mit Fälschungen tun (DMARC)",
  purpose_mx: "Wohin Mail an Sie zugestellt wird (MX)",
  purpose_autoconfig: "Mailprogramme von selbst einrichten",
  purpose_service: "Einen Dienst finden",
  purpose_tls_rpt: "Berichte über misslungene Verschlüsselung",
  purpose_mta_sts: "Verschlüsselte Zustellung (MTA-STS)",

  requiredTitle: "1. Diese Einträge veröffentlichen",
  requiredText:
    "Legen Sie sie dort an, wo das DNS der Domain verwaltet wird. Die Reihenfolge ist gleich; wir schauen von selbst nach.",
  switchTitle: "2. Mail umstellen",
  switchText: "Tun Sie das zuletzt, wenn die Postfächer bereit sind: Ab dann kommt neue Mail hier an.",
  recommendedTitle: "3. Bequemere Einrichtung und Berichte",
  recommendedText: "Empfohlen, nicht nötig: {count} Einträge.",

  fieldType: "Typ",
  fieldName: "Name",
  fieldNameFull: "vollständig: {name}",
  fieldValue: "Wert",
  fieldPriority: "Priorität {priority}",
  copyName: "Namen kopieren",
  copyValue: "Wert kopieren",
  found: "Jetzt gefunden",
  showRecord: "Eintrag zeigen",

  checkNow: "Jetzt prüfen",
  checking: "Wird geprüft …",
  checkedAt: "Zuletzt geprüft um {time}",
  neverChecked: "Noch nicht geprüft",
  publishInTrial: "In der lokalen Zone veröffentlichen",
  publishText:
    "Diese Testumgebung hat einen eigenen DNS-Server für Namen unter .test. Ein Klick veröffentlicht dort alle Einträge, wie Sie es bei Ihrem DNS-Anbieter täten.",
  published: "Alle Einträge sind veröffentlicht.",

  nextPendingTitle: "Zeigen Sie, dass {name} Ihnen gehört",
  nextPending: "Veröffentlichen Sie die Einträge unten. Sobald wir den ersten sehen, können Sie die Domain benutzen.",
  nextProvenTitle: "Der Nachweis ist erbracht",
  nextProven: "Der Mailserver erfährt gerade von der Domain.",
  nextSettingUpTitle: "Fast geschafft",
  nextSettingUp: "{done} von {total} nötigen Einträgen sind da. Postfächer funktionieren, sobald es alle sind.",
  nextSwitchTitle: "Bereit für Mail",
  nextSwitch: "Alles ist da bis auf den letzten Schritt: Mail an diese Domain kommt noch nicht hierher.",
  nextActiveTitle: "Alles ist eingerichtet",
  nextActive: "Mail an diese Domain kommt hier an und geht unterschrieben hinaus.",
  nextAttentionTitle: "Ein Eintrag hat sich geändert",
  nextAttention: "Etwas, das ging, geht nicht mehr. Sehen Sie nach den unten gekennzeichneten Einträgen.",
  nextBrokenTitle: "Mail kann verloren gehen",
  nextBroken:
    "Ein Eintrag, von dem Mail abhängt, ist seit einer Weile falsch. Richten Sie die unten gekennzeichneten Einträge.",
  nextReleasingTitle: "Diese Domain wird entfernt",
  nextReleasing: "Sie verschwindet aus der Liste, wenn der Mailserver sie freigegeben hat.",
  nextSuspendedTitle: "Diese Domain ist gesperrt",
  nextSuspended: "Fragen Sie, wer diesen Server betreibt.",
  engineFailedTitle: "Der Mailserver hat die Domain nicht angenommen",
  engineFailed: "Wir versuchen es von selbst wieder. Der genannte Grund: {reason}.",

  removeTitle: "Diese Domain entfernen",
  removeText: "Mail an sie wird dann abgelehnt. Entfernen Sie zuerst ihre Postfächer.",
  remove: "Domain entfernen",
  removeConfirmTitle: "{name} entfernen?",
  removeConfirm:
    "Ihre Einträge hier, ihr Schlüssel und ihre Einstellungen werden gelöscht. Das lässt sich nicht rückgängig machen; Sie können die Domain später neu hinzufügen.",
  removed: "{name} ist entfernt.",

  fault_empty: "Geben Sie einen Namen ein.",
  fault_malformed: "Das ist kein Domainname. Geben Sie nur den Namen ein, etwa example.org.",
  fault_too_long: "Dieser Name ist länger, als DNS erlaubt.",
  fault_single_label: "Es fehlt ein Punkt: Geben Sie den ganzen Namen ein, etwa example.org.",
  fault_ip_address: "Das ist eine Adresse, kein Name.",
  fault_reserved: "Namen mit dieser Endung sind reserviert und können keine Mail empfangen.",
  fault_public_suffix: "Das ist eine Endung, unter der andere Namen registrieren, keine Domain eines Einzelnen.",
  fault_mixed_script: "Dieser Name mischt Buchstaben mehrerer Alphabete, die sich gleichen.",
  fault_platform_host: "Dieser Name gehört diesem Server selbst.",
  fault_mail_provider: "Dieser Name gehört einem öffentlichen Mailanbieter.",

  failure_already_added: "Sie haben diese Domain schon hinzugefügt.",
  failure_limit: "Ihr Tarif umfasst {max} Domains, und alle sind vergeben.",
  failure_too_many: "Gerade geprüft. Warten Sie ein paar Sekunden und versuchen Sie es erneut.",
  failure_has_users: "Löschen Sie zuerst die Postfächer der Domain.",
  failure_taken: "Ein anderes Konto hat bereits nachgewiesen, dass ihm diese Domain gehört.",

  advice_none_match: "Gefunden, wie es sein soll.",
  advice_none: "Noch nicht nachgesehen.",
  advice_add: "Unter diesem Namen ist nichts veröffentlicht. Legen Sie den Eintrag an wie gezeigt.",
  advice_name_doubled:
    "Der Eintrag steht unter {found}: Ihr Anbieter hängt die Domain selbst an. Geben Sie als Namen nur {short} ein, dann wird {want} daraus.",
  advice_domain_not_found:
    "DNS kennt keine Domain {domain}. Ist sie registriert, und sind ihre Nameserver eingetragen?",
  advice_could_not_ask:
    "Die DNS-Server gaben gerade keine brauchbare Antwort ({reason}). Es geht dadurch nichts verloren; wir fragen wieder.",
  advice_servers_disagree:
    "Die Nameserver der Domain sind sich noch nicht einig: {servers} antwortet noch anders. Das gibt sich von selbst; wir fragen wieder.",
  advice_dnssec_broken:
    "Die Signaturen der Domain (DNSSEC) stimmen nicht; sorgfältige Server bekommen deshalb gar keine Antwort. Berichtigen Sie sie dort, wo die Domain registriert ist, oder schalten Sie sie ab.",
  advice_value_quoted: "Der Wert ist da, aber mit Anführungszeichen darum. Entfernen Sie die Anführungszeichen.",
  advice_value_escaped: "Der Wert ist da, aber mit umgekehrten Schrägstrichen darin. Entfernen Sie diese.",
  advice_value_odd_space:
    "Der Wert ist da, aber mit einem ungewöhnlichen Leerzeichen, wie es beim Kopieren aus Webseiten entsteht. Fügen Sie ihn neu ein.",
  advice_proof_other:
    "Gefunden wurde der Nachweis eines anderen Versuchs oder Kontos. Ersetzen Sie ihn durch den gezeigten Wert.",
  advice_proof_taken:
    "Ihr Nachweis stimmt, aber ein anderes Konto hat diese Domain vorher nachgewiesen. Bitten Sie es um Freigabe, oder fragen Sie, wer diesen Server betreibt.",
  advice_mx_not_switched: "Mail geht noch an {found}. Wenn Sie bereit sind, ersetzen Sie das durch {want}.",
  advice_mx_lost: "Mail kam bisher hierher und geht jetzt an: {found}. Stellen Sie den gezeigten Eintrag wieder her.",
  advice_mx_split:
    "{others} hat die gleiche oder eine bessere Priorität, ein Teil Ihrer Mail geht also dorthin. Entfernen Sie es, oder geben Sie ihm eine höhere Zahl.",
  advice_mx_backup: "Mail kommt hier an. Sind wir nicht erreichbar, geht sie an {others}: gut, wenn Sie das so wollen.",
  advice_mx_null: "Der Eintrag sagt, dass diese Domain gar keine Mail annimmt. Ersetzen Sie ihn.",
  advice_mx_target_is_ip:
    "{target} ist eine Adresse; ein MX-Eintrag braucht einen Rechnernamen. Ersetzen Sie sie durch den gezeigten Wert.",
  advice_mx_target_is_alias:
    "{target} ist ein Alias unseres Servers, was MX nicht erlaubt. Schreiben Sie stattdessen {want}.",
  advice_mx_target_doubled:
    "Gefunden: {target}. Ihr Anbieter hat die Domain angehängt. Schreiben Sie {want} mit einem Punkt am Ende.",
  advice_spf_several:
    "Es gibt {count} SPF-Einträge; Empfänger übergehen dann alle. Ersetzen Sie sie durch den gezeigten, der jeden Absender behält.",
  advice_spf_add_ours:
    "Es gibt einen SPF-Eintrag, aber er nennt uns nicht. Ersetzen Sie ihn durch den gezeigten, der das Vorhandene behält.",
  advice_spf_syntax: "Empfänger stolpern über „{term}“ und übergehen den ganzen Eintrag. Berichtigen Sie ihn.",
  advice_spf_after_all: "Wir stehen hinter „all“, wo niemand weiterliest. Nehmen Sie die gezeigte Zeile.",
  advice_spf_loop: "Der Eintrag schließt über {name} sich selbst ein. Entfernen Sie diesen Verweis.",
  advice_spf_too_many:
    "Diesen Eintrag zu prüfen kostet {count} Abfragen; Empfänger hören bei 10 auf und werten das als Fehler. Entfernen Sie Absender, die Sie nicht mehr brauchen.",
  advice_spf_void:
    "Geht, aber diese Namen führen ins Leere, und Empfänger dulden zwei davon: {names}. Entfernen Sie sie.",
  advice_spf_broken_include:
    "Der Eintrag verweist auf {name}, das keinen eigenen SPF-Eintrag hat. Entfernen Sie diesen Verweis.",
  advice_spf_plus_all: "Geht, aber „+all“ lässt alle in Ihrem Namen senden. Nehmen Sie „~all“.",
  advice_spf_at_alias: "Geht, aber die Domain ist ein Alias von {alias}; ihre Maileinträge sind die jenes Namens.",
  advice_dkim_several:
    "Unter diesem Namen stehen {count} TXT-Einträge; es darf nur einer sein. Behalten Sie den gezeigten.",
  advice_dkim_revoked:
    "Der Eintrag sagt, der Schlüssel sei zurückgezogen: Hinter p= steht nichts. Fügen Sie den gezeigten Wert ein.",
  advice_dkim_malformed:
    "Der Eintrag ist kein DKIM-Schlüssel, wie Empfänger ihn lesen. Fügen Sie den gezeigten Wert ein.",
  advice_dkim_truncated:
    "Der Schlüssel ist abgeschnitten: {found} von {want} Zeichen sind da. Fügen Sie den ganzen Wert ein, in mehreren Teilen, falls Ihr Anbieter das verlangt.",
  advice_dkim_other_key: "Unter diesem Namen steht ein anderer Schlüssel. Ersetzen Sie ihn durch den gezeigten Wert.",
  advice_dkim_wrong_use:
    "Der Schlüssel dort darf keine Mail unterschreiben. Ersetzen Sie ihn durch den gezeigten Wert.",
  advice_dmarc_several: "Es gibt {count} DMARC-Einträge; Empfänger übergehen dann alle. Behalten Sie einen.",
  advice_dmarc_malformed:
    "Der Eintrag enthält keine Vorgabe, die Empfänger verstehen. Ersetzen Sie ihn durch den gezeigten Wert.",
  advice_dmarc_inherited: "{parent} gibt auch für diese Domain „{policy}“ vor. Sie brauchen keinen eigenen Eintrag.",
  advice_dmarc_report_not_mailto: "Geht, aber Berichte können nur an eine Mailadresse gehen, nicht an {uri}.",
  advice_dmarc_report_unconfirmed:
    "Geht, aber {host} hat nicht zugestimmt, Berichte über diese Domain anzunehmen; es werden also keine dorthin gesandt.",
  advice_alias_other: "Der Name führt zu {found}, vielleicht Ihrem bisherigen Anbieter. Ändern Sie ihn auf {want}.",
  advice_alias_is_address:
    "Statt eines Alias wurde {found} gefunden, oft die Adresse eines Proxys. Schalten Sie den Proxy für diesen Namen ab und machen Sie ihn zum Alias von {want}.",
  advice_service_other:
    "Mailprogramme werden zu {found} geschickt, vielleicht Ihrem bisherigen Anbieter. Ersetzen Sie das durch den gezeigten Wert.",
  advice_sts_several: "Es gibt {count} solche Einträge; Absender übergehen dann alle. Behalten Sie einen.",
  advice_sts_malformed:
    "Die id fehlt oder enthält andere Zeichen als Buchstaben und Ziffern. Nehmen Sie den gezeigten Wert.",
  advice_sts_other:
    "Gefunden wurde die Vorgabe eines anderen Anbieters. Bis sie ersetzt ist, können Absender die Zustellung hierher verweigern.",
  advice_tls_rpt_malformed:
    "Der Eintrag nennt keinen Ort, an den Berichte gehen können. Nehmen Sie den gezeigten Wert.",
} satisfies TranslationOf<typeof en>;
