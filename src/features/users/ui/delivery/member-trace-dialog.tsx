import { createAsync, useAction } from "@solidjs/router";
import { failureText } from "~/features/auth/ui/failure-text";
import { cancelMail, mailTrace, retryMail } from "./queries";
import { TraceDialog } from "./trace-dialog";

/** What happened to one message, for members. */
export default function MemberTraceDialog(props: { id: string; canEdit: boolean; onClose: () => void }) {
  const trace = createAsync(() => mailTrace(props.id));
  const [cancel, retry] = [useAction(cancelMail), useAction(retryMail)];
  return (
    <TraceDialog
      trace={trace.latest}
      onClose={() => props.onClose()}
      onCancel={props.canEdit ? (all) => cancel(props.id, all) : undefined}
      onRetry={props.canEdit ? () => retry(props.id) : undefined}
      wording={failureText}
    />
  );
}
