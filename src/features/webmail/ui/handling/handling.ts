import { createSignal } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { Mailbox, ThreadSummary } from "../../schema";
import type { BulkAct, MoveTarget } from "../../schema/bulk";
import type { Label } from "../../schema/labels";
import type { ThreadFilter } from "../../schema/threads";
import { folderName } from "../folders";
import { type Targets, threadActs } from "../thread-acts";
import { selection } from "./selection";

/** Every conversation of a folder that matches a filter; so many of them. */
export type BulkScope = { folder: Mailbox; filter?: ThreadFilter | undefined; count: number };

/** Rows that somebody chose or, without rows, the open thread. `keywords` are what the open one has. */
type Some = {
  all?: false;
  rows: readonly ThreadSummary[] | undefined;
  keywords?: readonly string[];
  targets: Targets;
  /** The same by the folder that each part is in. */
  parts: readonly Targets[];
};

/** What opens in a dialog, and about what. */
export type Asked =
  | ({ ask: "move" } & (Some | { all: true }))
  | ({ ask: "label" } & (Some | { all: true }))
  | ({ ask: "destroy" } & Some)
  | { ask: "bulk"; act: BulkAct; scope: BulkScope }
  | { ask: "folderName"; folder?: Mailbox; parent?: Mailbox }
  | { ask: "folderPlace"; folder: Mailbox }
  | { ask: "removeFolder"; folder: Mailbox }
  | { ask: "labelName"; label: Label | undefined }
  | { ask: "removeLabel"; label: Label };

type Move = Extract<BulkAct, { do: "move" }>;
/** A row, or the open thread whatever is chosen; without either those that are chosen, else the open thread. */
type About = ThreadSummary | "open" | undefined;

export type HandlingOptions = {
  /** All that the list shows, when somebody says "all". */
  scope: () => BulkScope;
  openKeywords: () => readonly string[];
  folder: () => Mailbox;
  mailboxes: () => readonly Mailbox[];
  /** The open thread by the folders that its messages are in, or nothing. */
  open: () => readonly Targets[];
  /** Called before threads leave the list, so that focus and reader do not fall into the void. */
  leaving: (threadIds: readonly string[]) => void;
};

const marks = {
  $seen: { on: "handling.markedRead", off: "handling.markedUnread" },
  $flagged: { on: "handling.flagged", off: "handling.unflagged" },
} as const;

/** All parts as one; undefined when there is nothing in them. */
function together(parts: readonly Targets[]): Targets | undefined {
  const messageIds = parts.flatMap((part) => part.messageIds);
  const threadIds = [...new Set(parts.flatMap((part) => part.threadIds))];
  return messageIds.length > 0 ? { threadIds, messageIds, fromId: parts[0]!.fromId } : undefined;
}

/** What is done with conversations: with the given row, else with those that are selected, else with the open one. */
export function createHandling(options: HandlingOptions) {
  const acts = threadActs();
  const [asked, setAsked] = createSignal<Asked>();

  /** Rows that were found by a search say where they are. */
  const placeOf = (row: ThreadSummary & { mailboxIds?: readonly string[] }) =>
    row.mailboxIds?.[0] ?? options.folder().id;
  const partsOf = (rows: readonly ThreadSummary[]): Targets[] =>
    [...Map.groupBy(rows, placeOf)].map(([fromId, here]) => ({
      threadIds: here.map(({ threadId }) => threadId),
      messageIds: here.flatMap(({ messageIds }) => messageIds),
      fromId,
    }));
  const isAll = (row: About) => selection.isAll() && (!row || (row !== "open" && selection.has(row.threadId)));
  const chosenRows = (row?: About) => {
    if (row === "open") return undefined;
    if (selection.count() > 0 && (!row || selection.has(row.threadId))) return selection.rows();
    return row && [row];
  };
  const chosen = (row?: About) => {
    const rows = chosenRows(row);
    const parts = rows ? partsOf(rows) : options.open();
    const targets = together(parts);
    return targets && { rows, parts, targets, keywords: rows ? [] : options.openKeywords() };
  };
  const nameOf = (to: MoveTarget) => {
    const folder = "mailboxId" in to && options.mailboxes().find(({ id }) => id === to.mailboxId);
    return folder ? folderName(folder) : "";
  };
  const isHere = (to: MoveTarget, fromId: string) => {
    const from = options.mailboxes().find(({ id }) => id === fromId);
    return "mailboxId" in to ? to.mailboxId === fromId : to.role === from?.role;
  };

  const marking = (act: Extract<BulkAct, { do: "mark" }>, rows: readonly ThreadSummary[] | undefined, all: Targets) => {
    const { keyword, value } = act;
    // Unread is what one still has to read: the newest message, not all that came before it.
    const isUnread = keyword === "$seen" && !value;
    const messageIds = isUnread
      ? (rows?.map(({ messageId }) => messageId) ?? all.messageIds.slice(-1))
      : all.messageIds;
    const sentence = marks[keyword as keyof typeof marks]?.[value ? "on" : "off"];
    const isSeen = !rows || (rows.length === 1 && keyword === "$flagged");
    const text = sentence && !isSeen ? t(sentence, { count: all.threadIds.length }) : undefined;
    acts.mark({ threadIds: all.threadIds, messageIds }, keyword, value, text);
  };

  /** Does it, or asks first where it cannot be undone. */
  function perform(act: BulkAct, row?: About): void {
    if (isAll(row)) return void setAsked({ ask: "bulk", act, scope: options.scope() });
    const about = chosen(row);
    if (!about) return;
    if (act.do === "destroy") return void setAsked({ ask: "destroy", ...about });
    if (act.do === "mark") return marking(act, about.rows, about.targets);
    moving(about.parts, act);
  }
  function moving(about: readonly Targets[], { to, isJunk }: Move): void {
    const parts = about.filter(({ fromId }) => !isHere(to, fromId));
    if (parts.length === 0) return;
    options.leaving(parts.flatMap(({ threadIds }) => threadIds));
    selection.clear();
    acts.move(parts, to, nameOf(to), isJunk);
  }
  const role = () => options.folder().role;
  const perhapsHam = () => (role() === "junk" ? { isJunk: false } : {});

  return {
    perform,
    asked,
    ask: (what: "move" | "label", row?: About): void => {
      if (isAll(row)) return void setAsked({ ask: what, all: true } as Asked);
      const about = chosen(row);
      if (about) setAsked({ ask: what, ...about } as Asked);
    },
    /** Opens a dialog that is about a folder, a label or all that is in a folder. */
    askAbout: (about: Asked) => void setAsked(about),
    close: () => void setAsked(undefined),
    /** What `ask` was about goes there. */
    moveAsked(about: Extract<Asked, { ask: "move" }>, to: MoveTarget): void {
      const act = { do: "move", to, ...perhapsHam() } as const;
      if (about.all) setAsked({ ask: "bulk", act, scope: options.scope() });
      else moving(about.parts, act);
    },
    /** What `ask` was about gets a label, or loses it. */
    labelAsked(about: Extract<Asked, { ask: "label" }>, keyword: string, value: boolean, name: string): void {
      if (about.all) return void setAsked({ ask: "bulk", act: { do: "mark", keyword, value }, scope: options.scope() });
      const count = about.targets.threadIds.length;
      acts.mark(about.targets, keyword, value, t(value ? "handling.labelled" : "handling.unlabelled", { count, name }));
    },
    /** What was asked about is destroyed for ever. */
    destroy(targets: Targets): void {
      const from = role();
      if (from !== "trash" && from !== "junk") return;
      options.leaving(targets.threadIds);
      selection.clear();
      acts.destroy(targets, from);
    },
    archive: (row?: About) => perform({ do: "move", to: { role: "archive" }, ...perhapsHam() }, row),
    /** To the trash; from there for ever. */
    remove: (row?: About) =>
      perform(role() === "trash" ? { do: "destroy" } : { do: "move", to: { role: "trash" } }, row),
    junk: (row?: About) =>
      role() === "junk"
        ? perform({ do: "move", to: { role: "inbox" }, isJunk: false }, row)
        : perform({ do: "move", to: { role: "junk" }, isJunk: true }, row),
    toInbox: (row?: About) => perform({ do: "move", to: { role: "inbox" }, ...perhapsHam() }, row),
    moveTo: (to: MoveTarget, row?: About) => perform({ do: "move", to, ...perhapsHam() }, row),
    read: (value: boolean, row?: About) => perform({ do: "mark", keyword: "$seen", value }, row),
    /** Flags all of them, unless they are flagged already. */
    flag(row?: About): void {
      const rows = chosenRows(row);
      const isFlagged = rows ? rows.every(({ flagged }) => flagged) : options.openKeywords().includes("$flagged");
      perform({ do: "mark", keyword: "$flagged", value: !isFlagged }, row);
    },
    mark: acts.mark,
  };
}
export type Handling = ReturnType<typeof createHandling>;
