import type { TranslationOf } from "../keys";
import type english from "../en/previews";

export default {
  position: "{at} von {count}",
  previous: "Voriger Anhang",
  next: "Nächster Anhang",
  download: "Herunterladen",
  text_long: "Nur der Anfang ({size}) wird gezeigt. Laden Sie die Datei herunter, um alles zu sehen.",
  failed: "Dieser Anhang lässt sich nicht anzeigen. Laden Sie ihn stattdessen herunter.",
  headers_title: "Kopfzeilen",
  headers_text:
    "Was der Absender und jeder Server unterwegs über diese Nachricht geschrieben haben. Sicher ist nur, was unser eigener Server geschrieben hat.",
  route: "Der Weg hierher",
  route_hop: "von {from} an {by}",
  route_unknown: "unbekannt",
  checks: "Was unser Server festgestellt hat",
  check_spf: "Darf der sendende Server für diese Domain senden?",
  check_dkim: "Ist die Signatur der Domain unversehrt?",
  check_dmarc: "Passt der sichtbare Absender zu dem, was bewiesen ist?",
  check_arc: "Bürgen die Server, die sie weitergereicht haben?",
  check_other: "Eine andere Prüfung",
  result_pass: "bestanden",
  result_fail: "nicht bestanden",
  result_softfail: "wohl nicht",
  result_neutral: "die Domain sagt dazu nichts",
  result_none: "nichts zu prüfen",
  result_temperror: "konnte nicht geprüft werden",
  result_permerror: "kann nicht geprüft werden: Die Einträge der Domain sind falsch",
  all: "Alle Kopfzeilen",
  source_title: "Quelltext der Nachricht",
  source_long: "Nur der Anfang ({size}) wird gezeigt. Speichern Sie die Nachricht als Datei, um alles zu sehen.",
  not_loaded: "Das konnte nicht geladen werden. Versuchen Sie es noch einmal.",
} satisfies TranslationOf<typeof english>;
