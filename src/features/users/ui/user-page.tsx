import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { ChevronDownIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { PageHeader } from "~/ui/page-header";
import type { MailUser } from "../schema";
import { UserAccess } from "./access/user-access";
import { UserAddresses } from "./addresses/user-addresses";
import { UserDeliveries } from "./delivery/user-deliveries";
import { UserGuard } from "./guard/user-guard";
import { UserUsage } from "./usage/user-usage";
import { UserIdentity } from "./user-identity";
import { directActs } from "./user-list";
import { type Act, UserMenu } from "./user-menu";
import { UserState } from "./user-state";

const UserDialogs = lazyPart(
  () => import("./user-dialogs"),
  (part) => part.onClose(),
);

/** One mailbox user: each section asks for its own data, once. */
export function UserPage(props: { user?: MailUser; canEdit: boolean }) {
  const navigate = useNavigate();
  const [act, setAct] = createSignal<Act>();
  const onAct = directActs((what) => setAct(what));
  return (
    <Show when={props.user}>
      {(user) => (
        <>
          <PageHeader
            title={user().address}
            description={
              <span class="grid gap-2">
                {user().displayName}
                <UserState user={user()} canEdit={props.canEdit} />
              </span>
            }
            crumbs={[{ label: t("users.title"), href: "/admin/users" }, { label: user().address }]}
            actions={
              <UserMenu
                user={user()}
                canEdit={props.canEdit}
                onAct={(what) => onAct(what, user())}
                trigger={(trigger) => (
                  <Button icon={<ChevronDownIcon />} {...trigger}>
                    {t("people.userActions")}
                  </Button>
                )}
              />
            }
          />
          <div class="grid gap-5">
            <UserGuard user={user()} canEdit={props.canEdit} />
            <UserIdentity user={user()} canEdit={props.canEdit} onAct={(what) => onAct(what, user())} />
            <UserAccess user={user()} canEdit={props.canEdit} />
            <UserAddresses user={user()} canEdit={props.canEdit} />
            <UserUsage user={user()} canEdit={props.canEdit} />
            <UserDeliveries user={user()} canEdit={props.canEdit} />
          </div>
          <Show when={act()}>
            {(chosen) => (
              <UserDialogs
                user={user()}
                act={chosen()}
                onClose={() => setAct(undefined)}
                onRemoved={() => navigate("/admin/users")}
              />
            )}
          </Show>
        </>
      )}
    </Show>
  );
}
