import type { TranslationOf } from "../keys";
import type english from "../en/preferences";

export default {
  title: "Aussehen und Verhalten",
  description: "Hell oder dunkel und die Sprache gelten in diesem Browser, alles andere überall.",
  density: "Zeilen der Liste",
  density_comfortable: "Luftig",
  density_compact: "Dicht",
  pane: "Eine Unterhaltung öffnet sich",
  pane_split: "Neben der Liste",
  pane_single: "Anstelle der Liste",
  format: "Neue Nachrichten",
  format_rich: "Mit Formatierung",
  format_plain: "Als reiner Text",
  images: "Bilder aus dem Internet",
  images_ask: "Jedes Mal fragen",
  images_always: "Zeigen, wenn der Absender geprüft ist",
  undo: "Nach dem Senden zurückholen",
  undoHelp: "So lange wartet eine Nachricht hier, bevor sie hinausgeht.",
  undoNever: "Gar nicht",
  undoSeconds: { one: "{count} Sekunde", other: "{count} Sekunden" },
  hasPreviews: "Zeigen, wie Nachrichten beginnen",
  failed: "Das lässt sich gerade nicht anzeigen. Versuchen Sie es gleich noch einmal.",
} satisfies TranslationOf<typeof english>;
