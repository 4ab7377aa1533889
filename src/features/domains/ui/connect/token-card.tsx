import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Card } from "~/ui/card";
import { toast } from "~/ui/toast-store";
import type { ConnectState, DnsPlan } from "../../schema/connect";
import { connectFailure } from "./connect-failure";
import { PlanCard } from "./plan-card";
import { forgetToken } from "./queries";
import { TokenForm } from "./token-form";

/** Preview and change by a token. What was pasted stays in this page's memory until the change was begun or given up, and nowhere else. */
export function TokenCard(props: {
  domainId: string;
  zone: string;
  state: ConnectState;
  onBegun: () => Promise<unknown>;
}) {
  const [shown, setShown] = createSignal<{ plan: DnsPlan; token: string | undefined }>();
  const [isBusy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  const forget = useAction(forgetToken);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    await work().catch((error: unknown) => setProblem(connectFailure(error)));
    setBusy(false);
  };
  const preview = ({ token, movesMail }: { token: string | undefined; movesMail: boolean }) => {
    const { domainId } = props;
    return attempt(async () => {
      const plan = await trpc.domains.connect.plan.mutate({ domainId, token, movesMail });
      setShown({ plan, token });
    });
  };
  const apply = ({ plan, token }: { plan: DnsPlan; token: string | undefined }, keepsToken: boolean) => {
    const { domainId, onBegun } = props;
    return attempt(async () => {
      await trpc.domains.connect.change.mutate({ domainId, changeId: plan.changeId, token, keepsToken });
      setShown(undefined);
      await onBegun();
    });
  };
  const onForget = () => {
    const { domainId } = props;
    return attempt(async () => {
      await forget(domainId);
      toast(t("connect.tokenForgotten"), { tone: "success" });
    });
  };
  return (
    <Card title={t("connect.cloudflareTitle")} description={t("connect.cloudflareText")}>
      <Show
        when={shown()}
        fallback={
          <TokenForm
            zone={props.zone}
            hasToken={props.state.hasToken}
            mayMoveMail={props.state.mayMoveMail}
            isBusy={isBusy()}
            problem={problem()}
            onPreview={(wish) => void preview(wish)}
            onForget={() => void onForget()}
          />
        }
      >
        {(known) => (
          <PlanCard
            plan={known().plan}
            asksToKeep={known().token !== undefined}
            isBusy={isBusy()}
            problem={problem()}
            onApply={(keepsToken) => void apply(known(), keepsToken)}
            onCancel={() => (setShown(undefined), setProblem(undefined))}
          />
        )}
      </Show>
    </Card>
  );
}
