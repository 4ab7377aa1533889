import type en from "../en/tenant";
import type { TranslationOf } from "../keys";

export default {
  title: "Einstellungen",
} as const satisfies TranslationOf<typeof en>;
