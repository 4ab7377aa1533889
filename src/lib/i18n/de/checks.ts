import type en from "../en/checks";
import type { TranslationOf } from "../keys";

export default {
  finding_wildcard: "Jeder Name unter {name} antwortet mit {found}, auch solche, die nie veröffentlicht wurden.",
  finding_apex_alias:
    "{name} ist ein Alias (CNAME) für {alias}. Neben einem Alias darf nichts stehen, die Maileinträge der Domain verschwinden also. Ersetzen Sie ihn durch Adresseinträge.",
  finding_caa_blocks:
    "Die CAA-Einträge bei {name} erlauben nur {found}, Zertifikate auszustellen; für die Namen, nach denen Mailprogramme suchen, bekommen wir deshalb keines. Legen Sie den Eintrag {add} an.",
  finding_caa_restricts:
    "Der CAA-Eintrag {found} bei {name} bindet {ca} an ein Konto oder Verfahren, das nicht unseres ist. Legen Sie den Eintrag {add} an.",
  finding_dnssec_broken:
    "Die Signaturen von {name} (DNSSEC) stimmen nicht: Sorgfältige Server bekommen keine Antwort und schicken keine Mail. Berichtigen Sie sie dort, wo die Domain registriert ist, oder schalten Sie sie ab.",
  finding_dnssec_off:
    "{name} ist nicht signiert (DNSSEC); Absender können ihrer MX-Einträge also nicht sicher sein. Vielleicht bietet Ihr Registrar an, das einzuschalten.",
  finding_dnssec_on: "{name} ist signiert (DNSSEC).",
  finding_dane_on:
    "{name} ist signiert (DNSSEC), und {host} veröffentlicht seinen Schlüssel (TLSA): Absender, die das prüfen, stellen nur verschlüsselt zu.",
  finding_bimi_not_enforced:
    "Ein Logo (BIMI) ist veröffentlicht, aber die DMARC-Vorgabe von {name} ist „{policy}“. Empfänger zeigen es nur bei „quarantine“ oder „reject“.",
  finding_bimi_malformed:
    "Der BIMI-Eintrag bei {name} nennt kein Logo, das Empfänger holen können: l= muss eine https-Adresse einer SVG-Datei sein.",
  finding_bimi_ready:
    "Ein Logo (BIMI) ist veröffentlicht, und die DMARC-Vorgabe lässt zu, es zu zeigen. Große Empfänger verlangen außerdem ein Markenzertifikat (a=).",
  finding_old_autodiscover:
    "{name} führt zu {found}; Outlook sucht das Postfach deshalb dort und nicht hier. Löschen Sie den Eintrag.",
  finding_old_service:
    "{name} schickt Mailprogramme zu {found}, vielleicht Ihrem bisherigen Anbieter. Löschen Sie den Eintrag.",
  finding_old_dkim:
    "{name} ist ein Signaturschlüssel von {provider}; damit kann dort weiter in Ihrem Namen unterschrieben werden. Löschen Sie ihn, wenn von dort nichts mehr gesendet wird.",
  finding_sts_enforced_elsewhere:
    "Die Vorgabe bei {host} (MTA-STS, enforce) nennt unsere Server nicht: Absender, die sie kennen, verweigern bis zu {days} Tage lang die Zustellung hierher. Lassen Sie dort vor dem Umschalten der MX-Einträge „mode: testing“ mit neuer id stehen, oder richten Sie {host} auf {want}.",
  finding_null_mx_sends:
    "{name} sagt, dass es gar keine Mail annimmt (Null-MX). Manche Empfänger verweigern dann auch Mail von dort. Löschen Sie den Eintrag, oder lassen Sie Antworten irgendwo ankommen.",

  advice_none_match: "Gefunden, wie es sein soll.",
  advice_none: "Noch nicht nachgesehen.",
  advice_add: "Unter diesem Namen ist nichts veröffentlicht. Legen Sie den Eintrag an wie gezeigt.",
  advice_name_doubled:
    "Der Eintrag steht unter {found}: Ihr Anbieter hängt die Domain selbst an. Geben Sie als Namen nur {short} ein, dann wird {want} daraus.",
  advice_domain_not_found:
    "DNS kennt keine Domain {domain}. Ist sie registriert, und sind ihre Nameserver eingetragen?",
  advice_could_not_ask:
    "Die DNS-Server gaben gerade keine brauchbare Antwort ({reason}). Es geht dadurch nichts verloren; wir fragen wieder.",
  advice_could_not_ask_why:
    "Die DNS-Server gaben gerade keine brauchbare Antwort ({reason}) und sagen, warum: {why}. Es geht dadurch nichts verloren; wir fragen wieder.",
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
  advice_mx_null:
    "Der MX-Eintrag sagt, dass diese Domain gar keine Mail annimmt (Null-MX). Ersetzen Sie ihn durch {want}.",
  advice_mx_target_is_ip:
    "Gefunden wurde {target}, eine Adresse; ein MX-Eintrag braucht einen Rechnernamen. Ersetzen Sie sie durch {want}.",
  advice_mx_target_is_alias:
    "{target} ist ein Alias unseres Servers, was MX nicht erlaubt. Schreiben Sie stattdessen {want}.",
  advice_mx_target_doubled:
    "Gefunden: {target}. Ihr Anbieter hat die Domain angehängt. Schreiben Sie {want} mit einem Punkt am Ende.",
  advice_spf_several:
    "Es gibt {count} SPF-Einträge; Empfänger übergehen dann alle. Ersetzen Sie sie durch den gezeigten, der jeden Absender behält, hinter dem noch etwas steht.",
  advice_spf_add_ours:
    "Es gibt einen SPF-Eintrag, aber er nennt uns nicht. Ersetzen Sie ihn durch den gezeigten, der das Vorhandene behält.",
  advice_spf_add_ours_full:
    "Es gibt einen SPF-Eintrag, aber er nennt uns nicht. Mit uns kostet er {lookups} Abfragen, und Empfänger hören bei 10 auf: Nehmen Sie die gezeigte Zeile, und entfernen Sie daraus, was Sie entbehren können, etwa {costly}.",
  advice_spf_ptr:
    "Geht, aber „ptr“ ist langsam, und viele Empfänger übergehen es. Nennen Sie stattdessen die Server, oder entfernen Sie es.",
  advice_spf_syntax: "Empfänger stolpern über „{term}“ und übergehen den ganzen Eintrag. Berichtigen Sie ihn.",
  advice_spf_after_all: "Wir stehen hinter „all“, wo niemand weiterliest. Nehmen Sie die gezeigte Zeile.",
  advice_spf_loop: "Der Eintrag schließt über {name} sich selbst ein. Entfernen Sie diesen Verweis.",
  advice_spf_too_many:
    "Diesen Eintrag zu prüfen kostet {count} Abfragen; Empfänger hören bei 10 auf und werten das als Fehler. Am meisten kosten {costly}: Entfernen Sie Absender, die Sie nicht mehr brauchen.",
  advice_spf_void:
    "Geht, aber diese Namen führen ins Leere, und Empfänger dulden zwei davon: {names}. Entfernen Sie sie.",
  advice_spf_broken_include:
    "Der Eintrag verweist auf {name}, das keinen eigenen SPF-Eintrag hat. Entfernen Sie diesen Verweis.",
  advice_spf_plus_all: "Geht, aber „+all“ lässt alle in Ihrem Namen senden. Nehmen Sie „~all“.",
  advice_spf_at_alias: "Geht, aber die Domain ist ein Alias von {alias}; ihre Maileinträge sind die jenes Namens.",
  advice_spf_add_ours_dead:
    "Es gibt einen SPF-Eintrag, aber er nennt uns nicht. Ersetzen Sie ihn durch den gezeigten; er behält, was dort steht, außer {dropped}: Das führt ins Leere, und deswegen übergehen Empfänger den ganzen Eintrag.",
  advice_spf_partly_ours:
    "Der Eintrag nennt einige unserer Server, aber nicht {missing}. Ersetzen Sie ihn durch den gezeigten; er gilt auch, wenn sich unsere Server ändern.",
  advice_spf_ours_refused:
    "Wir stehen im Eintrag, aber so weit lesen Empfänger nicht: Bei „{term}“ lautet ihre Antwort für unsere Server „{result}“. Ersetzen Sie ihn durch den gezeigten.",
  advice_dkim_several:
    "Unter diesem Namen stehen {count} TXT-Einträge; es darf nur einer sein. Behalten Sie den gezeigten.",
  advice_dkim_revoked:
    "Der Eintrag sagt, der Schlüssel sei zurückgezogen: Hinter p= steht nichts. Fügen Sie den gezeigten Wert ein.",
  advice_dkim_malformed:
    "Gefunden wurde ein Eintrag, den Empfänger nicht als DKIM-Schlüssel lesen können. Ersetzen Sie ihn durch den gezeigten Wert, ganz kopiert.",
  advice_dkim_truncated:
    "Der Schlüssel ist abgeschnitten: {found} von {want} Zeichen sind da. Fügen Sie den ganzen Wert ein, in mehreren Teilen, falls Ihr Anbieter das verlangt.",
  advice_dkim_other_key: "Unter diesem Namen steht ein anderer Schlüssel. Ersetzen Sie ihn durch den gezeigten Wert.",
  advice_dkim_wrong_use:
    "Der Schlüssel dort darf keine Mail unterschreiben. Ersetzen Sie ihn durch den gezeigten Wert.",
  advice_dkim_key_pending:
    "Der Alias stimmt. Der Schlüssel dahinter ist noch nicht zu sehen: Wir veröffentlichen ihn, für Sie bleibt nichts zu tun.",
  advice_dkim_text_works:
    "Funktioniert, doch der Schlüssel steht hier als Text, sodass ihn jemand von Hand tauschen muss. Ersetzen Sie den TXT-Eintrag durch den gezeigten Alias.",
  advice_dkim_text_in_the_way:
    "Unter diesem Namen steht ein TXT-Eintrag, und daneben kann kein Alias stehen. Löschen Sie ihn und legen Sie dann den gezeigten Alias an.",
  advice_dmarc_several: "Es gibt {count} DMARC-Einträge; Empfänger übergehen dann alle. Behalten Sie einen.",
  advice_dmarc_malformed:
    "Der Eintrag enthält keine Vorgabe, die Empfänger verstehen. Ersetzen Sie ihn durch den gezeigten Wert.",
  advice_dmarc_unread:
    "Empfänger übergehen „{found}“: Ein DMARC-Eintrag beginnt genau mit v=DMARC1 und trennt seine Angaben mit Strichpunkten. Ersetzen Sie ihn durch den gezeigten.",
  advice_dmarc_inherited: "{parent} gibt auch für diese Domain „{policy}“ vor. Sie brauchen keinen eigenen Eintrag.",
  advice_dmarc_report_not_mailto: "Geht, aber Berichte können nur an eine Mailadresse gehen, nicht an {uri}.",
  advice_dmarc_report_unconfirmed:
    "Geht, aber {host} hat nicht zugestimmt, Berichte über diese Domain anzunehmen; es werden also keine dorthin gesandt.",
  advice_alias_other: "Der Name führt zu {found}, vielleicht Ihrem bisherigen Anbieter. Ändern Sie ihn auf {want}.",
  advice_alias_is_address:
    "Gefunden wurde die Adresse {found}, wo ein Alias (CNAME) hingehört. Löschen Sie sie und machen Sie den Namen zum Alias von {want}.",
  advice_service_other:
    "Mailprogramme werden zu {found} geschickt, vielleicht Ihrem bisherigen Anbieter. Ersetzen Sie das durch den gezeigten Wert.",
  advice_sts_several: "Es gibt {count} solche Einträge; Absender übergehen dann alle. Behalten Sie einen.",
  advice_sts_malformed:
    "Gefunden wurde ein Eintrag, dessen id fehlt oder andere Zeichen als Buchstaben und Ziffern enthält. Ersetzen Sie ihn durch den gezeigten Wert.",
  advice_sts_other:
    "Gefunden wurde die id einer anderen Vorgabe, vielleicht der Ihres bisherigen Anbieters. Ersetzen Sie den Eintrag durch den gezeigten Wert; bis dahin können Absender die Zustellung hierher verweigern.",
  advice_tls_rpt_malformed:
    "Gefunden wurde ein Eintrag, der keinen Ort nennt, an den Berichte gehen können. Ersetzen Sie ihn durch den gezeigten Wert.",
  advice_add_beside:
    "Den Namen {name} gibt es, aber ohne {type}-Eintrag. Legen Sie den gezeigten an und lassen Sie stehen, was sonst dort steht.",
  advice_alias_in_the_way:
    "{name} ist ein Alias (CNAME) für {alias}, und neben einem Alias kann nichts anderes stehen. Löschen Sie den Alias, und legen Sie dann den gezeigten Eintrag an.",
  advice_apex_alias:
    "Die Domain selbst ist ein Alias (CNAME) für {alias}; ihre eigenen Maileinträge sieht deshalb niemand. Ersetzen Sie den Alias durch Adresseinträge (A, AAAA), und legen Sie dann den gezeigten Eintrag an.",
  advice_wildcard_answers:
    "Hier antwortet der Platzhalter {wildcard} mit {found}, kein Eintrag dieses Namens. Legen Sie den gezeigten Eintrag an: Er geht dem Platzhalter vor.",
  advice_wildcard_match:
    "Geht, aber nur weil der Platzhalter {wildcard} für jeden Namen antwortet. Legen Sie den gezeigten Eintrag an, damit er bleibt, wenn der Platzhalter verschwindet.",
  advice_value_zone_line:
    "Als Wert steht dort eine ganze Zeile einer Zonendatei. Geben Sie nur ein, was als Wert gezeigt ist, ohne Name, Typ und Anführungszeichen.",
  advice_mx_implicit:
    "Es gibt keinen MX-Eintrag; Absender versuchen es deshalb bei der Adresse {found} der Domain selbst. Legen Sie den gezeigten Eintrag an.",
  advice_mx_priority_in_name:
    "Gefunden: {target}. Die Priorität wurde in den Namen des Servers geschrieben. Geben Sie {priority} im Feld für die Priorität ein und als Server nur {want}.",
  advice_mx_parked:
    "Mail geht an {target}, wo Registrare Domains parken: Dort liest sie niemand. Ersetzen Sie das durch {want}.",
  advice_mx_dead:
    "Mail geht an {target}, das keine Adresse hat, kommt also nirgends an. Ersetzen Sie das durch {want}.",
  advice_alias_doubled:
    "Gefunden: {found}. Ihr Anbieter hat die Domain an das Ziel gehängt. Schreiben Sie {want} mit einem Punkt am Ende.",
  advice_alias_proxied:
    "Statt des Alias wurde {found} gefunden, eine Adresse von {network}. Schalten Sie den Proxy für diesen Namen ab („DNS only“); der Alias für {want} kann bleiben.",
  advice_alias_is_our_address:
    "Geht: Statt eines Alias wurde unsere Adresse {found} gefunden. Ändert sie sich, geht es nicht mehr; mit einem Alias für {want} schon.",
  advice_service_doubled:
    "Mailprogramme werden zu {found} geschickt: Ihr Anbieter hat die Domain an das Ziel gehängt. Schreiben Sie {want} mit einem Punkt am Ende.",
  advice_service_fields_in_name:
    "Gefunden: {found}. Die Zahlen wurden in den Namen des Servers geschrieben. Priorität, Gewicht und Port haben eigene Felder; das Ziel ist nur {want}.",
  advice_service_port: "Gefunden wurde unser Server, aber mit Port {found}. Ändern Sie den Port auf {want}.",
  advice_service_refused:
    "Der Eintrag sagt, dass es diesen Dienst hier nicht gibt. Ersetzen Sie ihn durch den gezeigten Wert.",
  advice_service_target_is_alias:
    "{found} ist ein Alias unseres Servers, was solch ein Eintrag nicht erlaubt. Schreiben Sie stattdessen {want}.",
  advice_dkim_testing:
    "Der Schlüssel stimmt, aber t=y heißt für Empfänger, Ihre Mail gelte als nicht unterschrieben. Entfernen Sie t=y.",
  advice_dkim_split:
    "Der Schlüssel ist auf {count} TXT-Einträge verteilt, die Empfänger nicht zusammensetzen können. Ersetzen Sie sie durch einen Eintrag mit dem ganzen Wert.",
  advice_dkim_case:
    "Der Schlüssel hat die richtigen Buchstaben, aber aus großen wurden kleine oder umgekehrt. Kopieren Sie den gezeigten Wert und fügen Sie ihn neu ein.",
  advice_dkim_wrong_type:
    "Der Schlüssel stimmt, aber k={found} gibt ihn als anderen Typ aus. Ersetzen Sie den Eintrag durch den gezeigten Wert (k={want}).",
  advice_tls_rpt_several: "Es gibt {count} solche Einträge; Absender übergehen dann alle. Behalten Sie einen.",
  advice_mx_at_alias:
    "Geht, aber die Domain ist ein Alias (CNAME) von {alias}; ihre Maileinträge sind die jenes Namens. Ersetzen Sie den Alias durch Adresseinträge.",
} satisfies TranslationOf<typeof en>;
