import { loadAreas } from "~/lib/i18n/browser";
import { t } from "~/lib/i18n/t";
import { toast } from "~/ui/toast-store";
import type { Sent } from "../../schema/sending";
import type { Draft } from "../composing/draft";
import { fetchDraft } from "../drafts/opened-draft";
import { fullTime } from "../mail-time";
import { outboxFailure } from "./outbox-failure";
import { callBack } from "./queries";

/** A time that is further from the one asked for than this was not kept; milliseconds. */
const toleranceMs = 60_000;
const scheduledToastSeconds = 10;

/**
 * Says that a message is under way, or waits for its time, and offers to take it back for as long as the mail server holds it; `onReopen` gets what it
 * is then. Says so, too, when some recipients were refused, or when it left before its time.
 */
export async function tellSent(draft: Draft, sent: Sent, onReopen: (draft: Draft) => void): Promise<void> {
  // Words that are not there yet would be an empty notice.
  await loadAreas(["outbox"]).catch(() => {});
  const { refused, sendAt, undoSeconds } = sent;
  if (refused.length > 0) {
    const people = refused.map(({ email, smtpReply }) => `${email} (${smtpReply})`).join(", ");
    toast(t("webmail.sentExcept", { people }), { tone: "danger", duration: 0 });
  }
  if (draft.sendAt && Date.parse(sendAt) < Date.parse(draft.sendAt) - toleranceMs)
    return void toast(t("outbox.leftAtOnce"), { tone: "danger", duration: 0 });
  const text = draft.sendAt ? t("outbox.waitsUntil", { time: fullTime(sendAt) }) : t("webmail.sent");
  if (undoSeconds <= 0) return void (refused.length === 0 && toast(text, { tone: "success" }));
  const seconds = draft.sendAt ? scheduledToastSeconds : undoSeconds;
  const takeBack = () => {
    void undo(draft, sent).then(onReopen, (error: unknown) =>
      toast(outboxFailure(error), { tone: "danger", duration: 0 }),
    );
  };
  toast(text, {
    ...{ tone: "success", duration: seconds * 1000 },
    action: { label: t("common.undo"), onSelect: takeBack },
  });
}

/** Calls it back, and makes of it what it was: a draft with another key, because the old one stands for the message that did not go. */
async function undo(
  { attempted: _, sendAt: __, saving: ___, ...draft }: Draft,
  { submissionId }: Sent,
): Promise<Draft> {
  const draftId = await callBack(submissionId);
  const again = { ...draft, idempotencyKey: crypto.randomUUID(), saved: { draftId, at: new Date().toISOString() } };
  // Its files lie in the message now; without an answer they are looked for where they were.
  return fetchDraft(draftId, draft.owner).then(
    ({ files, saved }) => ({ ...again, files, ...(saved ? { saved } : {}) }),
    () => again,
  );
}
