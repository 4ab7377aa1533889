import { t } from "~/lib/i18n/t";
import { ErrorPage } from "~/ui/error-page";

export default function NotFoundPage() {
  return (
    <ErrorPage code={404} title={t("common.notFoundTitle")}>
      {t("common.notFoundText")}
    </ErrorPage>
  );
}
