import type { TranslationOf } from "../keys";
import type english from "../en/vacation";

export default {
  title: "Abwesenheit",
  description:
    "Wer Ihnen schreibt, während Sie fort sind, erfährt es, jede Person einmal in der Woche. Verteiler und Maschinen nicht.",
  isEnabled: "Für mich antworten",
  from: "Erster Tag",
  until: "Letzter Tag",
  subject: "Betreff",
  subjectHelp: "Bleibt er leer, hat die Antwort den Betreff der Nachricht.",
  text: "Was geantwortet wird",
  textHelp: "Auch Fremde lesen es: Schreiben Sie nicht mehr, als diese wissen sollen.",
  state_on: "An",
  state_off: "Aus",
  state_pending: "Wird eingerichtet",
  state_failed: "Nicht eingerichtet",
  switchedOn: "Wer Ihnen schreibt, bekommt Antwort.",
  switchedOff: "Niemand bekommt mehr Antwort.",
  failed: "Das lässt sich gerade nicht anzeigen. Versuchen Sie es gleich noch einmal.",
} satisfies TranslationOf<typeof english>;
