import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { ShieldIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";

/** In place of a page that the member's role does not show. */
export const RoleWall = (props: { title: string; text: string }) => (
  <EmptyState
    icon={<ShieldIcon />}
    title={props.title}
    action={<LinkButton href="/admin/users">{t("auth.navUsers")}</LinkButton>}
  >
    {props.text}
  </EmptyState>
);
