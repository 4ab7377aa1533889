import { useSubmissions } from "@solidjs/router";
import { createMemo } from "solid-js";
import type { MailPreferences } from "../../schema/preferences";
import { setPreferences } from "../preferences/queries";

/** How somebody wants the page to be, what they have just chosen included. */
export function createShownPreferences(own: () => MailPreferences): () => MailPreferences {
  const chosen = useSubmissions(setPreferences);
  return createMemo(() =>
    chosen.filter(({ pending }) => pending).reduce((all, { input }) => ({ ...all, ...input[0] }), own()),
  );
}
