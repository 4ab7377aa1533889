import type en from "../en/users";
import type { TranslationOf } from "../keys";

export default {} satisfies TranslationOf<typeof en>;
