import { t } from "~/lib/i18n/t";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";

/** A link for a mailbox that does nothing any more, and the way to another one. */
export const LinkGone = () => (
  <>
    <Notice tone="warning" title={t("access.linkGoneTitle")}>
      {t("access.linkGoneText")}
    </Notice>
    <LinkButton href="/mail/forgot" variant="primary" size="lg">
      {t("access.forgotLink")}
    </LinkButton>
  </>
);
