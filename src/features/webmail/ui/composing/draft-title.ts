import { t } from "~/lib/i18n/t";
import type { Draft } from "./draft";

const titles = {
  new: "webmail.newMessage",
  reply: "webmail.reply",
  replyAll: "webmail.replyAll",
  forward: "webmail.forward",
  forwardAttached: "webmail.forward",
} as const satisfies Record<Draft["kind"], string>;

/** What a message that is written is called: by its subject, or by what becomes of it. */
export const draftTitle = ({ subject, kind }: Draft): string => subject || t(titles[kind]);
