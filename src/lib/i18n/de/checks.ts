import type en from "../en/checks";
import type { TranslationOf } from "../keys";

export default {
  finding_wildcard: "Jeder Name unter {name} antwortet mit {found}, auch solche, die nie veröffentlicht wurden.",
} satisfies TranslationOf<typeof en>;
