import { useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { ExportButton } from "~/features/auth/ui/audit/export-button";
import { failureText } from "~/features/auth/ui/failure-text";
import type { DomainPage } from "~/features/domains/schema";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { PlusIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { toast } from "~/ui/toast-store";
import type { MailUser, UserPage } from "../schema";
import { NoUsers } from "./no-users";
import { resumeUser, type UserFilter as Filter } from "./queries";
import { usableDomains } from "./usable-domains";
import { UserFilter } from "./user-filter";
import type { Act } from "./user-menu";
import { UserTable } from "./user-table";

const CreateUserDialog = lazyPart(
  () => import("./create-user-dialog"),
  (part) => part.onClose(),
);
const UserDialogs = lazyPart(
  () => import("./user-dialogs"),
  (part) => part.onClose(),
);

export type UserListProps = { page?: UserPage; domains?: DomainPage; filter: Filter; canEdit: boolean };

/** The page of all mailbox users. */
export function UserList(props: UserListProps) {
  const resume = useAction(resumeUser);
  const [isCreating, setCreating] = createSignal(false);
  const [chosen, setChosen] = createSignal<{ act: Act; user: MailUser }>();
  const domains = () => usableDomains(props.domains);
  const isFiltered = () => Boolean(props.filter.search || props.filter.domainId || props.filter.after);
  const query = (params: Record<string, string | undefined>) =>
    new URLSearchParams(Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1])));
  const pageLink = (after?: string) => {
    const { search: q, domainId: domain } = props.filter;
    return `/admin/users?${query({ q, domain, after })}`;
  };
  const exportLink = () => {
    const { search, domainId } = props.filter;
    return `/admin/users.csv?${query({ search, domainId })}`;
  };
  const act = (what: Act, user: MailUser) => {
    if (what !== "resume") return void setChosen({ act: what, user });
    void resume(user.id).then(
      () => toast(t("users.resumed", { address: user.address }), { tone: "success" }),
      (error: unknown) => toast(failureText(error), { tone: "danger" }),
    );
  };
  const createButton = () => (
    <Button variant="primary" icon={<PlusIcon />} onClick={() => setCreating(true)}>
      {t("users.create")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("users.title")}
        description={
          <>
            {t("users.description")} {props.page && t("users.seats", props.page.seats)}
          </>
        }
        actions={
          <>
            <Show when={props.page?.users.length}>
              <ExportButton href={exportLink()} label={t("users.exportCsv")} />
            </Show>
            <Show when={props.canEdit && domains().length > 0}>{createButton()}</Show>
          </>
        }
      />
      <Show when={isFiltered() || props.page?.users.length}>
        <UserFilter domains={domains()} search={props.filter.search} domainId={props.filter.domainId} />
      </Show>
      <Show
        when={props.page?.users.length !== 0}
        fallback={
          <NoUsers
            isFiltered={isFiltered()}
            hasDomain={domains().length > 0}
            action={props.canEdit && createButton()}
          />
        }
      >
        <UserTable users={props.page?.users} canEdit={props.canEdit} onAct={act} />
      </Show>
      <div class="flex flex-wrap gap-2 mt-4">
        <Show when={props.filter.after}>
          <LinkButton href={pageLink()}>{t("users.firstPage")}</LinkButton>
        </Show>
        <Show when={props.page?.next}>
          {(next) => <LinkButton href={pageLink(next())}>{t("users.nextPage")}</LinkButton>}
        </Show>
      </div>
      <Show when={isCreating()}>
        <CreateUserDialog domains={domains()} domainId={props.filter.domainId} onClose={() => setCreating(false)} />
      </Show>
      <Show when={chosen()}>
        {(choice) => <UserDialogs user={choice().user} act={choice().act} onClose={() => setChosen(undefined)} />}
      </Show>
    </>
  );
}
