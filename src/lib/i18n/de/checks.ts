import type en from "../en/checks";
import type { TranslationOf } from "../keys";

export default {
  finding_wildcard: "Jeder Name unter {name} antwortet mit {found}, auch solche, die nie veröffentlicht wurden.",

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
