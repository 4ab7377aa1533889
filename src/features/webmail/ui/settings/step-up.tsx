import { createSignal, onCleanup, onMount } from "solid-js";
import { provideProof } from "~/trpc/proof";
import { lazyPart } from "~/ui/lazy-part";

const StepUpDialog = lazyPart(
  () => import("./step-up-dialog"),
  (part) => part.onEnd(false),
);

/** Whatever the server refuses with `auth.reauth_required` waits while the mailbox's user proves who they are, and is then done. */
export function StepUp(props: { hasTotp: boolean }) {
  const [settle, setSettle] = createSignal<(isProven: boolean) => void>();
  const end = (isProven: boolean) => {
    settle()?.(isProven);
    setSettle(undefined);
  };
  onMount(() => onCleanup(provideProof(() => new Promise((resolve) => setSettle(() => resolve)))));
  return <StepUpDialog open={settle() !== undefined} hasTotp={props.hasTotp} onEnd={end} />;
}
