import type en from "../en/webmail";
import type { TranslationOf } from "../keys";

export default {
  messageFrame: "Inhalt der Nachricht",
  remoteImagesBlocked: { one: "{count} Bild aus dem Internet wird nicht angezeigt.", other: "{count} Bilder aus dem Internet werden nicht angezeigt." },
  quotedText: { one: "Zitierter Text ({count} Zeile)", other: "Zitierter Text ({count} Zeilen)" },
} satisfies TranslationOf<typeof en>;
