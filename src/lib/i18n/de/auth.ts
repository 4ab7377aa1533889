import type en from "../en/auth";
import type { TranslationOf } from "../keys";

export default {} satisfies TranslationOf<typeof en>;
