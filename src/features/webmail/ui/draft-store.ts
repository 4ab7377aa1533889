import type { Draft } from "./composing/draft";

const prefix = "draft:";
const keyOf = (id: string) => prefix + id;

/**
 * Keeps what was typed, at once and before any server has it. For as long as the tab lives, so that a reload finds it again; and, while the
 * server has not said that it is saved, beyond that, so that a browser that crashes loses nothing. It never stays longer: on a shared
 * computer the disk holds nothing that the mailbox holds already, and signing out removes the rest.
 */
export function keepDraft(draft: Draft, isSaved = false): void {
  try {
    const kept = JSON.stringify(draft);
    sessionStorage.setItem(keyOf(draft.id), kept);
    if (isSaved) localStorage.removeItem(keyOf(draft.id));
    else localStorage.setItem(keyOf(draft.id), kept);
  } catch {
    // Full or forbidden storage: the text is still in the composer, and on its way to the server.
  }
}

/** Forgets a draft: it was sent, saved and closed, or thrown away. */
export function dropDraft(id: string): void {
  sessionStorage.removeItem(keyOf(id));
  localStorage.removeItem(keyOf(id));
}

function draftsIn(storage: Storage, owner: string): Draft[] {
  const drafts = Object.keys(storage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => JSON.parse(storage.getItem(key) ?? "null") as Draft | null);
  return drafts.filter((draft): draft is Draft => draft?.owner === owner);
}

/** Drafts of this mailbox that this tab had open before the page was loaded. */
export const keptDrafts = (owner: string): Draft[] => draftsIn(sessionStorage, owner);

const lockOf = (id: string) => `${prefix}${id}`;

/** Drafts of this mailbox that a tab left behind which is gone, and that no server has. */
export async function strandedDrafts(owner: string): Promise<Draft[]> {
  const open = new Set(keptDrafts(owner).map(({ id }) => id));
  const left = draftsIn(localStorage, owner).filter(({ id }) => !open.has(id));
  const held = new Set((await navigator.locks?.query())?.held?.map(({ name }) => name));
  return left.filter(({ id }) => !held.has(lockOf(id)));
}

/** Says to other tabs that this one writes a draft, until the returned function is called; `isFirst` is false when one of them does already. */
export function holdDraft(id: string): { isFirst: Promise<boolean>; release: () => void } {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const isFirst = new Promise<boolean>((resolve) => {
    const asked = navigator.locks?.request(lockOf(id), { ifAvailable: true }, async (lock) => {
      resolve(lock !== null);
      if (lock) await released;
    });
    if (asked === undefined) resolve(true);
    else asked.catch(() => resolve(true));
  });
  return { isFirst, release };
}

/** Forgets every draft of whoever signs out. */
export function forgetDrafts(): void {
  for (const storage of [sessionStorage, localStorage])
    for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
}
