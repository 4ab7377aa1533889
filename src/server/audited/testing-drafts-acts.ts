import type { Acts } from "./testing-act";

const isSilent = "what is being written is its author's own business; the log knows of what was sent only";

/** `webmail.drafts.*` and `webmail.files.*` */
export const draftsActs: Acts = {
  "webmail.drafts.save": { isSilent },
  "webmail.drafts.remove": { isSilent },
  "webmail.files.remove": { isSilent },
};
