import { createSignal, onMount, Show } from "solid-js";
import { Button, type ButtonProps } from "~/ui/button";
import { KeyIcon } from "~/ui/basic-icons";
import { Notice } from "~/ui/notice";

export type PasskeyButtonProps = Omit<ButtonProps, "onClick" | "icon" | "busy"> & {
  /** Does what the passkey is for; rejects with what became of it. */
  onUse: () => Promise<void>;
};

/** A button that asks for a passkey and says in place what became of it. Not there in browsers without passkeys. */
export function PasskeyButton(props: PasskeyButtonProps) {
  const [hasPasskeys, setHasPasskeys] = createSignal(true);
  const [isBusy, setBusy] = createSignal(false);
  /** Worded where it is shown: the words may still be on their way. */
  const [problem, setProblem] = createSignal<() => string>();
  onMount(() => setHasPasskeys("PublicKeyCredential" in window));
  const use = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await props.onUse();
    } catch (error) {
      const { passkeyProblem } = await import("./passkey-browser");
      setProblem(() => () => passkeyProblem(error));
    }
    setBusy(false);
  };
  return (
    <Show when={hasPasskeys()}>
      <div class="grid gap-3">
        <Show when={problem()}>{(text) => <Notice tone="danger">{text()()}</Notice>}</Show>
        <Button
          variant={props.variant}
          size={props.size}
          busy={isBusy()}
          icon={<KeyIcon />}
          onClick={() => void use()}
          onPointerEnter={() => void import("./passkey-browser")}
        >
          {props.children}
        </Button>
      </div>
    </Show>
  );
}
