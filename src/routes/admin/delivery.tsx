import { DeliveryView } from "~/features/users/ui/delivery/delivery-view";

export default function DeliveryRoute() {
  return <DeliveryView />;
}
