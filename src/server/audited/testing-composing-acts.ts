import type { Acts } from "./testing-act";

const isSilent = "what somebody writes under their own mail; the log knows of what was sent only";

/** Writing. */
export const composingActs: Acts = {
  "webmail.composing.signatures.add": { isSilent },
  "webmail.composing.signatures.set": { isSilent },
  "webmail.composing.signatures.remove": { isSilent },
};
