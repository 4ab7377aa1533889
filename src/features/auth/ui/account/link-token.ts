import { createSignal, onCleanup, onMount } from "solid-js";

const kept = "dm-link";

/** Keeps the token of a link in this tab while somebody signs in, which loads other pages. */
export const keepLinkToken = (token: string): void => sessionStorage.setItem(kept, token);

function takeKept(): string {
  const token = sessionStorage.getItem(kept) ?? "";
  sessionStorage.removeItem(kept);
  return token;
}

/**
 * The token of the link that opened this page: what stands behind the `#`. It is taken out of the address at once, so that neither the
 * history nor a copied address has it. Null until the page runs, empty when there is none; with `isKept` the one that this tab kept counts,
 * once.
 */
export function createLinkToken({ isKept = false } = {}): () => string | null {
  const [token, setToken] = createSignal<string | null>(null);
  const take = () => {
    const { hash, pathname } = window.location;
    if (token() !== null && !hash) return;
    setToken(hash.slice(1) || (isKept ? takeKept() : ""));
    if (hash) window.history.replaceState(window.history.state, "", pathname);
  };
  onMount(() => {
    take();
    // Another link that is pasted into the address bar changes nothing but the part behind the `#`.
    window.addEventListener("hashchange", take);
    onCleanup(() => window.removeEventListener("hashchange", take));
  });
  return token;
}
