import { useAction, useSubmission } from "@solidjs/router";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { RefreshIcon } from "~/ui/icons";
import { toast } from "~/ui/toast-store";
import { failureText } from "./domain-failure";
import { checkDomain } from "./queries";

/** Asks for a look at DNS now; spins until it is over, whoever asked for it. */
export function CheckButton(props: { domainId: string; isChecking: boolean }) {
  const check = useAction(checkDomain);
  const asking = useSubmission(checkDomain);
  const isBusy = () => props.isChecking || Boolean(asking.pending);
  return (
    <Button
      icon={<RefreshIcon size={16} />}
      busy={isBusy()}
      onClick={() => check(props.domainId).catch((error: unknown) => toast(failureText(error), { tone: "danger" }))}
    >
      {isBusy() ? t("domains.checking") : t("domains.checkNow")}
    </Button>
  );
}
