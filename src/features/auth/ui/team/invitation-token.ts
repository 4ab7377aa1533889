import { createSignal, onMount } from "solid-js";
import { createLinkToken } from "../account/link-token";

const kept = "dm-invitation";

/** Keeps an invitation in this tab while somebody signs in or out, which loads other pages. */
export const keepInvitation = (token: string): void => sessionStorage.setItem(kept, token);
export const forgetInvitation = (): void => sessionStorage.removeItem(kept);

/** The token of the link that opened this page, else the one that this tab kept; null until the page runs, empty when there is none. */
export function createInvitationToken(): () => string | null {
  const fromLink = createLinkToken();
  const [fromTab, setFromTab] = createSignal("");
  onMount(() => setFromTab(sessionStorage.getItem(kept) ?? ""));
  return () => (fromLink() === "" ? fromTab() : fromLink());
}
