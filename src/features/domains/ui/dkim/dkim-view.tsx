import { t } from "~/lib/i18n/t";

export const DkimView = () => <h2>{t("dkim.title")}</h2>;
