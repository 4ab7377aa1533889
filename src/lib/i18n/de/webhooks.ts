import type en from "../en/webhooks";
import type { TranslationOf } from "../keys";

export default {
  title: "Webhooks",
} as const satisfies TranslationOf<typeof en>;
