import { useAction } from "@solidjs/router";
import { t } from "~/lib/i18n/t";
import { dismissToast, toast } from "~/ui/toast-store";
import type { MoveTarget } from "../schema/bulk";
import { failureText } from "./failure-text";
import { destroyThreads, markThreads, moveThreads } from "./handling/changes";

/** What an act is about: threads, and their messages in the folder that is shown. */
export type Targets = { threadIds: readonly string[]; messageIds: readonly string[]; fromId: string };
export type Destination = Extract<MoveTarget, { role: string }>["role"];

const sentences = {
  archive: "handling.archived",
  trash: "handling.trashed",
  junk: "handling.junked",
  inbox: "handling.movedToInbox",
} as const satisfies Record<Destination, string>;

type Undo = (() => Promise<unknown>) | undefined;

/** What one can do with threads. Each shows at once, can be undone, and takes itself back with a sentence when it fails. */
export function threadActs() {
  const [mark, move, destroy] = [useAction(markThreads), useAction(moveThreads), useAction(destroyThreads)];
  const said = (error: unknown) => void toast(failureText(error), { tone: "danger" });
  /** Says what is being done; the undo waits until it is. */
  const saying = (text: string, doing: Promise<unknown>, undo: Undo) => {
    const takeBack = async () => {
      await doing;
      await undo?.();
    };
    const shown = toast(
      text,
      undo && { action: { label: t("common.undo"), onSelect: () => void takeBack().catch(said) } },
    );
    doing.catch((error: unknown) => {
      dismissToast(shown);
      said(error);
    });
  };
  return {
    /** Without `text` nothing is said: one sees it, and takes it back where it was done. */
    mark({ threadIds, messageIds }: Omit<Targets, "fromId">, keyword: string, value: boolean, text?: string): void {
      const change = { threadIds, messageIds, keyword };
      const doing = mark({ ...change, value });
      if (text) saying(text, doing, () => mark({ ...change, value: !value }));
      else doing.catch(said);
    },
    /** From each folder of its own, to which it also goes back. `name` is that of a folder without a role; `isJunk` what the messages are said to be. */
    move(parts: readonly Targets[], to: MoveTarget, name: string, isJunk?: boolean): void {
      const count = new Set(parts.flatMap(({ threadIds }) => threadIds)).size;
      const text = "role" in to ? t(sentences[to.role], { count }) : t("handling.movedTo", { count, name });
      const isHam = isJunk === undefined ? undefined : !isJunk;
      const back = () =>
        Promise.all(
          parts.map(({ fromId, ...part }) => move({ ...part, fromId: "", to: { mailboxId: fromId }, isJunk: isHam })),
        );
      saying(text, Promise.all(parts.map((part) => move({ ...part, to, isJunk }))), back);
    },
    destroy: (targets: Targets, from: "trash" | "junk"): void =>
      saying(t("handling.destroyed", { count: targets.threadIds.length }), destroy({ ...targets, from }), undefined),
  };
}
