import { createAsync, useAction } from "@solidjs/router";
import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { TraceDialog } from "~/features/users/ui/delivery/trace-dialog";
import { t } from "~/lib/i18n/t";
import { failureText } from "../failure-text";
import { hasFailed } from "../page-data";
import { cancelOwnMail, ownTrace } from "./queries";

const wording = (error: unknown) =>
  failureKeyOf(error) === "delivery.settled" ? t("delivery.failure_settled") : failureText(error);

/** What happened to one own message. */
export default function OwnTraceDialog(props: { id: string; onClose: () => void }) {
  const trace = createAsync(() => ownTrace(props.id));
  const cancel = useAction(cancelOwnMail);
  const known = () => {
    const found = trace.latest;
    return found && hasFailed(found) ? null : found;
  };
  return (
    <TraceDialog
      trace={known()}
      onClose={() => props.onClose()}
      onCancel={(all) => cancel(props.id, all)}
      wording={wording}
    />
  );
}
