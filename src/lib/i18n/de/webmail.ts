import type en from "../en/webmail";
import type { TranslationOf } from "../keys";

export default {} satisfies TranslationOf<typeof en>;
