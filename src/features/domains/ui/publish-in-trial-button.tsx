import { useAction, useSubmission } from "@solidjs/router";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { UploadIcon } from "~/ui/icons";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import { failureText } from "./domain-failure";
import { publishInTrial } from "./queries";

/** The trial's stand-in for a visit to the DNS provider. */
export function PublishInTrial(props: { domainId: string }) {
  const publish = useAction(publishInTrial);
  const publishing = useSubmission(publishInTrial);
  const onClick = () =>
    publish(props.domainId).then(
      () => toast(t("domains.published"), { tone: "success" }),
      (error: unknown) => toast(failureText(error), { tone: "danger" }),
    );
  return (
    <Notice
      action={
        <Button variant="primary" icon={<UploadIcon size={16} />} busy={publishing.pending} onClick={onClick}>
          {t("domains.publishInTrial")}
        </Button>
      }
      class="flex-wrap"
    >
      {t("domains.publishText")}
    </Notice>
  );
}
