import type en from "../en/dkim";
import type { TranslationOf } from "../keys";

export default {
  title: "Signaturschlüssel",
} satisfies TranslationOf<typeof en>;
