import { t } from "~/lib/i18n/t";

export const ConnectView = () => <h2>{t("connect.title")}</h2>;
