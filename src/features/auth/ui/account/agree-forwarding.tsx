import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { failureText } from "../failure-text";

type Agreed = { address: string; target: string };

/** Asks whoever reads mail at the target of a forwarding; a press, not the opening of the link, is the answer, for machines open links too. */
export function AgreeForwarding(props: { token: string }) {
  const [isBusy, setBusy] = createSignal(false);
  const [agreed, setAgreed] = createSignal<Agreed>();
  const [failure, setFailure] = createSignal<unknown>();
  const agree = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      setAgreed(await trpc.users.forwarding.confirm.mutate({ token: props.token }));
    } catch (error) {
      setFailure(() => error ?? null);
    }
    setBusy(false);
  };
  return (
    <Show
      when={agreed()}
      fallback={
        <>
          <Notice tone="accent" title={t("addresses.confirmTitle")}>
            {t("addresses.confirmText")}
          </Notice>
          <Show when={failure() !== undefined}>
            <Notice tone="danger">{failureText(failure())}</Notice>
          </Show>
          <Button variant="primary" size="lg" busy={isBusy()} onClick={() => void agree()}>
            {t("addresses.confirmButton")}
          </Button>
        </>
      }
    >
      {(done) => (
        <Notice tone="success" title={t("addresses.confirmedTitle")}>
          {t("addresses.confirmedText", done())}
        </Notice>
      )}
    </Show>
  );
}
