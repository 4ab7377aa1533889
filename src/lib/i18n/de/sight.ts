import type en from "../en/sight";
import type { TranslationOf } from "../keys";

export default {
  title: "Wer es sieht",
} satisfies TranslationOf<typeof en>;
