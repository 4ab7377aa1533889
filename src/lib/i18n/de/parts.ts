import type { TranslationOf } from "../keys";
import type english from "../en/parts";

export default {
  menu: "Mehr zu dieser Nachricht",
  forwardAttached: "Als Anhang weiterleiten",
  unreadFrom: "Ab hier als ungelesen markieren",
  files: "Anhänge",
  print: "Drucken",
  headers: "Kopfzeilen anzeigen",
  source: "Quelltext anzeigen",
  save: "Als Datei speichern",
  preview: "Ansehen:",
  saveOne: "{name} herunterladen",
  saveAll: "Alle herunterladen",
  showWhole: "Ganz anzeigen",
  quoted: "Zitierter Text",
  draft: "Entwurf",
  continueDraft: "Weiterschreiben",
  earlier: { one: "{count} frühere Nachricht", other: "{count} frühere Nachrichten" },
  people: "{people}, {count} Nachrichten",
} satisfies TranslationOf<typeof english>;
