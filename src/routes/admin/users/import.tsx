import { ImportView } from "~/features/users/ui/imports/import-view";

export default function ImportRoute() {
  return <ImportView />;
}
