import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import type { DomainDetail } from "../../schema";
import { CatchAllForm } from "./catch-all-form";
import { OtherNameForm } from "./other-name-form";
import { PlusSwitch } from "./plus-switch";
import { domainAddressing } from "./queries";
import { RoleList } from "./role-list";

/** What becomes of mail to a domain beyond its mailboxes, aliases and groups. */
export function AddressingCard(props: { domain: DomainDetail }) {
  const known = createAsync(() => domainAddressing(props.domain.id));
  return (
    <Card title={t("addresses.domainTitle")} description={t("addresses.domainText")}>
      <Show when={known()} fallback={<p class="m-0 text-muted">{t("common.loading")}</p>}>
        {(addressing) => (
          <div class="grid grid-cols-1 gap-6">
            <Show
              when={!addressing().aliasOf}
              fallback={<p class="m-0">{t("addresses.isOtherName", { main: addressing().aliasOf?.name ?? "" })}</p>}
            >
              <CatchAllForm addressing={addressing()} />
              <PlusSwitch addressing={addressing()} name={props.domain.displayName} />
              <RoleList roles={addressing().roles} />
            </Show>
            <OtherNameForm addressing={addressing()} name={props.domain.displayName} />
          </div>
        )}
      </Show>
    </Card>
  );
}
