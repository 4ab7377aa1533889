import { createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import { failureOf } from "~/features/auth/ui/failure-key";
import type { Draft } from "../composing/draft";
import { toContent } from "../composing/to-content";
import type { Writing } from "../composing/writing";
import { dropDraft, holdDraft, keepDraft } from "../draft-store";
import { readMailAgain, removeDraft, saveDraft } from "./queries";

/** After the last key, and at most so long after the first one that is not saved. Milliseconds. */
const [idleMs, longestMs] = [1500, 5000];
/** Between attempts while the server is away; seconds. */
const waits = [3, 5, 10, 20, 40];

export type SaveState =
  | { is: "new" }
  | { is: "saving" }
  | { is: "saved"; at: string }
  /** `failure` is undefined when the server was not reached: it is tried again by itself. */
  | { is: "unsaved"; error: unknown; failure: string | undefined };

export type Conflict = { draftId: string; savedAt: string };
type Options = { against?: string[]; isLast?: boolean };

/** Nothing that repeating would change. */
const isCertain = new Set(["request.invalid", "file.not_found", "file.too_large", "mailbox.full", "auth.required"]);

/**
 * Saves a draft by itself while it is written, and when the page is left; what is not saved yet is kept in the browser. `settle` waits for what is
 * under way and saves no more: before the message is sent or thrown away.
 */
export function createAutosave(writing: Writing) {
  const { saved, saving } = untrack(writing.draft);
  const [state, setState] = createSignal<SaveState>(saved ? { is: "saved", at: saved.at } : { is: "new" });
  const [conflict, setConflict] = createSignal<Conflict>();
  let writer = saving?.writer ?? crypto.randomUUID();
  let isUncertain = saving?.isUncertain ?? false;
  // What another tab or an earlier page left behind may be more than was saved.
  let words = saved && !saving ? JSON.stringify(toContent(untrack(writing.draft))) : undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstAt = 0;
  let attempts = 0;
  let revision = 0;
  let isOver = false;
  let isForgotten = false;
  let running: Promise<void> = Promise.resolve();

  const held = holdDraft(untrack(writing.draft).id);
  // A tab that was duplicated writes as somebody else, so that neither overwrites the other unseen.
  void held.isFirst.then((isFirst) => {
    if (!isFirst) writer = crypto.randomUUID();
  });

  const note = (change: Partial<Draft> = {}, isSaved = false) => {
    writing.set({ ...change, saving: { writer, isUncertain } });
    if (!isForgotten) keepDraft(writing.draft(), isSaved);
  };

  async function attempt({ against = [] }: Options): Promise<void> {
    const draft = writing.current();
    const content = toContent(draft);
    const said = JSON.stringify(content);
    if (said === words && against.length === 0) return;
    const begun = contentOf(draft);
    const keys = draft.files.filter(({ source }) => source).map(({ key }) => key);
    const isRepeated = isUncertain;
    setState({ is: "saving" });
    isUncertain = true;
    note();
    try {
      revision = Math.max(revision + 1, Date.now());
      const asked = { ...content, draftKey: draft.id, writer, revision, against, isRepeated };
      const draftId = draft.saved?.draftId;
      const answer = await saveDraft(draftId ? { ...asked, draftId } : asked);
      [isUncertain, attempts] = [false, 0];
      const sources = new Map(keys.map((key, at) => [key, answer.files[at]]));
      const files = writing.draft().files.map((file) => {
        const source = sources.get(file.key);
        return source ? { ...file, source } : file;
      });
      const at = new Date().toISOString();
      // Files are named anew: no change of the words.
      words = JSON.stringify({ ...content, files: answer.files });
      note({ files, saved: { draftId: answer.draftId, at } }, contentOf(writing.draft()) === begun);
      setConflict(answer.conflict ?? (against.length > 0 ? undefined : conflict()));
      setState({ is: "saved", at });
      void readMailAgain();
    } catch (error) {
      const failure = failureOf(error)?.key;
      if (failure && isCertain.has(failure)) isUncertain = isRepeated;
      note();
      setState({ is: "unsaved", error, failure });
      if (failure && isCertain.has(failure)) return;
      const seconds = failureOf(error)?.retryAfterSeconds ?? waits[Math.min(attempts++, waits.length - 1)]!;
      schedule(seconds * 1000);
    }
  }

  const follow = async (before: Promise<void>, options: Options) => {
    await before;
    if (!isOver || options.isLast) await attempt(options);
  };
  /** One after the other: each goes on from what the one before has saved. */
  const save = (options: Options = {}): Promise<void> => {
    clearTimeout(timer);
    firstAt = 0;
    running = follow(running, options);
    return running;
  };
  function schedule(ms: number): void {
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(() => void save(), ms);
  }
  const onChange = () => {
    if (isOver || !writing.isTouched()) return;
    firstAt ||= Date.now();
    schedule(Math.max(0, Math.min(idleMs, firstAt + longestMs - Date.now())));
  };
  const saveNow = () => {
    if (writing.isTouched() && !isOver) void save();
  };
  const onHide = () => document.visibilityState === "hidden" && saveNow();

  const content = createMemo(() => contentOf(writing.draft()));
  createEffect(on(content, onChange));
  window.addEventListener("online", saveNow);
  window.addEventListener("blur", saveNow);
  document.addEventListener("visibilitychange", onHide);
  onCleanup(() => {
    if (!isOver && writing.isTouched()) void save({ isLast: true });
    isOver = true;
    clearTimeout(timer);
    held.release();
    window.removeEventListener("online", saveNow);
    window.removeEventListener("blur", saveNow);
    document.removeEventListener("visibilitychange", onHide);
  });

  const settle = async () => {
    isOver = true;
    clearTimeout(timer);
    await running;
  };
  return {
    ...{ state, conflict, settle, saveNow },
    /** Goes on after `settle`: the message was not sent. */
    resume() {
      isOver = false;
      onChange();
    },
    /** Saves what is not saved, and forgets it here. False when it could not be saved. */
    async close(): Promise<boolean> {
      await save({ isLast: true });
      if (state().is === "unsaved") return false;
      await settle();
      dropDraft(writing.draft().id);
      return true;
    },
    /** Into the trash, with what a lost reply may have left. */
    async discard(): Promise<void> {
      isForgotten = true;
      await settle();
      const { id, saved: known } = writing.draft();
      if (!known && !isUncertain) return;
      await removeDraft({ draftKey: id, writer, ...(known ? { draftId: known.draftId } : {}) });
    },
    /** After sending: a copy that a lost reply may have left goes too. */
    async clearUp(): Promise<void> {
      if (isUncertain) await removeDraft({ draftKey: writing.draft().id, writer });
    },
    /** Decides a conflict for what stands here. */
    keepThis: () => save({ against: conflict() ? [conflict()!.draftId] : [] }),
  };
}

export type Autosave = ReturnType<typeof createAutosave>;

/** What is saved of a draft, by identity: what only says how it is kept is no reason to save it again. */
function contentOf({ saved: _, saving: __, attempted: ___, ...rest }: Draft): string {
  const files = rest.files.map(({ key, source }) => `${key}${source ? 1 : 0}`);
  const { html, text, ...small } = rest;
  return JSON.stringify({ ...small, files }) + html + text;
}
