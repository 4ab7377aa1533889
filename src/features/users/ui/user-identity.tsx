import { For } from "solid-js";
import { localTime } from "~/features/auth/ui/audit/local-time";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import type { MailUser } from "../schema";
import type { Act } from "./user-menu";

/** Who a mailbox user is, with the way to change each part of it. */
export function UserIdentity(props: { user: MailUser; canEdit: boolean; onAct: (act: Act) => void }) {
  const time = localTime();
  const domain = () => props.user.address.slice(props.user.address.lastIndexOf("@") + 1);
  const lines = (): { name: string; value: string; href?: string; act?: Act; label?: string }[] => {
    const { displayName, address, createdAt, lastSignInAt, domainId } = props.user;
    return [
      {
        ...{ name: t("people.identityName"), value: displayName || t("people.noName") },
        ...{ act: "editName", label: t("people.editName") },
      },
      { name: t("people.identityAddress"), value: address, act: "rename", label: t("people.rename") },
      { name: t("people.identityDomain"), value: domain(), href: `/admin/domains/${domainId}` },
      { name: t("people.identityCreated"), value: time.dateOf(createdAt) },
      {
        name: t("people.identitySignIn"),
        value: lastSignInAt ? time.moment(lastSignInAt) : t("people.never"),
      },
    ];
  };
  return (
    <Card title={t("people.identity")}>
      <dl class="grid gap-3 m-0">
        <For each={lines()}>
          {(line) => (
            <div class="flex flex-wrap items-center gap-x-4 gap-y-1">
              <dt class="basis-36 text-sm text-muted">{line.name}</dt>
              <dd class="m-0 grow basis-48 [overflow-wrap:anywhere]">
                {line.href ? <a href={line.href}>{line.value}</a> : line.value}
              </dd>
              {line.act && props.canEdit && (
                <dd class="m-0">
                  <Button size="sm" onClick={() => props.onAct(line.act!)}>
                    {line.label}
                  </Button>
                </dd>
              )}
            </div>
          )}
        </For>
      </dl>
    </Card>
  );
}
