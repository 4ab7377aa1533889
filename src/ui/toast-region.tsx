import { createSignal, For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { ToastCard } from "./toast-card";
import { toasts } from "./toast-store";

/** Where `toast()` appears; once, at the end of the application. Time stands still while a pointer or the focus is inside. */
export function ToastRegion() {
  const [isHeld, setHeld] = createSignal(false);
  return (
    <section
      data-slot="toasts"
      aria-label={t("common.notifications")}
      aria-live="polite"
      aria-relevant="additions"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <For each={toasts()}>{(toast) => <ToastCard toast={toast} isHeld={isHeld()} />}</For>
    </section>
  );
}
