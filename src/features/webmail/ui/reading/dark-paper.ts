import { createSignal, onCleanup } from "solid-js";
import { theme } from "~/ui/preferences";

const key = "mail-dark-paper";

const remembered = () => {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
};
const [wanted, setWanted] = createSignal<boolean>();

/** Whether messages with colours of their own are turned dark, which the reader chooses once for this browser. Browser only. */
export const wantsDarkPaper = (): boolean => wanted() ?? remembered();

export function setDarkPaper(wants: boolean): void {
  setWanted(wants);
  try {
    if (wants) localStorage.setItem(key, "1");
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing asks again in the next tab.
  }
}

/** Whether the page is dark now: by the reader's choice, or else the system's. */
export function isDarkPage(): () => boolean {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const [isSystemDark, setSystemDark] = createSignal(system.matches);
  const follow = () => setSystemDark(system.matches);
  system.addEventListener("change", follow);
  onCleanup(() => system.removeEventListener("change", follow));
  return () => theme() === "dark" || (theme() !== "light" && isSystemDark());
}
