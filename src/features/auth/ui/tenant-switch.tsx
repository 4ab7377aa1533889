import { useAction } from "@solidjs/router";
import type { JSX } from "solid-js";
import { t } from "~/lib/i18n/t";
import { ChevronDownIcon } from "~/ui/icons";
import { Menu } from "~/ui/menu";
import { toast } from "~/ui/toast-store";
import type { Me } from "../schema";
import { failureText } from "./failure-text";
import { switchTenant } from "./session-actions";

/** For whoever belongs to several tenants: which one this is, and the way to the others. */
export function TenantSwitch(props: { me: Me; children: JSX.Element }) {
  const go = useAction(switchTenant);
  const switchTo = (id: string) => {
    if (id !== props.me.tenant.id) void go(id).catch((error: unknown) => toast(failureText(error), { tone: "danger" }));
  };
  return (
    <Menu
      placement="top-start"
      items={[
        { heading: t("auth.tenantSwitch") },
        ...props.me.tenants.map(({ id, name }) => ({
          ...{ label: name, checked: id === props.me.tenant.id, onSelect: () => switchTo(id) },
        })),
      ]}
      trigger={(trigger) => (
        <button
          type="button"
          class="flex min-w-0 grow items-center justify-between gap-2 rounded-md border-0 bg-transparent p-1 text-left text-inherit hover:bg-surface-hover"
          title={t("auth.tenantSwitch")}
          {...trigger}
        >
          {props.children}
          <ChevronDownIcon size={16} />
        </button>
      )}
    />
  );
}
