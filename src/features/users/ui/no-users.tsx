import { type JSX, Match, Switch } from "solid-js";
import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { GlobeIcon, SearchIcon, UsersIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";

/** Why the list is empty, and what to do about it. */
export const NoUsers = (props: { isFiltered: boolean; hasDomain: boolean; action: JSX.Element }) => (
  <Switch
    fallback={
      <EmptyState icon={<UsersIcon />} title={t("users.emptyTitle")} action={props.action}>
        {t("users.emptyText")}
      </EmptyState>
    }
  >
    <Match when={props.isFiltered}>
      <EmptyState
        icon={<SearchIcon />}
        title={t("users.noMatchTitle")}
        action={<LinkButton href="/admin/users">{t("users.clearFilter")}</LinkButton>}
      >
        {t("users.noMatchText")}
      </EmptyState>
    </Match>
    <Match when={!props.hasDomain}>
      <EmptyState
        icon={<GlobeIcon />}
        title={t("users.needDomainTitle")}
        action={
          <LinkButton href="/admin/domains" variant="primary">
            {t("users.toDomains")}
          </LinkButton>
        }
      >
        {t("users.needDomainText")}
      </EmptyState>
    </Match>
  </Switch>
);
