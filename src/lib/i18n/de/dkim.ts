import type en from "../en/dkim";
import type { TranslationOf } from "../keys";

export default {
  title: "Signaturschlüssel",
  description:
    "Empfänger prüfen die Signatur Ihrer Mail mit dem Schlüssel in Ihrem DNS (DKIM). Die Schlüssel entstehen hier, und nur der Mailserver bekommt sie.",
  kind_rsa: "RSA, {bits} Bit",
  kind_ed25519: "Ed25519",
  stage_pending: "Wartet auf DNS",
  stage_active: "Signiert",
  stage_retiring: "Gilt noch",
  stage_retired: "Außer Dienst",
  timeline: "Das Leben von {selector}",
  step_made: "Erzeugt",
  step_seen: "Im DNS gesehen",
  step_signs: "Signiert",
  step_relieved: "Abgelöst",
  step_retired: "Außer Dienst",
  notYet: "Noch nicht",
  wellTitle: "Ihre Mail ist signiert",
  wellText: "Hier ist nichts zu tun.",
  rotatingTitle: "Ihre Mail ist signiert, und ein neuer Schlüssel wartet",
  rotatingText: "Worauf er wartet, steht unten bei ihm.",
  waitingTitle: "Ihre Mail ist noch nicht signiert",
  waitingText: "Das beginnt von selbst, sobald das DNS den Eintrag unten zeigt.",
  unsignedTitle: "Ihre Mail ist gerade nicht signiert",
  unsignedText:
    "Der alte Schlüssel wurde außer Dienst genommen. Veröffentlichen Sie unten den Eintrag des neuen: Er signiert, sobald das DNS ihn zeigt.",
  nextRotate: "Signiert Ihre Mail. Ein neuer Schlüssel, den Sie veröffentlichen, entsteht am",
  nextRotateAlone: "Signiert Ihre Mail. Ein neuer Schlüssel löst ihn ohne Ihr Zutun ab, ab dem",
  nextSign: "Das DNS zeigt ihn. Er signiert, wenn ihn alle gesehen haben müssen, ab dem",
  nextRetire:
    "Signiert nicht mehr. Lassen Sie seinen Eintrag stehen: Mail, die unterwegs ist, wird noch damit geprüft bis zum",
  nextDelete: "Niemand braucht ihn mehr. Diesen Eintrag können Sie in Ihrem DNS löschen:",
  nextDeleteNow:
    "Nicht mehr vertrauenswürdig. Löschen Sie diesen Eintrag jetzt in Ihrem DNS, damit niemand in Ihrem Namen signieren kann:",
  nextDeleteAlone: "Niemand braucht ihn mehr. Lassen Sie den Alias stehen: Dahinter kommt der nächste Schlüssel.",
  nextPublish: "Veröffentlichen Sie diesen Eintrag. Der Schlüssel signiert, sobald das DNS ihn zeigt.",
  nextPublishFollower:
    "Veröffentlichen Sie diesen Eintrag und lassen Sie den des Schlüssels stehen, der signiert. Wir wechseln, wenn alle den neuen sehen; eine Woche später kann der alte weg.",
  nextPublishAlias:
    "Legen Sie diesen Alias an. Den Schlüssel dahinter veröffentlichen wir, und er signiert, sobald das DNS ihn zeigt.",
  otherForm:
    "Der Schlüssel steht noch als Text in Ihrem DNS. Das funktioniert; ersetzen Sie den TXT-Eintrag, wann es Ihnen passt, durch diesen Alias, damit Schlüssel ohne Sie getauscht werden können.",
  showRecord: "Eintrag zeigen",
  recordState: "Im DNS",
  recordName: "Name",
  recordType: "Typ",
  recordValue: "Wert",
  copyName: "Namen kopieren",
  copyType: "Typ kopieren",
  copyValue: "Wert kopieren",
  rotate: "Tauschen",
  rotateTitle: "Signaturschlüssel tauschen?",
  rotateText:
    "Ein neuer Schlüssel entsteht. Sie veröffentlichen seinen Eintrag neben dem alten; wir wechseln, wenn alle ihn sehen. Ihre Mail bleibt die ganze Zeit signiert.",
  rotateTextAlone:
    "Ein neuer Schlüssel entsteht und wird veröffentlicht. Er übernimmt, wenn alle ihn sehen, und für Sie ist nichts zu tun. Ihre Mail bleibt die ganze Zeit signiert.",
  rotated: "Ein neuer Schlüssel ist unterwegs.",
  replace: "Sofort ersetzen",
  replaceTitle: "Schlüssel sofort ersetzen?",
  replaceText:
    "Nur, wenn jemand anders ihn haben könnte. Der alte Schlüssel signiert ab diesem Moment nicht mehr: Mail, die unterwegs ist, kann an der Prüfung scheitern, und neue geht unsigniert hinaus, bis das DNS den neuen Schlüssel zeigt. Steht der alte Schlüssel in Ihrem DNS, löschen Sie seinen Eintrag sofort.",
  replaced: "Der alte Schlüssel ist außer Dienst.",
  cancel: "Neuen Schlüssel aufgeben",
  cancelTitle: "Neuen Schlüssel aufgeben?",
  cancelText:
    "Er wird gelöscht. Der Schlüssel, der jetzt signiert, bleibt. Haben Sie den neuen Eintrag schon veröffentlicht, löschen Sie ihn.",
  cancelled: "Der neue Schlüssel wurde gelöscht.",
  add: "Ed25519 hinzufügen",
  addTitle: "Eine zweite Signatur",
  addHelp:
    "Ed25519 ist kürzer und neuer. Empfänger, die es kennen, prüfen es mit, alle anderen übergehen es. Nichts hängt davon ab.",
  addText:
    "Ein zweiter Schlüssel entsteht. Sie veröffentlichen einen Eintrag mehr; bis das DNS ihn zeigt, ändert sich nichts.",
  added: "Der Schlüssel ist unterwegs.",
  mode_txt: "Die Schlüssel stehen in Ihrem DNS",
  mode_cname: "Ihr DNS führt zu den Schlüsseln",
  modeHelp_txt: "Jeder neue Schlüssel ist ein weiterer Eintrag, den Sie veröffentlichen, etwa zweimal im Jahr.",
  modeHelp_cname: "Ihre Einträge sind Aliasse, sodass neue Schlüssel nichts von Ihnen brauchen.",
  modeSet_txt: "TXT-Einträge verwenden",
  modeSet_cname: "Aliasse verwenden",
  modeTitle_txt: "Schlüssel in Ihr eigenes DNS stellen?",
  modeTitle_cname: "Ihr DNS zu den Schlüsseln führen lassen?",
  modeText_txt:
    "Die Liste der Einträge zeigt dann TXT-Einträge statt Aliasse. Tauschen Sie sie einen nach dem anderen; was veröffentlicht ist, gilt weiter. Von da an veröffentlichen Sie jeden neuen Schlüssel.",
  modeText_cname:
    "Die Liste der Einträge zeigt dann Aliasse statt TXT-Einträge. Tauschen Sie sie einen nach dem anderen; was veröffentlicht ist, gilt weiter. Von da an werden Schlüssel ohne Sie getauscht.",
  modeSet: "Die Liste der Einträge zeigt, was jetzt zu veröffentlichen ist.",
  failure_already_there: "So einen Schlüssel gibt es schon.",
  failure_none_signs: "Noch signiert kein Schlüssel dieser Art.",
  failure_rotation_running: "Ein neuer Schlüssel wartet schon.",
  failure_in_transit:
    "Mail, die unterwegs ist, wird noch mit dem Schlüssel davor geprüft. Versuchen Sie es, wenn er außer Dienst ist.",
  failure_nothing_waits: "Kein neuer Schlüssel wartet.",
  failure_no_zone: "Wer diesen Server betreibt, hat keine Zone für Schlüssel eingerichtet.",
} satisfies TranslationOf<typeof en>;
