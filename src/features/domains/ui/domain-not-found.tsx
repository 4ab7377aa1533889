import { t } from "~/lib/i18n/t";
import { EmptyState } from "~/ui/empty-state";
import { GlobeIcon } from "~/ui/icons";
import { LinkButton } from "~/ui/link-button";
import { Title } from "~/ui/title";

/** In place of a domain that is not there, or not this tenant's: the two look the same. */
export const DomainNotFound = () => (
  <>
    <Title>{t("domains.notFoundTitle")}</Title>
    <EmptyState
      icon={<GlobeIcon />}
      title={t("domains.notFoundTitle")}
      action={<LinkButton href="/admin/domains">{t("domains.backToList")}</LinkButton>}
    >
      {t("domains.notFoundText")}
    </EmptyState>
  </>
);
