import type { Acts } from "./testing-act";

const ownMail = "mail and its order are their reader's own business; the log knows of what was sent only";

/** `webmail.folders.*`, `webmail.labels.*` and `webmail.bulk.*` */
export const handlingActs: Acts = {
  "webmail.folders.create": { isSilent: ownMail },
  "webmail.folders.update": { isSilent: ownMail },
  "webmail.folders.remove": { isSilent: ownMail },
  "webmail.labels.create": { isSilent: ownMail },
  "webmail.labels.update": { isSilent: ownMail },
  "webmail.labels.remove": { isSilent: ownMail },
  "webmail.bulk.step": { isSilent: ownMail },
  "webmail.bulk.destroy": { isSilent: ownMail },
};
