import type en from "../en/team";
import type { TranslationOf } from "../keys";

export default {
  title: "Team",
} as const satisfies TranslationOf<typeof en>;
