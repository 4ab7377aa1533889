import type en from "../en/security";
import type { TranslationOf } from "../keys";

export default {
  title: "Sicherheit",
} as const satisfies TranslationOf<typeof en>;
