import { redirect } from "next/navigation";
import { asRoute } from "@/components/ui/as-route";
import { routes } from "@/lib/routes";

/** Activity has two views; what went out stands first. */
export default function ActivityPage(): never {
  redirect(asRoute(routes.submissions()));
}
