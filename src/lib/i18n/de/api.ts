import type en from "../en/api";
import type { TranslationOf } from "../keys";

export default {
  title: "API-Schlüssel",
} as const satisfies TranslationOf<typeof en>;
