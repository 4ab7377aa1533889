import type { TranslationOf } from "../keys";
import type english from "../en/reading";

export default {
  showOnce: "Einmal anzeigen",
  alwaysOfSender: "Bei diesem Absender immer",
  askAgain: "Bei diesem Absender wieder fragen",
  trustedPictures: "Bilder dieses Absenders werden immer angezeigt.",
  distrusted: "Bilder dieses Absenders warten wieder auf Sie.",
  trackers: { one: "{count} Zählpixel blockiert.", other: "{count} Zählpixel blockiert." },
  picturesMissing: { one: "{count} Bild war nicht zu bekommen.", other: "{count} Bilder waren nicht zu bekommen." },
  darkColours: "Nachricht dunkel anzeigen",
  ownColours: "Eigene Farben der Nachricht anzeigen",
  verified: "Echtheit geprüft: {domain}",
  unverified: "Echtheit nicht belegt: {domain}",
  firstMessage: "Erste Nachricht von diesem Absender",
  unsubscribe: "Abbestellen",
  unsubscribeTitle: "Diesen Verteiler verlassen?",
  unsubscribeByCall: "Wir bitten {target} in Ihrem Namen, Ihnen nichts mehr von diesem Verteiler zu schicken.",
  unsubscribeByMail:
    "Eine Nachricht an {target} wird für Sie vorbereitet. Sie verlassen den Verteiler, indem Sie sie senden.",
  writeLetter: "Nachricht vorbereiten",
  letterReady: "Die Nachricht kann gesendet werden.",
  unsubscribed: "{host} wurde gebeten, Ihnen nichts mehr von diesem Verteiler zu schicken.",
  unsubscribeRefused: "{host} hat das nicht angenommen. Kommt weiter Post, markieren Sie sie als Spam.",
  unsubscribeUnreachable:
    "{host} war nicht sicher zu erreichen. Versuchen Sie es später noch einmal, oder markieren Sie die Nachricht als Spam.",
  warn_own_domain:
    "Diese Nachricht gibt an, von {name} zu kommen, Ihrer eigenen Domain. Das ist nicht belegt: Seien Sie vorsichtig.",
  warn_address_in_name: "Der Name des Absenders zeigt {name}, die Nachricht kommt aber von {email}.",
  warn_look_alike: "Die Domain des Absenders sieht aus wie {name}, ist aber eine andere: {email}",
  warn_mixed_script:
    "Die Domain des Absenders mischt Buchstaben mehrerer Alphabete, um wie eine andere auszusehen: {name}",
  warn_known_name: "Sie kennen jemanden dieses Namens als {name}. Diese Nachricht kommt von {email}.",
  warn_own_name: "Der Absender nennt sich {name}, schreibt aber von anderswo: {email}",
  warn_reply_elsewhere: "Ihre Antwort ginge an eine andere Domain: {name}",
  warn_links: {
    one: "Ein Link führt woandershin, als er angibt: zu {host}",
    other: "Links führen an {count} andere Orte, als sie angeben, etwa zu {host}",
  },
} satisfies TranslationOf<typeof english>;
