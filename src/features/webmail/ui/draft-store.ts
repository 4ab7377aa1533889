import type { Draft } from "./answer-draft";

const prefix = "draft:";

/** Keeps what was typed until the tab is closed: a reload, a crash or a wrong click loses nothing. */
export function keepDraft(draft: Draft): void {
  try {
    sessionStorage.setItem(prefix + draft.id, JSON.stringify(draft));
  } catch {
    // Full or forbidden storage: the text is still in the composer.
  }
}

export const dropDraft = (id: string): void => sessionStorage.removeItem(prefix + id);

/** Drafts of this mailbox that are left over from before the page was loaded. */
export const keptDrafts = (owner: string): Draft[] =>
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => JSON.parse(sessionStorage.getItem(key) ?? "null") as Draft)
    .filter((draft) => draft?.owner === owner);
