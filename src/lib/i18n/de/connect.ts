import type en from "../en/connect";
import type { TranslationOf } from "../keys";

export default {
  title: "DNS von hier aus einrichten",
} satisfies TranslationOf<typeof en>;
