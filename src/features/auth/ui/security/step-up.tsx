import { createSignal, onCleanup, onMount } from "solid-js";
import { provideProof } from "~/trpc/proof";
import { lazyPart } from "~/ui/lazy-part";

const StepUpDialog = lazyPart(
  () => import("./step-up-dialog"),
  (part) => part.onEnd(false),
);

/**
 * Stands once in the panel's layout: whatever the server refuses with `auth.reauth_required` waits while the reader proves who they are, and
 * is then done.
 */
export function StepUp() {
  const [settle, setSettle] = createSignal<(isProven: boolean) => void>();
  const end = (isProven: boolean) => {
    settle()?.(isProven);
    setSettle(undefined);
  };
  onMount(() => onCleanup(provideProof(() => new Promise((resolve) => setSettle(() => resolve)))));
  return <StepUpDialog open={settle() !== undefined} onEnd={end} />;
}
