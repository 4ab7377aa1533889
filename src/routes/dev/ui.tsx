import { lazy } from "solid-js";
import NotFoundPage from "../[...404]";

/** The whole kit on one page. Development only: a production build holds neither this nor what it shows. */
export default import.meta.env.DEV || import.meta.env.VITE_DEV_UI
  ? lazy(() => import("~/ui/showcase/kit"))
  : NotFoundPage;
