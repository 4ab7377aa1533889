import { createSignal, onCleanup, onMount } from "solid-js";

/**
 * The token of the link that opened this page: what stands behind the `#`. It is taken out of the address at once, so that neither the
 * history nor a copied address has it. Null until the page runs, empty when there is none.
 */
export function createLinkToken(): () => string | null {
  const [token, setToken] = createSignal<string | null>(null);
  const take = () => {
    const { hash, pathname } = window.location;
    if (token() !== null && !hash) return;
    setToken(hash.slice(1));
    window.history.replaceState(window.history.state, "", pathname);
  };
  onMount(() => {
    take();
    // Another link that is pasted into the address bar changes nothing but the part behind the `#`.
    window.addEventListener("hashchange", take);
    onCleanup(() => window.removeEventListener("hashchange", take));
  });
  return token;
}
