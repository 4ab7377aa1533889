import type en from "../en/domains";
import type { TranslationOf } from "../keys";

export default {} satisfies TranslationOf<typeof en>;
