import { useAction } from "@solidjs/router";
import { t } from "~/lib/i18n/t";
import { dismissToast, toast } from "~/ui/toast-store";
import type { MoveMessages } from "../schema";
import { failureText } from "./failure-text";
import { markThread, moveThread } from "./queries";

/** The thread that an act is about: its messages in the folder that is shown. */
export type Target = { threadId: string; messageIds: string[]; fromId: string };
export type Destination = Extract<MoveMessages["to"], { role: string }>["role"];

const sentences = {
  archive: "webmail.archived",
  trash: "webmail.trashed",
  junk: "webmail.junked",
  inbox: "webmail.movedToInbox",
} as const satisfies Record<Destination, string>;

/** What one can do with a thread. Each shows at once, and takes itself back with a sentence when it fails. */
export function threadActs() {
  const [mark, move] = [useAction(markThread), useAction(moveThread)];
  const said = (error: unknown) => void toast(failureText(error), { tone: "danger" });
  return {
    mark: ({ threadId, messageIds }: Omit<Target, "fromId">, keyword: "$seen" | "$flagged", value: boolean) =>
      void mark({ threadId, messageIds, keyword, value }).catch(said),
    move({ threadId, messageIds, fromId }: Target, role: Destination): void {
      const undo = () => move({ threadId, messageIds, fromId: "", to: { mailboxId: fromId } }).catch(said);
      const action = { label: t("common.undo"), onSelect: () => void undo() };
      const done = toast(t(sentences[role]), { action });
      const taken = (error: unknown) => {
        dismissToast(done);
        said(error);
      };
      move({ threadId, messageIds, fromId, to: { role } }).catch(taken);
    },
  };
}
