import { For } from "solid-js";
import { t } from "~/lib/i18n/t";

const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Keys as they stand on a keyboard: `g` then `i`, `Ctrl` and `K`. */
export const KeyWords = (props: { keys: string }) => (
  <For each={props.keys.replace("Mod", isApple() ? "⌘" : t("keys.ctrl")).split(" ")}>
    {(key) => (
      <>
        <kbd>{key}</kbd>{" "}
      </>
    )}
  </For>
);
