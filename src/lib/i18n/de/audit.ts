import type en from "../en/audit";
import type { TranslationOf } from "../keys";

export default {
  title: "Protokoll",
} as const satisfies TranslationOf<typeof en>;
