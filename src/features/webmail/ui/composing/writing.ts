import { createEffect, createSignal, on, untrack } from "solid-js";
import type { Signature } from "../../schema/composing";
import type { MailPreferences } from "../../schema/preferences";
import type { Seed } from "../composer-desk";
import { keepDraft } from "../draft-store";
import { htmlText } from "../html-text";
import { answeringAddress } from "./answering-address";
import type { Editor } from "./create-editor";
import type { Draft } from "./draft";
import { seedDraft } from "./seed-draft";
import { composingSetup, signatureOf } from "./setup";
import { textHtml } from "./text-html";
import { swapTextSignature } from "./text-signature";

export type WritingOptions = { seed: Seed; own: string; preferences: MailPreferences };

/**
 * A draft while it is written. `edit` is for what somebody did, and is kept at once; `set` for what happened to the draft. `current` is all of
 * it, also what the editor has not told yet.
 */
export function createWriting({ seed, own, preferences }: WritingOptions) {
  const first = seedDraft(seed, own, preferences.format);
  const [draft, setDraft] = createSignal<Draft>(first);
  const [isTouched, setTouched] = createSignal(seed.begin === "kept");
  const [editor, setEditor] = createSignal<Editor>();

  const set = (change: Partial<Draft>) => void setDraft((before) => ({ ...before, ...change }));
  const edit = (change: Partial<Draft>) => {
    set(change);
    setTouched(true);
    keepDraft(draft());
  };
  const current = (): Draft => {
    editor()?.flush();
    return draft();
  };
  const signature = () => composingSetup().signatures.find(({ id }) => id === draft().signatureId);

  const putSignature = (next: Signature | undefined) => {
    if (next?.id === draft().signatureId) return;
    const { format, text } = current();
    const isQuiet = !isTouched();
    if (format === "rich") editor()?.setSignature(next?.html ?? null, isQuiet);
    else set({ text: swapTextSignature(text, { before: signature()?.text, after: next?.text, quote: first.text }) });
    set({ signatureId: next?.id });
    if (!isQuiet) edit({});
  };
  const signatureFor = (email: string) => signatureOf(email, preferences.signatures);

  /** Address and signature are put in once, when it is known which ones there are: that may be after somebody has begun to write. */
  let isSigned = seed.begin === "kept";
  createEffect(
    on([composingSetup, editor], ([{ identities }]) => {
      const { format, text, from: chosen } = draft();
      if (isSigned || identities.length === 0 || (format === "rich" && !editor())) return;
      isSigned = true;
      const from = chosen ?? (seed.begin === "answer" ? answeringAddress(seed.message, identities) : undefined);
      if (from && from !== own.toLowerCase()) set({ from });
      // Where the cursor stands in a plain text is not known here, and it must not jump.
      if (format === "rich" || text === first.text) untrack(() => putSignature(signatureFor(from ?? own)));
    }),
  );

  return {
    ...{ draft, set, edit, current, isTouched, editor, setEditor, putSignature },
    /** Writes as somebody else, with the signature of that address where the one before stood. */
    setFrom(email: string) {
      isSigned = true;
      edit({ from: email });
      putSignature(signatureFor(email));
    },
    /** Goes on in the other format; from rich to plain the formats are lost. */
    switchFormat() {
      const { format, html, text } = current();
      if (format === "rich") return edit({ format: "plain", text: htmlText(html) });
      const before = signature();
      const bare = swapTextSignature(text, { before: before?.text });
      edit({ format: "rich", html: textHtml(bare), signatureId: undefined });
      // The editor is there by now: what follows from a change has happened when it returns.
      putSignature(before);
    },
  };
}

export type Writing = ReturnType<typeof createWriting>;
