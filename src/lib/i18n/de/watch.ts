import type en from "../en/watch";
import type { TranslationOf } from "../keys";

export default {
  title: "Verlauf",
} satisfies TranslationOf<typeof en>;
