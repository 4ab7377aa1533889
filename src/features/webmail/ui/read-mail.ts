import { createAsync } from "@solidjs/router";
import type { Message, Overview } from "../schema";
import { type Failed, hasFailed } from "./page-data";
import { conversation, folderView } from "./queries";

export type FolderRead = {
  folder: string;
  /** How its list is shown, as the query of its address says. */
  listed: string;
  /** The last view that could be had, of this folder or of the one before. */
  view: Overview | undefined;
  /** Why this folder cannot be shown. A view that only could not be refreshed stays. */
  failure: Failed["failure"] | undefined;
};

export type ThreadRead = {
  threadId: string | undefined;
  messages: readonly Message[];
  failure: Failed["failure"] | undefined;
};

/** What is gone is gone; whatever else keeps a view from being refreshed may be over in a moment. */
const isGone = ({ failure }: Failed) => failure === "mailbox.not_found" || failure === "message.not_found";

/** The folder that the address names, its list shown as `listed` says. */
export const readFolder = (folder: () => string, listed: () => string) =>
  createAsync<FolderRead>(
    async (before) => {
      const [name, how] = [folder(), listed()];
      const read = await folderView(name, how);
      if (!hasFailed(read)) return { folder: name, listed: how, view: read, failure: undefined };
      const isStale = before?.folder === name && before.view && !before.failure && !isGone(read);
      const stays = before?.listed ?? "";
      return { folder: name, listed: stays, view: before?.view, failure: isStale ? undefined : read.failure };
    },
    { deferStream: true },
  );

/** The thread that the address names; no messages when it names none. */
export const readThread = (threadId: () => string | undefined) =>
  createAsync<ThreadRead>(async (before) => {
    const id = threadId();
    if (!id) return { threadId: id, messages: [], failure: undefined };
    const read = await conversation(id);
    if (!hasFailed(read)) return { threadId: id, messages: read, failure: undefined };
    const isStale = before?.threadId === id && before.messages.length > 0 && !isGone(read);
    return isStale ? before : { threadId: id, messages: [], failure: read.failure };
  });
