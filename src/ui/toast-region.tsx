import { createSignal, For, lazy, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { toasts } from "./toast-store";

const ToastCard = lazy(() => import("./toast-card"));

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
      <Suspense>
        <For each={toasts()}>{(toast) => <ToastCard toast={toast} isHeld={isHeld()} />}</For>
      </Suspense>
    </section>
  );
}
