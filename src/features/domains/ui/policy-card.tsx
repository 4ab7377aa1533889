import { useAction } from "@solidjs/router";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { Checkbox } from "~/ui/checkbox";
import { toast } from "~/ui/toast-store";
import type { DomainDetail } from "../schema";
import { failureText } from "./domain-failure";
import { setPolicy } from "./queries";

/** Whether others may claim names below this one. */
export function PolicyCard(props: { domain: DomainDetail }) {
  const set = useAction(setPolicy);
  const onChange = (input: HTMLInputElement) => {
    const forbidsSubdomains = input.checked;
    set({ domainId: props.domain.id, forbidsSubdomains }).then(
      () => toast(t("guide.policySaved"), { tone: "success" }),
      (error: unknown) => {
        input.checked = !forbidsSubdomains;
        toast(failureText(error), { tone: "danger" });
      },
    );
  };
  return (
    <Card title={t("guide.policyTitle")} description={t("guide.policyText", { name: props.domain.displayName })}>
      <Checkbox
        name="forbidsSubdomains"
        label={t("guide.policyForbid")}
        checked={props.domain.forbidsSubdomains}
        onChange={(event) => onChange(event.currentTarget)}
      />
    </Card>
  );
}
