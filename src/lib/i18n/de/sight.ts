import type en from "../en/sight";
import type { TranslationOf } from "../keys";

export default {
  title: "Wer es sieht",
  text: "Eine Änderung im DNS erreicht nicht alle zugleich. Hier steht, was jeder Server gerade zeigt.",
  start: "Noch einmal nachsehen",
  stop: "Nicht mehr nachsehen",
  state_looking: "Sieht nach …",
  state_waiting: "Sieht alle zehn Sekunden nach, solange diese Seite offen ist, fünf Minuten lang.",
  state_stopped: "Sieht gerade nicht nach.",
  summary: "{seen} von {total} Einträgen sehen alle.",
  notLooked: "Noch nicht nachgesehen.",

  trialTitle: "Im Probebetrieb wird der eigene DNS-Server gefragt",
  trialText:
    "Namen unter .test gibt es nur auf diesem Rechner. Sein Zonenserver steht für die Nameserver der Domain und für alle Resolver: Was veröffentlicht ist, sehen alle sofort.",
  trialServer: "DNS-Server des Probebetriebs",

  serversTitle: "Die Nameserver der Domain",
  serversText: "Bei ihnen steht die Wahrheit; alle anderen fragen sie. Sie müssen alle dasselbe sagen.",
  serversNone:
    "Die Nameserver der Domain waren nicht zu finden. Ist die Domain registriert, und sind dort Nameserver eingetragen?",
  resolversAsked: "Um zu wissen, was die Welt sieht, fragen wir diese öffentlichen Resolver: {addresses}",
  server: "Server",
  address: "Adresse",
  serial: "Stand der Zone",
  state: "Zustand",
  serverFine: "Antwortet",
  serverNoSerial: "Antwortet ohne Stand",
  serverBehind: "Hat einen älteren Stand",

  recordsTitle: "Eintrag für Eintrag",
  recordsText:
    "Ein Resolver behält eine Antwort, auch ein „Nein“, so lange, wie die Nameserver der Domain es erlauben.",
  showAnswers: "Die Antwort jedes Servers",
  answer: "Antwort",
  kept: "Gilt noch bis zu",
  took: "Dauer",
  ms: "{ms} ms",

  verdict_everyone: "Alle sehen es",
  verdict_resolvers_later: "Unterwegs",
  verdict_servers_differ: "Nameserver uneins",
  verdict_nobody: "Niemand sieht es",
  verdict_cached_only: "Entfernt, noch gemerkt",
  verdict_resolvers_only: "Resolver sehen es",
  verdict_resolvers_none: "Resolver sehen es nicht",
  verdict_signatures_broken: "Signaturen stimmen nicht",
  verdict_unknown: "Nicht zu erfragen",
  say_everyone: "Veröffentlicht, und jeder Server, der geantwortet hat, zeigt es.",
  say_later: "Veröffentlicht. {names} merkt sich noch die Antwort von vorher und sagt nicht, wie lange.",
  say_later_until: "Veröffentlicht. {names} merkt sich noch die Antwort von vorher und bemerkt es in höchstens {span}.",
  say_servers_differ:
    "Nur einige Nameserver der Domain zeigen es. Meist folgen die anderen in wenigen Minuten; sonst hilft, wer sie betreibt.",
  say_nobody:
    "Die Nameserver der Domain zeigen es noch nicht. Nach dem Veröffentlichen ist hier zu sehen, wie es ankommt.",
  say_nobody_old:
    "Dort steht etwas anderes, und Resolver dürfen das nach einer Änderung noch {span} behalten. Am besten jetzt die TTL auf 300 senken, {span} warten und dann umstellen: Dann sehen es alle binnen fünf Minuten.",
  say_nobody_kept:
    "Die Nameserver der Domain zeigen es noch nicht. Resolver haben ein „Nein“ gehört und dürfen es nach dem Veröffentlichen noch bis zu {span} behalten.",
  say_cached_only: "Die Nameserver der Domain zeigen es nicht mehr, aber Resolver merken es sich noch.",
  say_cached_until:
    "Die Nameserver der Domain zeigen es nicht mehr. Resolver merken es sich noch und vergessen es in höchstens {span}.",
  say_resolvers_only:
    "Die Nameserver der Domain haben uns nicht geantwortet, aber jeder Resolver, der geantwortet hat, zeigt es.",
  say_resolvers_none:
    "Die Nameserver der Domain haben uns nicht geantwortet, und nicht jeder Resolver, der geantwortet hat, zeigt es.",
  say_signatures_broken:
    "Resolver, die die Signaturen der Domain (DNSSEC) prüfen, bekommen keine Antwort, und das tun viele große. Die Signaturen berichtigen oder den DS-Eintrag dort entfernen, wo die Domain registriert ist.",
  say_unknown: "Gerade gab kein Server eine brauchbare Antwort. Das sagt nichts über den Eintrag.",

  sees_yes: "Zeigt es.",
  sees_other: "Zeigt etwas anderes:",
  sees_no: "Zeigt es nicht.",
  sees_unknown: "War nicht zu erfragen.",
  absent_name: "Kennt den Namen nicht.",
  absent_type: "Kennt den Namen, aber keinen solchen Eintrag.",
  failure_timeout: "Hat nicht rechtzeitig geantwortet.",
  failure_refused: "Hat die Antwort verweigert.",
  failure_servfail: "Hat keine Antwort gefunden (SERVFAIL).",
  failure_dnssec: "Die Signaturen der Domain (DNSSEC) stimmen nicht.",
  failure_lame: "Spricht nicht für diese Domain, obwohl es für sie eingetragen ist.",
  failure_closed: "Dort läuft kein DNS-Server.",
  failure_garbled: "Hat etwas geantwortet, das keine DNS-Antwort ist.",
  failure_loop: "Die Aliasse führen im Kreis.",

  ede_other: "Der Grund hat die Nummer {code}.",
  ede_words: "In eigenen Worten: „{words}“",
  ede_3: "Es ist eine alte Antwort, weil die Nameserver nicht antworten.",
  ede_5: "Ob die Signaturen stimmen, ist nicht zu entscheiden.",
  ede_6: "Die Signaturen sind falsch.",
  ede_7: "Die Signaturen sind abgelaufen.",
  ede_8: "Die Signaturen gelten noch nicht.",
  ede_9: "Die Zone darüber nennt einen Schlüssel, den die Domain nicht hat.",
  ede_10: "Signaturen fehlen.",
  ede_11: "Der Schlüssel der Domain ist nicht als Zonenschlüssel gekennzeichnet.",
  ede_12: "Der Nachweis fehlt, dass es den Namen nicht gibt.",
  ede_15: "Dieser Name wird dort gesperrt.",
  ede_16: "Dieser Name muss dort gesperrt werden.",
  ede_17: "Dieser Name wird dort für die Kundschaft gefiltert.",
  ede_18: "Uns wird dort nicht geantwortet.",
  ede_19: "Es ist ein altes „Nein“, weil die Nameserver nicht antworten.",
  ede_20: "Ein Nameserver sagt, dass er nicht für diese Domain spricht.",
  ede_22: "Keiner der Nameserver der Domain ist von dort erreichbar.",
  ede_23: "Die Nameserver der Domain sind von dort schlecht erreichbar.",

  seconds: { one: "{count} Sekunde", other: "{count} Sekunden" },
  minutes: { one: "{count} Minute", other: "{count} Minuten" },
  hours: { one: "{count} Stunde", other: "{count} Stunden" },
} satisfies TranslationOf<typeof en>;
