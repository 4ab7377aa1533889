import type en from "../en/landing";
import type { TranslationOf } from "../keys";

export default {} satisfies TranslationOf<typeof en>;
